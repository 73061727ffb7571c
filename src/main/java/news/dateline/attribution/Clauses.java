package news.dateline.attribution;

/** Tells where the words of a statement begin behind a word of saying. */
final class Clauses {

  private final Copy copy;
  private final Language language;
  private final Hits hits;
  private final Verbs verbs;

  Clauses(Copy copy, Language language, Hits hits) {
    this.copy = copy;
    this.language = language;
    this.hits = hits;
    this.verbs = new Verbs(copy, language);
  }

  /** A clause follows the word of saying, so that the statement stands after it, not before. */
  boolean goesOn(int from, int end) {
    int i = skipAddressee(from, end);
    while (i < end && copy.is(i, Words.ADVERB | Words.TIME)) {
      i++;
    }
    if (i >= end || (copy.mark(i) != 0 && !Marks.quote(copy.mark(i)))) {
      return false;
    }
    if (copy.is(
            i,
            Words.PREPOSITION
                | Words.TIME_PREPOSITION
                | Words.QUOTING
                | Words.PARTICIPLE
                | Words.CONJUNCTION)
        && !copy.is(i, Words.DETERMINER)) {
      return false;
    }
    return end - i > 3;
  }

  /** "a note", "une note": no word of saying behind an article. */
  boolean noun(int i, int s) {
    if (verbs.idle(i)) {
      return true;
    }
    if (i <= s) {
      return false;
    }
    boolean article =
        copy.is(i - 1, Words.DETERMINER) && !copy.is(i - 1, Words.PRONOUN | Words.ADVERB);
    boolean preposition = language.inverts() && copy.is(i - 1, Words.PREPOSITION);
    return article || preposition; // "au fait de", "de la nota": no verb stands there
  }

  /** First token of the statement after a word of saying, or -1 when none follows. */
  int contentAfter(int cue, int end) {
    int reach = Math.min(end, cue + 14);
    boolean english = language.code().equals("en");
    for (int i = cue + 1; i < reach; i++) {
      char m = copy.mark(i);
      if (copy.is(i, Words.THAT)) {
        return end - i > (language.inverts() ? 1 : 3) && verbs.opens(cue, i) ? i + 1 : -1;
      }
      if (copy.has(i, Copy.QUOTED)) {
        break;
      }
      if (m == ',' && language.code().equals("de")) {
        return end - i > 3 ? i + 1 : -1;
      }
      if (m == ':') {
        // "Роу напомнил: последний раз …": the colon does what "that" does elsewhere
        boolean clause =
            language.code().equals("ru")
                && i - cue < 4
                && end - i > 3
                && copy.mark(i + 1) == 0
                && !copy.has(i + 1, Copy.QUOTED);
        if (clause) {
          return i + 1;
        }
        break;
      }
      if (english && copy.serves(cue, Grammar.CORE)) {
        break;
      }
      if (copy.is(i, Words.SAY | Words.CONJUNCTION) && english) {
        break;
      }
    }
    if (!english || !copy.serves(cue, Grammar.CORE)) {
      boolean says = copy.is(cue, Words.SAY) && !copy.is(cue, Words.ACT | Words.BELIEF);
      return says ? infinitive(cue, end) : -1;
    }
    int i = skipAddressee(cue + 1, end);
    while (i < end
        && (copy.is(i, Words.ADVERB | Words.TIME)
            || (copy.is(i, Words.TIME_PREPOSITION)
                && i + 1 < end
                && copy.is(i + 1, Words.TIME | Words.MONTH)))) {
      i++;
    }
    if (i < end && copy.is(i, Words.THAT)) {
      i++;
    }
    if (i < end && copy.mark(i) == ',' && copy.is(cue, Words.TELL)) {
      i++;
    }
    if (i >= end || (copy.mark(i) != 0 && !Marks.quote(copy.mark(i)) && copy.mark(i) != '$')) {
      return laterThat(i, end);
    }
    if (copy.is(i, Words.PREPOSITION) && !copy.is(i, Words.DETERMINER)) {
      int that = laterThat(i, end);
      return that > 0
          ? that
          : end - i > 7 && !copy.wordIs(i, "of") && !copy.wordIs(i, "to") ? i : -1;
    }
    return end - i > 2 ? i : -1;
  }

  /** "affirme avoir payé", "dijo no saber": the speaker's own doings in the infinitive; or -1. */
  private int infinitive(int cue, int end) {
    int i = cue + 1;
    while (i < end && i < cue + 3 && copy.mark(i) == 0 && copy.is(i, Words.ADVERB | Words.OBJECT)) {
      i++;
    }
    boolean french = language.code().equals("fr");
    boolean spanish = language.code().equals("es");
    if ((!french && !spanish) || i + 1 >= end || copy.has(i, Copy.CAP | Copy.QUOTED)) {
      return -1;
    }
    boolean unknown = (copy.bits(i) & ~Words.AUX) == 0 && copy.end(i) - copy.start(i) > 2;
    boolean form = copy.wordEndsWith(i, "er") || copy.wordEndsWith(i, "ir");
    form |= spanish ? copy.wordEndsWith(i, "ar") : copy.wordIs(i, "être");
    return unknown && form ? cue + 1 : -1;
  }

  /** "confirmed to AFP the sale of the port": past the agency, or -1. */
  int toldAbout(int cue, int end) {
    int i = cue + 1;
    if (language.inverts() && cue > 0 && copy.mark(cue - 1) == ',') {
      return -1; // ", сообщил ТАСС директор": the statement stands before it
    }
    while (i < Math.min(end, cue + 4)
        && copy.is(i, Words.PREPOSITION | Words.ADVERB | Words.CONJUNCTION)
        && hits.startingAt(i) == null) {
      i++;
    }
    AgencyHit hit = i < end && !copy.is(cue, Words.TELL) ? hits.startingAt(i) : null;
    if (hit == null || !hit.cited().equals("told-agency")) {
      return -1;
    }
    int content = hit.phraseTo();
    while (content < end && copy.is(content, Words.TIME | Words.ADVERB)) {
      content++;
    }
    boolean noun =
        content < end
            && copy.mark(content) == 0
            && (copy.is(content, Words.DETERMINER) || !copy.is(content, Words.PREPOSITION));
    return noun && end - content > 2 ? content : -1;
  }

  /** First token of what an English verb of saying reports; -1 when nothing follows it. */
  int content(int cue, int end) {
    int i = skipAddressee(cue + 1, end);
    while (i < end
        && (copy.is(i, Words.ADVERB | Words.TIME)
            || (copy.is(i, Words.TIME_PREPOSITION)
                && i + 1 < end
                && copy.is(i + 1, Words.TIME | Words.MONTH)))) {
      i++;
    }
    if (i >= end) {
      return -1;
    }
    char m = copy.mark(i);
    if (m != 0 && m != '$' && !Marks.quote(m)) {
      return laterThat(i, end);
    }
    int that = laterThat(i, Math.min(end, i + 8));
    return that > 0 ? that : i;
  }

  /**
   * English: the word of saying has its object after it, so that nothing before it is the words
   * said.
   */
  boolean governs(int cue, int end) {
    int i = skipAddressee(cue + 1, end);
    return i < end && !copy.is(cue, Words.QUOTING) && copy.is(i, Words.THAT);
  }

  /** A verb follows before the next comma. */
  boolean finite(int from, int end) {
    for (int i = from; i < end && copy.mark(i) != ','; i++) {
      if (copy.is(i, Words.AUX | Words.THAT) || (copy.is(i, Words.SAY) && !copy.has(i, Copy.CAP))) {
        return true;
      }
    }
    return false;
  }

  int laterThat(int from, int end) {
    for (int i = from; i < Math.min(end, from + 12); i++) {
      if (copy.is(i, Words.THAT) && end - i > 3) {
        return i + 1;
      }
    }
    return -1;
  }

  int skipAddressee(int from, int end) {
    if (from >= end) {
      return from;
    }
    AgencyHit hit = hits.startingAt(from);
    if (hit != null && copy.is(from - 1, Words.TELL | Words.PREPOSITION)) {
      return hit.phraseTo();
    }
    if (copy.is(from, Words.PREPOSITION)) {
      for (int k = from + 1; k < Math.min(end, from + 4); k++) {
        AgencyHit to = hits.startingAt(k);
        if (to != null) {
          return to.phraseTo();
        }
        if (copy.is(k, Words.ADDRESSEE)) {
          return k + 1;
        }
      }
    }
    if (copy.is(from - 1, Words.TELL)) {
      int i = from;
      if (copy.is(i, Words.OBJECT | Words.ADDRESSEE | Words.IT)) {
        return i + 1;
      }
      while (i < Math.min(end, from + 3)
          && (copy.is(i, Words.DETERMINER) || copy.has(i, Copy.CAP))) {
        i++;
      }
      if (i > from
          && i < end
          && copy.mark(i) == 0
          && !copy.is(i, Words.THAT | Words.AUX)
          && !copy.has(i - 1, Copy.CAP)) {
        i++;
      }
      return i;
    }
    return from;
  }
}
