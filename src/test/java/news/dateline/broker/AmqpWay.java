package news.dateline.broker;

import jakarta.jms.Connection;
import java.util.List;
import org.apache.qpid.jms.JmsConnectionFactory;

/** AMQP 1.0, with Qpid JMS. */
final class AmqpWay extends JmsWay {
  AmqpWay(Rig rig, String user, String password) throws Exception {
    super(
        new JmsConnectionFactory(user, password, "amqp://127.0.0.1:" + rig.broker.port())
            .createConnection());
  }

  @Override
  public List<String> actions() {
    return List.of("send", "consume", "browse", "subscribe");
  }

  @Override
  boolean more(Connection connected, String action, String target) {
    return false;
  }
}
