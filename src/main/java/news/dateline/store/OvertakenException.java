package news.dateline.store;

/** Unwinds a transaction that another document has overtaken; never leaves this room. */
final class OvertakenException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  OvertakenException() {
    super("another document has brought the same version", null, false, false);
  }
}
