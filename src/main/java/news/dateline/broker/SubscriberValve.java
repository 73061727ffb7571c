package news.dateline.broker;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import news.dateline.publish.Valve;
import org.apache.activemq.artemis.core.server.Queue;

/**
 * Shut while a subscriber that is connected has nearly as much waiting as its subscription may
 * hold: the outbox waits for it, and it loses nothing. Opens again when it has read some. Reads
 * counters that the broker keeps in memory; {@link #look()} is for one thread.
 */
final class SubscriberValve implements Valve {
  /** A short word for metrics and health. */
  static final String CAUSE = "subscriber";

  private final SubscriptionQueues queues;
  private final Presence presence;
  private final InstantSource clock;

  /** For whom publishing waits, since when. */
  private final Map<String, Instant> waitedFor = new ConcurrentSkipListMap<>();

  SubscriberValve(SubscriptionQueues queues, Presence presence, InstantSource clock) {
    this.queues = queues;
    this.presence = presence;
    this.clock = clock;
  }

  @Override
  public Optional<Shut> look() {
    List<Queue> now = queues.now();
    Queue slow = null;
    for (Queue queue : now) {
      String name = queue.getName().toString();
      if (isFull(queue, name)) {
        waitedFor.computeIfAbsent(name, n -> clock.instant());
        slow = slow == null ? queue : slow;
      } else if (!waitedFor.isEmpty()) {
        waitedFor.remove(name);
      }
    }
    if (slow == null) {
      waitedFor.clear();
      return Optional.empty();
    }
    if (waitedFor.size() > 1) {
      waitedFor
          .keySet()
          .retainAll(now.stream().map(q -> q.getName().toString()).collect(Collectors.toSet()));
    }
    return Optional.of(new Shut(CAUSE, sentence(slow)));
  }

  /** Since when publishing waits for this subscription; empty when it does not. */
  Optional<Instant> waitsFor(String queue) {
    return Optional.ofNullable(waitedFor.get(queue));
  }

  private boolean isFull(Queue queue, String name) {
    long waiting = queue.getMessageCount();
    if (waiting == 0) {
      return false;
    }
    Allowance allowance = queues.allowance(queue);
    long bytes = queue.getPersistentSize();
    boolean full =
        waitedFor.containsKey(name)
            ? !allowance.isRelieved(waiting, bytes)
            : allowance.isNear(waiting, bytes);
    return full && presence.counts(queue);
  }

  private String sentence(Queue queue) {
    String name = queue.getName().toString();
    int others = waitedFor.size() - 1;
    return "subscription "
        + name
        + SubscriberNames.of(queue).shown()
        + " reads more slowly than articles come: "
        + String.format("%,d", queue.getMessageCount())
        + " ("
        + (queue.getPersistentSize() >> 20)
        + " MB) wait for it, near its limit; publishing waits for it since "
        + waitsFor(name).orElse(clock.instant())
        + (others > 0 ? ", and for " + others + " more" : "");
  }
}
