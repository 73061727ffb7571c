package news.dateline.broker;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.Queue;
import jakarta.jms.Session;
import jakarta.jms.TemporaryQueue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import news.dateline.model.Outgoing;
import news.dateline.model.Reason;
import news.dateline.model.RetryableException;
import org.apache.activemq.artemis.api.core.management.ResourceNames;
import org.apache.activemq.artemis.api.jms.management.JMSManagementHelper;
import org.jspecify.annotations.Nullable;

/**
 * Who subscribes to the articles on an Artemis of the user's, as far as its management tells: what
 * was dropped and who is waited for is known of the embedded broker alone.
 */
final class ManagedSubscriptions implements Subscriptions {
  private static final String MANAGEMENT = "activemq.management";
  private static final long ANSWER_MILLIS = 5_000;

  private final BrokerAddress address;

  /**
   * @param address as a user who may manage the broker
   */
  ManagedSubscriptions(BrokerAddress address) {
    this.address = address;
  }

  @Override
  public List<Subscription> list() {
    try (Connection connection = address.connect()) {
      connection.start();
      Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
      Asker asker = new Asker(session);
      List<Subscription> out = new ArrayList<>();
      Object names = asker.attribute(ResourceNames.ADDRESS + Outgoing.ARTICLES, "queueNames");
      for (Object name : names instanceof Object[] array ? array : new Object[0]) {
        String queue = ResourceNames.QUEUE + name;
        if (asker.attribute(queue, "messageCount") instanceof Number waiting
            && asker.attribute(queue, "consumerCount") instanceof Number consumers) {
          out.add(Subscription.of(String.valueOf(name), consumers.intValue(), waiting.longValue()));
        }
      }
      out.sort(Comparator.comparing(Subscription::queue));
      return out;
    } catch (JMSException e) {
      throw new RetryableException(
          Reason.BROKER_FAILED, "the broker does not list its queues: " + e.getMessage(), e);
    }
  }

  /** Asks the broker's management address. */
  private static final class Asker {
    private final Session session;
    private final MessageProducer questions;
    private final MessageConsumer answers;
    private final TemporaryQueue replyTo;

    Asker(Session session) throws JMSException {
      this.session = session;
      Queue management = session.createQueue(MANAGEMENT);
      questions = session.createProducer(management);
      replyTo = session.createTemporaryQueue();
      answers = session.createConsumer(replyTo);
    }

    /** Null when the resource has gone in the meantime. */
    @Nullable Object attribute(String resource, String attribute) throws JMSException {
      Message question = session.createMessage();
      question.setJMSReplyTo(replyTo);
      JMSManagementHelper.putAttribute(question, resource, attribute);
      questions.send(question);
      Message answer = answers.receive(ANSWER_MILLIS);
      if (answer == null) {
        throw new JMSException("no answer");
      }
      try {
        return JMSManagementHelper.hasOperationSucceeded(answer)
            ? JMSManagementHelper.getResult(answer)
            : null;
      } catch (JMSException e) {
        throw e;
      } catch (Exception e) {
        throw (JMSException) new JMSException("unreadable answer").initCause(e);
      }
    }
  }
}
