package news.dateline.sources;

import java.time.Instant;
import java.util.Optional;
import news.dateline.model.Reason;
import news.dateline.model.SourceState.Health;

/**
 * The health of a source changed.
 *
 * @param source its id
 * @param from the health before
 * @param to the health now
 * @param reason why, when it is not well
 * @param detail one line for people; may be empty
 * @param at when
 * @param nextPoll when it is asked again; empty: not by itself
 */
public record SourceEvent(
    String source,
    Health from,
    Health to,
    Optional<Reason> reason,
    String detail,
    Instant at,
    Optional<Instant> nextPoll) {
  /** One line for a log: {@code bbc-world: ok -> failing (timeout): no answer in 20 s}. */
  @Override
  public String toString() {
    return source
        + ": "
        + from.code()
        + " -> "
        + to.code()
        + reason.map(r -> " (" + r.slug() + ")").orElse("")
        + (detail.isEmpty() ? "" : ": " + detail);
  }
}
