package news.dateline.broker;

import org.apache.activemq.artemis.api.core.ActiveMQSecurityException;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.Consumer;
import org.apache.activemq.artemis.core.server.Queue;
import org.apache.activemq.artemis.core.server.ServerConsumer;
import org.apache.activemq.artemis.core.server.ServerSession;

/** What a queue asks before it is read, emptied or removed. Thread-safe. */
final class Keeping {
  private final Queue queue;
  private final ActiveMQServer server;
  private final QueueRules rules;

  /** The server checked the rules and removes the queue now. */
  private volatile boolean leaving;

  Keeping(Queue queue, ActiveMQServer server, QueueRules rules) {
    this.queue = queue;
    this.server = server;
    this.rules = rules;
  }

  /** Called when the rules let the queue go. */
  void leave() {
    leaving = true;
  }

  /**
   * @throws ActiveMQSecurityException when the queue is the subscription of another client
   */
  void checkReader(Consumer consumer) throws ActiveMQSecurityException {
    if (consumer instanceof ServerConsumer reader) {
      ServerSession session = server.getSessionByID(reader.getSessionID());
      if (session != null) {
        rules.checkReading(queue, session);
      }
    }
  }

  /** False when a client that only unsubscribes would take what waits for others. */
  boolean mayBeEmptied() {
    return leaving || !rules.isOurQueue(queue.getName());
  }

  /**
   * @throws ActiveMQSecurityException when somebody removes the queue past the server
   */
  void checkRemoval() throws ActiveMQSecurityException {
    if (!leaving && QueueRules.isOurs(queue.getAddress())) {
      throw new ActiveMQSecurityException(
          "queue " + queue.getName() + " is not yours to read or to remove");
    }
  }
}
