package news.dateline.broker;

import jakarta.jms.Connection;
import jakarta.jms.Destination;
import jakarta.jms.JMSException;
import jakarta.jms.Session;

/** What JMS clients of both protocols do alike. */
abstract class JmsWay implements Way {
  private final Connection connection;

  JmsWay(Connection connection) throws JMSException {
    this.connection = connection;
    connection.setClientID("tries");
    connection.start();
  }

  @Override
  public boolean tries(String action, String target) {
    try {
      boolean topic = target.equals("articles") || target.equals("source.events");
      try (Session session = connection.createSession(false, Session.CLIENT_ACKNOWLEDGE)) {
        Destination destination = topic ? session.createTopic(target) : session.createQueue(target);
        switch (action) {
          case "send" -> session.createProducer(destination).send(session.createTextMessage("{}"));
          case "consume" -> session.createConsumer(destination).close();
          case "browse" ->
              session.createBrowser(session.createQueue(target)).getEnumeration().hasMoreElements();
          case "subscribe" ->
              session.createDurableConsumer(session.createTopic(target), "own").close();
          default -> {
            return more(connection, action, target);
          }
        }
      }
      return true;
    } catch (JMSException e) {
      return false;
    }
  }

  /** What only one of the protocols can. */
  abstract boolean more(Connection connected, String action, String target) throws JMSException;

  @Override
  public void close() {
    try {
      connection.close();
    } catch (JMSException e) {
      // it is gone already
    }
  }
}
