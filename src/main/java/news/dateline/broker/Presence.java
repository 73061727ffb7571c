package news.dateline.broker;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.activemq.artemis.core.server.Queue;

/**
 * Who counts as connected: a subscription with a consumer, and one whose last consumer left a short
 * while ago, so that reconnecting costs nobody anything. It is written down: who was connected when
 * the broker stopped counts as having left when it started again. Thread-safe.
 */
final class Presence {
  private static final String CONNECTED = "connected";

  private final StateFile file;
  private final InstantSource clock;
  private final Duration grace;

  /** When the last consumer left; {@link Instant#MAX} while there is one. */
  private final Map<String, Instant> left = new ConcurrentHashMap<>();

  private volatile boolean changed;

  /**
   * @param file where it is written down
   * @param grace how long a subscription counts as connected after its last consumer left
   */
  Presence(Path file, InstantSource clock, Duration grace) {
    this.file = new StateFile(file);
    this.clock = clock;
    this.grace = grace;
    Instant start = clock.instant();
    this.file
        .read()
        .forEach(
            (queue, was) -> left.put(queue, was.equals(CONNECTED) ? start : Instant.parse(was)));
  }

  /** A consumer was made. */
  void came(Queue queue) {
    note(queue.getName().toString(), Instant.MAX);
  }

  /** A consumer was closed. */
  void left(Queue queue) {
    if (queue.getConsumerCount() == 0) {
      note(queue.getName().toString(), clock.instant());
    }
  }

  /** Whether nothing may be dropped for this subscription now. */
  boolean counts(Queue queue) {
    if (queue.getConsumerCount() > 0) {
      return true;
    }
    String name = queue.getName().toString();
    Instant since = left.get(name);
    Instant now = clock.instant();
    // later than now: the clock was ahead when it left
    if (since == null || since.isAfter(now)) {
      note(name, now);
      return true;
    }
    return since.plus(grace).isAfter(now);
  }

  /** The subscription is no more. */
  void forget(String queue) {
    if (left.remove(queue) != null) {
      changed = true;
    }
  }

  /** Writes down what changed since the last time. */
  synchronized void save() {
    if (changed) {
      changed = false;
      Map<String, String> values = new TreeMap<>();
      left.forEach((q, at) -> values.put(q, at.equals(Instant.MAX) ? CONNECTED : at.toString()));
      try {
        file.write(values, false);
      } catch (RuntimeException e) {
        changed = true; // it is tried again
        throw e;
      }
    }
  }

  private void note(String queue, Instant at) {
    left.put(queue, at);
    changed = true;
  }
}
