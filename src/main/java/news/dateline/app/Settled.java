package news.dateline.app;

import news.dateline.model.Settlement;

/**
 * A settlement ready to be committed, and what it adds to the counters once it is.
 *
 * @param settlement all that is committed together
 * @param tally how many of what
 */
record Settled(Settlement settlement, Tally tally) {

  /**
   * How many items a document held and what became of them.
   *
   * @param received items; always {@code published + unchanged + rejected}
   * @param published new versions, those under embargo included
   * @param unchanged already known as they are
   * @param rejected items buried
   * @param documents documents buried whole, beside the sum
   */
  record Tally(int received, int published, int unchanged, int rejected, int documents) {
    /** A visit that brought no document. */
    static final Tally NOTHING = new Tally(0, 0, 0, 0, 0);
  }
}
