package news.dateline.broker;

import jakarta.jms.BytesMessage;
import jakarta.jms.Connection;
import jakarta.jms.Destination;
import jakarta.jms.InvalidSelectorException;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import news.dateline.model.Reason;
import news.dateline.model.RetryableException;

/**
 * A live subscriber: articles as they are published, for as long as it is open. Not thread-safe.
 */
public final class ArticleTap implements AutoCloseable {
  private final Connection connection;
  private final MessageConsumer consumer;

  /**
   * @param desk reads from this desk's queue, taking its messages; empty: a subscription of its own
   *     that leaves everybody else's alone
   * @param selector JMS selector; empty string: everything
   * @throws IllegalArgumentException when the selector is not valid
   * @throws RetryableException with {@code BROKER_FAILED} when the broker cannot be reached
   */
  public ArticleTap(BrokerAddress address, Optional<String> desk, String selector) {
    try {
      connection = address.connect();
      Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
      Destination from =
          desk.isPresent()
              ? session.createQueue("articles::" + desk.get())
              : session.createTopic("articles");
      consumer =
          selector.isEmpty()
              ? session.createConsumer(from)
              : session.createConsumer(from, selector);
      connection.start();
    } catch (InvalidSelectorException e) {
      throw new IllegalArgumentException(
          "not a selector: " + selector + " (write for instance: lang = 'en' AND urgency <= 3)", e);
    } catch (JMSException e) {
      throw failed(address, e);
    }
  }

  /** The next article's JSON, waiting for it at most this long. */
  public Optional<String> next(Duration wait) {
    try {
      Message message = consumer.receive(Math.max(1, wait.toMillis()));
      if (message instanceof TextMessage text) {
        return Optional.of(text.getText());
      }
      if (message instanceof BytesMessage bytes) {
        byte[] body = new byte[(int) bytes.getBodyLength()];
        bytes.readBytes(body);
        return Optional.of(new String(body, StandardCharsets.UTF_8));
      }
      return Optional.empty();
    } catch (JMSException e) {
      throw new RetryableException(
          Reason.BROKER_FAILED, "the broker went away: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (JMSException e) {
      throw new RetryableException(
          Reason.BROKER_FAILED, "the connection did not close: " + e.getMessage(), e);
    }
  }

  private static RetryableException failed(BrokerAddress address, JMSException e) {
    return new RetryableException(
        Reason.BROKER_FAILED, "no subscription at " + address + ": " + e.getMessage(), e);
  }
}
