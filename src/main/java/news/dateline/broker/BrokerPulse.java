package news.dateline.broker;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Session;
import news.dateline.model.Outgoing;
import news.dateline.model.Reason;
import news.dateline.model.RetryableException;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.apache.activemq.artemis.jms.client.ActiveMQSession;
import org.jspecify.annotations.Nullable;

/**
 * Whether a broker answers the user we publish as: a question and its answer over a connection that
 * is kept. Needs no right. Thread-safe.
 */
public final class BrokerPulse implements AutoCloseable {
  private final BrokerAddress address;
  private @Nullable Connection connection;
  private @Nullable ClientSession session;

  public BrokerPulse(BrokerAddress address) {
    this.address = address;
  }

  /**
   * Asks.
   *
   * @return true when the connection had to be made anew: the broker may be another, or have lost
   *     its addresses
   * @throws RetryableException {@code BROKER_FAILED} when there is no answer
   */
  public synchronized boolean ask() {
    try {
      ClientSession asking = session;
      boolean fresh = asking == null || asking.isClosed();
      if (asking == null || asking.isClosed()) {
        close();
        asking = open();
        session = asking;
      }
      asking.addressQuery(SimpleString.of(Outgoing.ARTICLES));
      return fresh;
    } catch (JMSException | ActiveMQException | RuntimeException e) {
      close();
      throw new RetryableException(
          Reason.BROKER_FAILED, "the broker at " + address + " does not answer: " + line(e), e);
    }
  }

  private ClientSession open() throws JMSException {
    Connection made = address.connect();
    connection = made;
    return ((ActiveMQSession) made.createSession(false, Session.AUTO_ACKNOWLEDGE)).getCoreSession();
  }

  private static String line(Exception e) {
    String message = e.getMessage() == null ? e.toString() : e.getMessage();
    return message.lines().findFirst().orElse(message);
  }

  @Override
  public synchronized void close() {
    Connection closing = connection;
    connection = null;
    session = null;
    if (closing != null) {
      try {
        closing.close();
      } catch (JMSException | RuntimeException e) {
        // it is of no use any more, whatever it says
      }
    }
  }
}
