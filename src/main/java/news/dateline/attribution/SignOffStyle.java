package news.dateline.attribution;

import java.util.List;
import java.util.Locale;

/**
 * How an agency signs its copy without naming itself: "(Reporting by … Editing by".
 *
 * @param phrases in small letters; the first opens the line, the others follow in order
 */
record SignOffStyle(Agency agency, List<String> phrases) {
  static SignOffStyle of(Agency agency, String style) {
    List<String> phrases =
        List.of(style.toLowerCase(Locale.ROOT).split("\\s*…\\s*", -1)).stream()
            .filter(p -> !p.isEmpty())
            .toList();
    return new SignOffStyle(agency, phrases);
  }

  /** Is a line, in small letters, of this style? */
  boolean signs(String lower) {
    if (phrases.isEmpty() || !lower.startsWith(phrases.get(0))) {
      return false;
    }
    int at = 0;
    for (String phrase : phrases) {
      at = lower.indexOf(phrase, at);
      if (at < 0) {
        return false;
      }
      at += phrase.length();
    }
    return true;
  }
}
