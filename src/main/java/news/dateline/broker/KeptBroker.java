package news.dateline.broker;

import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.paging.PagingManager;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.server.impl.ActiveMQServerImpl;
import org.apache.activemq.artemis.spi.core.security.ActiveMQSecurityManager;

/** Artemis with queues of ours: {@link Kept}. */
final class KeptBroker extends EmbeddedActiveMQ {
  KeptBroker(Configuration configuration, ActiveMQSecurityManager guard, QueueRules rules) {
    setConfiguration(configuration);
    setSecurityManager(guard);
    configuration.registerBrokerPlugin(new QueueKeeper(rules));
    activeMQServer = new Server(configuration, guard, rules);
  }

  private static final class Server extends ActiveMQServerImpl {
    private final QueueRules rules;

    Server(Configuration configuration, ActiveMQSecurityManager guard, QueueRules rules) {
      super(configuration, guard);
      this.rules = rules;
    }

    /**
     * Artemis has just made its factory of queues and has not used it: the moment to replace it.
     */
    @Override
    public PagingManager createPagingManager() throws Exception {
      replaceQueueFactory(new KeptQueues(this, rules));
      return super.createPagingManager();
    }
  }
}
