package news.dateline.model;

/**
 * A text as its author wrote it, with what is known of its form.
 *
 * @param value the characters, entities of the enclosing XML already resolved; never null, may be
 *     empty
 * @param kind how to read them
 */
public record Markup(String value, Kind kind) {
  /** No text. */
  public static final Markup EMPTY = new Markup("", Kind.TEXT);

  /** How the characters are meant. */
  public enum Kind {
    /** Characters are what they are; {@code <} is a less-than sign. */
    TEXT,
    /** An HTML or XHTML fragment. */
    HTML,
    /** Nobody says (RSS 2.0 titles and descriptions): HTML if it looks like it. */
    GUESS
  }

  public static Markup text(String value) {
    return value.isEmpty() ? EMPTY : new Markup(value, Kind.TEXT);
  }

  public static Markup html(String value) {
    return value.isEmpty() ? EMPTY : new Markup(value, Kind.HTML);
  }

  public static Markup guess(String value) {
    return value.isEmpty() ? EMPTY : new Markup(value, Kind.GUESS);
  }

  public boolean isBlank() {
    return value.isBlank();
  }
}
