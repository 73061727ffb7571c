package news.dateline.attribution;

import news.dateline.model.Attribution.Speaker.SpeakerKind;
import org.jspecify.annotations.Nullable;

/** Reads who is named behind a word of saying: "said Jane Roe, a lawyer, on Monday". */
final class PhrasesBehind {
  /** Longest phrase looked at, in tokens. */
  private static final int REACH = 40;

  /** Longest remark between a verb and its subject, in tokens. */
  private static final int ASIDE = 9;

  private final Copy copy;
  private final Names names;
  private final NameRuns runs;
  private final PhraseKinds kinds;
  private final Hits hits;
  private final PhraseParts parts;

  PhrasesBehind(Copy copy, Names names, Hits hits) {
    this.copy = copy;
    this.names = names;
    this.runs = names.runs();
    this.kinds = names.kinds();
    this.hits = hits;
    this.parts = new PhraseParts(copy, names, hits);
  }

  /** Who is named from {@code from} on, before {@code hi}. */
  @Nullable Np right(int from, int hi) {
    int ceiling = Math.min(hi, from + REACH);
    int i = from;
    boolean moved = true;
    while (moved && i < ceiling) {
      moved = false;
      while (i < ceiling
          && (copy.is(i, Words.ADVERB | Words.TIME | Words.AUX | Words.ADDRESSEE) && !copy.named(i))
          && !copy.is(i, Words.PRONOUN)
          && !(copy.is(i, Words.DETERMINER)
              && i + 1 < ceiling
              && !copy.is(i + 1, Words.TIME | Words.ADDRESSEE))) {
        i++;
        moved = true;
      }
      if (i + 1 < ceiling && Marks.quote(copy.mark(i)) && parts.agencyInMarks(i + 1) > 0) {
        i = parts.agencyInMarks(i + 1);
        moved = true;
        continue;
      }
      if (i > 1 && i == from && Marks.quote(copy.mark(i)) && names.inverts()) {
        return parts.bound(i) ? parts.outlet(i, ceiling) : null;
      }
      int beyond = names.inverts() ? beyondAside(i, ceiling) : i;
      if (beyond > i) {
        i = beyond;
        moved = true;
        continue;
      }
      AgencyHit hit = hits.startingAt(i);
      if (hit != null && hit.isCited() && hit.phraseFrom() == i && hit.phraseTo() >= ceiling) {
        return null; // "a rapporté l'agence TASS"
      }
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
        && !copy.named(i)) {
      // "сообщили в администрации": only a body may stand behind the preposition.
      boolean body = i + 1 < ceiling && copy.is(i + 1, Words.ORG) && !copy.named(i + 1);
      int where = body || !names.inverts() ? i : where(i, ceiling);
      if (!body && where == i) {
        return null;
      }
      i = body ? i + 1 : where;
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
        return new Np(i, i + 1, SpeakerKind.PERSON, true);
      }
    }
    int e = phraseEnd(i, ceiling);
    if (e == i) {
      return copy.serves(i, Grammar.INDEFINITE)
          ? new Np(i, i + 1, SpeakerKind.NOMINAL, false)
          : null;
    }
    Np np = kinds.classify(i, e);
    if (np.kind() != SpeakerKind.PERSON && e + 1 < ceiling && copy.mark(e) == ',') {
      Np apposed = nameAfterComma(e + 1, ceiling);
      return apposed != null ? apposed : np;
    }
    return np;
  }

  /** "a assuré, jeudi 5 mars, le chef": one past what stands between two commas, or {@code i}. */
  private int beyondAside(int i, int hi) {
    if (copy.mark(i) != ',' || copy.is(i + 1 < hi ? i + 1 : i, Words.RELATIVE | Words.THAT)) {
      return i;
    }
    for (int k = i + 1; k < Math.min(hi, i + ASIDE); k++) {
      if (copy.mark(k) == ',') {
        boolean subject =
            k + 1 < hi
                && (copy.is(k + 1, Words.DETERMINER | Words.TITLE | Words.ROLE)
                    || copy.serves(k + 1, Grammar.INDEFINITE)
                    || copy.has(k + 1, Copy.CAP));
        return subject ? k + 1 : i;
      }
      if (copy.mark(k) != 0 || (copy.has(k, Copy.CAP) && !copy.is(k, Words.MONTH | Words.TIME))) {
        return i;
      }
    }
    return i;
  }

  /**
   * "a écrit dans un communiqué la ministre": where the subject begins behind one short phrase of
   * place; {@code i} when none that can speak follows.
   */
  private int where(int i, int hi) {
    int k = i + 1;
    k += k < hi && copy.is(k, Words.DETERMINER) ? 1 : 0;
    k++;
    if (names.russian()) {
      return k < hi && copy.mark(k - 1) == 0 && !copy.has(k - 1, Copy.CAP) && parts.somebody(k, hi)
          ? k
          : i;
    }
    if (k + 1 >= hi || copy.mark(k - 1) != 0 || copy.mark(k) != 0) {
      return i;
    }
    boolean role =
        copy.is(k, Words.DETERMINER)
            && !copy.is(k, Words.PREPOSITION)
            && copy.is(k + 1, Words.ROLE | Words.TITLE | Words.ORG);
    boolean named = copy.is(k, Words.MALE | Words.FEMALE) && copy.has(k + 1, Copy.CAP);
    return role || named ? k : i;
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
    Np np = kinds.classify(from, e);
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
      if (mark != 0 && !copy.has(e, Copy.POSSESSIVE) && mark != '&' && !runs.abbreviationDot(e)) {
        boolean quotedName =
            Marks.quote(mark)
                && e > i
                && !name
                && e + 1 < hi
                && copy.has(e + 1, Copy.CAP)
                && copy.is(e - 1, Words.ORG | Words.ROLE | Words.TITLE);
        if (!quotedName) {
          break;
        }
        int close = e + 1;
        while (close < hi && !Marks.quote(copy.mark(close))) {
          close++;
        }
        if (!parts.namedBehind(close + 1, hi)) {
          return Math.min(hi, close + 1);
        }
        e = close + 1; // "аналитик «Севера» Анна Роу"
        continue;
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
        boolean particle = runs.particle(e, hi);
        if (e > i && (owned(e, hi) || office(e, hi))) {
          // "Norway's consul", "Harbour Ministry spokesman", "Minister of Trade Ann Roe"
          name = false;
          extended = true;
        }
        if (copy.is(e, Words.PREPOSITION) && !particle) {
          boolean of =
              copy.serves(e, Grammar.NOMINAL_PREPOSITION) || (e > i && parts.portfolio(e, hi));
          if (name || !of || timeFollows(e, hi)) {
            break;
          }
        } else if (name && !particle && !parts.epithet(e)) {
          break;
        }
      }
      name |= cap && runs.nameLike(e, i) && !(names.russian() && parts.adjective(e, hi));
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
        copy.serves(e, Grammar.NOMINAL_PREPOSITION)
            && copy.is(e - 1, Words.TITLE)
            && e + 1 < hi
            && copy.has(e + 1, Copy.CAP);
    return portfolio
        || trade(e, hi)
        || (copy.is(e, Words.ROLE) && !copy.is(e, Words.PREPOSITION | Words.CUE));
  }

  /** "ONS statistician Helen Wark": any trade between a body's letters and a name; English. */
  private boolean trade(int e, int hi) {
    return names.english()
        && copy.has(e - 1, Copy.UPPER)
        && copy.has(e, Copy.WORD)
        && copy.bits(e) == 0
        && e + 2 < hi
        && copy.mark(e + 1) == 0
        && copy.has(e + 1, Copy.CAP)
        && copy.mark(e + 2) == 0
        && copy.has(e + 2, Copy.CAP);
  }

  private boolean timeFollows(int e, int hi) {
    boolean medium = false;
    for (int k = e + 1; k < Math.min(hi, e + 3) && !medium; k++) {
      medium = copy.is(k, Words.MEDIUM) && !copy.is(k, Words.RECEIVED);
    }
    return medium
        || (e + 1 < hi && copy.is(e + 1, Words.TIME | Words.MONTH))
        || (e + 2 < hi && copy.is(e + 2, Words.TIME) && copy.is(e + 1, Words.DETERMINER));
  }

  /** "seen by Reuters", "polled by AFP". */
  boolean received(int i) {
    if (!copy.is(i, Words.RECEIVED)) {
      return false;
    }
    int agency = i + 1;
    if (agency < copy.size() && copy.is(agency, Words.PREPOSITION | Words.ADVERB)) {
      agency++;
    }
    return hits.startingAt(agency) != null;
  }
}
