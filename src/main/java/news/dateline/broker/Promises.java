package news.dateline.broker;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import news.dateline.model.Outgoing;
import news.dateline.publish.OutboxBatch;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.message.impl.CoreMessage;
import org.apache.activemq.artemis.core.postoffice.Binding;
import org.apache.activemq.artemis.core.postoffice.QueueBinding;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.MessageReference;
import org.apache.activemq.artemis.core.server.Queue;
import org.apache.activemq.artemis.utils.collections.LinkedListIterator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the embedded broker should hold compared with what it holds. It is to be compared after each
 * start of the broker: see {@link #due()}. Thread-safe; one thread compares.
 */
public final class Promises {
  private static final Logger LOG = LoggerFactory.getLogger(Promises.class);

  /** Property of an article that is sent again because the broker had lost it. */
  static final String REPAIR = "repair";

  private final PromiseBook book;
  private final Supplier<ActiveMQServer> server;
  private final BooleanSupplier running;
  private final BrokerAddress admin;
  private final AtomicInteger starts = new AtomicInteger();
  private volatile int compared;

  Promises(
      PromiseBook book,
      Supplier<ActiveMQServer> server,
      BooleanSupplier running,
      BrokerAddress admin) {
    this.book = book;
    this.server = server;
    this.running = running;
    this.admin = admin;
  }

  /**
   * Articles that a subscription was promised, has not been given, and does not hold.
   *
   * @param subscription name of its queue
   * @param sequences the articles' numbers, rising; never empty
   * @param certain false after a power cut, when some may have been given
   */
  public record Missing(String subscription, List<Long> sequences, boolean certain) {}

  /** True from a start of the broker until {@link #done}, while it runs. */
  public boolean due() {
    return compared != starts.get() && running.getAsBoolean();
  }

  /** Which start of the broker this is; to be asked before comparing. */
  public int start() {
    return starts.get();
  }

  /**
   * What the broker held at a start has been compared, and repaired or said.
   *
   * @param start which; when it has started once more meanwhile, it is to be compared once more
   */
  public void done(int start) {
    compared = start;
    book.settle();
  }

  /**
   * The broker has started: subscriptions it has lost are made again as they were, those it has are
   * noted.
   *
   * @param again whether a subscription that is not there should be
   */
  void started(Predicate<QueueConfiguration> again) throws Exception {
    Map<String, Queue> queues = queues();
    for (Map.Entry<String, String> known : book.subscriptions().entrySet()) {
      if (queues.containsKey(known.getKey())) {
        continue;
      }
      QueueConfiguration made = QueueConfiguration.fromJSON(known.getValue());
      if (!again.test(made)) {
        book.forget(known.getKey());
        continue;
      }
      LOG.warn(
          "The broker has lost the subscription {}: it is made again, and what it was promised is"
              + " sent again",
          known.getKey());
      server.get().createQueue(made.setId(null), true);
    }
    for (Map.Entry<String, Queue> queue : queues.entrySet()) {
      book.open(queue.getKey(), queue.getValue().getQueueConfiguration().toJSON());
    }
    starts.incrementAndGet();
  }

  /**
   * Looks through the subscriptions that are owed articles; takes time where many wait. What is
   * sent meanwhile, and what a leaving subscriber gives back, may look missing: only what is so
   * again, a moment later and while nothing is sent, is missing.
   */
  public List<Missing> compare() {
    List<Missing> all = new ArrayList<>();
    for (Map.Entry<String, Queue> entry : queues().entrySet()) {
      String name = entry.getKey();
      if (book.count(name) == 0) {
        continue;
      }
      SequenceSet missing = book.promised(name);
      missing.removeAll(held(entry.getValue()));
      List<Long> sequences =
          missing.list().stream().filter(sequence -> book.isPromised(name, sequence)).toList();
      if (!sequences.isEmpty()) {
        all.add(new Missing(name, sequences, book.trusted()));
      }
    }
    return all;
  }

  /** True when the subscription is still to be given the article. */
  public boolean isPromised(String subscription, long sequence) {
    return book.isPromised(subscription, sequence);
  }

  /** True when an article with these properties goes to the subscription. */
  public boolean wants(String subscription, Map<String, Object> properties) {
    Queue queue = queues().get(subscription);
    if (queue == null || queue.getFilter() == null) {
      return queue != null;
    }
    CoreMessage message = new CoreMessage(1, 64);
    properties.forEach((name, value) -> message.putObjectProperty(SimpleString.of(name), value));
    return queue.getFilter().match(message);
  }

  /**
   * Sends articles again, to one subscription alone, marked with the property {@code repair}.
   *
   * @param articles with their number among the properties
   * @throws news.dateline.model.RetryableException {@code BROKER_FAILED} when the broker did not
   *     take them
   */
  public void sendAgain(String subscription, List<Outgoing> articles) {
    List<Outgoing> addressed = new ArrayList<>();
    for (Outgoing a : articles) {
      Map<String, Object> properties = new HashMap<>(a.properties());
      properties.put(REPAIR, true);
      addressed.add(
          new Outgoing(
              Outgoing.ARTICLES + "::" + subscription,
              a.key(),
              a.version(),
              a.body(),
              a.contentType(),
              properties,
              a.priority(),
              a.releaseAt(),
              a.held(),
              a.withdraws()));
    }
    try (BrokerOutlet outlet = new BrokerOutlet(admin)) {
      outlet.send(new OutboxBatch("repair-" + UUID.randomUUID(), addressed));
    }
  }

  /** They cannot be sent again and are no longer owed. */
  public void giveUp(String subscription, List<Long> sequences) {
    sequences.forEach(sequence -> book.keep(subscription, sequence));
  }

  /** What a queue holds; takes out what a damaged journal gave back as no message at all. */
  private static SequenceSet held(Queue queue) {
    SequenceSet held = new SequenceSet();
    List<Long> unreadable = new ArrayList<>();
    queue.flushExecutor();
    try (LinkedListIterator<MessageReference> messages = queue.browserIterator()) {
      while (messages.hasNext()) {
        MessageReference next = messages.next();
        if (next != null) {
          long sequence = PromisePlugin.sequence(next.getMessage());
          if (sequence == PromisePlugin.UNREADABLE) {
            unreadable.add(next.getMessageID());
          } else {
            held.add(sequence);
          }
        }
      }
    }
    remove(queue, unreadable);
    return held;
  }

  private static void remove(Queue queue, List<Long> unreadable) {
    if (unreadable.isEmpty()) {
      return;
    }
    LOG.error(
        "The broker's journal is damaged: {} messages of subscription {} cannot be read and are"
            + " taken out",
        unreadable.size(),
        queue.getName());
    for (long id : unreadable) {
      try {
        queue.deleteReference(id);
      } catch (Exception e) {
        LOG.warn("A damaged message of {} stays where it is: {}", queue.getName(), e.toString());
      }
    }
  }

  private Map<String, Queue> queues() {
    Map<String, Queue> queues = new HashMap<>();
    try {
      for (Binding binding :
          server
              .get()
              .getPostOffice()
              .getBindingsForAddress(SimpleString.of(Outgoing.ARTICLES))
              .getBindings()) {
        if (binding instanceof QueueBinding queue && PromisePlugin.counts(queue.getQueue())) {
          queues.put(queue.getQueue().getName().toString(), queue.getQueue());
        }
      }
    } catch (ActiveMQException e) {
      throw new IllegalStateException("the broker does not show its subscriptions", e);
    } catch (Exception e) {
      throw new IllegalStateException("the broker does not show its subscriptions: " + e, e);
    }
    return queues;
  }
}
