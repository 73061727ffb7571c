package news.dateline.attribution;

import org.jspecify.annotations.Nullable;

/** Finds what body "the agency" or "the ministry" means: the last one named that is such a body. */
final class Bodies {
  /** How far back a body is looked for, in tokens. */
  private static final int REACH = 400;

  private final Copy copy;

  Bodies(Copy copy) {
    this.copy = copy;
  }

  /** The name of the body that an article and a small noun stand for; null when none was named. */
  @Nullable String named(Np np) {
    int noun = np.to() - 1;
    boolean anaphor =
        np.to() - np.from() == 2
            && copy.is(np.from(), Words.DETERMINER)
            && copy.is(noun, Words.ORG)
            && !copy.has(noun, Copy.CAP);
    if (!anaphor) {
      return null;
    }
    boolean agency = copy.is(noun, Words.AGENCY_NOUN);
    for (int i = np.from() - 1; i >= Math.max(0, np.from() - REACH); i--) {
      if (copy.has(i, Copy.CAP) && i > 0 && copy.has(i - 1, Copy.CAP)) {
        boolean same = copy.is(i, Words.ORG) && sameWord(i, noun);
        if (same || (agency && copy.is(i, Words.AGENCY_BODY))) {
          return name(i);
        }
      }
    }
    return null;
  }

  private boolean sameWord(int a, int b) {
    return copy.end(a) - copy.start(a) == copy.end(b) - copy.start(b)
        && copy.chars[copy.start(a) + 1] == copy.chars[copy.start(b) + 1]
        && copy.wordEndsWith(a, copy.word(b));
  }

  private String name(int last) {
    int first = last;
    while (first > 0
        && copy.has(first - 1, Copy.CAP)
        && !copy.has(first, Copy.SENTENCE)
        && !copy.is(first - 1, Words.DETERMINER | Words.STOP)) {
      first--;
    }
    return copy.slice(first, last + 1);
  }
}
