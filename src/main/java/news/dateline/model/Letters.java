package news.dateline.model;

/** Letters and digits: what must not be lost between a document and an article. */
public final class Letters {
  private Letters() {}

  /** How many UTF-16 units of the text are letters or digits, in any script. */
  public static int count(CharSequence text) {
    int count = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean word =
          c < 128
              ? (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z')
              : Character.isLetterOrDigit(c);
      if (word) {
        count++;
      }
    }
    return count;
  }
}
