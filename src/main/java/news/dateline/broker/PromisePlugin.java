package news.dateline.broker;

import java.util.ArrayList;
import java.util.List;
import news.dateline.model.Outgoing;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.postoffice.RoutingStatus;
import org.apache.activemq.artemis.core.security.SecurityAuth;
import org.apache.activemq.artemis.core.server.MessageReference;
import org.apache.activemq.artemis.core.server.Queue;
import org.apache.activemq.artemis.core.server.RoutingContext;
import org.apache.activemq.artemis.core.server.ServerConsumer;
import org.apache.activemq.artemis.core.server.impl.AckReason;
import org.apache.activemq.artemis.core.server.plugin.ActiveMQServerConsumerPlugin;
import org.apache.activemq.artemis.core.server.plugin.ActiveMQServerMessagePlugin;
import org.apache.activemq.artemis.core.server.plugin.ActiveMQServerQueuePlugin;
import org.apache.activemq.artemis.core.transaction.Transaction;
import org.apache.activemq.artemis.core.transaction.TransactionOperationAbstract;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the {@link PromiseBook} while the broker works. An article is promised just before the
 * commit that puts it into a subscription, so that nothing committed is missing; it counts as given
 * before a subscriber can see it, so that nothing acknowledged can look lost, whenever the process
 * dies. What a subscriber leaves behind when it goes is promised again.
 */
final class PromisePlugin
    implements ActiveMQServerMessagePlugin,
        ActiveMQServerQueuePlugin,
        ActiveMQServerConsumerPlugin {
  private static final SimpleString SEQUENCE = SimpleString.of(Outgoing.SEQUENCE);
  private static final SimpleString ARTICLES = SimpleString.of(Outgoing.ARTICLES);

  /** Where a transaction keeps its promises; Artemis itself uses numbers up to 13. */
  private static final int PROPERTY = 40;

  private final PromiseBook book;

  PromisePlugin(PromiseBook book) {
    this.book = book;
  }

  /** Whether articles that wait in the queue are promised to somebody. */
  static boolean counts(Queue queue) {
    return queue.isDurable() && !queue.isTemporary() && ARTICLES.equals(queue.getAddress());
  }

  /** What stands for the number of a message that a damaged journal gave back. */
  static final long UNREADABLE = -1;

  /** The number of an article; 0 for anything else, {@link #UNREADABLE} for a damaged one. */
  static long sequence(Message message) {
    try {
      return message.getObjectProperty(SEQUENCE) instanceof Long number ? number : 0;
    } catch (RuntimeException e) {
      return UNREADABLE;
    }
  }

  @Override
  public void afterMessageRoute(
      Message message,
      RoutingContext context,
      boolean direct,
      boolean rejectDuplicates,
      RoutingStatus result) {
    long sequence = result == RoutingStatus.OK ? sequence(message) : 0;
    if (sequence <= 0) {
      return;
    }
    Transaction transaction = context.getTransaction();
    if (transaction == null || transaction.getState() == Transaction.State.COMMITTED) {
      context.forEachDurable(queue -> promise(queue, sequence));
    } else if (transaction.getState() == Transaction.State.ACTIVE) {
      context.forEachDurable(
          queue -> {
            if (counts(queue)) {
              promises(transaction).add(queue.getName().toString(), sequence);
            }
          });
    } // else it is taken back: a batch the broker has already, for instance
  }

  private Promises promises(Transaction transaction) {
    if (transaction.getProperty(PROPERTY) instanceof Promises already) {
      return already;
    }
    Promises made = new Promises(book);
    transaction.putProperty(PROPERTY, made);
    transaction.addOperation(made);
    return made;
  }

  @Override
  public void beforeDeliver(ServerConsumer consumer, MessageReference reference) {
    if (!consumer.isBrowseOnly()) {
      keep(reference);
    }
  }

  /** Whoever removes an article, by whatever way, must not have it back. */
  @Override
  public void messageAcknowledged(
      @Nullable Transaction transaction,
      MessageReference reference,
      AckReason reason,
      @Nullable ServerConsumer consumer) {
    keep(reference);
    if (transaction != null && counts(reference.getQueue())) {
      promises(transaction)
          .taken(reference.getQueue().getName().toString(), sequence(reference.getMessage()));
    }
  }

  private void promise(Queue queue, long sequence) {
    if (counts(queue) && sequence > 0) {
      book.promise(queue.getName().toString(), sequence);
    }
  }

  private void keep(MessageReference reference) {
    if (counts(reference.getQueue())) {
      long sequence = sequence(reference.getMessage());
      if (sequence > 0) {
        book.keep(reference.getQueue().getName().toString(), sequence);
      }
    }
  }

  @Override
  public void beforeCloseConsumer(ServerConsumer consumer, boolean failed) {
    if (consumer.isBrowseOnly() || !counts(consumer.getQueue())) {
      return;
    }
    for (MessageReference left :
        consumer.scanDeliveringReferences(false, first -> true, last -> false)) {
      promise(consumer.getQueue(), sequence(left.getMessage()));
    }
  }

  @Override
  public void afterCreateQueue(Queue queue) {
    if (counts(queue)) {
      book.open(queue.getName().toString(), queue.getQueueConfiguration().toJSON());
    }
  }

  @Override
  public void afterDestroyQueue(
      Queue queue,
      SimpleString address,
      SecurityAuth session,
      boolean checkConsumerCount,
      boolean removeConsumers,
      boolean autoDeleteAddress) {
    if (counts(queue)) {
      book.forget(queue.getName().toString());
    }
  }

  /** What one transaction promises, and what subscribers take in it. */
  private static final class Promises extends TransactionOperationAbstract {
    private record Promise(String subscription, long sequence) {}

    private final PromiseBook book;
    private final List<Promise> promises = new ArrayList<>();
    private final List<Promise> taken = new ArrayList<>();

    Promises(PromiseBook book) {
      this.book = book;
    }

    void add(String subscription, long sequence) {
      promises.add(new Promise(subscription, sequence));
    }

    void taken(String subscription, long sequence) {
      if (sequence > 0) {
        taken.add(new Promise(subscription, sequence));
      }
    }

    /** Before, not after: once it is back in its queue the next subscriber may take it. */
    @Override
    public void beforeRollback(Transaction transaction) {
      taken.forEach(p -> book.promise(p.subscription, p.sequence));
    }

    @Override
    public void beforeCommit(Transaction transaction) {
      promises.forEach(p -> book.promise(p.subscription, p.sequence));
    }
  }
}
