package news.dateline.broker;

import java.time.Duration;

/**
 * What may wait for one subscription.
 *
 * @param messages most messages
 * @param bytes most bytes of messages
 * @param age how long a message may wait while nobody reads
 */
record Allowance(long messages, long bytes, Duration age) {
  /** Publishing waits for a connected subscriber from this share on ... */
  private static final double NEAR = 0.9;

  /** ... until it has read down to this one. */
  private static final double RELIEVED = 0.75;

  /** Whether so much waits that the limit is near. */
  boolean isNear(long waiting, long waitingBytes) {
    return reaches(NEAR, waiting, waitingBytes);
  }

  /** Whether so little waits that publishing may go on after it was near. */
  boolean isRelieved(long waiting, long waitingBytes) {
    return !reaches(RELIEVED, waiting, waitingBytes);
  }

  private boolean reaches(double share, long waiting, long waitingBytes) {
    return waiting >= Math.max(1, (long) (messages * share))
        || waitingBytes >= Math.max(1, (long) (bytes * share));
  }
}
