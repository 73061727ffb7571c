package news.dateline.attribution;

/**
 * A German clause as a row of parts: phrases with the case their article allows, prepositional
 * phrases, verbs, commas. Word order tells little in German and every noun has a capital, so that
 * who acts is told by case, and by what can act at all.
 */
final class GermanClause {
  /** A noun phrase. */
  static final byte PHRASE = 1;

  /** A preposition and its phrase. */
  static final byte OBLIQUE = 2;

  /** "er", "sie", "man". */
  static final byte PRONOUN = 3;

  /** A finite verb or part of one, as far as known. */
  static final byte VERB = 4;

  /** What opens a subordinate clause, and "der", "die", "das" without a noun. */
  static final byte SUBORDINATE = 5;

  static final byte AND = 6;
  static final byte COMMA = 7;

  /** Anything else: adverbs, verbs unknown. */
  static final byte OTHER = 8;

  /** Named, or a word for a person. */
  static final int SURE = 3;

  /** A role or a body. */
  static final int ACTS = 2;

  private static final int MOST = 48;
  private final Copy copy;
  private final Names names;
  private final GermanNouns nouns;
  private final int[] from = new int[MOST];
  private final int[] core = new int[MOST];
  private final int[] to = new int[MOST];
  private final byte[] kind = new byte[MOST];
  private final boolean[] nominative = new boolean[MOST];
  private final int[] weight = new int[MOST];
  private final boolean[] sharp = new boolean[MOST];
  private int size;

  GermanClause(Copy copy, Names names, Hits hits) {
    this.copy = copy;
    this.names = names;
    this.nouns = new GermanNouns(copy, names, hits);
  }

  /** Reads the words between two tokens, at most a few dozen parts. */
  void read(int lo, int hi) {
    size = 0;
    int i = lo;
    while (i < hi && size < MOST) {
      i = part(i, hi);
    }
  }

  private int part(int i, int hi) {
    char mark = copy.mark(i);
    if (mark != 0) {
      if (mark == '(') {
        return nouns.closing(i, hi);
      }
      boolean inner = mark == '-' || mark == '/' || mark == '.' || mark == '%' || mark == '&';
      boolean skipped = inner || copy.has(i, Copy.QUOTED) || Marks.quote(mark);
      return skipped ? i + 1 : add(COMMA, i, i + 1);
    }
    boolean small = !copy.has(i, Copy.CAP) || copy.has(i, Copy.SENTENCE);
    if (copy.has(i, Copy.QUOTED)) {
      return add(OTHER, i, i + 1);
    }
    if (small && copy.is(i, Words.PRONOUN) && !nounAfter(i, hi)) {
      nominative[size] = true;
      weight[size] = copy.is(i, Words.IT) ? 0 : ACTS;
      sharp[size] = !copy.is(i, Words.SHE | Words.IT);
      return add(PRONOUN, i, i + 1);
    }
    if (small && copy.is(i, Words.THAT | Words.CONJUNCTION) && !copy.is(i, Words.AND)) {
      return add(SUBORDINATE, i, i + 1);
    }
    if (small && copy.is(i, Words.AND)) {
      return and(i, hi);
    }
    if (small && copy.has(i, Copy.CAP) && copy.is(i, Words.PARTICLE) && surname(i, hi) > i) {
      nominative[size] = true;
      weight[size] = SURE;
      sharp[size] = true;
      int at = size;
      int end = add(PHRASE, i, surname(i, hi));
      core[at] = end;
      return end;
    }
    boolean according = copy.is(i, Words.ACCORDING) && !copy.is(i, Words.DETERMINER);
    if (small && (copy.is(i, Words.PREPOSITION) || according) && !copy.wordIs(i, "wie")) {
      int end = nouns.phrase(i + 1, hi);
      boolean time = end == i + 1;
      end = time ? nouns.times(i + 1, hi) : end;
      add(OBLIQUE, i, Math.max(end, i + 1));
      core[size - 1] = time ? i : nouns.core();
      return to[size - 1];
    }
    int end = nouns.phrase(i, hi);
    if (end > i) {
      nominative[size] = nouns.nominative();
      weight[size] = nouns.weight();
      sharp[size] = nouns.sharp();
      int at = size;
      add(PHRASE, i, end);
      core[at] = nouns.core();
      return end;
    }
    if (small && copy.is(i, Words.DETERMINER | Words.RELATIVE)) {
      return add(SUBORDINATE, i, i + 1);
    }
    boolean verb = copy.is(i, Words.AUX | Words.CUE | Words.WEAK | Words.TELL | Words.SUBJUNCTIVE);
    return add(small && verb ? VERB : OTHER, i, i + 1);
  }

  private int add(byte what, int a, int b) {
    from[size] = a;
    core[size] = b;
    to[size] = b;
    kind[size] = what;
    if (what != PHRASE && what != PRONOUN) {
      nominative[size] = false;
      weight[size] = 0;
      sharp[size] = false;
    }
    size++;
    return b;
  }

  /** "Sonia und Willy Bogner": one phrase. */
  private int and(int i, int hi) {
    int end = size > 0 && kind[size - 1] == PHRASE && i + 1 < hi ? nouns.phrase(i + 1, hi) : i + 1;
    boolean joined = end > i + 1 && (nouns.nominative() || !nominative[size - 1]);
    if (!joined) {
      return add(AND, i, i + 1);
    }
    int last = size - 1;
    weight[last] = Math.max(weight[last], nouns.weight());
    core[last] = nouns.core();
    to[last] = end;
    return end;
  }

  /** "Von der Leyen" at the head of a sentence: one past it. */
  private int surname(int i, int hi) {
    int k = i + 1;
    while (k < hi && copy.is(k, Words.PARTICLE) && !copy.has(k, Copy.CAP)) {
      k++;
    }
    return k < hi && nouns.noun(k) && names.surname(k) ? k + 1 : i;
  }

  private boolean nounAfter(int i, int hi) {
    return copy.is(i, Words.DETERMINER)
        && i + 1 < hi
        && (nouns.noun(i + 1) || nouns.adjective(i + 1));
  }

  int size() {
    return size;
  }

  byte kind(int part) {
    return kind[part];
  }

  int from(int part) {
    return from[part];
  }

  int to(int part) {
    return to[part];
  }

  /** One past the phrase and its genitives. */
  int core(int part) {
    return core[part];
  }

  /** A phrase or pronoun that its case allows to act. */
  boolean acting(int part) {
    return (kind[part] == PHRASE || kind[part] == PRONOUN) && nominative[part];
  }

  int weight(int part) {
    return weight[part];
  }

  /** Nothing but the nominative, by its article, or a name. */
  boolean sharp(int part) {
    return sharp[part];
  }
}
