package news.dateline.broker;

import jakarta.jms.BytesMessage;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.JMSSecurityException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Queue;
import jakarta.jms.QueueBrowser;
import jakarta.jms.Session;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import news.dateline.model.Bytes;
import news.dateline.model.Outgoing;
import news.dateline.model.Reason;
import news.dateline.model.RetryableException;

/**
 * The buried items, on the embedded broker or any Artemis. Every call opens a connection of its own
 * and closes it. All methods throw {@link RetryableException} with {@code BROKER_FAILED} when the
 * broker does not answer.
 */
public final class RejectedQueue {
  private static final long RECEIVE_MILLIS = 3_000;

  private final BrokerAddress address;

  /**
   * @param address as a user who may consume from {@code rejected}
   */
  public RejectedQueue(BrokerAddress address) {
    this.address = address;
  }

  /**
   * The newest items, newest first.
   *
   * @param limit at most this many
   * @param head at most this many bytes of each body
   */
  public List<Buried> latest(int limit, int head) {
    return inSession(
        session -> {
          Deque<Buried> newest = new ArrayDeque<>();
          try (QueueBrowser browser = session.createBrowser(queue(session))) {
            for (Enumeration<?> e = browser.getEnumeration(); e.hasMoreElements(); ) {
              if (newest.size() == limit) {
                newest.removeFirst();
              }
              newest.addLast(read((BytesMessage) e.nextElement(), head));
            }
          }
          List<Buried> out = new ArrayList<>(newest);
          Collections.reverse(out);
          return out;
        });
  }

  /** One item with all its bytes; empty when there is none of that id. */
  public Optional<Buried> find(String id) {
    return inSession(
        session -> {
          try (QueueBrowser browser = session.createBrowser(queue(session), selector(id))) {
            Enumeration<?> found = browser.getEnumeration();
            return found.hasMoreElements()
                ? Optional.of(read((BytesMessage) found.nextElement(), Integer.MAX_VALUE))
                : Optional.empty();
          }
        });
  }

  /**
   * Takes an item off the queue.
   *
   * @return false when there was none of that id
   */
  public boolean remove(String id) {
    return inSession(
        session -> {
          try (MessageConsumer consumer = session.createConsumer(queue(session), selector(id))) {
            Message message = consumer.receive(RECEIVE_MILLIS);
            session.commit();
            return message != null;
          }
        });
  }

  private static Queue queue(Session session) throws JMSException {
    return session.createQueue(Outgoing.REJECTED);
  }

  private static String selector(String id) {
    return "JMSMessageID = '" + id.replace("'", "''") + "'";
  }

  private static Buried read(BytesMessage message, int head) throws JMSException {
    long size = message.getBodyLength();
    byte[] raw = new byte[(int) Math.min(size, head)];
    message.readBytes(raw);
    return new Buried(
        message.getJMSMessageID(),
        Instant.ofEpochMilli(message.getLongProperty("at")),
        text(message, "source").orElse(""),
        text(message, "document").orElse(""),
        text(message, "item"),
        text(message, "stage").orElse(""),
        reason(text(message, "reason").orElse("")),
        text(message, "message").orElse(""),
        text(message, "contentType"),
        text(message, "format"),
        size,
        Bytes.wrap(raw));
  }

  private static Optional<String> text(Message message, String property) throws JMSException {
    return Optional.ofNullable(message.getStringProperty(property));
  }

  private static Reason reason(String slug) {
    try {
      return Reason.valueOf(slug.toUpperCase(Locale.ROOT).replace('-', '_'));
    } catch (IllegalArgumentException e) {
      return Reason.UNFORESEEN; // buried by a newer version of ours
    }
  }

  private <T> T inSession(Work<T> work) {
    try (Connection connection = address.connect()) {
      connection.start();
      return work.in(connection.createSession(true, Session.SESSION_TRANSACTED));
    } catch (JMSSecurityException e) {
      throw new RetryableException(
          Reason.BROKER_FAILED,
          "the user "
              + address.user()
              + " may not read the rejected items: set dateline.broker.admin.user to one that may"
              + " browse and consume from "
              + Outgoing.REJECTED,
          e);
    } catch (JMSException e) {
      throw new RetryableException(
          Reason.BROKER_FAILED, "the rejected queue cannot be read: " + e.getMessage(), e);
    }
  }

  private interface Work<T> {
    T in(Session session) throws JMSException;
  }
}
