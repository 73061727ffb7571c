package news.dateline.attribution;

import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Knows places that head stories, from the resource {@code places.txt}. Half of all capital words
 * before a dash are labels of sections, "INTERVIEW -", "DOSSIER –"; a place is told from them by
 * being known, by a region behind a comma, or by the item's own field for it.
 */
final class Gazetteer {
  private static final Set<String> PLACES = load();

  /** How many tokens of the story may name its place again. */
  private static final int AGAIN = 300;

  private final Copy copy;
  private final Optional<String> located;

  /**
   * @param located where the item says it was written
   */
  Gazetteer(Copy copy, Optional<String> located) {
    this.copy = copy;
    this.located = located.map(Gazetteer::key);
  }

  /** Is there evidence that the words are a place: "RENO, Nev.", "LONDON/PARIS", "MADRID"? */
  boolean knows(int from, int to) {
    int part = from;
    for (int i = from; i <= to; i++) {
      char mark = i == to ? ',' : copy.mark(i);
      boolean parts = mark == ',' || mark == '/' || mark == '(' || mark == '[' || mark == ']';
      if (!parts) {
        continue;
      }
      if (i > part && (named(part, i) || (part > from && region(part, i)))) {
        return true;
      }
      part = i + 1;
    }
    return named(from, to);
  }

  /** Is a name that of a place, whatever else may be called so? */
  static boolean lists(String name) {
    return PLACES.contains(key(name));
  }

  private boolean named(int from, int to) {
    String key = key(copy.slice(from, to));
    return PLACES.contains(key) || located.filter(key::equals).isPresent();
  }

  /** "Nev.", "ON", "N.J.": a state or a province cut short, behind a comma. */
  private boolean region(int from, int to) {
    boolean dotted =
        copy.chars[copy.end(to - 1) - 1] == '.' || (to < copy.size() && copy.mark(to) == '.');
    int letters = copy.end(from) - copy.start(from);
    return copy.mark(from - 1) == ','
        && copy.has(from, Copy.CAP)
        && (dotted || copy.is(from, Words.ABBREVIATION) || (to == from + 1 && letters == 2));
  }

  /** "NIIGATA – … the Niigata brewers' association": named again, as only a name is spelt. */
  boolean namedAgain(int from, int to) {
    int last = Math.min(copy.size() - (to - from), to + AGAIN);
    for (int i = to; i < last; i++) {
      if (copy.has(i, Copy.CAP)
          && !copy.has(i, Copy.UPPER | Copy.SENTENCE)
          && !copy.has(i - 1, Copy.CAP)
          && same(from, to, i)) {
        return true;
      }
    }
    return false;
  }

  private boolean same(int from, int to, int at) {
    for (int i = from; i < to; i++) {
      int k = at + i - from;
      if (!copy.wordIs(k, copy.word(i).toLowerCase(Locale.ROOT))) {
        return false;
      }
    }
    return true;
  }

  private static Set<String> load() {
    Set<String> out = new HashSet<>();
    for (String line : Language.resource("places.txt").split("\n", -1)) {
      if (line.startsWith("#")) {
        continue;
      }
      for (String name : line.split(",", -1)) {
        if (!name.isBlank()) {
          out.add(key(name));
        }
      }
    }
    return Set.copyOf(out);
  }

  /** Letters and figures in capitals, whatever stands between them one space. */
  private static String key(String name) {
    StringBuilder out = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (Character.isLetterOrDigit(c)) {
        out.append(c);
      } else if (c != '.' && out.length() > 0 && out.charAt(out.length() - 1) != ' ') {
        out.append(' ');
      }
    }
    return out.toString().strip().toUpperCase(Locale.ROOT);
  }
}
