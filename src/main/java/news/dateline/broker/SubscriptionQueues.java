package news.dateline.broker;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import news.dateline.model.Outgoing;
import news.dateline.model.Reason;
import news.dateline.model.RetryableException;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.postoffice.Binding;
import org.apache.activemq.artemis.core.postoffice.Bindings;
import org.apache.activemq.artemis.core.postoffice.QueueBinding;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.Queue;
import org.jspecify.annotations.Nullable;

/**
 * The queues of subscribers, and what may wait in each: desks and the subscriptions people made
 * themselves, on articles and on source events. The queue that holds the last event of each source
 * is ours and none of them. Thread-safe.
 */
final class SubscriptionQueues {
  private static final List<SimpleString> ADDRESSES =
      List.of(SimpleString.of(Outgoing.ARTICLES), SimpleString.of(Outgoing.SOURCE_EVENTS));
  private static final SimpleString CURRENT = SimpleString.of(BrokerConfiguration.CURRENT);

  private final Map<String, Desk> desks;
  private final Allowance ordinary;
  private volatile @Nullable ActiveMQServer server;

  SubscriptionQueues(BrokerSettings settings, List<Desk> desks) {
    this.desks = desks.stream().collect(Collectors.toMap(Desk::name, Function.identity()));
    ordinary = new Allowance(settings.keep(), settings.keepBytes(), settings.keepFor());
  }

  /** The broker whose queues they are; null while it does not run. */
  void of(@Nullable ActiveMQServer running) {
    server = running;
  }

  /** All of them now; empty while the broker does not run. */
  List<Queue> now() {
    List<Queue> out = new ArrayList<>();
    ActiveMQServer running = server;
    if (running == null || !running.isActive()) {
      return out;
    }
    for (SimpleString address : ADDRESSES) {
      Bindings bindings = bindings(running, address);
      if (bindings != null) {
        for (Binding binding : bindings.getBindings()) {
          if (binding instanceof QueueBinding queue && isSubscription(queue.getQueue())) {
            out.add(queue.getQueue());
          }
        }
      }
    }
    return out;
  }

  private static @Nullable Bindings bindings(ActiveMQServer server, SimpleString address) {
    try {
      return server.getPostOffice().lookupBindingsForAddress(address);
    } catch (Exception e) {
      throw new RetryableException(
          Reason.BROKER_FAILED, "the broker does not know its queues: " + e.getMessage(), e);
    }
  }

  /** Whether it is a subscriber's. */
  boolean isSubscription(Queue queue) {
    return ADDRESSES.contains(queue.getAddress()) && !queue.getName().equals(CURRENT);
  }

  boolean isDesk(String queue) {
    return desks.containsKey(queue);
  }

  Allowance allowance(Queue queue) {
    Desk desk = desks.get(queue.getName().toString());
    if (desk == null) {
      return ordinary;
    }
    Duration age = desk.maxAge().orElse(ordinary.age());
    long most = desk.maxMessages().map(Integer::longValue).orElse(ordinary.messages());
    return new Allowance(most, ordinary.bytes(), age);
  }
}
