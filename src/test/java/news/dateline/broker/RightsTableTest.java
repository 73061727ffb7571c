package news.dateline.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.dateline.model.Outgoing;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.postoffice.QueueBinding;
import org.apache.activemq.artemis.core.server.Queue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tries every user on every address and queue by every protocol, and compares what they could do
 * with {@code docs/rights-table.md}. After each try our addresses, queues and what waits in them
 * must still be there. {@code -Dgolden.update=true} rewrites the table.
 */
class RightsTableTest {
  private static final Path TABLE = Path.of("docs/rights-table.md");
  private static final List<String> ADDRESSES = List.of("articles", "source.events", "rejected");
  private static final List<String> QUEUES =
      List.of("world", "sport", "other.sub", "current", "rejected");
  private static final List<String> TARGETS =
      List.of(
          "articles",
          "articles::world",
          "articles::sport",
          "articles::other.sub",
          "source.events",
          "source.events::current",
          "rejected",
          "activemq.management",
          "$sys.mqtt.sessions",
          "$.artemis.internal.articles.multicast.retro",
          "DLQ",
          "unknown");

  @TempDir Path data;
  private Rig rig;

  @Test
  void every_user_may_do_what_the_table_says_and_nothing_else() throws Exception {
    BrokerSettings settings = BrokerSettings.of(data, "127.0.0.1", 0).withLatest(2);
    rig = new Rig(settings, List.of(desk("world"), desk("sport")));
    try {
      seed();
      StringBuilder out = new StringBuilder(head());
      out.append(table("Core (JMS)", CoreWay::new));
      out.append(table("AMQP 1.0", AmqpWay::new));
      out.append(table("STOMP", StompWay::new));
      out.append(table("MQTT 3.1.1", (r, u, p) -> new Mqtt3Way(r, u, p)));
      out.append(table("MQTT 5", (r, u, p) -> new Mqtt5Way(r, u, p)));
      if (Boolean.getBoolean("golden.update")) {
        Files.writeString(TABLE, out);
      }
      assertThat(out.toString()).isEqualTo(Files.readString(TABLE));
    } finally {
      rig.close();
    }
  }

  /** Opens a way to the broker. */
  interface Opener {
    Way open(Rig rig, String user, String password) throws Exception;
  }

  private String table(String protocol, Opener opener) throws Exception {
    assertStranger(opener, "", "");
    assertStranger(opener, Credentials.READER, "wrong");
    assertStranger(opener, "nobody", rig.credentials.reader());
    Map<String, String> users = users();
    StringBuilder out = new StringBuilder();
    List<String> actions = List.of();
    StringBuilder rows = new StringBuilder();
    for (String target : TARGETS) {
      rows.append("| `").append(target).append("` |");
      for (Map.Entry<String, String> user : users.entrySet()) {
        try (Way way = opener.open(rig, user.getKey(), user.getValue())) {
          actions = way.actions();
          List<String> allowed = new ArrayList<>();
          for (String action : actions) {
            boolean did = way.tries(action, target);
            if (did) {
              allowed.add(action);
            }
            boolean byAdmin = did && user.getKey().equals(Credentials.ADMIN);
            if (byAdmin && action.startsWith("delete")) {
              seed(); // admin may: put back what went
            } else {
              assertAllIsThere(protocol + ": " + user.getKey() + " " + action + " " + target);
            }
            tidy();
          }
          rows.append(' ').append(allowed.isEmpty() ? "–" : String.join(", ", allowed));
          rows.append(" |");
        }
      }
      rows.append('\n');
    }
    out.append("\n## ").append(protocol).append("\n\nTried: ");
    out.append(String.join(", ", actions)).append(".\n\n| |");
    users.keySet().forEach(user -> out.append(" `").append(user).append("` |"));
    out.append("\n|---|").append("---|".repeat(users.size())).append('\n').append(rows);
    return out.toString();
  }

  private Map<String, String> users() {
    Map<String, String> users = new LinkedHashMap<>();
    users.put(Credentials.READER, rig.credentials.reader());
    users.put("desk-world", rig.credentials.desks().get("desk-world"));
    users.put(Credentials.PUBLISHER, rig.credentials.publisher());
    users.put(Credentials.ADMIN, rig.credentials.admin());
    return users;
  }

  private void assertStranger(Opener opener, String user, String password) throws Exception {
    boolean in;
    try (Way way = opener.open(rig, user, password)) {
      in = way.tries(way.actions().get(0), "articles");
    } catch (Exception refused) {
      in = false;
    }
    assertThat(in).as("%s with password '%s'", user, password).isFalse();
    assertAllIsThere(user);
  }

  private void assertAllIsThere(String after) throws Exception {
    for (String address : ADDRESSES) {
      assertThat(rig.broker.server().getAddressInfo(SimpleString.of(address)))
          .as("%s after %s", address, after)
          .isNotNull();
    }
    for (String name : QUEUES) {
      Queue queue = rig.broker.server().locateQueue(name);
      assertThat(queue).as("%s after %s", name, after).isNotNull();
      long count = queue.getMessageCount();
      for (int i = 0; count == 0 && i < 40; i++) {
        Thread.sleep(25); // a consumer that went gives back what it held
        count = queue.getMessageCount();
      }
      assertThat(count).as("what waits in %s after %s", name, after).isPositive();
    }
  }

  /** Removes the queues that the last try made. */
  private void tidy() throws Exception {
    List<SimpleString> made = new ArrayList<>();
    rig.broker
        .server()
        .getPostOffice()
        .getAllBindings()
        .filter(QueueBinding.class::isInstance)
        .map(binding -> ((QueueBinding) binding).getQueue())
        .filter(queue -> !queue.isInternalQueue() && !queue.getName().toString().startsWith("$"))
        .filter(queue -> !QUEUES.contains(queue.getName().toString()))
        .forEach(queue -> made.add(queue.getName()));
    for (SimpleString name : made) {
      rig.broker.server().destroyQueue(name, null, false, true);
    }
  }

  /** All our queues with something in each. */
  private void seed() throws Exception {
    var server = rig.broker.server();
    for (String desk : List.of("world", "sport")) {
      server.createQueue(BrokerConfiguration.queue(desk(desk)), true);
    }
    server.createQueue(
        QueueConfiguration.of("other.sub")
            .setAddress("articles")
            .setRoutingType(RoutingType.MULTICAST)
            .setUser(Credentials.READER)
            .setDurable(true),
        true);
    server.createQueue(
        QueueConfiguration.of("current")
            .setAddress("source.events")
            .setRoutingType(RoutingType.MULTICAST)
            .setLastValueKey("source")
            .setNonDestructive(true)
            .setDurable(true),
        true);
    server.createQueue(
        QueueConfiguration.of("rejected")
            .setAddress("rejected")
            .setRoutingType(RoutingType.ANYCAST)
            .setDurable(true),
        true);
    rig.send(Rig.article(1, "en"));
    rig.send(Rig.event("afp", "failing"));
    rig.send(Rig.message(Outgoing.REJECTED, "r", "raw", Map.of("at", 1L)));
  }

  private static Desk desk(String name) {
    return new Desk(name, Optional.empty(), Optional.empty(), Optional.empty());
  }

  private static String head() {
    return """
    # Who may do what at the embedded broker

    Written by `RightsTableTest`, which tries each cell with a real client and then looks whether all addresses, queues
    and waiting messages are still there. "consume" is from the address or queue itself; "subscribe" makes a subscription of
    one's own that outlives the connection. `desk-world` is the user of a desk named `world`; `articles::other.sub` is the
    subscription of another client. Nobody gets in without a user and its password. By MQTT a dot is
        written `/`, and no queue can be named. An AMQP "subscribe" to a queue browses it: nothing is taken.
    """;
  }
}
