package news.dateline.cli;

/** How a character looks, as bits: a colour of the terminal's own eight, and attributes. */
final class Style {
  static final int PLAIN = 0;
  static final int GREEN = 2;
  static final int YELLOW = 3;
  static final int MAGENTA = 5;
  static final int CYAN = 6;

  static final int BOLD = 8;
  static final int DIM = 16;
  static final int UNDERLINE = 32;

  /** A space at which no line may end. */
  static final int GLUE = 64;

  private static final int COLOUR = 7;

  private Style() {}

  /** The escape sequence that switches it on; empty when nothing is to be seen of it. */
  static String on(int style) {
    if ((style & ~GLUE) == PLAIN) {
      return "";
    }
    StringBuilder out = new StringBuilder("\u001b[0");
    if ((style & COLOUR) != 0) {
      out.append(";3").append(style & COLOUR);
    }
    if ((style & BOLD) != 0) {
      out.append(";1");
    }
    if ((style & DIM) != 0) {
      out.append(";2");
    }
    if ((style & UNDERLINE) != 0) {
      out.append(";4");
    }
    return out.append('m').toString();
  }

  /** The escape sequence that switches it off again. */
  static String off(int style) {
    return (style & ~GLUE) == PLAIN ? "" : "\u001b[0m";
  }
}
