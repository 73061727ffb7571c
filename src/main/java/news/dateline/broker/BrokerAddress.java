package news.dateline.broker;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/**
 * Where a broker is and who we are there.
 *
 * @param url of any Artemis, for instance {@code tcp://broker:61616} or a list {@code
 *     (tcp://a:61616,tcp://b:61616)?ha=true}; {@code vm://} for the embedded one
 * @param user may be empty
 * @param password may be empty
 */
public record BrokerAddress(String url, String user, String password) {
  /**
   * A new connection, not started. No reconnecting behind our back: the caller knows what was under
   * way and starts anew.
   */
  Connection connect() throws JMSException {
    // Closing the factory would close the connection: it is released with it.
    @SuppressWarnings("resource")
    ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(url);
    factory.setUser(user);
    factory.setPassword(password);
    factory.setReconnectAttempts(0);
    factory.setCallTimeout(20_000);
    factory.setProducerWindowSize(4 << 20);
    return factory.createConnection();
  }

  /** Without the password. */
  @Override
  public String toString() {
    return url + " as " + user;
  }
}
