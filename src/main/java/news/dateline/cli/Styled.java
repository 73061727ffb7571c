package news.dateline.cli;

/** A paragraph of characters, each with its {@link Style}, that can be laid out in lines. */
final class Styled {
  /** Stands for what a terminal would take as a command, or as a change of direction. */
  private static final char REPLACED = '\ufffd';

  private final StringBuilder text = new StringBuilder();
  private final StringBuilder styles = new StringBuilder();

  Styled add(CharSequence more, int style) {
    for (int i = 0; i < more.length(); i++) {
      add(more.charAt(i), style);
    }
    return this;
  }

  void add(char c, int style) {
    boolean space = c == '\n' || c == '\t' || c == '\r';
    boolean steers = Character.isISOControl(c) || (c >= '\u202a' && c <= '\u202e');
    text.append(space ? ' ' : steers ? REPLACED : c);
    styles.append((char) style);
  }

  /**
   * Lines no wider than asked, broken at spaces and between East Asian characters; a longer word is
   * broken where the line ends.
   *
   * @param indent columns of white space before every line but the first
   */
  void lines(StringBuilder out, int width, int indent, boolean colours) {
    lines(out, width, 0, indent, colours);
  }

  /** As {@link #lines(StringBuilder, int, int, boolean)}, all lines indented: the first one too. */
  void block(StringBuilder out, int width, int indent, boolean colours) {
    out.append(" ".repeat(indent));
    lines(out, width, indent, indent, colours);
  }

  private void lines(StringBuilder out, int width, int taken, int indent, boolean colours) {
    int start = 0;
    int margin = taken;
    while (start < text.length()) {
      int end = lineEnd(start, width - margin);
      line(out, start, end, colours);
      out.append('\n');
      start = end;
      while (start < text.length() && text.charAt(start) == ' ') {
        start++;
      }
      if (start < text.length()) {
        out.append(" ".repeat(indent));
        margin = indent;
      }
    }
  }

  /** One past the last character that fits on a line. */
  private int lineEnd(int start, int width) {
    int columns = 0;
    int canBreak = -1;
    int before = ' ';
    int i = start;
    while (i < text.length()) {
      int c = Character.codePointAt(text, i);
      boolean betweenWide =
          (Columns.isWide(c) || Columns.isWide(before))
              && Character.isLetterOrDigit(c)
              && Columns.of(c) > 0;
      if (i > start && (betweenWide || (c == ' ' && (styles.charAt(i) & Style.GLUE) == 0))) {
        canBreak = i;
      }
      columns += Columns.of(c);
      if (columns > width && c != ' ' && i > start) {
        return canBreak > start ? canBreak : i;
      }
      before = c;
      i += Character.charCount(c);
    }
    return text.length();
  }

  private void line(StringBuilder out, int from, int to, boolean colours) {
    int end = to;
    while (end > from && text.charAt(end - 1) == ' ') {
      end--;
    }
    int at = from;
    while (at < end) {
      int next = at;
      while (next < end && styles.charAt(next) == styles.charAt(at)) {
        next++;
      }
      int style = colours ? styles.charAt(at) : Style.PLAIN;
      out.append(Style.on(style)).append(text, at, next).append(Style.off(style));
      at = next;
    }
  }
}
