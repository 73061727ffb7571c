package news.dateline.attribution;

import news.dateline.model.Attribution.Speaker.SpeakerKind;
import org.jspecify.annotations.Nullable;

/** Tells, in Russian, French and Spanish, what belongs to a phrase behind a word of saying. */
final class PhraseParts {
  private final Copy copy;
  private final Names names;
  private final Hits hits;

  PhraseParts(Copy copy, Names names, Hits hits) {
    this.copy = copy;
    this.names = names;
    this.hits = hits;
  }

  /** "des Affaires étrangères": an adjective behind the capital of a body's name. */
  boolean epithet(int e) {
    return names.romance()
        && copy.bits(e) == 0
        && e > 2
        && copy.has(e - 1, Copy.CAP)
        && !copy.is(e - 1, Words.MALE | Words.FEMALE)
        && copy.is(e - 2, Words.DETERMINER)
        && copy.is(e - 3, Words.PREPOSITION | Words.ORG);
  }

  /** "Всемирной организации": an adjective with a capital that a small noun follows. */
  boolean adjective(int e, int hi) {
    boolean noun =
        e + 1 < hi
            && copy.has(e + 1, Copy.WORD)
            && !copy.has(e + 1, Copy.CAP)
            && !copy.is(e + 1, Words.CUE | Words.PREPOSITION | Words.CONJUNCTION | Words.ADVERB);
    return noun
        && (copy.wordEndsWith(e, "ой")
            || copy.wordEndsWith(e, "ого")
            || copy.wordEndsWith(e, "ая")
            || copy.wordEndsWith(e, "ое")
            || copy.wordEndsWith(e, "ый")
            || copy.wordEndsWith(e, "ий"));
  }

  boolean namedBehind(int i, int hi) {
    return names.russian() && i + 1 < hi && copy.has(i, Copy.CAP) && copy.has(i + 1, Copy.CAP);
  }

  /** "l'adjoint à la Culture": what an office is for. */
  boolean portfolio(int e, int hi) {
    return names.romance()
        && e + 2 < hi
        && copy.is(e - 1, Words.ROLE | Words.TITLE)
        && copy.is(e + 1, Words.DETERMINER)
        && copy.has(e + 2, Copy.CAP);
  }

  /** A role in the nominative or a name that stands right here: "замминистра Анна Роу". */
  boolean somebody(int k, int hi) {
    if (copy.mark(k) != 0 || copy.is(k, Words.PREPOSITION | Words.CONJUNCTION | Words.RELATIVE)) {
      return false;
    }
    if (copy.is(k, Words.ROLE | Words.TITLE | Words.PRONOUN)) {
      return true;
    }
    int e = k;
    while (e < hi && e < k + 5 && copy.mark(e) == 0 && !copy.has(e, Copy.CAP)) {
      e++;
    }
    return e + 1 < hi && copy.has(e, Copy.CAP) && copy.has(e + 1, Copy.CAP);
  }

  /** "Интерфаксу" between marks: one past the closing one, or -1. */
  int agencyInMarks(int i) {
    AgencyHit hit = hits.startingAt(i);
    if (hit == null || hit.trapped() || hit.to() >= copy.size()) {
      return -1;
    }
    return Marks.quote(copy.mark(hit.to())) ? hit.to() + 1 : -1;
  }

  /** ", пишет «Север»": a house named between marks. */
  @Nullable Np outlet(int open, int hi) {
    if (open + 2 >= hi || !copy.has(open + 1, Copy.CAP)) {
      return null;
    }
    for (int k = open + 2; k < Math.min(hi, open + 6); k++) {
      if (Marks.quote(copy.mark(k))) {
        return new Np(open + 1, k, SpeakerKind.ORGANISATION, false);
      }
      if (copy.mark(k) != 0 && copy.mark(k) != '-') {
        return null;
      }
    }
    return null;
  }

  /** The word of saying before a token stands right behind a comma or a dash. */
  boolean bound(int i) {
    return copy.mark(i - 2) == ',' || Marks.dash(copy.mark(i - 2));
  }
}
