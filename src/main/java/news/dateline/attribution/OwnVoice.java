package news.dateline.attribution;

/** Tells when an agency speaks of itself, so that it is the speaker and no mere relay. */
final class OwnVoice {
  /** How far into a statement its subject is looked for, in tokens. */
  private static final int SUBJECT = 4;

  private static final int REACH = 30;

  private final Copy copy;
  private final Hits hits;

  OwnVoice(Copy copy, Hits hits) {
    this.copy = copy;
    this.hits = hits;
  }

  /** "Reuters said it was dismayed", "UPI announced that its chairman had resigned". */
  boolean speaks(AgencyHit agency, int cue, int content, int end) {
    int limit = Math.min(end, content + REACH);
    int subject = content;
    while (subject < limit && copy.is(subject, Words.THAT)) {
      subject++;
    }
    if (subject >= limit) {
      return false;
    }
    if (copy.is(subject, Words.OWN)) {
      return !witnesses(subject, limit) && !empty(subject, limit);
    }
    boolean announces = announces(cue, subject);
    if (announces && copy.is(subject, Words.SHE | Words.PLAN)) {
      return true; // "die dpa teilte mit, sie habe", "announced plans"
    }
    boolean verb = false;
    for (int i = subject; i < limit; i++) {
      AgencyHit again = hits.startingAt(i);
      if (again != null && again.agency().equals(agency.agency()) && !again.trapped()) {
        return true;
      }
      boolean house =
          announces
              && (copy.is(i, Words.AGENCY_NOUN)
                  || (copy.is(i, Words.ORG) && !copy.has(i, Copy.CAP))
                  || (copy.is(i, Words.OWN) && i < subject + SUBJECT));
      boolean staff =
          copy.is(i, Words.OWN)
              && i + 1 < limit
              && copy.is(i + 1, Words.AGENCY_NEXT)
              && (verb || undergoes(i + 2, limit));
      if (house || staff) {
        return true; // "police had arrested its correspondent"
      }
      if (copy.is(i, Words.CUE | Words.TELL)) {
        return false;
      }
      verb |= copy.is(i, Words.AUX);
    }
    return false;
  }

  /** "announced that", "announced plans", "teilte mit". */
  private boolean announces(int cue, int content) {
    for (int i = cue; i < content; i++) {
      if (copy.is(i, Words.ANNOUNCING)) {
        return true;
      }
    }
    return false;
  }

  /** "its correspondent saw", "its poll found": still news; "its staff would leave" is not. */
  private boolean witnesses(int from, int limit) {
    for (int i = from; i < Math.min(limit, from + SUBJECT); i++) {
      if (copy.is(i, Words.AGENCY_NEXT)) {
        return !undergoes(i + 1, limit);
      }
    }
    return false;
  }

  /** "its photographers had been hurt", "its staff would leave"; not "its reporter had seen". */
  private boolean undergoes(int i, int limit) {
    if (i + 1 >= limit || !copy.is(i, Words.AUX)) {
      return false;
    }
    boolean have = copy.wordIs(i, "had") || copy.wordIs(i, "has") || copy.wordIs(i, "have");
    return !have || copy.is(i + 1, Words.AUX);
  }

  /** "it was the largest ferry", "it was raining": the word stands for something else. */
  private boolean empty(int it, int limit) {
    return copy.is(it, Words.IT)
        && it + 2 < limit
        && (copy.wordIs(it + 1, "was") || copy.wordIs(it + 1, "is"))
        && (copy.is(it + 2, Words.DETERMINER | Words.ADVERB) || copy.has(it + 2, Copy.NUMBER));
  }
}
