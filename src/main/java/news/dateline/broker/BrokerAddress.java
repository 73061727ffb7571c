package news.dateline.broker;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import java.time.Duration;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.core.remoting.impl.netty.TransportConstants;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/**
 * Where a broker is and who we are there.
 *
 * @param url of any Artemis, for instance {@code tcp://broker:61616} or a list {@code
 *     (tcp://a:61616,tcp://b:61616)?ha=true}; {@code vm://} for the embedded one
 * @param user may be empty
 * @param password may be empty
 * @param patience how long a call may wait for its answer, and a connection for its broker
 */
public record BrokerAddress(String url, String user, String password, Duration patience) {
  /** Waiting for ten seconds at most. */
  public BrokerAddress(String url, String user, String password) {
    this(url, user, password, Duration.ofSeconds(10));
  }

  /** The same, waiting at most so long. */
  public BrokerAddress waiting(Duration most) {
    return new BrokerAddress(url, user, password, most);
  }

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
    factory.setCallTimeout(patience.toMillis());
    factory.setProducerWindowSize(4 << 20);
    if (!url.startsWith("vm:")) {
      hurry(factory);
    }
    return factory.createConnection();
  }

  /** A host that swallows packets, and a broker that is frozen with a connection open. */
  private void hurry(ActiveMQConnectionFactory factory) {
    for (TransportConfiguration transport : factory.getStaticConnectors()) {
      transport
          .getParams()
          .putIfAbsent(
              TransportConstants.NETTY_CONNECT_TIMEOUT, String.valueOf(patience.toMillis()));
    }
    factory.setClientFailureCheckPeriod(Math.max(1_000, patience.toMillis() / 2));
    factory.setConnectionTTL(Math.max(10_000, 2 * patience.toMillis()));
  }

  /** Without the password. */
  @Override
  public String toString() {
    return url + " as " + user;
  }
}
