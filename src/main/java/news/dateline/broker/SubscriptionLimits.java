package news.dateline.broker;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import news.dateline.model.Outgoing;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.filter.Filter;
import org.apache.activemq.artemis.core.filter.impl.FilterImpl;
import org.apache.activemq.artemis.core.postoffice.Binding;
import org.apache.activemq.artemis.core.postoffice.QueueBinding;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.Queue;
import org.apache.activemq.artemis.core.server.impl.AckReason;
import org.apache.activemq.artemis.selector.filter.Filterable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps subscriptions within their limits where the broker's own rings do not: messages older than
 * allowed go, and the oldest of a queue that grew while its address was paged to disk (the broker
 * does not enforce rings then). Says so, once a queue, when nobody consumes.
 */
final class SubscriptionLimits {
  private static final Logger LOG = LoggerFactory.getLogger(SubscriptionLimits.class);

  /** Messages removed in one journal transaction. */
  private static final int FLUSH = 500;

  private final ActiveMQServer server;
  private final BrokerSettings settings;
  private final Map<String, Duration> deskAges;
  private final InstantSource clock;
  private final Map<String, Boolean> told = new ConcurrentHashMap<>();

  SubscriptionLimits(
      ActiveMQServer server,
      BrokerSettings settings,
      Map<String, Duration> deskAges,
      InstantSource clock) {
    this.server = server;
    this.settings = settings;
    this.deskAges = deskAges;
    this.clock = clock;
  }

  /** Looks at every subscription once. */
  void enforce() throws Exception {
    for (Binding binding :
        server
            .getPostOffice()
            .getBindingsForAddress(SimpleString.of(Outgoing.ARTICLES))
            .getBindings()) {
      if (binding instanceof QueueBinding queue && queue.getQueue().isDurable()) {
        enforce(queue.getQueue());
      }
    }
  }

  private void enforce(Queue queue) throws Exception {
    long waiting = queue.getMessageCount();
    String name = queue.getName().toString();
    if (waiting == 0) {
      told.remove(name);
      return;
    }
    Duration age = deskAges.getOrDefault(name, settings.keepFor());
    long before = clock.instant().minus(age).toEpochMilli();
    int removed =
        queue.deleteMatchingReferences(
            FLUSH, FilterImpl.createFilter("AMQTimestamp < " + before), AckReason.EXPIRED);
    long most = queue.getRingSize() > 0 ? queue.getRingSize() : settings.keep();
    if (waiting - removed > most) {
      removed += queue.deleteMatchingReferences(FLUSH, new Oldest(queue, most), AckReason.KILLED);
    }
    if (removed > 0 && queue.getConsumerCount() == 0 && told.putIfAbsent(name, true) == null) {
      LOG.warn("Nobody reads subscription {}: its oldest articles are dropped", name);
    }
  }

  /**
   * Matches the first messages it is shown, as many as are too many: a queue shows the oldest
   * first. What consumers take and the broker's own ring drops meanwhile counts; what was matched
   * and is not committed yet is still in the queue's count.
   */
  private static final class Oldest implements Filter {
    private final Queue queue;
    private final long most;
    private long left;
    private long matched;

    Oldest(Queue queue, long most) {
      this.queue = queue;
      this.most = most;
      left = queue.getMessageCount() - most;
    }

    @Override
    public boolean match(Message message) {
      boolean oldest = left-- > 0 && queue.getMessageCount() - matched % FLUSH > most;
      matched += oldest ? 1 : 0;
      return oldest;
    }

    @Override
    public boolean match(Map<String, String> map) {
      return false;
    }

    @Override
    public boolean match(Filterable filterable) {
      return false;
    }

    @Override
    public SimpleString getFilterString() {
      return SimpleString.of("");
    }
  }
}
