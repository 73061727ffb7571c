package news.dateline.broker;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import jakarta.jms.TemporaryQueue;
import java.util.List;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.apache.activemq.artemis.api.core.management.ResourceNames;
import org.apache.activemq.artemis.api.jms.management.JMSManagementHelper;
import org.apache.activemq.artemis.jms.client.ActiveMQSession;

/** The broker's own protocol, with the JMS client and the session below it. */
final class CoreWay extends JmsWay {
  CoreWay(Rig rig, String user, String password) throws Exception {
    super(rig.core(user, password));
  }

  @Override
  public List<String> actions() {
    return List.of(
        "send",
        "consume",
        "browse",
        "subscribe",
        "create queue",
        "delete queue",
        "create address",
        "manage");
  }

  @Override
  boolean more(Connection connection, String action, String target) throws JMSException {
    ActiveMQSession jms =
        (ActiveMQSession) connection.createSession(false, Session.CLIENT_ACKNOWLEDGE);
    ClientSession core = jms.getCoreSession();
    String[] parts = target.split("::", 2);
    boolean anycast = target.equals("rejected");
    try (jms) {
      switch (action) {
        case "create queue" ->
            core.createQueue(
                QueueConfiguration.of("made")
                    .setAddress(parts[0])
                    .setRoutingType(anycast ? RoutingType.ANYCAST : RoutingType.MULTICAST)
                    .setDurable(true));
        case "delete queue" -> core.deleteQueue(parts[parts.length - 1]);
        case "create address" ->
            core.createAddress(
                org.apache.activemq.artemis.api.core.SimpleString.of(parts[0]),
                anycast ? RoutingType.MULTICAST : RoutingType.ANYCAST,
                false);
        default -> {
          return target.equals("activemq.management") && manage(jms);
        }
      }
      return true;
    } catch (ActiveMQException e) {
      return false;
    }
  }

  private static boolean manage(Session session) throws JMSException {
    TemporaryQueue replyTo = session.createTemporaryQueue();
    MessageConsumer answers = session.createConsumer(replyTo);
    Message question = session.createMessage();
    question.setJMSReplyTo(replyTo);
    JMSManagementHelper.putOperationInvocation(question, ResourceNames.BROKER, "getQueueNames");
    session.createProducer(session.createQueue("activemq.management")).send(question);
    Message answer = answers.receive(3000);
    return answer != null && JMSManagementHelper.hasOperationSucceeded(answer);
  }
}
