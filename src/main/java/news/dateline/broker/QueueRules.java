package news.dateline.broker;

import java.util.EnumSet;
import java.util.Set;
import news.dateline.model.Outgoing;
import org.apache.activemq.artemis.api.core.ActiveMQSecurityException;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.security.SecurityAuth;
import org.apache.activemq.artemis.core.server.Queue;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.jspecify.annotations.Nullable;

/**
 * Who may remove, read and shape which queue, beyond what Artemis' roles can say.
 *
 * <p>Roles know a user and an address. All subscribers are one user, {@code reader}, so roles alone
 * would let any of them remove the subscription of any other. Thread-safe.
 */
final class QueueRules {
  private static final Set<String> ADDRESSES =
      Set.of(Outgoing.ARTICLES, Outgoing.SOURCE_EVENTS, Outgoing.REJECTED);

  private final Set<String> desks;

  /**
   * @param desks names of the desks, which are names of their queues
   */
  QueueRules(Set<String> desks) {
    this.desks = Set.copyOf(desks);
  }

  /** True for an address that is never removed. */
  static boolean isOurs(SimpleString address) {
    return ADDRESSES.contains(address.toString());
  }

  /** How messages of an address of ours are given to its queues. */
  static EnumSet<RoutingType> typesOf(SimpleString address) {
    return EnumSet.of(
        address.toString().equals(Outgoing.REJECTED) ? RoutingType.ANYCAST : RoutingType.MULTICAST);
  }

  /** True for a queue that only {@code admin} may remove: rejected items, last events, desks. */
  boolean isOurQueue(SimpleString queue) {
    String name = queue.toString();
    return name.equals(Outgoing.REJECTED)
        || name.equals(BrokerConfiguration.CURRENT)
        || desks.contains(name);
  }

  /**
   * @param by empty: the broker itself, for a connection that ended or a queue that asked to go
   *     with its last consumer
   * @throws ActiveMQSecurityException when that user, or that client of it, may not
   */
  void checkRemoval(Queue queue, @Nullable SecurityAuth by) throws ActiveMQSecurityException {
    if (by != null && Credentials.ADMIN.equals(by.getUsername())) {
      return;
    }
    if (isOurQueue(queue.getName())) {
      throw new ActiveMQSecurityException(
          "queue " + queue.getName() + " is not removed by clients; only admin may");
    }
    if (by != null && isOurs(queue.getAddress()) && !SubscriptionName.of(queue).belongsTo(by)) {
      throw notYours(queue);
    }
  }

  /**
   * @throws ActiveMQSecurityException when the queue is the subscription of another client
   */
  void checkReading(Queue queue, SecurityAuth by) throws ActiveMQSecurityException {
    if (isOurs(queue.getAddress())
        && !isOurQueue(queue.getName())
        && !Credentials.ADMIN.equals(by.getUsername())
        && !SubscriptionName.of(queue).belongsTo(by)) {
      throw notYours(queue);
    }
  }

  /**
   * Takes from a subscription that is being made what would hurt others or slip past the limits:
   * rings and last values of its own (messages would go untold), messages that stay after they were
   * read and dispatch that waits (it would fill while its reader is connected).
   *
   * @param as how every subscription of the address is made
   * @throws ActiveMQSecurityException when the name is one of ours or the broker's own
   */
  void shape(QueueConfiguration queue, AddressSettings as) throws ActiveMQSecurityException {
    if (queue.getUser() == null
        || Credentials.ADMIN.equals(queue.getUser().toString())
        || !isOurs(queue.getAddress())) {
      return;
    }
    String name = queue.getName().toString();
    if (Credentials.PUBLISHER.equals(queue.getUser().toString())
        && name.equals(Outgoing.REJECTED)) {
      return; // made again, as it was
    }
    if (Credentials.PUBLISHER.equals(queue.getUser().toString())
        || isOurQueue(queue.getName())
        || name.startsWith("$")
        || name.startsWith("activemq.")) {
      throw new ActiveMQSecurityException("the name " + name + " is not for subscriptions");
    }
    queue.setRingSize(as.getDefaultRingSize());
    queue.setLastValue(as.isDefaultLastValueQueue());
    queue.setLastValueKey(as.getDefaultLastValueKey());
    queue.setNonDestructive(as.isDefaultNonDestructive());
    queue.setConsumersBeforeDispatch(as.getDefaultConsumersBeforeDispatch());
    queue.setDelayBeforeDispatch(as.getDefaultDelayBeforeDispatch());
    queue.setEnabled(true);
    if (queue.isDurable()) {
      queue.setPurgeOnNoConsumers(false);
    }
  }

  private static ActiveMQSecurityException notYours(Queue queue) {
    return new ActiveMQSecurityException(
        "subscription "
            + queue.getName()
            + " belongs to the client id its name begins with; a subscription without one has no"
            + " dot in its name");
  }
}
