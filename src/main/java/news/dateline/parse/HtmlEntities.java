package news.dateline.parse;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jsoup.parser.Parser;

/** HTML's named character entities, which XML does not know but feeds use. */
final class HtmlEntities {
  private static final Map<String, Optional<String>> SEEN = new ConcurrentHashMap<>();

  private HtmlEntities() {}

  /**
   * @param name without ampersand and semicolon
   * @return the characters it stands for; empty when HTML does not know it either
   */
  static Optional<String> value(String name) {
    if (name.length() > 40) {
      return Optional.empty();
    }
    Optional<String> seen = SEEN.get(name);
    if (seen == null) {
      String written = "&" + name + ";";
      String value = Parser.unescapeEntities(written, false);
      seen = value.equals(written) || value.endsWith(";") ? Optional.empty() : Optional.of(value);
      if (SEEN.size() < 5000) {
        SEEN.put(name, seen);
      }
    }
    return seen;
  }
}
