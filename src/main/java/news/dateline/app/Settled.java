package news.dateline.app;

import java.time.Instant;
import java.util.Optional;
import news.dateline.model.Rejection;
import news.dateline.model.Settlement;
import news.dateline.model.Source;
import news.dateline.model.WebLinks;

/**
 * A settlement ready to be committed, and what it adds to the counters once it is.
 *
 * @param settlement all that is committed together
 * @param tally how many of what
 * @param answer what a polled source answered; empty for anything but a poll that went well
 * @param burial the first of what is buried, for whoever delivered it
 */
record Settled(
    Settlement settlement, Tally tally, Optional<Answer> answer, Optional<Rejection> burial) {
  /** Nothing that a poll brought. */
  Settled(Settlement settlement, Tally tally) {
    this(settlement, tally, Optional.empty(), Optional.empty());
  }

  /** The same, as the answer to a poll. */
  Settled answering(Answer newAnswer) {
    return new Settled(settlement, tally, Optional.of(newAnswer), burial);
  }

  /** The same, of which something is buried. */
  Settled burying(Optional<Rejection> first) {
    return new Settled(settlement, tally, answer, first);
  }

  /** The same, of a body that was pushed. */
  Settled ofPush(String hash) {
    return new Settled(settlement.ofPush(hash), tally, answer, burial);
  }

  /**
   * A poll that went well.
   *
   * @param at when
   * @param links what the answer and its document name; empty when no whole document came
   * @param news new or changed items in it
   */
  record Answer(Source source, Instant at, Optional<WebLinks> links, int news) {}

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
