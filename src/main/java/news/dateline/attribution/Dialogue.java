package news.dateline.attribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Speech set by dashes: {@code — Мы готовы, — сказал он. — Завтра.} and {@code —Voy —dijo Ana.}
 * Only in languages that print dialogue so.
 */
final class Dialogue {
  private static final Set<String> LANGUAGES = Set.of("ru", "fr", "es");

  private Dialogue() {}

  /** The speeches of paragraphs that open with a dash, in text order. */
  static List<Quoted> scan(Copy copy, String language) {
    List<Quoted> found = new ArrayList<>();
    if (!LANGUAGES.contains(language)) {
      return found;
    }
    for (int p = 0; p < copy.paragraphs(); p++) {
      int first = copy.paragraphFirst(p);
      int last = copy.paragraphFirst(p + 1);
      if (last - first > 3 && Marks.dash(copy.mark(first)) && copy.mark(first) != '-') {
        paragraph(copy, p, first, last, found);
      }
    }
    return found;
  }

  /**
   * Speeches by marks and by dashes in text order; marks within a speech by dashes are part of it.
   *
   * @param marked in text order
   * @param dashes in text order, none within another
   */
  static List<Quoted> merge(List<Quoted> marked, List<Quoted> dashes) {
    if (dashes.isEmpty()) {
      return marked;
    }
    List<Quoted> out = new ArrayList<>(marked.size() + dashes.size());
    int next = 0;
    Quoted around = null;
    for (Quoted q : marked) {
      while (next < dashes.size() && dashes.get(next).open() <= q.open()) {
        around = dashes.get(next++);
        out.add(around);
      }
      if (around == null || q.close() > around.close()) {
        out.add(q);
      }
    }
    out.addAll(dashes.subList(next, dashes.size()));
    return out;
  }

  private static void paragraph(Copy copy, int p, int first, int last, List<Quoted> found) {
    int from = first + 1;
    boolean speech = true;
    for (int i = first + 1; i < last; i++) {
      if (!speech && closesAside(copy, i, last)) {
        from = i + 2;
        speech = true;
        continue;
      }
      boolean dash = Marks.dash(copy.mark(i)) && (copy.has(i, Copy.SPACED) || glued(copy, i));
      if (!dash || i + 1 >= last) {
        continue;
      }
      if (speech && cueFollows(copy, i + 1, last)) {
        add(copy, p, from, i, found);
        speech = false;
      } else if (!speech && (Marks.ends(copy.mark(i - 1)) || !copy.has(i + 1, Copy.SPACED))) {
        from = i + 1;
        speech = true;
      }
    }
    if (speech && last > from) {
      add(copy, p, from, last, found);
    }
  }

  /** Spanish "—dijo Ana—. Hay": the dash stands against the narrator's last word. */
  private static boolean closesAside(Copy copy, int i, int last) {
    return Marks.dash(copy.mark(i))
        && copy.mark(i) != '-'
        && i + 2 < last
        && (Marks.ends(copy.mark(i + 1)) || copy.mark(i + 1) == ',')
        && !copy.has(i + 1, Copy.SPACED);
  }

  /** "да,— сказал он": the dash stands against the mark before it. */
  private static boolean glued(Copy copy, int i) {
    char before = copy.mark(i - 1);
    return copy.mark(i) != '-' && before != 0 && (before == ',' || Marks.ends(before));
  }

  /** The narrator speaks in lower case and says so with a word of saying. */
  private static boolean cueFollows(Copy copy, int from, int last) {
    for (int i = from; i < Math.min(last, from + 4); i++) {
      if (copy.is(i, Words.CUE | Words.WEAK)) {
        return !copy.has(from, Copy.CAP);
      }
    }
    return false;
  }

  private static void add(Copy copy, int p, int from, int to, List<Quoted> found) {
    int end = to;
    while (end > from && copy.mark(end - 1) == ',') {
      end--;
    }
    if (end > from) {
      int close = copy.end(to - 1);
      found.add(
          new Quoted(
              copy.start(from) - 1,
              copy.start(from),
              copy.end(end - 1),
              close,
              p,
              false,
              false,
              true));
    }
  }
}
