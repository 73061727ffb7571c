package news.dateline.store;

import java.time.Instant;
import java.util.Optional;

/**
 * What waits in the outbox.
 *
 * @param pending rows that may leave, those in batches not yet confirmed included
 * @param embargoed rows with a release time still to come
 * @param held rows that wait for a later version to free them
 * @param oldestPending since when the longest-waiting pending row could have left
 */
public record OutboxCounts(
    long pending, long embargoed, long held, Optional<Instant> oldestPending) {
  /** Nothing waits. */
  public static final OutboxCounts NOTHING = new OutboxCounts(0, 0, 0, Optional.empty());
}
