package news.dateline.broker;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import news.dateline.model.Outgoing;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.apache.activemq.artemis.jms.client.ActiveMQSession;

/**
 * Our addresses on a broker of the user's: made before anything is published, so that a subscriber
 * who may not make them finds them, and a buried item finds its queue.
 */
public final class MissingAddresses {
  private final List<BrokerAddress> users;

  /**
   * @param users who try, one after the other, for not all may have the right
   */
  public MissingAddresses(List<BrokerAddress> users) {
    this.users = List.copyOf(users);
  }

  /**
   * Makes what is not there.
   *
   * @return what could not be made, a sentence each; empty when all is there
   */
  public List<String> make() {
    List<String> out = new ArrayList<>();
    make(Outgoing.ARTICLES, RoutingType.MULTICAST).ifPresent(out::add);
    make(Outgoing.SOURCE_EVENTS, RoutingType.MULTICAST).ifPresent(out::add);
    make(Outgoing.REJECTED, RoutingType.ANYCAST).ifPresent(out::add);
    return out;
  }

  private Optional<String> make(String name, RoutingType type) {
    String why = "";
    for (BrokerAddress user : users) {
      try (Connection connection = user.connect()) {
        ClientSession session =
            ((ActiveMQSession) connection.createSession(false, Session.AUTO_ACKNOWLEDGE))
                .getCoreSession();
        if (isThere(session, name, type)) {
          return Optional.empty();
        }
        SimpleString address = SimpleString.of(name);
        if (!session.addressQuery(address).isExists()) {
          session.createAddress(address, type, false);
        }
        if (type == RoutingType.ANYCAST) {
          session.createQueue(QueueConfiguration.of(name).setRoutingType(type).setDurable(true));
        }
        return Optional.empty();
      } catch (JMSException | ActiveMQException | RuntimeException e) {
        why = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      }
    }
    return Optional.of(
        "The broker has no "
            + (type == RoutingType.ANYCAST ? "queue " : "address ")
            + name
            + " and we may not make it: "
            + why);
  }

  private static boolean isThere(ClientSession session, String name, RoutingType type)
      throws ActiveMQException {
    SimpleString address = SimpleString.of(name);
    return type == RoutingType.ANYCAST
        ? session.queueQuery(address).isExists()
        : session.addressQuery(address).isExists();
  }
}
