package news.dateline.broker;

import jakarta.jms.BytesMessage;
import jakarta.jms.Connection;
import jakarta.jms.DeliveryMode;
import jakarta.jms.Destination;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.util.HashMap;
import java.util.Map;
import news.dateline.model.Outgoing;
import news.dateline.model.Reason;
import news.dateline.model.RetryableException;
import news.dateline.publish.OutboxBatch;
import news.dateline.publish.Outlet;
import org.apache.activemq.artemis.api.core.ActiveMQDuplicateIdException;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.jms.client.ActiveMQSession;
import org.jspecify.annotations.Nullable;

/**
 * Sends batches over one session that is kept; after a fault the next batch opens a new one.
 * Thread-safe.
 */
public final class BrokerOutlet implements Outlet, AutoCloseable {
  /** What AMQP readers see as content-type. */
  private static final String AMQP_CONTENT_TYPE = "JMS_AMQP_ContentType";

  /** What STOMP readers see as content-type. */
  private static final String CORE_CONTENT_TYPE = "_AMQ_CONTENT_TYPE";

  private static final String DUPLICATE_ID = "_AMQ_DUPL_ID";

  private final BrokerAddress address;
  private @Nullable Live live;

  public BrokerOutlet(BrokerAddress address) {
    this.address = address;
  }

  @Override
  public synchronized void send(OutboxBatch batch) {
    try {
      Live now = live;
      if (now == null) {
        now = new Live(address.connect());
        live = now;
      }
      now.send(batch);
    } catch (JMSException | RuntimeException e) {
      if (isDuplicate(e)) {
        return; // the broker took this batch before a crash or a lost answer
      }
      close();
      throw new RetryableException(
          Reason.BROKER_FAILED,
          "the broker at " + address + " did not take a batch: " + line(e),
          e);
    }
  }

  /** Closes the connection; the next batch opens another. */
  @Override
  public synchronized void close() {
    Live closing = live;
    live = null;
    if (closing != null) {
      try {
        closing.connection.close();
      } catch (JMSException | RuntimeException e) {
        // it is of no use any more, whatever it says
      }
    }
  }

  /** The properties that readers of each protocol see as the content type. */
  static Map<String, String> contentTypes(Outgoing outgoing) {
    return Map.of(
        AMQP_CONTENT_TYPE, outgoing.contentType(), CORE_CONTENT_TYPE, outgoing.contentType());
  }

  private static boolean isDuplicate(Throwable fault) {
    for (Throwable t = fault; t != null; t = t.getCause()) {
      if (t instanceof ActiveMQDuplicateIdException) {
        return true;
      }
    }
    return false;
  }

  private static String line(Exception e) {
    String message = e.getMessage() == null ? e.toString() : e.getMessage();
    return message.lines().findFirst().orElse(message);
  }

  /** An open session with a producer for each address. */
  private static final class Live {
    private final Connection connection;
    private final Session session;
    private final Map<String, MessageProducer> producers = new HashMap<>();

    Live(Connection connection) throws JMSException {
      this.connection = connection;
      this.session = connection.createSession(true, Session.SESSION_TRANSACTED);
    }

    void send(OutboxBatch batch) throws JMSException {
      if (batch.messages().stream().anyMatch(m -> m.address().equals(Outgoing.REJECTED))) {
        ensure(Outgoing.REJECTED);
      }
      boolean first = true;
      for (Outgoing outgoing : batch.messages()) {
        Message message = message(outgoing);
        if (first) {
          message.setStringProperty(DUPLICATE_ID, batch.id());
          first = false;
        }
        producer(outgoing.address())
            .send(
                message,
                DeliveryMode.PERSISTENT,
                outgoing.priority(),
                Message.DEFAULT_TIME_TO_LIVE);
      }
      session.commit();
    }

    private void ensure(String missing) throws JMSException {
      try {
        Addresses.ensure(((ActiveMQSession) session).getCoreSession(), missing);
      } catch (ActiveMQException e) {
        throw (JMSException)
            new JMSException("no queue " + missing + ": " + e.getMessage()).initCause(e);
      }
    }

    private Message message(Outgoing outgoing) throws JMSException {
      BytesMessage message = session.createBytesMessage();
      message.writeBytes(outgoing.body().array());
      for (Map.Entry<String, Object> property : outgoing.properties().entrySet()) {
        message.setObjectProperty(property.getKey(), property.getValue());
      }
      for (Map.Entry<String, String> type : contentTypes(outgoing).entrySet()) {
        message.setStringProperty(type.getKey(), type.getValue());
      }
      return message;
    }

    private MessageProducer producer(String address) throws JMSException {
      MessageProducer producer = producers.get(address);
      if (producer == null) {
        Destination destination =
            address.equals(Outgoing.REJECTED)
                ? session.createQueue(address)
                : session.createTopic(address);
        producer = session.createProducer(destination);
        producers.put(address, producer);
      }
      return producer;
    }
  }
}
