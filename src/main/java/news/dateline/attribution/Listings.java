package news.dateline.attribution;

/**
 * Tells program text and data from prose: in a feed about software half the quotation marks belong
 * to a listing, and nobody says what stands in them.
 */
final class Listings {
  /** A line between two lines of a listing is part of it when it is no longer than this. */
  private static final int SHORT = 120;

  private static final int GAP = 6;

  private Listings() {}

  /** Takes the paragraphs that are listings out of the story. */
  static void takeOut(Copy copy, boolean[] body) {
    int last = -1;
    for (int p = 0; p < body.length; p++) {
      if (!listing(copy, p)) {
        continue;
      }
      body[p] = false;
      for (int k = last + 1; last >= 0 && p - last <= GAP && k < p; k++) {
        body[k] &= !between(copy, k);
      }
      last = p;
    }
  }

  /** Marks that prose does not have, one for every six words, or every third of a short line. */
  private static boolean listing(Copy copy, int paragraph) {
    int from = copy.paragraphFirst(paragraph);
    int to = copy.paragraphFirst(paragraph + 1);
    int marks = 0;
    for (int i = from; i < to; i++) {
      char m = copy.mark(i);
      marks +=
          switch (m) {
            case '{', '}', '\\', '`', '=', '<', '>', '|' -> 2;
            case '[', ']', ';' -> 1;
            default -> 0;
          };
    }
    int size = to - from;
    return marks >= 6 ? marks * 3 >= size : marks >= 2 && size <= 12 && marks * 2 >= size;
  }

  private static boolean between(Copy copy, int paragraph) {
    int from = copy.paragraphFirst(paragraph);
    int last = copy.paragraphFirst(paragraph + 1) - 1;
    return copy.end(last) - copy.start(from) <= SHORT && copy.mark(last) != '.';
  }
}
