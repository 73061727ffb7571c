package news.dateline.attribution;

/** Tells where what a cue governs ends: at the next cue, at a break of the sentence, at its end. */
final class ReportEnds {
  /** Longest statement looked for, in tokens; a sentence without end must not be read again. */
  private static final int LONGEST = 300;

  private static final int NEAR = 40;

  private final Copy copy;
  private final Language language;
  private final Taken taken;
  private int to;
  private int front;

  ReportEnds(Copy copy, Language language, Taken taken) {
    this.copy = copy;
    this.language = language;
    this.taken = taken;
  }

  /** What follows is asked about this sentence. */
  void sentence(int from, int end) {
    to = end;
    front = from;
    int i = from;
    while (i < to && (copy.is(i, Words.AND | Words.ADVERB) || copy.wordIs(i, "but"))) {
      i++;
    }
    if (i < to && copy.is(i, Words.CONJUNCTION | Words.GERUND)) {
      front = i;
      while (front < to && copy.mark(front) != ',') {
        front++;
      }
    }
  }

  /**
   * One past the statement.
   *
   * @param object what the cue governs is a thing, not a clause
   */
  int stop(int cue, int content, boolean object) {
    boolean statement = copy.is(cue, Words.STATEMENT);
    int limit = Math.min(to, content + LONGEST);
    for (int k = content + 1; k < limit; k++) {
      if (taken.is(k)) {
        return k;
      }
      char m = copy.mark(k);
      // "If X said that …, …": the cue stands in a clause before the main one.
      if (m == ';' || m == '—' || m == '–' || (m == ',' && cue < front)) {
        return k;
      }
      if (copy.has(k, Copy.QUOTED)) {
        continue;
      }
      boolean comma = comma(k - 1);
      if (leaves(k, comma) || (!statement && circumstance(k, comma)) || (object && goesOn(k))) {
        return comma ? k - 1 : k;
      }
    }
    return limit;
  }

  /** A comma, which American usage sets before a closing mark. */
  private boolean comma(int i) {
    return copy.mark(i) == ',' || (Marks.quote(copy.mark(i)) && copy.mark(i - 1) == ',');
  }

  /** Another cue, or the phrase that names another source, begins. */
  private boolean leaves(int k, boolean comma) {
    if (copy.is(k, Words.ACCORDING) && CitedAgencies.accordingEnd(copy, language, k) > 0) {
      return true;
    }
    boolean but = copy.wordIs(k, "but") && !copy.is(k + 1, Words.THAT);
    if (comma && (but || copy.is(k, Words.GERUND))) {
      return true;
    }
    boolean joins = (comma && copy.is(k, Words.RELATIVE)) || but || copy.is(k, Words.AND);
    return (joins && cueNear(k + 1)) || (comma && next(k));
  }

  /** "said it was old, called it a wreck": the next thing that the same subject says. */
  private boolean next(int k) {
    return k + 1 < to
        && copy.is(k, Words.STATEMENT | Words.ACT)
        && !copy.is(k, Words.BARE | Words.GERUND)
        && !copy.serves(k, Grammar.NOUNY)
        && !copy.has(k, Copy.CAP)
        && (copy.is(k + 1, Words.DETERMINER | Words.OBJECT | Words.IT | Words.THAT)
            || copy.has(k + 1, Copy.CAP));
  }

  private boolean cueNear(int k) {
    int i = k;
    while (i < Math.min(to, k + 3) && copy.is(i, Words.AUX | Words.ADVERB)) {
      i++;
    }
    return i < to
        && copy.is(i, Words.STATEMENT | Words.ACT | Words.BELIEF)
        && !copy.has(i, Copy.CAP | Copy.QUOTED);
  }

  /** Behind a thing: what the same subject does next, "endorsed Roe and has left". */
  private boolean goesOn(int k) {
    boolean joins = copy.is(k, Words.AND) || copy.wordIs(k, "but");
    return joins
        && k + 1 < to
        && !copy.has(k + 1, Copy.CAP)
        && (copy.is(k + 1, Words.AUX) || copy.wordEndsWith(k + 1, "ed"));
  }

  /** What is added to an object: "criticized the plan during a rally". */
  private boolean circumstance(int k, boolean comma) {
    if (comma
        && (copy.is(k, Words.RELATIVE | Words.CONJUNCTION | Words.PREPOSITION)
            || copy.wordEndsWith(k, "ing"))) {
      return true;
    }
    return copy.serves(k, Grammar.CIRCUMSTANCE);
  }

  /** A verb or the subject of one follows soon: a clause, not a thing or a place. */
  boolean clause(int content) {
    for (int i = content; i < Math.min(to, content + NEAR); i++) {
      if (copy.is(i, Words.AUX | Words.THAT | Words.PRONOUN)) {
        return true;
      }
    }
    return false;
  }

  /** A clause of its own begins: its subject is a pronoun, or its verb stands before any mark. */
  boolean finite(int content) {
    for (int i = content; i < Math.min(to, content + NEAR) && copy.mark(i) == 0; i++) {
      if ((i > content && copy.is(i, Words.AND)) || copy.is(i, Words.CUE_NOUN)) {
        return false; // "rejected claims that …": a thing
      }
      if (copy.is(i, Words.AUX | Words.THAT) || (i == content && copy.is(i, Words.PRONOUN))) {
        return true;
      }
    }
    return false;
  }

  /** "said in Paris": only where or when it was said. */
  boolean idle(int content) {
    return copy.is(content, Words.PREPOSITION)
        && !copy.is(content, Words.DETERMINER)
        && !copy.wordIs(content, "to")
        && !copy.wordIs(content, "about")
        && !copy.wordIs(content, "of")
        && !copy.wordIs(content, "for")
        && !copy.wordIs(content, "against")
        && !clause(content);
  }

  /**
   * "…, X said in Rome, …": the comma or the end that closes a parenthesis with a cue, which ends
   * before {@code k}; -1 when the cue governs something.
   */
  int aside(int k, int next) {
    for (int i = next; i < Math.min(to, k + 14); i++) {
      if (copy.mark(i) == ',') {
        return i;
      }
      boolean starts =
          i == next
              && !copy.is(i, Words.PREPOSITION | Words.TIME | Words.ADVERB | Words.CONJUNCTION);
      if (starts
          || copy.mark(i) != 0
          || copy.is(
              i,
              Words.AUX
                  | Words.THAT
                  | Words.STATEMENT
                  | Words.ACT
                  | Words.BELIEF
                  | Words.CUE_ADJECTIVE)
          || (copy.is(i, Words.CUE_NOUN) && !copy.is(i, Words.MEDIUM))
          || copy.wordIs(i, "to")
          || copy.wordIs(i, "about")) {
        return -1;
      }
    }
    return to <= k + 14 ? to : -1;
  }

  /** The comma before a subject that begins at {@code np}, titles between them; -1 without one. */
  int commaBefore(int np, int floor) {
    for (int i = np - 1; i > floor && i > np - 8; i--) {
      char m = copy.mark(i);
      if (m == ',') {
        return i;
      }
      if ((m != 0 && !copy.has(i, Copy.POSSESSIVE) && m != '.' && m != '-')
          || copy.is(i, Words.AUX | Words.THAT | Words.CONJUNCTION | Words.GERUND)) {
        return -1;
      }
    }
    return -1;
  }
}
