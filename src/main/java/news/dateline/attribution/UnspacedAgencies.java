package news.dateline.attribution;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The agencies' names as scripts write them that set no spaces between words, so that a name is no
 * word of its own: found by their first or last character.
 */
final class UnspacedAgencies {
  /** Characters of the shortest name believed in running text: "共同" is an everyday word. */
  static final int SURE = 3;

  /**
   * A name and whose it is.
   *
   * @param name as it is written
   */
  record Surface(String name, Agency agency) {}

  private final Map<Character, List<Surface>> byFirst = new HashMap<>();
  private final Map<Character, List<Surface>> byLast = new HashMap<>();

  UnspacedAgencies(Collection<Agency> agencies) {
    for (Agency agency : agencies) {
      agency.credits().forEach(c -> add(c, agency));
      agency.names().forEach(c -> add(c, agency));
      agency.cited().forEach(c -> add(c, agency));
    }
  }

  private void add(String name, Agency agency) {
    if (name.indexOf(' ') >= 0 || name.length() < 2) {
      return;
    }
    Surface surface = new Surface(name, agency);
    if (isUnspaced(name.charAt(0))) {
      byFirst.computeIfAbsent(name.charAt(0), k -> new ArrayList<>()).add(surface);
    }
    char last = name.charAt(name.length() - 1);
    byLast.computeIfAbsent(last, k -> new ArrayList<>()).add(surface);
  }

  /** The longest name that begins at a character; null when none does. */
  @Nullable Surface at(String text, int from) {
    Surface best = null;
    for (Surface s : byFirst.getOrDefault(text.charAt(from), List.of())) {
      if (text.startsWith(s.name(), from)
          && (best == null || s.name().length() > best.name().length())) {
        best = s;
      }
    }
    return best;
  }

  /** The longest name that ends before a character and begins nowhere before another. */
  @Nullable Surface before(String text, int from, int to) {
    Surface best = null;
    if (to <= from) {
      return null;
    }
    for (Surface s : byLast.getOrDefault(text.charAt(to - 1), List.of())) {
      if (to - s.name().length() >= from
          && text.startsWith(s.name(), to - s.name().length())
          && (best == null || s.name().length() > best.name().length())) {
        best = s;
      }
    }
    return best;
  }

  /** Han, kana and what stands between them in a name. */
  static boolean isUnspaced(char c) {
    return (c >= '\u3040' && c <= '\u30ff')
        || (c >= '\u3400' && c <= '\u9fff')
        || (c >= '\uf900' && c <= '\ufaff')
        || c == '\u3005';
  }
}
