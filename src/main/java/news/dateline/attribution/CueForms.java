package news.dateline.attribution;

/**
 * Tells whether a word that may report something does so where it stands: "the claims", "claims".
 */
final class CueForms {
  private static final long VERB = Words.STATEMENT | Words.ACT | Words.BELIEF;
  private static final long SUBJECT = Words.PRONOUN | Words.FIRST_PERSON | Words.RELATIVE;

  private final Copy copy;

  CueForms(Copy copy) {
    this.copy = copy;
  }

  /** The word before {@code i} that is no adverb; below {@code from} when there is none. */
  int before(int i, int from) {
    int p = i - 1;
    while (p >= from && ((copy.is(p, Words.ADVERB) && !copy.is(p, SUBJECT)) || since(p, from))) {
      p--;
    }
    return p;
  }

  /** "has since said", "has long held": adverbs there. */
  private boolean since(int p, int from) {
    return p > from
        && (copy.wordIs(p, "since") || copy.wordIs(p, "long"))
        && copy.is(p - 1, Words.AUX);
  }

  boolean negated(int p) {
    return copy.wordEndsWith(p, "n't") || copy.wordEndsWith(p, "n’t");
  }

  /**
   * A form of a verb that is a verb here, in a sentence or headline that begins at {@code from}.
   */
  boolean verb(int i, int from, int to) {
    if (!copy.is(i, VERB)) {
      return false;
    }
    if (i == from) {
      return copy.is(i, Words.GERUND);
    }
    int p = before(i, from);
    if (p < from) {
      return copy.is(i, Words.GERUND);
    }
    boolean determined =
        copy.is(p, Words.DETERMINER) && !copy.is(p, SUBJECT) && !copy.is(p, Words.THAT);
    if (copy.has(p, Copy.POSSESSIVE) || determined) {
      // "some said", "both say": the determiner is the subject.
      return copy.is(p, Words.DETERMINER) && copy.serves(p, Grammar.QUANTIFIER);
    }
    if (copy.is(i, Words.GERUND)) {
      return !copy.serves(i, Grammar.NOUNY) || copy.is(p, Words.AUX) || copy.mark(p) == ',';
    }
    boolean infinitive = copy.wordIs(p, "to");
    if (copy.is(p, Words.PREPOSITION) && !infinitive) {
      return false;
    }
    if (!copy.is(i, Words.BARE)) {
      return !copy.serves(i, Grammar.NOUNY) || !copy.is(p, Words.AND);
    }
    return infinitive || bare(i, p, to);
  }

  private boolean bare(int i, int p, int to) {
    if (copy.is(p, SUBJECT | Words.AUX) || negated(p)) {
      return true;
    }
    boolean third = copy.wordEndsWith(i, "s");
    boolean joined = copy.is(p, Words.CONJUNCTION) && !copy.is(p, Words.AND);
    if (joined || !copy.serves(i, Grammar.NOUNY)) {
      return !joined && (!third || copy.mark(p) == 0 || copy.is(i, Words.STATEMENT));
    }
    if (copy.has(p, Copy.NUMBER) || copy.mark(p) != 0 || nounFollows(i + 1, to, i)) {
      return false;
    }
    boolean cap = copy.has(p, Copy.CAP) && !copy.has(p, Copy.SENTENCE);
    boolean many = copy.wordEndsWith(p, "s") || copy.wordIs(p, "people") || copy.is(p, Words.THAT);
    return third ? cap : many && !cap;
  }

  /** What stands behind a noun rather than behind a verb. */
  private boolean nounFollows(int k, int to, int word) {
    if (k >= to || copy.mark(k) != 0 || copy.is(k, Words.AUX)) {
      return true;
    }
    boolean callFor = copy.wordIs(k, "for") && copy.is(word, Words.ACT);
    return copy.is(k, Words.PREPOSITION) && !copy.is(k, Words.DETERMINER) && !callFor;
  }

  /** "is", "were", "been": what turns a participle into a passive. */
  boolean being(int p) {
    return copy.serves(p, Grammar.COPULA);
  }

  /** "asked who paid": a question reported states nothing. */
  boolean question(int content) {
    return copy.serves(content, Grammar.QUESTION);
  }

  /** "to leave", "not to leave". */
  boolean infinitive(int content) {
    return copy.wordIs(content, "to")
        || (copy.wordIs(content, "not") && copy.wordIs(content + 1, "to"));
  }

  /** "asked not to be named", "that he not be identified": no statement, a condition. */
  boolean unnamed(int content, int to) {
    for (int i = content; i < Math.min(to, content + 5); i++) {
      if (copy.serves(i, Grammar.UNNAMED)) {
        return true;
      }
    }
    return false;
  }

  /** The word before a verb, its auxiliaries and adverbs left out. */
  int subjectEnd(int cue, int from) {
    int p = cue - 1;
    while (p > from && copy.is(p, Words.ADVERB | Words.AUX) && !copy.is(p, SUBJECT)) {
      p--;
    }
    return Math.max(p, from);
  }

  /** What an act or a belief is about, behind its verb; -1 when nothing follows. */
  int object(int i, int to, boolean passive) {
    int k = i + 1;
    if (k >= to || (copy.mark(k) != 0 && !Marks.quote(copy.mark(k))) || copy.wordIs(k, "by")) {
      return -1;
    }
    boolean led = copy.is(k, Words.PREPOSITION) && !copy.wordIs(k, "to");
    boolean act = passive && copy.is(i, Words.ACT);
    if (act && !copy.serves(k, Grammar.PASSIVE_COMPLEMENT)) {
      return -1;
    }
    int content = led ? k + 1 : k;
    boolean seeing = copy.serves(i, Grammar.TOPICAL) && !judged(k, to);
    return content < to && !seeing ? content : -1;
  }

  /** "saw him as a threat", "saw that", not "saw a film". */
  private boolean judged(int k, int to) {
    for (int i = k; i < Math.min(to, k + 10); i++) {
      if (copy.wordIs(i, "as") || copy.is(i, Words.THAT) || question(i)) {
        return true;
      }
    }
    return false;
  }

  /** "talked at length about taxes": what follows the word that leads to the topic. */
  int topic(int i, int to) {
    for (int k = i + 1; k < Math.min(to, i + 4); k++) {
      if (copy.serves(k, Grammar.VERB_COMPLEMENT)) {
        return k + 1;
      }
    }
    return -1;
  }

  /** "is confident that", "felt unsure about". */
  boolean adjective(int i, int from, int to) {
    if (i + 2 >= to || !copy.is(i, Words.CUE_ADJECTIVE)) {
      return false;
    }
    int p = before(i, from);
    boolean governs =
        copy.is(i + 1, Words.THAT) || copy.serves(i + 1, Grammar.ADJECTIVE_COMPLEMENT);
    return p >= from
        && governs
        && (being(p) || copy.is(p, Words.ADVERB) || copy.is(p, Words.BELIEF));
  }

  /** "his claim that", "criticism of": the noun and the word that leads to what was said. */
  boolean noun(int i, int from, int to) {
    if (i + 2 >= to || !copy.is(i, Words.CUE_NOUN)) {
      return false;
    }
    return copy.is(i + 1, Words.THAT) || copy.serves(i + 1, Grammar.NOUN_COMPLEMENT);
  }
}
