package news.dateline.broker;

import jakarta.jms.BytesMessage;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.QueueBrowser;
import jakarta.jms.Session;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import news.dateline.model.Bytes;
import news.dateline.model.Outgoing;
import news.dateline.model.Reason;
import news.dateline.model.RetryableException;

/**
 * The articles that wait in the broker's subscriptions, as they left: after a lost database they
 * are what is known of what was published.
 */
public final class WaitingArticles {
  private static final int CHUNK = 200;

  private final BrokerAddress address;
  private final Subscriptions subscriptions;

  /**
   * @param address as a user who may browse all subscriptions
   */
  WaitingArticles(BrokerAddress address, Subscriptions subscriptions) {
    this.address = address;
    this.subscriptions = subscriptions;
  }

  /**
   * Gives all of them, some at a time; one that waits in several subscriptions comes several times.
   * Nothing is taken from anybody.
   *
   * @param each is given articles with their number among the properties; never empty
   * @throws RetryableException {@code BROKER_FAILED} when the broker does not answer
   */
  public void forEach(Consumer<List<Outgoing>> each) {
    try (Connection connection = address.connect()) {
      connection.start();
      Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
      for (Subscriptions.Subscription one : subscriptions.list()) {
        browse(session, Outgoing.ARTICLES + "::" + one.queue(), each);
      }
    } catch (JMSException e) {
      throw new RetryableException(
          Reason.BROKER_FAILED, "what waits cannot be read: " + e.getMessage(), e);
    }
  }

  private static void browse(Session session, String queue, Consumer<List<Outgoing>> each)
      throws JMSException {
    List<Outgoing> some = new ArrayList<>();
    try (QueueBrowser browser = session.createBrowser(session.createQueue(queue))) {
      for (Enumeration<?> e = browser.getEnumeration(); e.hasMoreElements(); ) {
        if (e.nextElement() instanceof BytesMessage message) {
          article(message).ifPresent(some::add);
        }
        if (some.size() == CHUNK) {
          each.accept(List.copyOf(some));
          some.clear();
        }
      }
    }
    if (!some.isEmpty()) {
      each.accept(some);
    }
  }

  /** Empty for what is no article: somebody else's message, or one that tells of a gap. */
  private static Optional<Outgoing> article(BytesMessage message) throws JMSException {
    Map<String, Object> properties = new HashMap<>();
    for (Enumeration<?> names = message.getPropertyNames(); names.hasMoreElements(); ) {
      String name = (String) names.nextElement();
      if (!name.startsWith("JMS") && !name.startsWith("_AMQ") && !name.equals(Promises.REPAIR)) {
        properties.put(name, message.getObjectProperty(name));
      }
    }
    if (!(properties.get(Outgoing.SEQUENCE) instanceof Long)
        || !(properties.get("uri") instanceof String uri)
        || !(properties.get("version") instanceof String version)) {
      return Optional.empty();
    }
    return Optional.of(
        new Outgoing(
            Outgoing.ARTICLES,
            uri,
            version,
            Bytes.wrap(message.getBody(byte[].class)),
            "application/json",
            properties,
            message.getJMSPriority(),
            Optional.empty(),
            false,
            false));
  }
}
