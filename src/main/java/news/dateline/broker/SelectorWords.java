package news.dateline.broker;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The property names a selector uses. A selector that names a property no article has is valid, but
 * never matches: a misspelling worth telling.
 */
final class SelectorWords {
  /** What articles carry, as {@code docs/asyncapi.yaml} describes it. */
  static final List<String> PROPERTIES =
      List.of(
          "uri",
          "version",
          "kind",
          "pubStatus",
          "source",
          "publisher",
          "lang",
          "urgency",
          "agency",
          "agencies",
          "cited",
          "desk",
          "type",
          "contentCreated",
          "sequence",
          "repair");

  private static final Set<String> KEYWORDS =
      Set.of(
          "and", "or", "not", "between", "in", "like", "escape", "is", "null", "true", "false",
          "xpath", "div", "mod");

  private SelectorWords() {}

  /** Names that are neither properties of articles nor headers of the broker, in order. */
  static List<String> unknown(String selector) {
    List<String> out = new ArrayList<>();
    int i = 0;
    while (i < selector.length()) {
      char c = selector.charAt(i);
      if (c == '\'') {
        int end = selector.indexOf('\'', i + 1);
        i = end < 0 ? selector.length() : end + 1;
      } else if (Character.isJavaIdentifierStart(c)) {
        int end = i + 1;
        while (end < selector.length() && Character.isJavaIdentifierPart(selector.charAt(end))) {
          end++;
        }
        String word = selector.substring(i, end);
        if (!known(word)) {
          out.add(word);
        }
        i = end;
      } else if (Character.isDigit(c)) {
        // a number, with the exponent or the suffix that looks like a word
        while (i < selector.length()
            && (Character.isLetterOrDigit(selector.charAt(i)) || selector.charAt(i) == '.')) {
          i++;
        }
      } else {
        i++;
      }
    }
    return out;
  }

  private static boolean known(String word) {
    return PROPERTIES.contains(word)
        || KEYWORDS.contains(word.toLowerCase(Locale.ROOT))
        || word.startsWith("JMS")
        || word.startsWith("AMQ");
  }
}
