package news.dateline.attribution;

/** What punctuation marks do. */
final class Marks {
  private Marks() {}

  /** Any mark that may open or close a quotation. */
  static boolean quote(char c) {
    return switch (c) {
      case '"', '“', '”', '„', '«', '»', '‘', '’', '\'', '‚', '‹', '›', '「', '」', '‟', '＂' -> true;
      default -> false;
    };
  }

  /** A mark that opens a quotation in at least one language. */
  static boolean opens(char c) {
    return quote(c) && c != '”' && c != '’' && c != '」';
  }

  static boolean dash(char c) {
    return c == '-' || c == '–' || c == '—' || c == '―' || c == '−';
  }

  /** A mark that ends what is said. */
  static boolean ends(char c) {
    return c == '.' || c == ',' || c == '!' || c == '?' || c == '…';
  }
}
