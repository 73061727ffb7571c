package news.dateline.normalise;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A list of lower-case phrases, asked by their first character: most paragraphs begin like none.
 */
final class Phrases {
  /** No phrase at all. */
  static final Phrases NONE = new Phrases(List.of());

  private final List<String> all;
  private final Map<Character, List<String>> byFirst = new HashMap<>();

  Phrases(List<String> all) {
    this.all = List.copyOf(all);
    for (String phrase : all) {
      if (!phrase.isEmpty()) {
        byFirst.computeIfAbsent(phrase.charAt(0), c -> new ArrayList<>()).add(phrase);
      }
    }
  }

  /** The longest phrase the text begins with, ending at a word's end; empty when there is none. */
  String beginning(String lower) {
    String best = "";
    if (lower.isEmpty()) {
      return best;
    }
    for (String phrase : byFirst.getOrDefault(lower.charAt(0), List.of())) {
      boolean bounded =
          lower.startsWith(phrase)
              && (lower.length() == phrase.length()
                  || !Character.isLetter(lower.charAt(phrase.length())));
      if (bounded && phrase.length() > best.length()) {
        best = phrase;
      }
    }
    return best;
  }

  /** Does the text begin as one of these does before its dots, and go on as it does after them? */
  boolean framing(String lower) {
    if (lower.isEmpty()) {
      return false;
    }
    for (String phrase : byFirst.getOrDefault(lower.charAt(0), List.of())) {
      int dots = phrase.indexOf('…');
      if (dots > 0
          && lower.startsWith(phrase.substring(0, dots))
          && lower.indexOf(phrase.substring(dots + 1), dots) > 0) {
        return true;
      }
    }
    return false;
  }

  /** Does the text hold any of them, wherever? */
  boolean within(String lower) {
    for (String phrase : all) {
      if (lower.contains(phrase)) {
        return true;
      }
    }
    return false;
  }
}
