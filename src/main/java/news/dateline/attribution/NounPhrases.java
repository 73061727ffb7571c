package news.dateline.attribution;

import news.dateline.model.Attribution.Speaker.SpeakerKind;
import org.jspecify.annotations.Nullable;

/** Reads who is named to the left or to the right of a word of saying. */
class NounPhrases {
  /** Longest phrase looked at, in tokens. */
  private static final int REACH = 40;

  final Copy copy;
  final Names names;
  final Hits hits;
  private final ClauseStarts starts;

  NounPhrases(Copy copy, Names names, Hits hits) {
    this.copy = copy;
    this.names = names;
    this.hits = hits;
    this.starts = new ClauseStarts(copy);
  }

  /** The subject that ends right before {@code cue}, not reaching before {@code lo}. */
  @Nullable Np left(int cue, int lo) {
    int floor = Math.max(lo, cue - REACH);
    int j = cue - 1;
    while (j >= floor && (copy.is(j, Words.ADVERB | Words.AUX) || starts.manner(j)) && !named(j)) {
      j--;
    }
    if (j < floor) {
      return null;
    }
    if (copy.is(j, Words.PRONOUN | Words.FIRST_PERSON)) {
      return pronoun(j);
    }
    if (copy.is(j, Words.RELATIVE)) {
      int end = j > floor && copy.mark(j - 1) == ',' ? j - 1 : j;
      return ending(end, floor);
    }
    if (copy.is(j, Words.AND)) {
      return lastSubject(floor, j);
    }
    if (copy.mark(j) == ',') {
      return apposition(floor, j);
    }
    if (copy.mark(j) == ')') {
      int open = j;
      while (open > floor && copy.mark(open) != '(') {
        open--;
      }
      return open > floor ? ending(open, floor) : null;
    }
    return ending(j + 1, floor);
  }

  private boolean named(int i) {
    return copy.has(i, Copy.CAP) && !copy.has(i, Copy.SENTENCE);
  }

  Np pronoun(int i) {
    return new Np(i, i + 1, SpeakerKind.PERSON, true);
  }

  private @Nullable Np ending(int end, int lo) {
    int s = end;
    while (s > lo && inPhrase(s - 1, end)) {
      s--;
    }
    while (s < end && copy.is(s, Words.CONJUNCTION | Words.AND | Words.ADVERB) && !named(s)) {
      s++;
    }
    if (s < end && copy.is(s, Words.PREPOSITION) && !copy.is(s, Words.DETERMINER)) {
      int run = names.runStart(s + 1, end);
      return run < end && run > s + 1 && !copy.is(run - 1, Words.PREPOSITION)
          ? classify(run, end)
          : null;
    }
    return s < end ? classify(s, unreceived(s, end)) : null;
  }

  /** Where "seen by Reuters" begins behind what was seen, else {@code end}. */
  private int unreceived(int from, int end) {
    for (int i = from + 1; i < end; i++) {
      if (received(i)) {
        return i;
      }
    }
    return end;
  }

  /** "seen by Reuters", "polled by AFP". */
  private boolean received(int i) {
    if (!copy.is(i, Words.RECEIVED)) {
      return false;
    }
    int agency = i + 1;
    if (agency < copy.size() && copy.is(agency, Words.PREPOSITION | Words.ADVERB)) {
      agency++;
    }
    return hits.startingAt(agency) != null;
  }

  private boolean inPhrase(int i, int end) {
    char mark = copy.mark(i);
    if (mark != 0) {
      if (copy.has(i, Copy.POSSESSIVE) || mark == '&' || mark == '%') {
        return true;
      }
      return mark == '.' && i > 0 && names.abbreviationDot(i);
    }
    if (named(i)) {
      return true;
    }
    if (copy.is(i, Words.AND)) {
      return i > 0 && i + 1 < end && copy.has(i - 1, Copy.CAP) && copy.has(i + 1, Copy.CAP);
    }
    if (copy.is(i, Words.DETERMINER) || names.particle(i, end)) {
      return true;
    }
    return !copy.is(
        i,
        Words.CONJUNCTION
            | Words.THAT
            | Words.RELATIVE
            | Words.CUE
            | Words.AUX
            | Words.PRONOUN
            | Words.FIRST_PERSON);
  }

  /** The first phrase of a clause, as its subject. */
  @Nullable Np subject(int lo, int before) {
    return from(starts.first(lo, before), before);
  }

  /** The subject of the last clause before a token. */
  @Nullable Np lastSubject(int lo, int before) {
    return from(starts.last(lo, before), before);
  }

  private @Nullable Np from(int s, int before) {
    if (s < 0 || s >= before) {
      return null;
    }
    if (copy.is(s, Words.PRONOUN | Words.FIRST_PERSON) && !copy.is(s, Words.DETERMINER)) {
      return pronoun(s);
    }
    int e = s;
    boolean name = false;
    while (e < before && e < s + 12) {
      boolean cap = copy.has(e, Copy.CAP) && copy.mark(e) == 0;
      if (name && !cap && !names.abbreviationDot(e) && !copy.is(e, Words.PARTICLE)) {
        break;
      }
      if (!inPhrase(e, before)
          || (copy.is(e, Words.PREPOSITION) && !copy.is(e, Words.DETERMINER))) {
        break;
      }
      name |= (cap && e > s) || (cap && !copy.is(e, Words.STOP | Words.TITLE));
      e++;
      if (!name && copy.is(e - 1, Words.ROLE | Words.ORG)) {
        break;
      }
    }
    return e > s ? classify(s, e) : null;
  }

  private @Nullable Np apposition(int lo, int comma) {
    int segmentEnd = comma;
    Np leftmost = null;
    Np person = null;
    while (segmentEnd > lo) {
      int s = segmentEnd;
      boolean verb = false;
      while (s > lo && copy.mark(s - 1) != ',' && !breaks(s - 1)) {
        s--;
        verb |=
            (copy.is(s, Words.AUX | Words.CUE) && !named(s) && !names.particle(s, comma))
                || copy.is(s, Words.THAT);
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
        Np np = ending(segmentEnd, s);
        if (np != null) {
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

  private boolean breaks(int i) {
    char m = copy.mark(i);
    return m == ';'
        || m == ':'
        || m == '—'
        || m == '–'
        || (Marks.quote(m) && !copy.has(i, Copy.POSSESSIVE))
        || copy.has(i + 1, Copy.SENTENCE);
  }

  /** Who is named from {@code from} on, before {@code hi}. */
  @Nullable Np right(int from, int hi) {
    int ceiling = Math.min(hi, from + REACH);
    int i = from;
    boolean moved = true;
    while (moved && i < ceiling) {
      moved = false;
      while (i < ceiling
          && (copy.is(i, Words.ADVERB | Words.TIME | Words.AUX | Words.ADDRESSEE) && !named(i))
          && !copy.is(i, Words.PRONOUN)
          && !(copy.is(i, Words.DETERMINER)
              && i + 1 < ceiling
              && !copy.is(i + 1, Words.TIME | Words.ADDRESSEE))) {
        i++;
        moved = true;
      }
      AgencyHit hit = hits.startingAt(i);
      if (hit != null
          && hit.phraseTo() < ceiling
          && copy.mark(hit.phraseTo()) == 0
          && !hit.trapped()) {
        i = hit.phraseTo();
        moved = true;
        continue;
      }
      int skipped = addressee(i, ceiling);
      if (skipped > i) {
        i = skipped;
        moved = true;
      }
    }
    if (i < ceiling
        && copy.is(i, Words.PREPOSITION)
        && !copy.is(i, Words.DETERMINER)
        && !named(i)) {
      // "сообщили в администрации": only a body may stand behind the preposition.
      boolean body = i + 1 < ceiling && copy.is(i + 1, Words.ORG) && !named(i + 1);
      if (!body) {
        return null;
      }
      i++;
    }
    if (i >= ceiling) {
      return null;
    }
    if (copy.is(i, Words.PRONOUN | Words.OBJECT)) {
      boolean possessive =
          copy.is(i, Words.DETERMINER)
              && i + 1 < ceiling
              && copy.mark(i + 1) == 0
              && !copy.is(
                  i + 1, Words.CONJUNCTION | Words.PREPOSITION | Words.ADVERB | Words.DETERMINER);
      if (!possessive) {
        return pronoun(i);
      }
    }
    int e = phraseEnd(i, ceiling);
    if (e == i) {
      return null;
    }
    Np np = classify(i, e);
    if (np.kind() != SpeakerKind.PERSON && e + 1 < ceiling && copy.mark(e) == ',') {
      Np apposed = nameAfterComma(e + 1, ceiling);
      return apposed != null ? apposed : np;
    }
    return np;
  }

  /** Who is named right here, in whatever case the words before demand. */
  @Nullable Np beside(int from, int hi) {
    return right(from, hi);
  }

  /** Whom a verb of quoting before {@code from} quotes. */
  @Nullable Np quoted(int from, int hi) {
    return right(from, hi);
  }

  private @Nullable Np nameAfterComma(int from, int hi) {
    int e = phraseEnd(from, hi);
    if (e == from || e - from > 6) {
      return null;
    }
    boolean closes =
        e >= hi
            || copy.mark(e) == ','
            || copy.mark(e) == '.'
            || copy.mark(e) == ';'
            || copy.mark(e) == '('
            || copy.has(e, Copy.SENTENCE)
            || hits.startingAt(e) != null;
    if (!closes || !copy.has(from, Copy.CAP)) {
      return null;
    }
    Np np = classify(from, e);
    return np.kind() == SpeakerKind.PERSON && np.from() == from ? np : null;
  }

  /** "to reporters", "à l'AFP", "в беседе с корреспондентом БЕЛТА": one past it, or {@code i}. */
  private int addressee(int i, int hi) {
    if (i >= hi || !copy.is(i, Words.PREPOSITION)) {
      return i;
    }
    for (int k = i + 1; k < Math.min(hi, i + 6); k++) {
      AgencyHit hit = hits.startingAt(k);
      if (hit != null) {
        return hit.phraseTo();
      }
      if (copy.is(k, Words.ADDRESSEE | Words.TIME)) {
        boolean agencyFollows = k + 1 < hi && hits.startingAt(k + 1) != null;
        if (!agencyFollows) {
          return k + 1;
        }
      }
      if (copy.mark(k) != 0 || copy.has(k, Copy.CAP)) {
        return i;
      }
    }
    return i;
  }

  private int phraseEnd(int i, int hi) {
    int e = i;
    boolean name = false;
    boolean extended = false;
    while (e < hi && e < i + 16) {
      if (e > i && (copy.has(e, Copy.SENTENCE) || received(e))) {
        break;
      }
      AgencyHit hit = e > i ? hits.startingAt(e) : null;
      if (hit != null
          && !hit.trapped()
          && (name || copy.is(e, Words.DETERMINER) || !copy.is(e - 1, Words.PREPOSITION))) {
        break;
      }
      char mark = copy.mark(e);
      if (mark != 0 && !copy.has(e, Copy.POSSESSIVE) && mark != '&' && !names.abbreviationDot(e)) {
        boolean quotedName =
            Marks.quote(mark)
                && e > i
                && !name
                && e + 1 < hi
                && copy.has(e + 1, Copy.CAP)
                && copy.is(e - 1, Words.ORG);
        if (!quotedName) {
          break;
        }
        int close = e + 1;
        while (close < hi && !Marks.quote(copy.mark(close))) {
          close++;
        }
        return Math.min(hi, close + 1);
      }
      boolean cap = mark == 0 && copy.has(e, Copy.CAP);
      if (copy.is(e, Words.AND)) {
        if (!(e > i && e + 1 < hi && copy.has(e - 1, Copy.CAP) && copy.has(e + 1, Copy.CAP))) {
          break;
        }
      } else if (!cap && mark == 0) {
        if (copy.is(e, Words.CONJUNCTION | Words.RELATIVE | Words.THAT | Words.AUX | Words.PRONOUN)
            && !copy.is(e, Words.DETERMINER)) {
          break;
        }
        if (e > i
            && copy.is(e, Words.CUE | Words.TIME | Words.ADVERB | Words.QUOTING | Words.PARTICIPLE)
            && !copy.is(e, Words.DETERMINER | Words.PREPOSITION)
            && !(copy.is(e, Words.CUE) && copy.is(e - 1, Words.DETERMINER))) {
          break;
        }
        boolean particle = names.particle(e, hi);
        if (e > i && (owned(e, hi) || office(e, hi))) {
          // "Norway's consul", "Harbour Ministry spokesman", "Minister of Trade Ann Roe"
          name = false;
          extended = true;
        }
        if (copy.is(e, Words.PREPOSITION) && !particle) {
          if (name || !copy.is(e, Words.NOMINAL_PREPOSITION) || timeFollows(e, hi)) {
            break;
          }
        } else if (name && !particle) {
          break;
        }
      }
      name |= cap && names.nameLike(e, i);
      name |= extended && copy.is(e, Words.ROLE | Words.TITLE);
      e++;
    }
    while (e > i
        && (copy.is(e - 1, Words.PREPOSITION | Words.DETERMINER | Words.AND | Words.CONJUNCTION)
            && !copy.has(e - 1, Copy.CAP))) {
      e--;
    }
    return e;
  }

  /** "Norway's deputy consul": a role that belongs to what was named. */
  private boolean owned(int e, int hi) {
    if (!copy.has(e - 1, Copy.POSSESSIVE)) {
      return false;
    }
    for (int k = e; k < Math.min(hi, e + 4); k++) {
      if (copy.is(k, Words.ROLE | Words.TITLE)) {
        return true;
      }
      if (copy.mark(k) != 0 || copy.is(k, Words.PREPOSITION | Words.AUX | Words.CUE)) {
        return false;
      }
    }
    return false;
  }

  /** A role or "of" that goes on a phrase whose capitalised words are a body's or a title. */
  private boolean office(int e, int hi) {
    if (!copy.has(e - 1, Copy.CAP)) {
      return false;
    }
    boolean portfolio =
        copy.is(e, Words.NOMINAL_PREPOSITION)
            && copy.is(e - 1, Words.TITLE)
            && e + 1 < hi
            && copy.has(e + 1, Copy.CAP);
    return portfolio || (copy.is(e, Words.ROLE) && !copy.is(e, Words.PREPOSITION | Words.CUE));
  }

  private boolean timeFollows(int e, int hi) {
    boolean medium = false;
    for (int k = e + 1; k < Math.min(hi, e + 3) && !medium; k++) {
      medium = copy.is(k, Words.MEDIUM);
    }
    return medium
        || (e + 1 < hi && copy.is(e + 1, Words.TIME | Words.MONTH))
        || (e + 2 < hi && copy.is(e + 2, Words.TIME) && copy.is(e + 1, Words.DETERMINER));
  }

  /** What a phrase names: a person without title, an organisation, or a description. */
  Np classify(int from, int to) {
    return names.classify(from, to);
  }
}
