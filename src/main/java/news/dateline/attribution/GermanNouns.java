package news.dateline.attribution;

/**
 * Reads one German noun phrase: where it ends, what case its article allows, whether it can act.
 */
final class GermanNouns {
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

  private final Copy copy;
  private final Names names;
  private final NameRuns runs;
  private final Hits hits;
  private int core;
  private boolean nominative;
  private int weight;
  private boolean sharp;

  GermanNouns(Copy copy, Names names, Hits hits) {
    this.copy = copy;
    this.names = names;
    this.runs = names.runs();
    this.hits = hits;
  }

  /** One past the phrase read last and its genitives. */
  int core() {
    return core;
  }

  /** Whether its case allows it to act. */
  boolean nominative() {
    return nominative;
  }

  /** How surely it can act; see {@link GermanClause#SURE}. */
  int weight() {
    return weight;
  }

  /** Whether it can be nothing but the nominative. */
  boolean sharp() {
    return sharp;
  }

  /** One past the phrase that begins at a token, its genitives included; the token if none does. */
  int phrase(int i, int hi) {
    int k = i;
    boolean article =
        k < hi
            && copy.is(k, Words.DETERMINER)
            && (!copy.has(k, Copy.CAP) || copy.has(k, Copy.SENTENCE));
    k += article ? 1 : 0;
    k += article && k < hi && lead(k, hi) ? 1 : 0;
    k = article ? attribute(k, hi) : k;
    int adjectives = 0;
    while (k < hi && adjectives < 5 && adjective(k)) {
      boolean measured =
          copy.has(k, Copy.NUMBER) && k + 2 < hi && copy.has(k + 1, Copy.CAP) && adjective(k + 2);
      k += measured ? 2 : 1; // "der 35 Jahre alte Kapitän"
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
    core = k;
    nominative = article ? nominative(i, head) : adjectives == 0 || bare(i);
    boolean masculine = copy.wordIs(i, "der") || copy.wordIs(i, "ein");
    sharp = nominative && (masculine || (!article && names.mentionIn(head, k) != null));
    weight = weight(i, head, k, article || adjectives > 0);
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

  /** "die in Wien lebende Sängerin": where the participle stands that ends what comes before it. */
  private int attribute(int k, int hi) {
    int e = k;
    for (int n = 0; n < 3 && e < hi; n++) {
      boolean bound = copy.is(e, Words.PREPOSITION) || copy.wordIs(e, "als");
      int next = bound ? plain(e + 1, hi) : e;
      next = bound && next == e + 1 ? times(next, hi) : next;
      boolean leads =
          next > e + 1 || (!bound && copy.is(e, Words.ADVERB) && !copy.has(e, Copy.CAP));
      if (!leads) {
        break;
      }
      e = bound ? next : e + 1;
    }
    return e > k && e + 1 < hi && adjective(e) && (noun(e + 1) || adjective(e + 1)) ? e : k;
  }

  /** One past "Montag", "letzten Mai". */
  int times(int i, int hi) {
    int e = i;
    while (e < hi && copy.is(e, Words.TIME | Words.MONTH | Words.DETERMINER)) {
      e++;
    }
    return e;
  }

  /** A quotation mark of a name, of nobody's words. */
  private boolean nameMark(int k) {
    return Marks.quote(copy.mark(k)) && !copy.has(k, Copy.QUOTED) && copy.mark(k) != '\'';
  }

  private boolean joint(int k, int hi) {
    return runs.abbreviationDot(k)
        || copy.mark(k) == '&'
        || (copy.is(k, Words.PARTICLE) && runs.particle(k, hi) && !copy.is(k, Words.DETERMINER))
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
      return !feminine(head) && !weakPerson(head);
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

  /** "der Vorsitzenden", "der 54-Jährigen": a person in -en behind "der" acts in no case. */
  private boolean weakPerson(int head) {
    return copy.wordEndsWith(head, "en")
        && (numbered(head) || copy.is(head, Words.ROLE | Words.TITLE));
  }

  private boolean feminine(int head) {
    return copy.is(head, Words.FEMALE_TITLE)
        || copy.serves(head, Grammar.FEMININE)
        || hits.covering(head, head + 1) != null;
  }

  private int weight(int first, int head, int end, boolean marked) {
    int best = 0;
    for (int k = head; k < end; k++) {
      if (copy.is(k, Words.MALE | Words.FEMALE) && k + 1 < end) {
        return GermanClause.SURE;
      }
      boolean acronym = copy.has(k, Copy.UPPER) && copy.end(k) - copy.start(k) > 1;
      boolean aged = numbered(k) && (copy.wordEndsWith(k, "ige") || copy.wordEndsWith(k, "iger"));
      if (copy.is(k, Words.TITLE | Words.ROLE | Words.ORG) || acronym || aged) {
        best = GermanClause.ACTS;
      }
    }
    if (names.mentionIn(head, end) != null || names.surname(end - 1)) {
      return GermanClause.SURE;
    }
    boolean verb =
        end < copy.size()
            && copy.is(end, Words.AUX | Words.CUE | Words.WEAK)
            && !copy.has(end, Copy.CAP);
    boolean initial = copy.has(first, Copy.SENTENCE) && !marked && !verb;
    return best > 0 ? best : initial || thing(end - 1) ? 0 : 1;
  }

  /** "der dpa", "der Katholischen Nachrichten-Agentur": an agency or a paper. */
  private boolean listens(int article, int hi) {
    int k = article;
    do {
      if (hits.startingAt(k) != null || copy.is(k, Words.AGENCY_NOUN | Words.NEVER_QUOTE)) {
        return true;
      }
      k++;
    } while (k < Math.min(hi, article + 4) && (k == article + 1 || adjective(k) || noun(k)));
    return false;
  }

  /** What is said, and what ends in -ung and its like, acts only where nothing else can. */
  private boolean thing(int k) {
    return copy.is(k, Words.SAYING_NOUN)
        || copy.wordEndsWith(k, "ung")
        || copy.wordEndsWith(k, "heit")
        || copy.wordEndsWith(k, "keit")
        || copy.wordEndsWith(k, "ismus");
  }

  /** Genitives, "von …" after a role, a party in brackets. */
  private int attached(int k, int hi) {
    int end = k;
    int w = weight;
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
          w == GermanClause.ACTS
              && (copy.wordIs(end, "von")
                  || copy.wordIs(end, "vom")
                  || copy.wordIs(end, "für")
                  || copy.wordIs(end, "aus"));
      // "sagte ein Ermittler der Nachrichtenagentur": told to it, not of it.
      boolean told = (genitive || of) && listens(end, hi);
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
    while (k < hi && (noun(k) || (k > head && !copy.wordIs(k, "zu") && joint(k, hi)))) {
      k++;
    }
    return k > head ? k : i;
  }

  /** "dpa" is written small. */
  private boolean agency(int k) {
    AgencyHit hit = hits.startingAt(k);
    return hit != null && hit.from() == k && !hit.trapped();
  }

  boolean noun(int k) {
    return (copy.has(k, Copy.CAP) || agency(k) || numbered(k))
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

  /** "54-Jährige", "100-Meter-Lauf": a number and a noun in one word. */
  private boolean numbered(int k) {
    if (!copy.has(k, Copy.NUMBER)) {
      return false;
    }
    int i = copy.start(k);
    while (i < copy.end(k) && copy.chars[i] != '-') {
      i++;
    }
    return i + 1 < copy.end(k) && Character.isUpperCase(copy.chars[i + 1]);
  }

  boolean adjective(int k) {
    if (numbered(k)) {
      return false;
    }
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

  /** One past the bracket that closes the one at a token, when that is near. */
  int closing(int i, int hi) {
    for (int k = i + 1; k < Math.min(hi, i + 8); k++) {
      if (copy.mark(k) == ')') {
        return k + 1;
      }
    }
    return i + 1;
  }
}
