package news.dateline.attribution;

import news.dateline.model.Attribution.Speaker.SpeakerKind;
import org.jspecify.annotations.Nullable;

/** Reads who is named beside a word of saying. */
class NounPhrases {
  /** Longest phrase looked at, in tokens. */
  private static final int REACH = 40;

  final Copy copy;
  final Names names;
  private final NameRuns runs;
  private final PhraseKinds kinds;
  final Hits hits;
  private final ClauseStarts starts;
  private final PhrasesBehind behind;
  private final Appositions appositions;

  NounPhrases(Copy copy, Names names, Hits hits) {
    this.copy = copy;
    this.names = names;
    this.runs = names.runs();
    this.kinds = names.kinds();
    this.hits = hits;
    this.starts = new ClauseStarts(copy);
    this.behind = new PhrasesBehind(copy, names, hits);
    this.appositions = new Appositions(copy, names, starts, this);
  }

  /** The subject that ends right before {@code cue}, not reaching before {@code lo}. */
  @Nullable Np left(int cue, int lo) {
    int floor = Math.max(lo, cue - REACH);
    int j = cue - 1;
    while (j >= floor
        && (copy.is(j, Words.ADVERB | Words.AUX)
            || starts.manner(j)
            || clitic(j)
            || since(j, floor))
        && !copy.named(j)) {
      j--;
    }
    if (j < floor) {
      return null;
    }
    if (copy.is(j, Words.PRONOUN | Words.FIRST_PERSON)) {
      return pronoun(j);
    }
    if (copy.is(j, Words.RELATIVE)) {
      Np head = antecedent(j, floor);
      boolean agency = head != null && hits.covering(head.from(), head.to()) != null;
      boolean relays = agency || (head != null && copy.is(head.to() - 1, Words.AGENCY_NOUN));
      return relays
          ? head
          : new Np(j, j + 1, head == null ? SpeakerKind.PERSON : head.kind(), true);
    }
    if (copy.is(j, Words.AND)) {
      return lastSubject(floor, j);
    }
    if (copy.mark(j) == ',') {
      return appositions.before(floor, j);
    }
    int aside = Marks.dash(copy.mark(j)) ? appositions.asideFrom(j, floor) : j;
    if (aside < j) {
      // "Jane Roe, a clerk -- she works there -- told me"
      return appositions.before(floor, aside);
    }
    if (names.english() && copy.is(j, Words.THAT) && j - 1 > floor) {
      return noun(j, floor); // "a headline that read"
    }
    if (copy.mark(j) == ')') {
      int open = j;
      while (open > floor && copy.mark(open) != '(') {
        open--;
      }
      return open > floor ? endingBefore(open, floor) : null;
    }
    Np np = endingBefore(j + 1, floor);
    int relative = np == null || np.kind() == SpeakerKind.PERSON ? -1 : np.from() - 1;
    boolean predicate =
        relative > floor && copy.is(relative, Words.RELATIVE) && starts.predicate(relative + 1, j);
    return predicate ? antecedent(relative, floor) : np; // "a clerk who spoke at length said"
  }

  /** The noun that ends before a token, with its article: "a sign", "two banners", "bottles". */
  private @Nullable Np noun(int end, int floor) {
    int head = end - 1;
    if (!copy.has(head, Copy.WORD)
        || copy.has(head, Copy.CAP)
        || copy.is(head, Words.CUE | Words.TELL | Words.AUX | Words.PRONOUN | Words.PREPOSITION)) {
      return null;
    }
    for (int i = head - 1; i >= Math.max(floor, end - 5) && copy.mark(i) == 0; i--) {
      if (copy.is(i, Words.DETERMINER)) {
        return new Np(i, end, SpeakerKind.NOMINAL, false);
      }
      if (copy.is(i, Words.PREPOSITION | Words.AND | Words.CONJUNCTION | Words.CUE | Words.AUX)) {
        break;
      }
    }
    return new Np(head, end, SpeakerKind.NOMINAL, false);
  }

  /** Whom "who" and "which" mean. */
  @Nullable Np antecedent(int relative) {
    return antecedent(relative, Math.max(copy.sentenceStart(relative), relative - REACH));
  }

  private @Nullable Np antecedent(int relative, int floor) {
    boolean comma = relative > floor && copy.mark(relative - 1) == ',';
    return endingBefore(comma ? relative - 1 : relative, floor);
  }

  /** "with his aides asking", "footage of Jane Roe asking": who does what a participle says. */
  @Nullable Np doer(int participle, int lo) {
    int run = runs.runStart(Math.max(lo, participle - 6), participle);
    if (run < participle) {
      Np np = classify(run, participle);
      return np.kind() == SpeakerKind.PERSON ? np : null;
    }
    if (copy.is(participle - 1, Words.ROLE)
        && !copy.is(participle - 1, Words.MEDIUM | Words.DISPATCH)) {
      Np noun = noun(participle, lo); // "held up a sign saying", "quoted an aide saying"
      boolean object =
          noun != null
              && copy.is(noun.from(), Words.DETERMINER)
              && noun.from() > lo
              && !copy.is(noun.from() - 1, Words.PREPOSITION);
      return object ? noun : null;
    }
    for (int i = participle - 1; i > Math.max(lo, participle - 8); i--) {
      if (copy.mark(i) != 0) {
        return null;
      }
      if (copy.is(i, Words.PREPOSITION) && copy.wordIs(i, "with") && i + 1 < participle) {
        return classify(i + 1, participle);
      }
    }
    return null;
  }

  /** French "s'", "lui", "l'", Spanish "se", "lo" before the verb, where no article can stand. */
  private boolean clitic(int i) {
    boolean article = copy.is(i, Words.DETERMINER) && copy.end(i) - copy.start(i) < 4;
    return names.romance()
        && copy.is(i, Words.OBJECT | Words.DETERMINER)
        && (article || !copy.is(i, Words.DETERMINER))
        && !copy.is(i, Words.PRONOUN)
        && !copy.serves(i, Grammar.INDEFINITE);
  }

  /** "has since said", "has long held". */
  private boolean since(int i, int floor) {
    return i > floor
        && (copy.wordIs(i, "since") || copy.wordIs(i, "long"))
        && copy.is(i - 1, Words.AUX);
  }

  /** "Клауза, сообщает министерство": behind a comma the verb has its subject after it. */
  @Nullable Np inverted(@Nullable Np left, int cue, int from, int hi) {
    int lead = cue;
    while (lead > from && copy.is(lead - 1, Words.AUX | Words.ADVERB | Words.OBJECT)) {
      lead--;
    }
    boolean person = left != null && left.kind() == SpeakerKind.PERSON;
    if (!names.inverts() || person || lead <= from || copy.mark(lead - 1) != ',') {
      return left;
    }
    Np right = right(cue + 1, hi);
    return right != null && sure(right) ? right : left;
  }

  /** Whether a phrase names somebody who can speak, by what its words are. */
  boolean sure(Np np) {
    if (np.pronoun()) {
      return !copy.is(np.from(), Words.FIRST_PERSON | Words.IT);
    }
    if (np.kind() == SpeakerKind.PERSON) {
      return copy.has(np.from(), Copy.CAP);
    }
    for (int i = np.from(); i < np.to(); i++) {
      if (copy.is(i, Words.ROLE | Words.TITLE | Words.ORG)) {
        return true;
      }
    }
    return false;
  }

  Np pronoun(int i) {
    return new Np(i, i + 1, SpeakerKind.PERSON, true);
  }

  /** The phrase that ends before a token and begins nowhere before {@code lo}. */
  final @Nullable Np endingBefore(int end, int lo) {
    int s = end;
    while (s > lo && inPhrase(s - 1, end) && !(s < end && hits.citedBefore(s))) {
      s--;
    }
    while (s < end && copy.is(s, Words.CONJUNCTION | Words.AND | Words.ADVERB) && !copy.named(s)) {
      s++;
    }
    if (s < end && copy.is(s, Words.PREPOSITION) && !copy.is(s, Words.DETERMINER)) {
      int run = runs.runStart(s + 1, end);
      return run < end && run > s + 1 && !copy.is(run - 1, Words.PREPOSITION)
          ? classify(run, end)
          : null;
    }
    if (names.inverts()) {
      s = dated(s, end);
      return s < end ? classify(s, unreceived(s, beforeAdjunct(s, end))) : null;
    }
    return s < end ? classify(s, unreceived(s, end)) : null;
  }

  /** Past "22 февраля" before a subject. */
  private int dated(int from, int end) {
    boolean day = from + 2 < end && copy.has(from, Copy.NUMBER) && copy.is(from + 1, Words.MONTH);
    return day ? from + 2 : from;
  }

  /** "глава комитета во время форума": where, when and how are none of the subject. */
  private int beforeAdjunct(int from, int end) {
    if (copy.has(end - 1, Copy.CAP)) {
      return end;
    }
    for (int i = from + 1; i < end; i++) {
      boolean where =
          copy.is(i, Words.PREPOSITION)
              && !copy.is(i, Words.DETERMINER)
              && !copy.serves(i, Grammar.NOMINAL_PREPOSITION)
              && copy.is(i - 1, Words.ROLE | Words.TITLE | Words.ORG);
      if (where) {
        return i;
      }
    }
    return end;
  }

  /** Where "seen by Reuters" begins behind what was seen, else {@code end}. */
  private int unreceived(int from, int end) {
    for (int i = from + 1; i < end; i++) {
      if (behind.received(i)) {
        return i;
      }
    }
    return end;
  }

  private boolean inPhrase(int i, int end) {
    char mark = copy.mark(i);
    if (mark != 0) {
      if (copy.has(i, Copy.POSSESSIVE) || mark == '&' || mark == '%' || plural(i)) {
        return true;
      }
      return mark == '.' && i > 0 && runs.abbreviationDot(i);
    }
    if (copy.named(i)) {
      return true;
    }
    if (copy.is(i, Words.AND)) {
      return i > 0 && i + 1 < end && copy.has(i - 1, Copy.CAP) && copy.has(i + 1, Copy.CAP);
    }
    if (copy.is(i, Words.DETERMINER) || runs.particle(i, end)) {
      return true;
    }
    return !copy.is(
        i,
        Words.CONJUNCTION
            | Words.THAT
            | Words.RELATIVE
            | Words.CUE
            | Words.QUOTING
            | Words.AUX
            | Words.PRONOUN
            | Words.FIRST_PERSON);
  }

  /** The mark of "the pilots' guild". */
  private boolean plural(int i) {
    return (copy.mark(i) == '\'' || copy.mark(i) == '’')
        && i > 0
        && !copy.has(i, Copy.SPACED)
        && copy.wordEndsWith(i - 1, "s");
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
      if (name && !cap && !runs.abbreviationDot(e) && !copy.is(e, Words.PARTICLE)) {
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
    return e > s ? classify(s, starts.subjectEnd(s, e)) : null;
  }

  /** Who is named from {@code from} on, before {@code hi}. */
  @Nullable Np right(int from, int hi) {
    return behind.right(from, hi);
  }

  /** Who is named right here, in whatever case the words before demand. */
  @Nullable Np beside(int from, int hi) {
    return right(from, hi);
  }

  /** Whom a verb of quoting before {@code from} quotes. */
  @Nullable Np quoted(int from, int hi) {
    return right(from, hi);
  }

  /** What a phrase names: a person without title, an organisation, or a description. */
  Np classify(int from, int to) {
    return kinds.classify(from, to);
  }
}
