package news.dateline.broker;

import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.qpid.jms.JmsConnectionFactory;

/** Connections to brokers of others, which deliver to us. */
public final class BrokerClients {
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
      if (!user.isEmpty()) {
        factory.setUsername(user);
        factory.setPassword(password);
      }
      return factory;
    }
    return user.isEmpty()
        ? new ActiveMQConnectionFactory(url)
        : new ActiveMQConnectionFactory(url, user, password);
  }
}
