package news.dateline.app;

import java.util.Optional;
import news.dateline.model.Rejection;
import org.apache.camel.Exchange;

/**
 * What became of a delivery, as committed.
 *
 * @param tally how many items, and what became of them
 * @param burial the first of what was buried
 */
record Outcome(Settled.Tally tally, Optional<Rejection> burial) {
  /** Exchange property: what was committed for the document of this exchange. */
  static final String SETTLED = "DatelineSettled";

  /** Empty when nothing was committed: the delivery must not be acknowledged. */
  static Optional<Outcome> of(Exchange exchange) {
    return Optional.ofNullable(exchange.getProperty(SETTLED, Settled.class))
        .map(s -> new Outcome(s.tally(), s.burial()));
  }

  /** Nothing of the document could be used. */
  boolean useless() {
    return tally.documents() > 0 || (tally.rejected() > 0 && tally.rejected() == tally.received());
  }

  /** One line each: reason, message, when, and how many items of how many. */
  Optional<String> note() {
    return burial.map(
        b ->
            b.reason().slug()
                + "\n"
                + b.message().replaceAll("\\s+", " ")
                + "\n"
                + b.at()
                + "\n"
                + (tally.received() == 0
                    ? ""
                    : tally.rejected() + " of " + tally.received() + " items buried\n"));
  }
}
