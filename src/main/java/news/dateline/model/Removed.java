package news.dateline.model;

/**
 * Text that was cut from the body, reported so that nothing vanishes unsaid.
 *
 * @param text exactly what was cut
 * @param reason {@code appeal}, {@code newsletter}, {@code navigation}, {@code signoff}, {@code
 *     non-public} or {@code duplicate}
 */
public record Removed(String text, String reason) {
  /** Whether only editors may see it. */
  public boolean isForEditors() {
    return reason.equals("non-public");
  }
}
