package news.dateline.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.exceptions.MqttSessionExpiredException;
import com.hivemq.client.mqtt.mqtt3.Mqtt3BlockingClient;
import com.hivemq.client.mqtt.mqtt3.exceptions.Mqtt3SubAckException;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5SubAckException;
import jakarta.jms.Connection;
import jakarta.jms.Session;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import news.dateline.model.Outgoing;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.apache.activemq.artemis.core.server.Queue;
import org.apache.activemq.artemis.jms.client.ActiveMQSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Our addresses, our queues and what waits there outlive whatever a client tries. */
class SurvivalTest {
  private static final List<String> QUEUES = List.of("rejected", "current", "world");

  @TempDir Path data;
  private Rig rig;

  @BeforeEach
  void start() throws Exception {
    rig =
        new Rig(
            BrokerSettings.of(data, "127.0.0.1", 0),
            List.of(new Desk("world", Optional.empty(), Optional.empty(), Optional.empty())));
    rig.send(
        Rig.article(1, "en"),
        Rig.event("afp", "failing"),
        Rig.message(Outgoing.REJECTED, "r", "raw", Map.of("at", 1L)));
  }

  @AfterEach
  void stop() {
    rig.close();
  }

  @Test
  void a_refused_mqtt_subscription_removes_nothing() throws Exception {
    for (String filter :
        List.of(
            "rejected",
            "articles::world",
            "source/events::current",
            "source.events::current",
            "#",
            "+",
            "$share/x/rejected",
            "rejected::rejected",
            "activemq/management")) {
      for (int version : new int[] {3, 5}) {
        trySubscribe(version, filter);
        assertAllIsThere(version + " " + filter);
      }
    }
  }

  @Test
  void by_mqtt_a_queue_cannot_be_named_so_none_is_emptied_when_the_client_leaves()
      throws Exception {
    for (int version : new int[] {3, 5}) {
      trySubscribe(version, "articles::world");
      assertThat(rig.broker.server().locateQueue("m" + version + ".articles")).isNull();
      assertAllIsThere("leaving with " + version);
    }
  }

  @Test
  void mqtt_reads_with_qos_2_as_well() throws Exception {
    Mqtt5BlockingClient client = mqtt5(Credentials.READER, rig.credentials.reader());
    try (var publishes = client.publishes(MqttGlobalPublishFilter.ALL)) {
      client.subscribeWith().topicFilter("articles").qos(MqttQos.EXACTLY_ONCE).send();
      for (int i = 2; i < 4; i++) {
        rig.send(Rig.article(i, "en"));
        assertThat(publishes.receive(5, TimeUnit.SECONDS)).isPresent();
      }
    }
    client.disconnect();
  }

  @Test
  void a_queue_that_went_all_the_same_is_made_again_before_the_next_message_for_it()
      throws Exception {
    try (Connection admin = rig.core(Credentials.ADMIN, rig.credentials.admin())) {
      core(admin).deleteQueue("rejected");
    }
    assertThat(queue("rejected")).isNull();
    rig.send(Rig.message(Outgoing.REJECTED, "r2", "raw", Map.of("at", 1L)));
    assertThat(waiting("rejected")).isEqualTo(1);
  }

  @Test
  void a_subscription_is_removed_by_its_own_client_alone() throws Exception {
    try (Connection owner = rig.coreReader();
        Connection other = rig.coreReader()) {
      owner.setClientID("owner");
      Session session = owner.createSession(false, Session.AUTO_ACKNOWLEDGE);
      session.createDurableConsumer(session.createTopic("articles"), "sub").close();
      session.createDurableConsumer(session.createTopic("articles"), "gone").close();
      other.setClientID("other");
      ClientSession core = core(other);
      assertThatThrownBy(() -> core.deleteQueue("owner.sub"))
          .isInstanceOf(ActiveMQException.class)
          .hasMessageContaining("belongs to");
      assertThatThrownBy(() -> core.createConsumer("articles::owner.sub"))
          .isInstanceOf(ActiveMQException.class)
          .hasMessageContaining("belongs to");
      trySubscribe(3, "articles::owner.sub");
      trySubscribe(5, "articles::owner.sub");
      assertThat(queue("owner.sub")).isNotNull();
      session.unsubscribe("gone");
      assertThat(queue("owner.gone")).isNull();
    }
  }

  @Test
  void a_subscription_cannot_be_made_such_that_it_slips_past_the_limits() throws Exception {
    try (Connection reader = rig.coreReader()) {
      ClientSession core = core(reader);
      core.createQueue(
          QueueConfiguration.of("mine")
              .setAddress("articles")
              .setRoutingType(RoutingType.MULTICAST)
              .setDurable(true)
              .setRingSize(1_000_000_000L)
              .setNonDestructive(true)
              .setPurgeOnNoConsumers(true)
              .setConsumersBeforeDispatch(5)
              .setDelayBeforeDispatch(100_000L)
              .setLastValueKey("lang"));
      Queue mine = queue("mine");
      assertThat(mine.getRingSize()).isEqualTo(queue("world").getRingSize());
      assertThat(mine.isNonDestructive()).isFalse();
      assertThat(mine.isPurgeOnNoConsumers()).isFalse();
      assertThat(mine.getConsumersBeforeDispatch()).isZero();
      assertThat(mine.getDelayBeforeDispatch()).isEqualTo(-1);
      assertThat(mine.isLastValue()).isFalse();
      for (String name : List.of("$sys.mqtt.sessions", "activemq.management")) {
        assertThatThrownBy(
                () ->
                    core.createQueue(
                        QueueConfiguration.of(name)
                            .setAddress("articles")
                            .setRoutingType(RoutingType.MULTICAST)))
            .isInstanceOf(ActiveMQException.class);
      }
      assertThatThrownBy(
              () ->
                  core.createQueue(
                      QueueConfiguration.of("any")
                          .setAddress("articles")
                          .setRoutingType(RoutingType.ANYCAST)
                          .setAutoCreateAddress(true)))
          .isInstanceOf(ActiveMQException.class);
    }
  }

  @Test
  void addresses_outlive_everybody_and_all_starts_again_after_a_restart() throws Exception {
    assertThatThrownBy(
            () -> rig.broker.server().removeAddressInfo(queue("world").getAddress(), null, true))
        .isInstanceOf(ActiveMQException.class);
    rig.restart(List.of(new Desk("world", Optional.empty(), Optional.empty(), Optional.empty())));
    assertAllIsThere("restart");
  }

  private void trySubscribe(int version, String filter) throws Exception {
    try {
      if (version == 3) {
        Mqtt3BlockingClient client =
            MqttClient.builder()
                .useMqttVersion3()
                .identifier("m3")
                .serverHost("127.0.0.1")
                .serverPort(rig.broker.port())
                .buildBlocking();
        client
            .connectWith()
            .simpleAuth()
            .username(Credentials.READER)
            .password(rig.credentials.reader().getBytes(StandardCharsets.UTF_8))
            .applySimpleAuth()
            .send();
        client.subscribeWith().topicFilter(filter).send();
        client.disconnect();
      } else {
        Mqtt5BlockingClient client = mqtt5(Credentials.READER, rig.credentials.reader());
        client.subscribeWith().topicFilter(filter).send();
        client.disconnect();
      }
    } catch (RuntimeException refused) {
      assertThat(refused)
          .isInstanceOfAny(
              Mqtt3SubAckException.class,
              Mqtt5SubAckException.class,
              MqttSessionExpiredException.class);
    }
  }

  private Mqtt5BlockingClient mqtt5(String user, String password) {
    Mqtt5BlockingClient client =
        MqttClient.builder()
            .useMqttVersion5()
            .identifier("m5")
            .serverHost("127.0.0.1")
            .serverPort(rig.broker.port())
            .buildBlocking();
    client
        .connectWith()
        .simpleAuth()
        .username(user)
        .password(password.getBytes(StandardCharsets.UTF_8))
        .applySimpleAuth()
        .send();
    return client;
  }

  private void assertAllIsThere(String after) throws Exception {
    for (String name : QUEUES) {
      assertThat(queue(name)).as("%s after %s", name, after).isNotNull();
      assertThat(waiting(name)).as("messages in %s after %s", name, after).isEqualTo(1);
    }
  }

  private long waiting(String name) throws Exception {
    long count = queue(name).getMessageCount();
    for (int i = 0; count == 0 && i < 20; i++) {
      Thread.sleep(50); // a consumer that was cut off gives back what it held
      count = queue(name).getMessageCount();
    }
    return count;
  }

  private Queue queue(String name) {
    return rig.broker.server().locateQueue(name);
  }

  private static ClientSession core(Connection connection) throws Exception {
    return ((ActiveMQSession) connection.createSession(false, Session.AUTO_ACKNOWLEDGE))
        .getCoreSession();
  }
}
