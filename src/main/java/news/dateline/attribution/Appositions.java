package news.dateline.attribution;

import news.dateline.model.Attribution.Speaker.SpeakerKind;
import org.jspecify.annotations.Nullable;

/** Finds a subject behind which something is said of it: "Jane Roe, a clerk in Oslo, said". */
final class Appositions {
  private final Copy copy;
  private final Names names;
  private final ClauseStarts starts;
  private final NounPhrases phrases;

  Appositions(Copy copy, Names names, ClauseStarts starts, NounPhrases phrases) {
    this.copy = copy;
    this.names = names;
    this.starts = starts;
    this.phrases = phrases;
  }

  /** Who is named before a comma, past what only describes him. */
  @Nullable Np before(int lo, int comma) {
    int segmentEnd = comma;
    Np leftmost = null;
    Np person = null;
    while (segmentEnd > lo) {
      segmentEnd = beforeBracket(segmentEnd, lo);
      int s = segmentEnd;
      boolean verb = false;
      while (s > lo && copy.mark(s - 1) != ',' && !breaks(s - 1)) {
        s--;
        boolean noun = s > lo && copy.is(s - 1, Words.DETERMINER);
        boolean particle = names.runs().particle(s, comma);
        verb |= copy.is(s, Words.AUX | Words.CUE) && !copy.named(s) && !noun && !particle;
        verb |= copy.is(s, Words.THAT);
      }
      if (s == segmentEnd) {
        break;
      }
      if (verb && !copy.is(s, Words.RELATIVE) && !starts.participle(s)) {
        break;
      }
      boolean aside =
          copy.is(s, Words.RELATIVE)
              || (copy.is(s, Words.PREPOSITION) && !copy.is(s, Words.DETERMINER))
              || starts.participle(s)
              || copy.has(s, Copy.NUMBER);
      if (!aside) {
        Np np = phrases.endingBefore(segmentEnd, s);
        if (np != null) {
          boolean apposed =
              leftmost != null
                  && leftmost.kind() == SpeakerKind.PERSON
                  && np.kind() == SpeakerKind.NOMINAL
                  && copy.is(np.to() - 1, Words.ROLE);
          person = apposed && person == null ? leftmost : person;
          leftmost = np;
          if (np.kind() == SpeakerKind.PERSON && names.believable(np)) {
            person = np;
          }
        }
      }
      if (s <= lo || breaks(s - 1)) {
        break;
      }
      segmentEnd = s - 1;
    }
    return person != null ? person : leftmost;
  }

  /** "Ann Poe (D-ME)": where the bracket begins that ends a phrase. */
  private int beforeBracket(int end, int lo) {
    if (end <= lo || copy.mark(end - 1) != ')') {
      return end;
    }
    int open = end - 1;
    while (open > lo && open > end - 8 && copy.mark(open) != '(') {
      open--;
    }
    return copy.mark(open) == '(' ? open : end;
  }

  private boolean breaks(int i) {
    char m = copy.mark(i);
    return m == ';'
        || m == ':'
        || m == '—'
        || m == '–'
        || (Marks.quote(m) && copy.has(i, Copy.QUOTED))
        || copy.has(i + 1, Copy.SENTENCE);
  }

  /** The dash that opens what the dash at {@code close} ends; {@code close} when none does. */
  int asideFrom(int close, int floor) {
    int i = close;
    while (i > floor && Marks.dash(copy.mark(i))) {
      i--;
    }
    for (; i > floor; i--) {
      if (copy.has(i, Copy.SENTENCE) || copy.has(i, Copy.QUOTED)) {
        return close;
      }
      if (Marks.dash(copy.mark(i)) && copy.has(i, Copy.SPACED)) {
        return i;
      }
    }
    return close;
  }
}
