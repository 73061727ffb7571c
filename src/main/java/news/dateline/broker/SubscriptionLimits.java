package news.dateline.broker;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.apache.activemq.artemis.core.persistence.StorageManager;
import org.apache.activemq.artemis.core.server.Queue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Drops the oldest messages of subscriptions that nobody reads and that hold more, or older ones,
 * than they may: the only place where anything is dropped. In steps, each written to the ledger
 * before it is done, under the queue's lock: a consumer that comes meanwhile waits for the step.
 */
final class SubscriptionLimits {
  private static final Logger LOG = LoggerFactory.getLogger(SubscriptionLimits.class);

  /** How often it is looked whether pages have been read in, and how long in all. */
  private static final long LOOK_NANOS = 5_000_000;

  private static final int LOOKS = 400;

  private final SubscriptionQueues queues;
  private final Presence presence;
  private final HolesLedger ledger;
  private final GapMessages gaps;
  private final QueueLocks locks;
  private final Supplier<StorageManager> journal;
  private final InstantSource clock;

  /** When the oldest message of a queue that nobody reads was sent, as far as it is known. */
  private final Map<String, Instant> oldest = new ConcurrentHashMap<>();

  SubscriptionLimits(
      SubscriptionQueues queues,
      Presence presence,
      HolesLedger ledger,
      GapMessages gaps,
      QueueLocks locks,
      Supplier<StorageManager> journal,
      InstantSource clock) {
    this.queues = queues;
    this.presence = presence;
    this.ledger = ledger;
    this.gaps = gaps;
    this.locks = locks;
    this.journal = journal;
    this.clock = clock;
  }

  /** Looks at every subscription once; one that fails stops no other. */
  void enforce() {
    for (Queue queue : queues.now()) {
      try {
        boolean more = true;
        while (more && !Thread.currentThread().isInterrupted()) {
          more = step(queue);
        }
      } catch (Exception e) {
        LOG.warn("Limits of subscription {} could not be kept: {}", queue.getName(), e.toString());
      }
    }
  }

  /** When the oldest waiting message was sent, about; empty when nothing waits or is known. */
  Optional<Instant> oldest(Queue queue) {
    if (queue.getMessageCount() == 0) {
      return Optional.empty();
    }
    return Optional.ofNullable(oldest.get(queue.getName().toString()))
        .or(
            () ->
                Optional.ofNullable(queue.peekFirstMessage())
                    .map(first -> Instant.ofEpochMilli(first.getMessage().getTimestamp())));
  }

  /** A consumer took part: what was known of the queue's messages holds no longer. */
  void changed(String queue) {
    oldest.remove(queue);
  }

  /** Drops one step; true when there may be another. */
  private boolean step(Queue queue) throws Exception {
    String name = queue.getName().toString();
    if (presence.counts(queue) || !isOver(queue, name)) {
      return false;
    }
    Lock lock = locks.of(name);
    lock.lock();
    try {
      if (presence.counts(queue)) {
        return false;
      }
      gaps.settle(queue);
      gaps.takeBack(queue);
      List<OldestMessages.Waiting> first = inMemory(queue);
      Optional<Cut> cut =
          OldestMessages.cut(
              first,
              queue.getMessageCount(),
              queue.getPersistentSize(),
              queues.allowance(queue),
              tooOld(queue));
      if (cut.isEmpty()) {
        if (!first.isEmpty()) {
          oldest.put(name, Instant.ofEpochMilli(first.get(0).sentAt()));
        }
        return false;
      }
      oldest.remove(name);
      drop(queue, name, cut.get());
      return true;
    } finally {
      lock.unlock();
    }
  }

  private void drop(Queue queue, String name, Cut cut) throws Exception {
    ledger.intend(name, cut);
    int gone = queue.expireReferences(OldestMessages.of(cut));
    // Returns when the journal has it and the queue's counters show it.
    journal.get().waitOnOperations();
    if (gone != cut.count()) {
      LOG.error("Subscription {}: {} messages went, {} were meant", name, gone, cut.count());
    }
    ledger.done(name);
    queue.forceDelivery();
  }

  private boolean isOver(Queue queue, String name) {
    long waiting = queue.getMessageCount();
    Allowance allowance = queues.allowance(queue);
    if (waiting == 0) {
      oldest.remove(name);
      return false;
    }
    Instant known = oldest.get(name);
    return waiting > allowance.messages()
        || queue.getPersistentSize() > allowance.bytes()
        || known == null
        || known.isBefore(tooOld(queue));
  }

  private Instant tooOld(Queue queue) {
    return clock.instant().minus(queues.allowance(queue).age());
  }

  /** The oldest messages, once the broker has read them in from its pages. */
  private static List<OldestMessages.Waiting> inMemory(Queue queue) throws Exception {
    List<OldestMessages.Waiting> first = OldestMessages.of(queue);
    for (int look = 0; first.isEmpty() && look < LOOKS && queue.getMessageCount() > 0; look++) {
      queue.forceDelivery();
      LockSupport.parkNanos(LOOK_NANOS);
      first = OldestMessages.of(queue);
    }
    return first;
  }
}
