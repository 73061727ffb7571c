package news.dateline.model;

/** A fault with a bounded reason. The subtype says what to do, the reason says why. */
public abstract sealed class DatelineException extends RuntimeException
    permits RejectedException, RetryableException {
  private static final long serialVersionUID = 1L;

  private final Reason reason;

  DatelineException(Reason reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  DatelineException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  /** Why, from the bounded set. */
  public Reason reason() {
    return reason;
  }

  /** The message, never null. */
  @Override
  public String getMessage() {
    String message = super.getMessage();
    return message == null ? reason.sentence() : message;
  }
}
