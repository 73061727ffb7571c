package news.dateline.broker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.Mqtt3BlockingClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import io.vertx.core.Vertx;
import io.vertx.ext.stomp.Command;
import io.vertx.ext.stomp.Frame;
import io.vertx.ext.stomp.StompClient;
import io.vertx.ext.stomp.StompClientConnection;
import io.vertx.ext.stomp.StompClientOptions;
import jakarta.jms.Connection;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first message after a hole tells of it, to clients that are not ours. */
class GapProtocolsTest {
  private static final int KEPT = 10;
  private static final long PATIENCE_SECONDS = 60;

  @TempDir Path data;
  private Rig rig;

  @BeforeEach
  void start() throws Exception {
    rig = new Rig(BrokerSettings.of(data, "127.0.0.1", 0).withKeep(KEPT, Rig.WEEK), List.of());
  }

  @AfterEach
  void stop() {
    rig.close();
  }

  @Test
  void amqp_past_the_selector_of_a_shared_durable_subscription() throws Exception {
    List<String> got = new ArrayList<>();
    for (boolean back : new boolean[] {false, true}) {
      try (Connection connection = rig.amqp().createConnection()) {
        connection.setClientID("qpid");
        connection.start();
        Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
        MessageConsumer consumer =
            session.createSharedDurableConsumer(
                session.createTopic("articles"), "desk", "lang = 'en'");
        for (int n = 0; back && n < KEPT + 1; n++) {
          got.add(text(consumer.receive(PATIENCE_SECONDS * 1000).getBody(byte[].class)));
        }
      }
      lose(back);
    }
    assertGapFirst(got);
  }

  @Test
  void stomp_durable() throws Exception {
    Vertx vertx = Vertx.vertx();
    try {
      List<String> got = new ArrayList<>();
      for (boolean back : new boolean[] {false, true}) {
        BlockingQueue<Frame> frames = new LinkedBlockingQueue<>();
        StompClientConnection connection = stomp(vertx);
        connection
            .subscribe(
                "articles",
                new HashMap<>(
                    Map.of(
                        "selector", "lang = 'en'",
                        "durable-subscription-name", "desk",
                        "id", "s1")),
                frames::add)
            .toCompletionStage()
            .toCompletableFuture()
            .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        for (int n = 0; back && n < KEPT + 1; n++) {
          Frame frame = frames.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
          assertThat(frame.getHeader("content-type")).isEqualTo("application/json");
          assertThat(frame.getHeader("type")).isEqualTo(n == 0 ? "gap" : null);
          got.add(text(frame.getBodyAsByteArray()));
        }
        connection.close();
        gone();
        lose(back);
      }
      assertGapFirst(got);
    } finally {
      vertx.close().toCompletionStage().toCompletableFuture().get(5, TimeUnit.SECONDS);
    }
  }

  @Test
  void mqtt_5_session() throws Exception {
    List<String> got = new ArrayList<>();
    for (boolean back : new boolean[] {false, true}) {
      Mqtt5BlockingClient client =
          MqttClient.builder()
              .useMqttVersion5()
              .identifier("mqtt-desk")
              .serverHost("127.0.0.1")
              .serverPort(rig.broker.port())
              .buildBlocking();
      try (var publishes = client.publishes(MqttGlobalPublishFilter.ALL)) {
        client
            .connectWith()
            .cleanStart(!back)
            .sessionExpiryInterval(600)
            .simpleAuth()
            .username(Credentials.READER)
            .password(rig.credentials.reader().getBytes(StandardCharsets.UTF_8))
            .applySimpleAuth()
            .send();
        if (!back) {
          client.subscribeWith().topicFilter("articles").qos(MqttQos.AT_LEAST_ONCE).send();
        }
        for (int n = 0; back && n < KEPT + 1; n++) {
          got.add(
              text(
                  publishes
                      .receive(PATIENCE_SECONDS, TimeUnit.SECONDS)
                      .orElseThrow()
                      .getPayloadAsBytes()));
        }
      }
      client.disconnect();
      gone();
      lose(back);
    }
    assertGapFirst(got);
  }

  @Test
  void mqtt_3_session() throws Exception {
    List<String> got = new ArrayList<>();
    for (boolean back : new boolean[] {false, true}) {
      Mqtt3BlockingClient client =
          MqttClient.builder()
              .useMqttVersion3()
              .identifier("mqtt3-desk")
              .serverHost("127.0.0.1")
              .serverPort(rig.broker.port())
              .buildBlocking();
      try (var publishes = client.publishes(MqttGlobalPublishFilter.ALL)) {
        client
            .connectWith()
            .cleanSession(false)
            .simpleAuth()
            .username(Credentials.READER)
            .password(rig.credentials.reader().getBytes(StandardCharsets.UTF_8))
            .applySimpleAuth()
            .send();
        if (!back) {
          client.subscribeWith().topicFilter("articles").qos(MqttQos.EXACTLY_ONCE).send();
        }
        for (int n = 0; back && n < KEPT + 1; n++) {
          got.add(
              text(
                  publishes
                      .receive(PATIENCE_SECONDS, TimeUnit.SECONDS)
                      .orElseThrow()
                      .getPayloadAsBytes()));
        }
      }
      client.disconnect();
      gone();
      lose(back);
    }
    assertGapFirst(got);
  }

  /** Thirty articles come while nobody is there, of which ten may be kept. */
  private void lose(boolean done) throws Exception {
    if (!done) {
      rig.sendMany(0, 30);
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
      while (rig.broker.subscriptions().list().get(0).waiting() < 30) { // counted after the answer
        assertThat(System.nanoTime()).isLessThan(end);
        Thread.sleep(20);
      }
      rig.awayThenLook();
      assertThat(rig.broker.subscriptions().list().get(0).dropped()).isEqualTo(30 - KEPT);
    }
  }

  /** Waits until the broker has seen the client go. */
  private void gone() throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (rig.broker.subscriptions().list().get(0).consumers() > 0) {
      assertThat(System.nanoTime()).isLessThan(end);
      Thread.sleep(20);
    }
  }

  private static void assertGapFirst(List<String> got) throws Exception {
    ObjectMapper mapper = new ObjectMapper();
    JsonNode gap = mapper.readTree(got.get(0));
    assertThat(gap.path("type").asText()).isEqualTo("gap");
    assertThat(gap.path("count").asInt()).isEqualTo(30 - KEPT);
    for (int n = 0; n < KEPT; n++) {
      assertThat(mapper.readTree(got.get(n + 1)).path("n").asInt()).isEqualTo(30 - KEPT + n);
    }
  }

  private StompClientConnection stomp(Vertx vertx) throws Exception {
    StompClientOptions options =
        new StompClientOptions()
            .setHost("127.0.0.1")
            .setPort(rig.broker.port())
            .setLogin(Credentials.READER)
            .setPasscode(rig.credentials.reader());
    // Artemis names a durable subscription by the connection's client-id.
    return StompClient.create(vertx, options)
        .writingFrameHandler(
            event -> {
              if (event.getCommand() == Command.CONNECT) {
                event.addHeader("client-id", "vertx");
              }
            })
        .connect()
        .toCompletionStage()
        .toCompletableFuture()
        .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
