package news.dateline.store;

import news.dateline.model.Bytes;

/** Text in the form both databases take. */
final class Text {
  /**
   * PostgreSQL indexes no value above 2,700 bytes; this many characters are at most 1,800 bytes of
   * UTF-8.
   */
  private static final int LONGEST_KEY = 600;

  private Text() {}

  /** PostgreSQL's text knows no NUL. */
  static String clean(String text) {
    return text.indexOf('\0') < 0 ? text : text.replace('\0', '\uFFFD');
  }

  /**
   * An article's uri, or another key, as it is looked up. A longer one ends in the digest of the
   * whole, so that different ones stay different.
   */
  static String key(String text) {
    String clean = clean(text);
    return clean.length() <= LONGEST_KEY
        ? clean
        : clean.substring(0, LONGEST_KEY - 65) + "#" + Bytes.utf8(text).sha256();
  }
}
