package news.dateline.broker;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import news.dateline.broker.HolesLedger.Hole;
import news.dateline.model.Outgoing;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.core.message.impl.CoreMessage;
import org.apache.activemq.artemis.core.server.MessageReference;
import org.apache.activemq.artemis.core.server.Queue;

/**
 * Tells subscribers what they lost. The message is put at the head of the queue before a consumer
 * is made, in memory only and past the subscription's filter; the ledger, not the message, is what
 * lasts. It is there only while somebody reads: when a hole grows, the next message has the new
 * count. What changes a queue is called under its lock.
 */
final class GapMessages {
  private static final long LOOK_NANOS = 5_000_000;
  private static final int LOOKS = 1_000;

  private final HolesLedger ledger;
  private final SubscriptionQueues queues;
  private final LongSupplier ids;
  private final InstantSource clock;

  /** The message that lies in each queue or is on its way from it. */
  private final Map<String, Lying> lying = new ConcurrentHashMap<>();

  private record Lying(long id, long number, long count) {}

  /**
   * @param ids gives numbers for messages
   */
  GapMessages(
      HolesLedger ledger, SubscriptionQueues queues, LongSupplier ids, InstantSource clock) {
    this.ledger = ledger;
    this.queues = queues;
    this.ids = ids;
    this.clock = clock;
  }

  /** Puts the message there when there is something to tell; a former one makes way for it. */
  void put(Queue queue) throws Exception {
    String name = queue.getName().toString();
    Optional<Hole> hole = ledger.of(name).hole();
    Lying old = lying.get(name);
    if (hole.isEmpty()
        || (old != null
            && old.number() == hole.get().number()
            && old.count() == hole.get().lost().count())) {
      return;
    }
    takeBack(queue);
    Message message = message(queue, hole.get());
    MessageReference reference = MessageReference.Factory.createReference(message, queue);
    lying.put(
        name, new Lying(message.getMessageID(), hole.get().number(), hole.get().lost().count()));
    queue.refUp(reference);
    queue.addHead(List.of(reference), false);
  }

  /** Takes a message that nobody has taken out of the queue again. */
  void takeBack(Queue queue) throws Exception {
    Lying old = lying.remove(queue.getName().toString());
    if (old != null) {
      queue.expireReference(old.id());
    }
  }

  /** A consumer has acknowledged a message for good: when it is ours, the hole is told. */
  void acknowledged(String queue, long messageId) {
    Lying told = lying.get(queue);
    if (told != null && told.id() == messageId) {
      lying.remove(queue);
      ledger.told(queue, told.number(), told.count());
    }
  }

  /** Whether nothing is being told to anybody now. */
  boolean isQuiet() {
    return lying.isEmpty();
  }

  /** Whether a message is the one that tells of a gap. */
  boolean isOurs(String queue, long messageId) {
    Lying there = lying.get(queue);
    return there != null && there.id() == messageId;
  }

  /**
   * Finds out what became of a step that was under way when the process died: its messages are all
   * there, or all gone.
   */
  void settle(Queue queue) throws ActiveMQException {
    String name = queue.getName().toString();
    Optional<Cut> intent = ledger.of(name).intent();
    if (intent.isEmpty()) {
      return;
    }
    List<OldestMessages.Waiting> first = OldestMessages.of(queue);
    for (int look = 0; first.isEmpty() && queue.getMessageCount() > 0 && look < LOOKS; look++) {
      queue.forceDelivery();
      LockSupport.parkNanos(LOOK_NANOS);
      first = OldestMessages.of(queue);
    }
    if (!first.isEmpty() && first.get(0).id() <= intent.get().upTo()) {
      ledger.discard(name);
    } else {
      ledger.done(name);
    }
  }

  /** The subscription is no more, or has thrown the message away unread. */
  void forget(String queue) {
    lying.remove(queue);
  }

  /** The broker stops: what lay in its memory is gone, and is told again when it runs. */
  void forgetAll() {
    lying.clear();
  }

  private Message message(Queue queue, Hole hole) {
    String name = queue.getName().toString();
    Outgoing gap = hole.gap(name, queues.isDesk(name)).message(queue.getAddress().toString());
    CoreMessage message = new CoreMessage(ids.getAsLong(), 1024);
    message.setType(Message.BYTES_TYPE);
    message.setAddress(queue.getAddress());
    message.setRoutingType(RoutingType.MULTICAST);
    message.setDurable(false);
    message.setPriority((byte) gap.priority());
    message.setTimestamp(clock.instant().toEpochMilli());
    message.setOwner(queue.getPagingStore());
    gap.properties().forEach(message::putObjectProperty);
    BrokerOutlet.contentTypes(gap).forEach(message::putStringProperty);
    message.getBodyBuffer().writeBytes(gap.body().array());
    return message;
  }
}
