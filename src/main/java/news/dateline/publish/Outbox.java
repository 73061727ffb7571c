package news.dateline.publish;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Port: rows that wait to leave. The store implements it. */
public interface Outbox {
  /**
   * Batches formed before a crash or a broker outage and not confirmed since, oldest first: they
   * must be sent again as they are.
   */
  List<OutboxBatch> unconfirmed();

  /**
   * Forms the next batch from rows that may leave, in the order they were written, and writes it
   * down before returning. A batch holds rows of one address, so that one that takes nothing stops
   * no other.
   *
   * @param now rows whose release time is later stay
   * @param limit most rows in the batch
   * @param except rows of these addresses stay
   * @return empty when nothing may leave now
   */
  Optional<OutboxBatch> next(Instant now, int limit, Set<String> except);

  /** The next batch, whatever its address. */
  default Optional<OutboxBatch> next(Instant now, int limit) {
    return next(now, limit, Set.of());
  }

  /** The broker has the batch: its rows go. */
  void confirm(String batchId);

  /** Waits until new rows may have been written, at most this long. */
  void await(Duration atMost) throws InterruptedException;
}
