package news.dateline.attribution;

import news.dateline.model.Attribution.Speaker.SpeakerKind;
import org.jspecify.annotations.Nullable;

/**
 * Reads who acts beside a German verb. The verb stands second: when the clause begins with anything
 * but its subject, the subject follows the verb.
 */
final class GermanPhrases extends NounPhrases {
  private static final int REACH = 40;

  private final GermanClause clause;
  private int weight;
  private boolean sharp;

  GermanPhrases(Copy copy, Names names, Hits hits) {
    super(copy, names, hits);
    this.clause = new GermanClause(copy, names, hits);
  }

  /** How surely the phrase found last can act; see {@link GermanClause#SURE}. */
  int weight() {
    return weight;
  }

  /** Whether the phrase found last can be nothing but a subject. */
  boolean sharp() {
    return sharp;
  }

  @Override
  @Nullable Np left(int cue, int lo) {
    int floor = Math.max(lo, cue - REACH);
    int s = cue;
    while (s > floor && !breaks(s - 1)) {
      s--;
    }
    clause.read(s, cue);
    int n = clause.size();
    int segment = n;
    while (segment > 0 && clause.kind(segment - 1) != GermanClause.COMMA) {
      segment--;
    }
    return n == 0 ? none() : segment == n ? afterAside(n) : within(segment, n);
  }

  private boolean breaks(int i) {
    char m = copy.mark(i);
    return m == ';'
        || m == ':'
        || m == '—'
        || m == '–'
        || copy.has(i, Copy.QUOTED)
        || copy.has(i + 1, Copy.SENTENCE);
  }

  /** "X, der …, sagte": the subject opens the sentence, unless something else does. */
  private @Nullable Np afterAside(int n) {
    int first = opens(0, n);
    if (first < n && copy.wordIs(clause.from(first), "wie")) {
      return first(first + 1, n, 0);
    }
    if (first >= n || !clause.acting(first)) {
      return none();
    }
    for (int k = first + 1; k < n && clause.kind(k) != GermanClause.COMMA; k++) {
      if (clause.kind(k) == GermanClause.VERB) {
        return none();
      }
    }
    return apposed(first, n);
  }

  private int opens(int from, int n) {
    int k = from;
    while (k < n && (clause.kind(k) == GermanClause.AND || clause.kind(k) == GermanClause.COMMA)) {
      k++;
    }
    return k;
  }

  private @Nullable Np within(int segment, int n) {
    int k = opens(segment, n);
    if (k >= n) {
      return first(0, n, 0);
    }
    if (clause.kind(k) == GermanClause.SUBORDINATE) {
      boolean relative = copy.is(clause.from(k), Words.DETERMINER | Words.RELATIVE) && segment > 1;
      if (relative) {
        int before = segment - 2;
        if (clause.kind(before) == GermanClause.OBLIQUE
            && clause.core(before) > clause.from(before) + 1) {
          return named(clause.from(before) + 1, clause.core(before));
        }
        for (int a = before; a >= 0; a--) {
          if (clause.kind(a) == GermanClause.PHRASE) {
            return found(a);
          }
        }
      }
      return first(k + 1, n, 0);
    }
    if (apposition(segment, n)) {
      return found(segment - 2);
    }
    int verb = k;
    while (verb < n && clause.kind(verb) != GermanClause.VERB) {
      verb++;
    }
    if (verb < n) {
      int opening = fronted(k, verb);
      Np right = opening >= 0 && surely(opening) ? null : sharp(verb + 1, n);
      if (right == null && opening < 0) {
        right = first(verb + 1, n, 0);
      }
      return right != null ? right : opening >= 0 ? apposed(opening, n) : first(k, n, 0);
    }
    if (clause.kind(n - 1) == GermanClause.AND) {
      Np here = first(k, n, 0);
      return here != null ? here : first(0, n, 0);
    }
    int opening = fronted(k, n);
    return opening >= 0 ? apposed(opening, n) : none();
  }

  /** "Ada Beer, Leiterin des Amtes sagte": the comma behind what she is was forgotten. */
  private boolean apposition(int segment, int n) {
    if (segment < 2
        || opens(0, n) != segment - 2
        || clause.kind(segment - 2) != GermanClause.PHRASE
        || clause.weight(segment - 2) < GermanClause.SURE
        || clause.kind(segment) != GermanClause.PHRASE
        || clause.weight(segment) != GermanClause.ACTS) {
      return false;
    }
    for (int k = segment + 1; k < n; k++) {
      if (clause.kind(k) == GermanClause.VERB || clause.kind(k) == GermanClause.PRONOUN) {
        return false;
      }
    }
    return !copy.is(clause.from(segment), Words.DETERMINER);
  }

  private boolean surely(int part) {
    return clause.sharp(part) || clause.weight(part) >= GermanClause.ACTS;
  }

  /** "Auch der Minister": the one part before the verb that may act, adverbs aside; or -1. */
  private int fronted(int from, int verb) {
    int k = from;
    while (k < verb && clause.kind(k) == GermanClause.OTHER) {
      k++;
    }
    return k < verb && clause.acting(k) ? k : -1;
  }

  private @Nullable Np sharp(int from, int to) {
    for (int k = from; k < to; k++) {
      if (clause.acting(k) && clause.sharp(k) && clause.weight(k) > 0) {
        return apposed(k, to);
      }
    }
    return none();
  }

  private @Nullable Np first(int from, int to, int least) {
    for (int k = from; k < to; k++) {
      if (clause.acting(k) && clause.weight(k) >= least) {
        return apposed(k, to);
      }
    }
    return none();
  }

  @Override
  @Nullable Np right(int from, int hi) {
    clause.read(from, Math.min(hi, from + REACH));
    int n = clause.size();
    int fallback = -1;
    for (int k = 0; k < n; k++) {
      byte kind = clause.kind(k);
      if (kind == GermanClause.COMMA || kind == GermanClause.SUBORDINATE) {
        break;
      }
      boolean idle = clause.kind(k) == GermanClause.PRONOUN && clause.weight(k) == 0;
      if (clause.acting(k) && !addressed(k, n) && !(idle && follows(k, n))) {
        return apposed(k, n);
      }
      if (kind == GermanClause.PHRASE && fallback < 0) {
        fallback = k;
      }
    }
    if (fallback < 0 || copy.is(clause.from(fallback), Words.DETERMINER)) {
      return none();
    }
    Np np = found(fallback);
    weight = 0;
    return np;
  }

  private boolean follows(int k, int n) {
    for (int next = k + 1; next < n && clause.kind(next) != GermanClause.COMMA; next++) {
      if (clause.acting(next)) {
        return true;
      }
    }
    return false;
  }

  /** "sagte der dpa der Minister": an agency that another who can act follows. */
  private boolean addressed(int k, int n) {
    if (clause.kind(k) != GermanClause.PHRASE
        || hits.covering(clause.from(k), clause.core(k)) == null) {
      return false;
    }
    return follows(k, n);
  }

  @Override
  @Nullable Np subject(int lo, int before) {
    clause.read(lo, before);
    Np np = null;
    for (int least = GermanClause.ACTS; least >= 0 && np == null; least--) {
      np = first(0, clause.size(), least);
    }
    return np;
  }

  /** The phrase that begins at a token, in whatever case; null when none does. */
  @Nullable Np oblique(int from, int hi) {
    clause.read(from, Math.min(hi, from + REACH));
    return clause.size() > 0 && clause.kind(0) == GermanClause.PHRASE ? found(0) : none();
  }

  /** The phrase that ends right before a token, in whatever case. */
  @Nullable Np ending(int end, int lo) {
    clause.read(Math.max(lo, end - REACH), end);
    int last = clause.size() - 1;
    return last >= 0 && clause.kind(last) == GermanClause.PHRASE ? found(last) : none();
  }

  /** The phrase that a range of tokens consists of; null when it holds more. */
  @Nullable Np alone(int from, int hi) {
    clause.read(from, hi);
    boolean one =
        clause.size() > 0
            && clause.size() <= 3
            && clause.kind(0) == GermanClause.PHRASE
            && clause.acting(0)
            && clause.to(clause.size() - 1) >= hi
            && (clause.size() == 1 || clause.kind(1) == GermanClause.COMMA);
    return one ? apposed(0, clause.size()) : none();
  }

  @Override
  @Nullable Np beside(int from, int hi) {
    clause.read(from, Math.min(hi, from + REACH));
    int n = clause.size();
    int k = 0;
    while (k < n && clause.kind(k) == GermanClause.OTHER) {
      k++;
    }
    if (k >= n) {
      return none();
    }
    if (clause.kind(k) == GermanClause.OBLIQUE && clause.core(k) > clause.from(k) + 1) {
      return named(clause.from(k) + 1, clause.core(k));
    }
    boolean names = clause.kind(k) == GermanClause.PHRASE || clause.kind(k) == GermanClause.PRONOUN;
    return names ? apposed(k, n) : none();
  }

  @Override
  @Nullable Np quoted(int from, int hi) {
    clause.read(from, Math.min(hi, from + REACH));
    int object = -1;
    for (int k = 0; k < clause.size() && clause.kind(k) != GermanClause.COMMA; k++) {
      boolean phrase =
          clause.kind(k) == GermanClause.PHRASE || clause.kind(k) == GermanClause.PRONOUN;
      if (phrase && (object < 0 || !clause.sharp(k))) {
        object = k;
      }
    }
    return object < 0 ? none() : apposed(object, clause.size());
  }

  /** "der Sprecher der Polizei in Ulm, Hans Meyer,": the name when one stands beside the role. */
  private Np apposed(int part, int n) {
    if (clause.weight(part) < GermanClause.SURE && clause.kind(part) == GermanClause.PHRASE) {
      int comma = part + 1;
      while (comma < n && clause.kind(comma) == GermanClause.OBLIQUE) {
        comma++;
      }
      int name = comma + 1;
      if (name < n
          && clause.kind(comma) == GermanClause.COMMA
          && clause.kind(name) == GermanClause.PHRASE
          && clause.weight(name) == GermanClause.SURE
          && (name + 1 >= n || clause.kind(name + 1) == GermanClause.COMMA)) {
        return found(name);
      }
    }
    return found(part);
  }

  private Np found(int part) {
    weight = clause.weight(part);
    sharp = clause.sharp(part);
    int from = clause.from(part);
    if (clause.kind(part) == GermanClause.PRONOUN) {
      return pronoun(from);
    }
    return named(from, clause.core(part));
  }

  private Np named(int from, int to) {
    AgencyHit agency = quotedAgency(from, to);
    if (agency != null) {
      return new Np(agency.from(), agency.to(), SpeakerKind.ORGANISATION, false);
    }
    Names.Mention named = names.mentionIn(from, to);
    Np np =
        named != null && named.to() == to
            ? new Np(named.from(), named.to(), SpeakerKind.PERSON, false)
            : classify(from, to);
    return described(np, from) ? new Np(from, to, SpeakerKind.NOMINAL, false) : np;
  }

  /** "der Präsident Frankreichs", "die neue Mieterin": whose he is or what she is, no name. */
  private boolean described(Np np, int from) {
    int last = np.to() - 1;
    boolean one =
        np.kind() == SpeakerKind.PERSON
            && np.from() == last
            && last > from
            && copy.is(from, Words.DETERMINER)
            && !copy.is(last, Words.MALE | Words.FEMALE)
            && !names.surname(last);
    boolean titled = one && copy.is(last - 1, Words.TITLE);
    return titled ? copy.wordEndsWith(last, "s") : one && !copy.has(last - 1, Copy.CAP);
  }

  /** "die Nachrichtenagentur „Xinhua“": an agency whose name stands between marks. */
  private @Nullable AgencyHit quotedAgency(int from, int to) {
    if (!Marks.quote(copy.mark(to - 1))) {
      return null;
    }
    for (AgencyHit hit : hits.within(from, to)) {
      if (!hit.trapped()) {
        return hit;
      }
    }
    return null;
  }

  private @Nullable Np none() {
    weight = -1;
    sharp = false;
    return null;
  }
}
