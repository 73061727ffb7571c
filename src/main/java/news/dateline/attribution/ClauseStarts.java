package news.dateline.attribution;

/** Tells where the subject of a clause begins: behind what was set before it. */
final class ClauseStarts {
  private final Copy copy;

  ClauseStarts(Copy copy) {
    this.copy = copy;
  }

  /**
   * The first token of the main clause, which begins at {@code lo} or behind a fronted adjunct:
   * "Minutes later, she …", "Asked about it, he …", "Before the convention, X …".
   *
   * @return -1 when nothing but an adjunct stands before {@code before}
   */
  int first(int lo, int before) {
    int s = opening(lo, before);
    while (s < before && fronted(s, before)) {
      int comma = comma(s, before);
      if (comma < 0 || comma + 1 >= before) {
        return copy.is(s, Words.SUBORDINATE) ? opening(s + 1, before) : -1;
      }
      s = opening(comma + 1, before);
    }
    return s < before ? s : -1;
  }

  /**
   * Where the last clause before a token has its subject: a pronoun that is no object, or what the
   * whole sentence is about.
   */
  int last(int lo, int before) {
    for (int i = before - 1; i > lo; i--) {
      char m = copy.mark(i - 1);
      if (m == ';' || (Marks.dash(m) && copy.has(i - 1, Copy.SPACED))) {
        return opening(i, before);
      }
      boolean subject =
          copy.is(i, Words.HE | Words.SHE | Words.THEY | Words.FIRST_PERSON)
              && !copy.is(i, Words.OBJECT | Words.DETERMINER);
      boolean joint =
          m == ',' || copy.is(i - 1, Words.CONJUNCTION | Words.AND | Words.RELATIVE | Words.THAT);
      if (joint && (subject || named(i, before) || described(i, before))) {
        // "When asked whom she knew, Roe smiled and said": what is fronted has no say
        return Math.max(i, first(lo, before));
      }
    }
    return first(lo, before);
  }

  /** A name that a verb follows, not one of a list and not an apposition. */
  private boolean named(int i, int before) {
    if (!copy.has(i, Copy.CAP) || copy.has(i, Copy.SENTENCE) || copy.is(i, Words.TIME)) {
      return false;
    }
    if (i > 1 && copy.is(i - 1, Words.AND) && copy.has(i - 2, Copy.CAP)) {
      return false;
    }
    int e = i;
    while (e < before && e < i + 8 && (copy.has(e, Copy.CAP) || shortened(e))) {
      e++;
    }
    while (e < before && (copy.is(e, Words.ADVERB) || manner(e))) {
      e++;
    }
    return e < before && verbLike(e);
  }

  /** The dot of "Mr." and its like. */
  private boolean shortened(int i) {
    return copy.mark(i) == '.' && copy.is(i - 1, Words.ABBREVIATION);
  }

  /** "as his friends jeered": a clause of its own at the end of a sentence. */
  private boolean described(int i, int before) {
    if (!copy.is(i, Words.DETERMINER) || !copy.is(i - 1, Words.SUBORDINATE)) {
      return false;
    }
    int end = before;
    while (end > i && copy.mark(end - 1) != 0) {
      end--;
    }
    return end - i > 2 && end - i < 6 && ended(end - 1);
  }

  /** "jeered": a regular past tense. */
  private boolean ended(int i) {
    return copy.has(i, Copy.WORD)
        && !copy.has(i, Copy.CAP)
        && copy.wordEndsWith(i, "ed")
        && !copy.is(i, Words.ROLE | Words.ORG | Words.ADVERB);
  }

  /** Where a subject that begins at a token ends before its verb. */
  int subjectEnd(int from, int to) {
    int last = to - 1;
    return last > from + 1 && ended(last) && !copy.has(last - 1, Copy.CAP) ? last : to;
  }

  /** "regularly": an English word that tells how, though no list has it. */
  boolean manner(int i) {
    return copy.bits(i) == 0
        && copy.wordEndsWith(i, "ly")
        && copy.end(i) - copy.start(i) > 5
        && !copy.has(i, Copy.CAP);
  }

  /** A word that may be the verb of a subject before it. */
  boolean verbLike(int i) {
    if (!copy.has(i, Copy.WORD) || copy.has(i, Copy.CAP)) {
      return false;
    }
    if (copy.is(i, Words.CUE | Words.TELL | Words.WEAK | Words.AUX)) {
      return true;
    }
    return copy.bits(i) == 0
        && copy.end(i) - copy.start(i) > 3
        && (copy.wordEndsWith(i, "ed")
            || (copy.wordEndsWith(i, "s") && !copy.wordEndsWith(i, "ss")));
  }

  /** Does a verb and what hangs on it stand here, where a phrase that names somebody might? */
  boolean predicate(int from, int to) {
    boolean noun =
        copy.is(from, Words.DETERMINER | Words.ROLE | Words.TITLE | Words.ORG | Words.PRONOUN)
            || copy.has(from, Copy.CAP | Copy.NUMBER);
    return to > from && !noun && (verbLike(from) || copy.is(from, Words.MEDIUM));
  }

  private int opening(int from, int before) {
    int s = from;
    while (s < before
        && (copy.mark(s) != 0
            || (copy.is(s, Words.CONJUNCTION | Words.ADVERB | Words.TIME | Words.AND)
                && !copy.is(s, Words.PREPOSITION | Words.SUBORDINATE | Words.DETERMINER)
                && (!copy.has(s, Copy.CAP) || copy.has(s, Copy.SENTENCE))))) {
      s++;
    }
    return s;
  }

  private boolean fronted(int s, int before) {
    if (copy.is(s, Words.SUBORDINATE | Words.RELATIVE)
        || (copy.is(s, Words.PREPOSITION) && !copy.is(s, Words.DETERMINER))) {
      return true;
    }
    if (participle(s)) {
      return true;
    }
    int comma = comma(s, before);
    if (comma < 0 || comma - s > 6) {
      return false;
    }
    int last = comma - 1;
    return last > s && !copy.has(last, Copy.CAP) && copy.is(last, Words.ADVERB | Words.TIME);
  }

  /** "Speaking in Ohio, …", "Asked about it, …". */
  boolean participle(int s) {
    boolean named = copy.has(s, Copy.CAP) && !copy.has(s, Copy.SENTENCE);
    return !named
        && (copy.is(s, Words.PARTICIPLE)
            || copy.wordIs(s, "asked")
            || (copy.wordEndsWith(s, "ing")
                && copy.end(s) - copy.start(s) > 4
                && (copy.bits(s) == 0 || copy.is(s, Words.MEDIUM))));
  }

  private int comma(int s, int before) {
    for (int i = s; i < before; i++) {
      if (copy.mark(i) == ',') {
        return i;
      }
    }
    return -1;
  }
}
