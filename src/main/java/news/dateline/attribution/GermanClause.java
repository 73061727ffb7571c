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
  private static final long NO_ADJECTIVE =
      Words.AUX
          | Words.CUE
          | Words.WEAK
          | Words.TELL
          | Words.CONJUNCTION
          | Words.THAT
          | Words.RELATIVE
          | Words.PREPOSITION
          | Words.PRONOUN
          | Words.OBJECT
          | Words.ADVERB
          | Words.DETERMINER
          | Words.SUBJUNCTIVE
          | Words.AND;
  private static final String[] FEMININE = {
    "ung", "heit", "keit", "schaft", "tät", "ion", "rei", "tei", "ik", "tur", "erin", "tin",
    "behörde", "seite", "presse", "bank", "stadt", "gruppe", "polizei", "agentur",
  };

  private final Copy copy;
  private final Names names;
  private final Hits hits;
  private final int[] from = new int[MOST];
  private final int[] core = new int[MOST];
  private final int[] to = new int[MOST];
  private final byte[] kind = new byte[MOST];
  private final boolean[] nominative = new boolean[MOST];
  private final int[] weight = new int[MOST];
  private final boolean[] sharp = new boolean[MOST];
  private int size;

  private int phraseCore;
  private boolean phraseNominative;
  private int phraseWeight;
  private boolean phraseSharp;

  GermanClause(Copy copy, Names names, Hits hits) {
    this.copy = copy;
    this.names = names;
    this.hits = hits;
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
        return closing(i, hi);
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
      int end = phrase(i + 1, hi);
      boolean time = end == i + 1;
      end = time ? timeEnd(i + 1, hi) : end;
      add(OBLIQUE, i, Math.max(end, i + 1));
      core[size - 1] = time ? i : phraseCore;
      return to[size - 1];
    }
    int end = phrase(i, hi);
    if (end > i) {
      nominative[size] = phraseNominative;
      weight[size] = phraseWeight;
      sharp[size] = phraseSharp;
      int at = size;
      add(PHRASE, i, end);
      core[at] = phraseCore;
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
    int end = size > 0 && kind[size - 1] == PHRASE && i + 1 < hi ? phrase(i + 1, hi) : i + 1;
    boolean joined = end > i + 1 && (phraseNominative || !nominative[size - 1]);
    if (!joined) {
      return add(AND, i, i + 1);
    }
    int last = size - 1;
    weight[last] = Math.max(weight[last], phraseWeight);
    core[last] = phraseCore;
    to[last] = end;
    return end;
  }

  private int closing(int i, int hi) {
    for (int k = i + 1; k < Math.min(hi, i + 8); k++) {
      if (copy.mark(k) == ')') {
        return k + 1;
      }
    }
    return i + 1;
  }

  /** "Von der Leyen" at the head of a sentence: one past it. */
  private int surname(int i, int hi) {
    int k = i + 1;
    while (k < hi && copy.is(k, Words.PARTICLE) && !copy.has(k, Copy.CAP)) {
      k++;
    }
    return k < hi && noun(k) && names.surname(k) ? k + 1 : i;
  }

  private int timeEnd(int i, int hi) {
    int e = i;
    while (e < hi && copy.is(e, Words.TIME | Words.MONTH | Words.DETERMINER)) {
      e++;
    }
    return e;
  }

  private boolean nounAfter(int i, int hi) {
    return copy.is(i, Words.DETERMINER) && i + 1 < hi && (noun(i + 1) || adjective(i + 1));
  }

  private boolean noun(int k) {
    return copy.has(k, Copy.CAP)
        && copy.has(k, Copy.WORD)
        && !copy.has(k, Copy.QUOTED)
        && !copy.is(k, Words.TIME | Words.MONTH)
        && !(copy.has(k, Copy.SENTENCE)
            && copy.is(
                k,
                Words.STOP
                    | Words.PREPOSITION
                    | Words.ADVERB
                    | Words.DETERMINER
                    | Words.PRONOUN
                    | Words.CONJUNCTION
                    | Words.AUX
                    | Words.THAT));
  }

  private boolean adjective(int k) {
    if (copy.has(k, Copy.NUMBER)) {
      return true;
    }
    return copy.has(k, Copy.WORD)
        && !copy.has(k, Copy.CAP)
        && !copy.is(k, NO_ADJECTIVE)
        && (copy.wordEndsWith(k, "e")
            || copy.wordEndsWith(k, "en")
            || copy.wordEndsWith(k, "er")
            || copy.wordEndsWith(k, "em")
            || copy.wordEndsWith(k, "es"));
  }

  /** One past the phrase that begins at a token, its genitives included; the token if none does. */
  private int phrase(int i, int hi) {
    int k = i;
    boolean article =
        k < hi
            && copy.is(k, Words.DETERMINER)
            && (!copy.has(k, Copy.CAP) || copy.has(k, Copy.SENTENCE));
    k += article ? 1 : 0;
    k += article && k < hi && lead(k, hi) ? 1 : 0;
    int adjectives = 0;
    while (k < hi && adjectives < 5 && adjective(k)) {
      k++;
      adjectives++;
    }
    boolean marked = k + 1 < hi && nameMark(k) && noun(k + 1);
    int head = marked ? k + 1 : k;
    k = head;
    while (k < hi && (noun(k) || (k > head && (joint(k, hi) || nameMark(k))))) {
      k++;
    }
    if (k == head) {
      return i;
    }
    phraseCore = k;
    phraseNominative = article ? nominative(i, head) : adjectives == 0 || bare(i);
    boolean masculine = copy.wordIs(i, "der") || copy.wordIs(i, "ein");
    phraseSharp = phraseNominative && (masculine || (!article && names.mentionIn(head, k) != null));
    phraseWeight = weight(i, head, k, article || adjectives > 0);
    return attached(k, hi);
  }

  /** "die beiden Minister", "ein nicht genannter Vertreter". */
  private boolean lead(int k, int hi) {
    if (copy.has(k, Copy.CAP) || k + 1 >= hi) {
      return false;
    }
    boolean more = copy.wordIs(k, "beiden") || copy.wordIs(k, "zwei") || copy.wordIs(k, "drei");
    return more
        ? adjective(k + 1) || noun(k + 1)
        : copy.is(k, Words.ADVERB) && !copy.is(k, Words.PREPOSITION) && adjective(k + 1);
  }

  /** A quotation mark of a name, of nobody's words. */
  private boolean nameMark(int k) {
    return Marks.quote(copy.mark(k)) && !copy.has(k, Copy.QUOTED) && copy.mark(k) != '\'';
  }

  private boolean joint(int k, int hi) {
    return names.abbreviationDot(k)
        || copy.mark(k) == '&'
        || (copy.is(k, Words.PARTICLE) && names.particle(k, hi) && !copy.is(k, Words.DETERMINER))
        || (copy.is(k, Words.PARTICLE)
            && copy.is(k - 1, Words.PARTICLE)
            && !copy.has(k - 1, Copy.CAP)
            && k + 1 < hi
            && copy.has(k + 1, Copy.CAP));
  }

  /** An adjective without an article shows the case by itself. */
  private boolean bare(int i) {
    return !copy.wordEndsWith(i, "em") && !copy.wordEndsWith(i, "en");
  }

  private boolean nominative(int article, int head) {
    if (copy.wordIs(article, "der")) {
      return !feminine(head);
    }
    if (copy.wordIs(article, "das") || copy.wordIs(article, "dieses")) {
      return true;
    }
    return !copy.wordEndsWith(article, "em")
        && !copy.wordEndsWith(article, "en")
        && !copy.wordEndsWith(article, "es")
        && !copy.wordEndsWith(article, "einer")
        && !copy.wordIs(article, "ihrer");
  }

  private boolean feminine(int head) {
    if (copy.is(head, Words.FEMALE_TITLE) || hits.covering(head, head + 1) != null) {
      return true;
    }
    for (String end : FEMININE) {
      if (copy.wordEndsWith(head, end)) {
        return true;
      }
    }
    return false;
  }

  private int weight(int first, int head, int end, boolean marked) {
    int best = 0;
    for (int k = head; k < end; k++) {
      if (copy.is(k, Words.MALE | Words.FEMALE) && k + 1 < end) {
        return SURE;
      }
      boolean acronym = copy.has(k, Copy.UPPER) && copy.end(k) - copy.start(k) > 1;
      if (copy.is(k, Words.TITLE | Words.ROLE | Words.ORG) || acronym) {
        best = ACTS;
      }
    }
    if (names.mentionIn(head, end) != null || names.surname(end - 1)) {
      return SURE;
    }
    boolean initial = copy.has(first, Copy.SENTENCE) && !marked;
    return best > 0 ? best : initial ? 0 : 1;
  }

  /** Genitives, "von …" after a role, a party in brackets. */
  private int attached(int k, int hi) {
    int end = k;
    int core = phraseCore;
    boolean nom = phraseNominative;
    int w = phraseWeight;
    for (int n = 0; n < 3 && end < hi; n++) {
      if (copy.mark(end) == '(') {
        end = closing(end, hi);
        continue;
      }
      boolean genitive =
          copy.wordIs(end, "der")
              || copy.wordIs(end, "des")
              || copy.wordIs(end, "eines")
              || copy.wordIs(end, "einer")
              || copy.wordIs(end, "seiner")
              || copy.wordIs(end, "ihrer")
              || copy.wordIs(end, "deutscher");
      boolean of =
          w == ACTS
              && (copy.wordIs(end, "von")
                  || copy.wordIs(end, "vom")
                  || copy.wordIs(end, "für")
                  || copy.wordIs(end, "aus"));
      // "sagte ein Ermittler der Nachrichtenagentur": told to it, not of it.
      boolean told =
          hits.startingAt(end) != null
              || (end + 1 < hi
                  && (hits.startingAt(end + 1) != null
                      || copy.is(end + 1, Words.AGENCY_NOUN | Words.NEVER_QUOTE)));
      if ((!genitive && !of) || told) {
        break;
      }
      int next = plain(of ? end + 1 : end, hi);
      if (next <= end + 1) {
        break;
      }
      end = next;
      core = end;
    }
    phraseCore = core;
    phraseNominative = nom;
    phraseWeight = w;
    return end;
  }

  private int plain(int i, int hi) {
    int k = i;
    if (k < hi && copy.is(k, Words.DETERMINER)) {
      k++;
    }
    int adjectives = 0;
    while (k < hi && adjectives < 4 && adjective(k)) {
      k++;
      adjectives++;
    }
    int head = k;
    while (k < hi && (noun(k) || (k > head && joint(k, hi)))) {
      k++;
    }
    return k > head ? k : i;
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
