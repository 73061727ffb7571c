package news.dateline.broker;

import news.dateline.model.Outgoing;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.client.ClientSession;

/**
 * Makes what a message would miss, before it is sent: a broker takes a message for an address
 * without a queue, and drops it. That matters for {@code rejected}, whose one queue holds what
 * nobody has read yet; who subscribes to another address makes the queue.
 */
final class Addresses {
  private Addresses() {}

  /**
   * @throws ActiveMQException when it is missing and this user may not make it
   */
  static void ensure(ClientSession session, String address) throws ActiveMQException {
    if (!address.equals(Outgoing.REJECTED)) {
      return;
    }
    SimpleString name = SimpleString.of(address);
    if (session.queueQuery(name).isExists()) {
      return;
    }
    if (!session.addressQuery(name).isExists()) {
      session.createAddress(name, RoutingType.ANYCAST, false);
    }
    session.createQueue(
        QueueConfiguration.of(name)
            .setAddress(name)
            .setRoutingType(RoutingType.ANYCAST)
            .setDurable(true));
  }
}
