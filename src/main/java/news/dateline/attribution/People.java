package news.dateline.attribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the names of a byline or a credit: "Jane Roe in Kyiv, John Doe and Ann Poe". */
final class People {
  private People() {}

  /** Runs of two to five capitalised words, agencies and places left out; token ranges. */
  static List<Np> read(Copy copy, Hits hits, int from, int to) {
    List<Np> out = new ArrayList<>();
    int i = from;
    boolean place = false;
    while (i < to) {
      AgencyHit hit = hits.startingAt(i);
      if (hit != null && hit.from() == i && !hit.trapped()) {
        i = hit.to();
        place = false;
        continue;
      }
      boolean separator =
          copy.mark(i) == ','
              || copy.mark(i) == ';'
              || copy.mark(i) == '/'
              || copy.is(i, Words.AND);
      if (separator) {
        place = false;
      } else if (copy.is(i, Words.PREPOSITION)
          && !copy.has(i, Copy.CAP)
          && !copy.is(i, Words.PARTICLE)) {
        place = true;
      }
      if (!word(copy, i)) {
        i++;
        continue;
      }
      int end = i + 1;
      while (end < to
          && !Staff.afterName(copy, end)
          && free(hits.startingAt(end))
          && (word(copy, end) || joint(copy, end, to))) {
        end++;
      }
      while (!word(copy, end - 1)) {
        end--;
      }
      int words = 0;
      for (int k = i; k < end; k++) {
        words += copy.mark(k) == 0 ? 1 : 0;
      }
      if (!out.isEmpty() && copy.mark(i - 1) == '/') {
        int region = end + 1 < to && copy.mark(end) == ',' ? end + 2 : end;
        if (new Gazetteer(copy, Optional.empty()).knows(i, region)) {
          i = region; // "Jane Roe / San Jose, Calif."
          continue;
        }
      }
      boolean listed = i > from && !out.isEmpty() && copy.mark(i - 1) == ',';
      boolean house = // "Jane Roe, Harbour State University", "Jane Roe, The Harbour Database"
          (listed && copy.is(end - 1, Words.ORG) && !copy.is(i, Words.MALE | Words.FEMALE))
              || (i > from && !out.isEmpty() && articled(copy, i));
      if (house) {
        i = end;
        continue;
      }
      boolean enough = words >= 2 || (words == 1 && alone(copy, i));
      // "Le Figaro", "La Croix": no given name is an article.
      boolean article = words == 2 && copy.is(i, Words.DETERMINER) && !copy.has(i, Copy.UPPER);
      if (!place && enough && !article && words <= 5 && !Staff.in(copy, i, end)) {
        out.add(person(i, end));
      }
      i = end;
      while (i < to && Staff.afterName(copy, i)) {
        i++;
      }
    }
    return out;
  }

  /** No agency, or one whose name is another's here: "Petra Vane". */
  private static boolean free(@Nullable AgencyHit hit) {
    return hit == null || hit.trapped();
  }

  private static boolean articled(Copy copy, int i) {
    return copy.is(i - 1, Words.DETERMINER)
        && !copy.is(i - 1, Words.PARTICLE)
        && copy.has(i - 1, Copy.CAP)
        && !copy.has(i - 1, Copy.UPPER);
  }

  /** A name in a script without capitals needs no second word: "구현모". */
  private static boolean alone(Copy copy, int i) {
    int length = copy.end(i) - copy.start(i);
    char first = copy.chars[copy.start(i)];
    return length >= 2 && length <= 12 && Letters.caseless(first) && !Staff.afterName(copy, i);
  }

  static Np person(int from, int to) {
    return new Np(from, to, news.dateline.model.Attribution.Speaker.SpeakerKind.PERSON, false);
  }

  private static boolean word(Copy copy, int i) {
    return copy.has(i, Copy.CAP)
        && !copy.is(i, Words.TIME)
        && !(copy.is(i, Words.MONTH) && !given(copy, i))
        && !(copy.is(i, Words.DETERMINER)
            && !copy.has(i, Copy.UPPER)
            && !copy.is(i, Words.PARTICLE));
  }

  /** "Jan Sellner", not "Jan 3". */
  private static boolean given(Copy copy, int i) {
    return i + 1 < copy.size()
        && copy.has(i + 1, Copy.CAP)
        && !copy.has(i + 1, Copy.SENTENCE)
        && (i == 0 || !copy.has(i - 1, Copy.NUMBER));
  }

  private static boolean joint(Copy copy, int i, int to) {
    if (i + 1 >= to || !copy.has(i + 1, Copy.CAP)) {
      return i + 2 < to
          && copy.is(i, Words.PARTICLE)
          && copy.is(i + 1, Words.PARTICLE)
          && copy.has(i + 2, Copy.CAP);
    }
    boolean initial = copy.mark(i) == '.' && copy.end(i - 1) - copy.start(i - 1) <= 2;
    return initial || (copy.is(i, Words.PARTICLE) && !copy.is(i, Words.AND));
  }
}
