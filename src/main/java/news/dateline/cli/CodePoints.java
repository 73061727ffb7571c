package news.dateline.cli;

/** From Unicode code points, in which claims are counted, to the UTF-16 units of a text. */
final class CodePoints {
  private final int length;
  private final int[] units; // empty when both are the same

  CodePoints(String text) {
    this.length = text.length();
    int points = text.codePointCount(0, text.length());
    this.units = new int[points == length ? 0 : points];
    int unit = 0;
    for (int i = 0; i < units.length; i++) {
      units[i] = unit;
      unit += Character.charCount(text.codePointAt(unit));
    }
  }

  /** Clamped to the text. */
  int unit(int codePoint) {
    int at = Math.max(0, codePoint);
    return units.length == 0 ? Math.min(at, length) : at < units.length ? units[at] : length;
  }
}
