package news.dateline.attribution;

import news.dateline.model.Attribution.Speaker.SpeakerKind;

/** Tells whether a phrase names a person or an organisation or merely describes somebody. */
final class PhraseKinds {
  private final Copy copy;
  private final String language;
  private final NameRuns runs;

  PhraseKinds(Copy copy, String language, NameRuns runs) {
    this.copy = copy;
    this.language = language;
    this.runs = runs;
  }

  /** What a phrase names. */
  Np classify(int from, int to) {
    int headEnd = to;
    for (int i = from + 1; i < to; i++) {
      boolean cutting =
          copy.is(i, Words.PREPOSITION) && !copy.has(i, Copy.CAP) && !runs.particle(i, to);
      if (cutting && copy.mark(i) == 0) {
        headEnd = i;
        break;
      }
    }
    int tail = runs.runStart(from, to);
    int tailName = runs.afterTitles(tail, to);
    if (headEnd < to && tailName > tail && tailName < to && runs.words(tailName, to) >= 2) {
      // "Bank of Japan Governor Satoshi Sumita"
      return new Np(tailName, to, SpeakerKind.PERSON, false);
    }
    int run = runs.runStart(from, headEnd);
    if (run == headEnd) {
      return nominal(from, to);
    }
    int holder = headEnd < to ? holder(from, headEnd, to) : to;
    if (holder < to) {
      return new Np(holder, to, SpeakerKind.PERSON, false);
    }
    int name = runs.afterBodies(runs.afterTitles(run, headEnd), headEnd);
    boolean titled = name > run || (run > from && runs.title(run - 1));
    boolean article =
        (run > from && copy.is(run - 1, Words.DETERMINER))
            || (name == run && copy.is(run, Words.DETERMINER) && copy.has(run, Copy.CAP));
    boolean joined = copy.is(name, Words.AND) && runs.title(headEnd - 1);
    if (joined || (name == run && runs.words(run, headEnd) == 1 && runs.title(run))) {
      return nominal(from, to);
    }
    if (!titled
        && (article
            || runs.org(name, headEnd)
            || (copy.has(name, Copy.UPPER) && runs.words(name, headEnd) == 1))) {
      boolean german = language.equals("de");
      boolean genitive = german && article && from < run - 1;
      if (genitive
          || (german && article && !runs.org(name, headEnd) && !copy.has(name, Copy.UPPER))) {
        return nominal(from, to);
      }
      int start = run;
      if (article && run > from && copy.is(run - 1, Words.DETERMINER)) {
        start = run - 1;
      } else if (runs.org(name, headEnd) && from < run) {
        start = from;
      }
      // "управление МЧС по Карелии": the office of a region
      boolean region = language.equals("ru") && headEnd < to && copy.wordIs(headEnd, "по");
      return new Np(start, region ? to : headEnd, SpeakerKind.ORGANISATION, false);
    }
    if (titled && runs.org(name, headEnd)) {
      return nominal(from, to);
    }
    return new Np(name, headEnd, SpeakerKind.PERSON, false);
  }

  /** "Minister of Industry and Trade Ann Roe": where the name begins behind what she heads. */
  private int holder(int from, int headEnd, int to) {
    if (!copy.is(headEnd - 1, Words.TITLE)
        || copy.is(from, Words.DETERMINER)
        || copy.is(headEnd + 1, Words.DETERMINER)
        || runs.words(headEnd + 1, to) < 3) {
      return to;
    }
    for (int i = headEnd + 1; i < to; i++) {
      if (!copy.has(i, Copy.CAP) && !copy.is(i, Words.AND | Words.PARTICLE)) {
        return to;
      }
      if (i > headEnd + 1 && copy.is(i, Words.MALE | Words.FEMALE) && i + 1 < to) {
        return i;
      }
    }
    return to - 2;
  }

  private Np nominal(int from, int to) {
    boolean org = false;
    boolean role = false;
    for (int i = from; i < to; i++) {
      if (copy.is(i, Words.PREPOSITION) && !copy.is(i, Words.DETERMINER)) {
        break;
      }
      org |= copy.is(i, Words.ORG) || runs.org(i, i + 1);
      role |= copy.is(i, Words.ROLE | Words.TITLE);
    }
    return new Np(from, to, org && !role ? SpeakerKind.ORGANISATION : SpeakerKind.NOMINAL, false);
  }
}
