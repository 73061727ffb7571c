package news.dateline.model;

/** This document or item can never pass, however often it is tried: it is buried. */
public final class RejectedException extends DatelineException {
  private static final long serialVersionUID = 1L;

  /**
   * @param reason why
   * @param message one line for people: what was found and where
   */
  public RejectedException(Reason reason, String message) {
    super(reason, message);
  }

  public RejectedException(Reason reason, String message, Throwable cause) {
    super(reason, message, cause);
  }
}
