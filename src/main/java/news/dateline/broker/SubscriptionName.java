package news.dateline.broker;

import org.apache.activemq.artemis.core.protocol.mqtt.MQTTProtocolManagerFactory;
import org.apache.activemq.artemis.core.security.SecurityAuth;
import org.apache.activemq.artemis.core.server.Queue;
import org.jspecify.annotations.Nullable;

/**
 * What the name of a subscription's queue says of its owner. Artemis composes it of the client id
 * and the subscription's own name, for every protocol a little differently:
 *
 * <ul>
 *   <li>JMS: {@code client.name}, {@code nonDurable.client.name}; dots inside the parts carry a
 *       backslash; without a client id the name alone
 *   <li>AMQP: {@code container.link}, or {@code link:global} when shared by all containers
 *   <li>STOMP: {@code client.name}
 *   <li>MQTT: {@code client.address}; {@code group.address} when shared
 *   <li>what lives as long as its connection: a UUID
 * </ul>
 *
 * @param name without what says how it is shared
 * @param address the queue's
 * @param shared by any client that knows the name
 */
record SubscriptionName(String name, String address, boolean shared) {
  private static final String GLOBAL = ":global";
  private static final String NON_DURABLE = "nonDurable.";

  static SubscriptionName of(Queue queue) {
    return of(queue.getName().toString(), queue.getAddress().toString());
  }

  static SubscriptionName of(String queue, String address) {
    String name = queue.startsWith(NON_DURABLE) ? queue.substring(NON_DURABLE.length()) : queue;
    return new SubscriptionName(name, address, name.endsWith(GLOBAL) || !isParted(name));
  }

  boolean belongsTo(SecurityAuth session) {
    return belongsTo(
        session.getRemotingConnection().getClientID(),
        MQTTProtocolManagerFactory.MQTT_PROTOCOL_NAME.equals(
            session.getRemotingConnection().getProtocolName()));
  }

  /**
   * @param client id of the connection; null or empty: none
   */
  boolean belongsTo(@Nullable String client, boolean mqtt) {
    if (shared || (mqtt && name.endsWith("." + address))) {
      return true;
    }
    return client != null
        && !client.isEmpty()
        && (name.startsWith(client + ".") || name.startsWith(escaped(client) + "."));
  }

  /** As the JMS client writes a client id into a queue's name. */
  private static String escaped(String client) {
    return client.replace("\\", "\\\\").replace(".", "\\.");
  }

  /** Whether a dot parts the name. */
  private static boolean isParted(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (name.charAt(i) == '\\') {
        i++;
      } else if (name.charAt(i) == '.') {
        return true;
      }
    }
    return false;
  }
}
