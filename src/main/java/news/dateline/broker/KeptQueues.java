package news.dateline.broker;

import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.core.filter.Filter;
import org.apache.activemq.artemis.core.paging.PagingManager;
import org.apache.activemq.artemis.core.server.Queue;
import org.apache.activemq.artemis.core.server.impl.ActiveMQServerImpl;
import org.apache.activemq.artemis.core.server.impl.QueueFactoryImpl;

/**
 * Makes the queues of our addresses such that they are {@link Kept}; all others as Artemis does.
 */
final class KeptQueues extends QueueFactoryImpl {
  private final QueueRules rules;

  KeptQueues(ActiveMQServerImpl server, QueueRules rules) {
    super(
        server.getExecutorFactory(),
        server.getScheduledPool(),
        server.getAddressSettingsRepository(),
        server.getStorageManager(),
        server);
    this.rules = rules;
  }

  @Override
  public Queue createQueueWith(
      QueueConfiguration configuration, PagingManager paging, Filter filter) {
    if (!QueueRules.isOurs(configuration.getAddress())) {
      return super.createQueueWith(configuration, paging, filter);
    }
    QueueParts parts =
        new QueueParts(
            getPageSubscription(configuration, paging, filter),
            scheduledExecutor,
            postOffice,
            storageManager,
            addressSettingsRepository,
            executorFactory.getExecutor(),
            server,
            this,
            rules);
    Queue queue =
        configuration.getLastValueKey() != null && !configuration.getLastValueKey().isEmpty()
            ? new KeptLastValueQueue(configuration, filter, parts)
            : new KeptQueue(configuration, filter, parts);
    server.getCriticalAnalyzer().add(queue);
    return queue;
  }
}
