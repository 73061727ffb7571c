package news.dateline.broker;

import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.qpid.jms.JmsConnectionFactory;
import org.apache.qpid.jms.policy.JmsDefaultDeserializationPolicy;

/** Connections to brokers of others, which deliver to us. */
public final class BrokerClients {
  /** Milliseconds until a broker that takes the connection and says nothing counts as away. */
  private static final int PATIENCE = 10_000;

  /** No class is made of what a message holds: reading one may run code. */
  private static final String ALL = "*";

  private BrokerClients() {}

  /**
   * A JMS connection factory.
   *
   * @param url {@code amqp(s)://host:port} for any AMQP 1.0 broker, {@code tcp://host:port} for
   *     Artemis' own protocol
   * @param user empty: none
   * @param password empty: none
   */
  public static Object factory(String url, String user, String password) {
    if (url.startsWith("amqp")) {
      JmsConnectionFactory factory = new JmsConnectionFactory(url);
      if (!url.contains("connectTimeout")) {
        factory.setConnectTimeout(PATIENCE);
      }
      JmsDefaultDeserializationPolicy none = new JmsDefaultDeserializationPolicy();
      none.setDenyList(ALL);
      factory.setDeserializationPolicy(none);
      if (!user.isEmpty()) {
        factory.setUsername(user);
        factory.setPassword(password);
      }
      return factory;
    }
    ActiveMQConnectionFactory factory =
        user.isEmpty()
            ? new ActiveMQConnectionFactory(url)
            : new ActiveMQConnectionFactory(url, user, password);
    if (!url.contains("callTimeout")) {
      factory.setCallTimeout(PATIENCE);
    }
    factory.setDeserializationDenyList(ALL);
    return factory;
  }
}
