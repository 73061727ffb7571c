package news.dateline.model;

import java.util.Locale;
import java.util.Set;

/**
 * What programs write where they have no id or no address: such a word names no story, and what all
 * bear it are still different ones.
 */
public final class Placeholder {
  private static final Set<String> WORDS =
      Set.of(
          "",
          "n/a",
          "na",
          "n.a.",
          "none",
          "null",
          "nil",
          "nan",
          "undefined",
          "unknown",
          "empty",
          "false",
          "true",
          "no",
          "0",
          "-1",
          "id",
          "guid",
          "link",
          "url",
          "tbd",
          "tba",
          "todo",
          "test",
          "about:blank",
          "(none)",
          "(null)",
          "[null]",
          "[object object]",
          "#n/a",
          "00000000-0000-0000-0000-000000000000",
          "http://",
          "https://",
          "urn:uuid:",
          "tag:");

  private Placeholder() {}

  /**
   * @param text an id or a link, as written
   */
  public static boolean is(String text) {
    String word = text.strip();
    // The longest word above; what is longer is an id.
    if (word.length() > 36) {
      return false;
    }
    word = word.toLowerCase(Locale.ROOT);
    return WORDS.contains(word) || word.startsWith("javascript:") || !hasLetterOrDigit(word);
  }

  private static boolean hasLetterOrDigit(String word) {
    return word.codePoints().anyMatch(Character::isLetterOrDigit);
  }
}
