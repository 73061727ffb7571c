package news.dateline.attribution;

import java.util.ArrayList;
import java.util.List;

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
      if (hit != null && hit.from() == i) {
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
          && hits.startingAt(end) == null
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
      if (!place && words >= 2 && words <= 5) {
        out.add(new Np(i, end, news.dateline.model.Attribution.Speaker.SpeakerKind.PERSON, false));
      }
      i = end;
    }
    return out;
  }

  private static boolean word(Copy copy, int i) {
    return copy.has(i, Copy.CAP)
        && !copy.is(i, Words.TIME | Words.MONTH)
        && !(copy.is(i, Words.DETERMINER)
            && !copy.has(i, Copy.UPPER)
            && !copy.is(i, Words.PARTICLE));
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
