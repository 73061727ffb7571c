package news.dateline.broker;

import java.util.concurrent.locks.Lock;
import java.util.function.Consumer;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.postoffice.QueueBinding;
import org.apache.activemq.artemis.core.security.SecurityAuth;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.MessageReference;
import org.apache.activemq.artemis.core.server.Queue;
import org.apache.activemq.artemis.core.server.ServerConsumer;
import org.apache.activemq.artemis.core.server.impl.AckReason;
import org.apache.activemq.artemis.core.server.plugin.ActiveMQServerPlugin;
import org.apache.activemq.artemis.core.transaction.Transaction;
import org.apache.activemq.artemis.core.transaction.TransactionOperationAbstract;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the broker tells us of subscribers: one comes, one goes, one has taken a message, a
 * subscription is removed. Whatever fails here never keeps a subscriber out.
 */
final class SubscriberPlugin implements ActiveMQServerPlugin {
  private static final Logger LOG = LoggerFactory.getLogger(SubscriberPlugin.class);

  private final Consumer<ActiveMQServer> starts;
  private final SubscriptionQueues queues;
  private final Presence presence;
  private final GapMessages gaps;
  private final SubscriptionLimits limits;
  private final HolesLedger ledger;
  private final QueueLocks locks;

  /**
   * @param starts hears of the broker before any subscriber can come
   */
  SubscriberPlugin(
      Consumer<ActiveMQServer> starts,
      SubscriptionQueues queues,
      Presence presence,
      GapMessages gaps,
      SubscriptionLimits limits,
      HolesLedger ledger,
      QueueLocks locks) {
    this.starts = starts;
    this.queues = queues;
    this.presence = presence;
    this.gaps = gaps;
    this.limits = limits;
    this.ledger = ledger;
    this.locks = locks;
  }

  @Override
  public void registered(ActiveMQServer server) {
    starts.accept(server);
  }

  @Override
  public void beforeCreateConsumer(
      long consumer,
      QueueBinding binding,
      @Nullable SimpleString filter,
      boolean browseOnly,
      boolean supportLargeMessage) {
    Queue queue = binding.getQueue();
    if (browseOnly || !queues.isSubscription(queue)) {
      return;
    }
    Lock lock = locks.of(queue.getName().toString());
    lock.lock();
    try {
      presence.came(queue);
      limits.changed(queue.getName().toString());
      gaps.settle(queue);
      gaps.put(queue);
    } catch (Exception e) {
      LOG.warn("Subscription {} could not be told of its gap", queue.getName(), e);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void afterCloseConsumer(ServerConsumer consumer, boolean failed) {
    Queue queue = consumer.getQueue();
    if (!consumer.isBrowseOnly() && queues.isSubscription(queue)) {
      presence.left(queue);
      limits.changed(queue.getName().toString());
    }
  }

  @Override
  public void messageAcknowledged(
      @Nullable Transaction tx,
      MessageReference reference,
      AckReason reason,
      @Nullable ServerConsumer consumer) {
    if (consumer == null || gaps.isQuiet()) {
      return;
    }
    String queue = reference.getQueue().getName().toString();
    long id = reference.getMessage().getMessageID();
    if (!gaps.isOurs(queue, id)) {
      return;
    }
    if (reason != AckReason.NORMAL) {
      gaps.forget(queue); // refused: it is told again when the subscriber comes next
      return;
    }
    if (tx == null) {
      gaps.acknowledged(queue, id);
    } else {
      tx.addOperation(
          new TransactionOperationAbstract() {
            @Override
            public void afterCommit(Transaction committed) {
              gaps.acknowledged(queue, id);
            }
          });
    }
  }

  @Override
  public void afterDestroyQueue(
      Queue queue,
      SimpleString address,
      @Nullable SecurityAuth session,
      boolean checkConsumerCount,
      boolean removeConsumers,
      boolean autoDeleteAddress) {
    String name = queue.getName().toString();
    if (queues.isSubscription(queue)) {
      presence.forget(name);
      ledger.forget(name);
      gaps.forget(name);
      limits.changed(name);
      locks.forget(name);
    }
  }
}
