package news.dateline.attribution;

import java.util.Locale;
import java.util.Set;

/** Author fields that are no person: "Reuters Staff", "red", an e-mail address, a desk. */
final class Staff {
  private static final Set<String> WORDS =
      Set.of(
          "staff",
          "newsroom",
          "desk",
          "editors",
          "editorial",
          "redaktion",
          "redaction",
          "rédaction",
          "redacción",
          "редакция",
          "wire",
          "wires",
          "agencies",
          "agences",
          "agencias",
          "agenturen",
          "red",
          "admin",
          "team",
          "online",
          "correspondent",
          "reporter",
          "reporters",
          "news",
          "board",
          "press",
          "agency",
          "media",
          "newsdesk",
          "webmaster",
          "redazione",
          "service",
          "services");

  private Staff() {}

  static boolean is(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.indexOf('@') >= 0 || lower.startsWith("http")) {
      return true;
    }
    for (String word : lower.split("[^\\p{L}]+", -1)) {
      if (WORDS.contains(word)) {
        return true;
      }
    }
    return false;
  }
}
