package news.dateline.normalise;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Query parameters that say where a reader came from and nothing about the story, from {@code
 * tracking-parameters.txt}.
 */
final class Tracking {
  private static final Tracking LIST = new Tracking();

  private final Set<String> exact = new HashSet<>();
  private final List<String> prefixes = new ArrayList<>();

  private Tracking() {
    for (String line : Resources.lines("tracking-parameters.txt")) {
      learn(line.toLowerCase(Locale.ROOT));
    }
  }

  private void learn(String line) {
    if (line.endsWith("*")) {
      prefixes.add(line.substring(0, line.length() - 1));
    } else {
      exact.add(line);
    }
  }

  /**
   * @param parameter as in the query: {@code name} or {@code name=value}
   */
  static boolean is(String parameter) {
    String text = parameter.toLowerCase(Locale.ROOT);
    int equals = text.indexOf('=');
    String name = equals < 0 ? text : text.substring(0, equals);
    if (LIST.exact.contains(name) || LIST.exact.contains(text)) {
      return true;
    }
    for (String prefix : LIST.prefixes) {
      if (text.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }
}
