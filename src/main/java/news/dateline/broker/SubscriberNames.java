package news.dateline.broker;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.activemq.artemis.core.server.Consumer;
import org.apache.activemq.artemis.core.server.ConsumerInfo;
import org.apache.activemq.artemis.core.server.Queue;

/**
 * Whose a queue is.
 *
 * @param user who made the subscription; empty for a desk's queue
 * @param client ids and addresses of who is connected to it now, joined by commas; empty when
 *     nobody is
 */
record SubscriberNames(Optional<String> user, Optional<String> client) {
  static SubscriberNames of(Queue queue) {
    List<String> clients = new ArrayList<>();
    for (Consumer consumer : queue.getConsumers()) {
      if (consumer instanceof ConsumerInfo connected) {
        String id = connected.getConnectionClientID();
        String address = connected.getConnectionRemoteAddress();
        clients.add(id == null || id.isEmpty() ? String.valueOf(address) : id);
      }
    }
    return new SubscriberNames(
        Optional.ofNullable(queue.getUser()).map(Object::toString),
        clients.isEmpty()
            ? Optional.empty()
            : Optional.of(String.join(",", clients.stream().distinct().sorted().toList())));
  }

  /** In brackets, with a space before; empty when nothing is known. */
  String shown() {
    String words =
        user.map(u -> "user " + u).orElse("")
            + (user.isPresent() && client.isPresent() ? ", " : "")
            + client.map(c -> "client " + c).orElse("");
    return words.isEmpty() ? "" : " (" + words + ")";
  }
}
