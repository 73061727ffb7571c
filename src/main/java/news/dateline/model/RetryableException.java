package news.dateline.model;

/** The fault lies outside the item (network, broker, disk): the same item may pass later. */
public final class RetryableException extends DatelineException {
  private static final long serialVersionUID = 1L;

  public RetryableException(Reason reason, String message) {
    super(reason, message);
  }

  public RetryableException(Reason reason, String message, Throwable cause) {
    super(reason, message, cause);
  }
}
