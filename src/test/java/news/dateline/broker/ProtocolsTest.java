package news.dateline.broker;

import static org.assertj.core.api.Assertions.assertThat;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import io.vertx.core.Vertx;
import io.vertx.ext.stomp.Command;
import io.vertx.ext.stomp.Frame;
import io.vertx.ext.stomp.StompClient;
import io.vertx.ext.stomp.StompClientConnection;
import io.vertx.ext.stomp.StompClientOptions;
import jakarta.jms.BytesMessage;
import jakarta.jms.Connection;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same port, read with clients that are not ours. */
class ProtocolsTest {
  @TempDir static Path data;
  private static Rig rig;

  @BeforeAll
  static void start() throws Exception {
    rig = new Rig(data);
  }

  @AfterAll
  static void stop() {
    rig.close();
  }

  @Test
  void amqp_reads_a_durable_shared_subscription_with_a_selector() throws Exception {
    String selector = "lang = 'en' AND agencies LIKE '%,AFP,%' AND urgency <= 3";
    try (Connection connection = rig.amqp().createConnection()) {
      connection.setClientID("qpid");
      connection.start();
      Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
      session
          .createSharedDurableConsumer(session.createTopic("articles"), "desk", selector)
          .close();
      rig.send(Rig.article(1, "en"), Rig.article(2, "fr"), Rig.article(3, "en"));
      MessageConsumer one =
          session.createSharedDurableConsumer(session.createTopic("articles"), "desk", selector);
      Message first = one.receive(5000);
      Message second = one.receive(5000);
      assertThat(one.receive(200)).isNull();
      assertThat(first.getIntProperty("n")).isEqualTo(1);
      assertThat(second.getIntProperty("n")).isEqualTo(3);
      assertThat(first.getLongProperty("contentCreated")).isEqualTo(1_700_000_000_000L);
      assertThat(first.getJMSPriority()).isEqualTo(8);
      assertThat(text(first)).isEqualTo("{\"n\":1,\"text\":\"Z\u00fcrich \uD83D\uDEA2\"}");
      assertThat(contentType(first)).isEqualTo("application/json");
    }
  }

  @Test
  void stomp_reads_json_with_a_selector_and_keeps_a_durable_subscription() throws Exception {
    Vertx vertx = Vertx.vertx();
    try {
      BlockingQueue<Frame> frames = new LinkedBlockingQueue<>();
      StompClientConnection connection = stomp(vertx);
      Map<String, String> headers = new HashMap<>();
      headers.put("selector", "lang = 'fr'");
      headers.put("durable-subscription-name", "stomp-desk");
      headers.put("id", "s1");
      connection
          .subscribe("articles", headers, frames::add)
          .toCompletionStage()
          .toCompletableFuture()
          .get(5, TimeUnit.SECONDS);
      rig.send(Rig.article(11, "fr"), Rig.article(12, "en"));
      Frame frame = frames.poll(5, TimeUnit.SECONDS);
      assertThat(frame.getBodyAsByteArray())
          .isEqualTo(
              "{\"n\":11,\"text\":\"Z\u00fcrich \uD83D\uDEA2\"}".getBytes(StandardCharsets.UTF_8));
      assertThat(frame.getHeader("content-type")).isEqualTo("application/json");
      assertThat(frame.getHeader("urgency")).isEqualTo("2");
      disconnect(connection);
      rig.send(Rig.article(13, "fr"));
      stomp(vertx).subscribe("articles", headers, frames::add);
      assertThat(arrives(frames, "13")).isTrue();
    } finally {
      vertx.close().toCompletionStage().toCompletableFuture().get(5, TimeUnit.SECONDS);
    }
  }

  /**
   * Waits until the broker has seen the good-bye. It may close the connection before the client has
   * its receipt, which Vert.x then tells as a failure; either way the connection is gone.
   */
  private static void disconnect(StompClientConnection connection) throws Exception {
    try {
      connection.disconnect().toCompletionStage().toCompletableFuture().get(5, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      assertThat(e).hasMessageContaining("closed");
    }
  }

  /**
   * The next frame with this number; the last before a good-bye may come again, as STOMP allows.
   */
  private static boolean arrives(BlockingQueue<Frame> frames, String number) throws Exception {
    Frame frame = frames.poll(5, TimeUnit.SECONDS);
    while (frame != null && !number.equals(frame.getHeader("n"))) {
      assertThat(frame.getHeader("n")).isEqualTo("11");
      frame = frames.poll(5, TimeUnit.SECONDS);
    }
    return frame != null;
  }

  @Test
  void mqtt_reads_json_and_keeps_a_session() throws Exception {
    Mqtt5BlockingClient client = mqtt();
    connect(client, true);
    client.subscribeWith().topicFilter("articles").qos(MqttQos.AT_LEAST_ONCE).send();
    try (var publishes = client.publishes(MqttGlobalPublishFilter.ALL)) {
      rig.send(Rig.article(21, "en"));
      assertThat(payload(publishes.receive(5, TimeUnit.SECONDS).orElseThrow().getPayloadAsBytes()))
          .isEqualTo("{\"n\":21,\"text\":\"Z\u00fcrich \uD83D\uDEA2\"}");
    }
    client.disconnect();
    rig.send(Rig.article(22, "en"));
    Mqtt5BlockingClient again = mqtt();
    try (var publishes = again.publishes(MqttGlobalPublishFilter.ALL)) {
      connect(again, false);
      assertThat(payload(publishes.receive(5, TimeUnit.SECONDS).orElseThrow().getPayloadAsBytes()))
          .contains("\"n\":22");
    }
    again.disconnect();
  }

  private static void connect(Mqtt5BlockingClient client, boolean clean) {
    client
        .connectWith()
        .cleanStart(clean)
        .sessionExpiryInterval(600)
        .simpleAuth()
        .username(Credentials.READER)
        .password(rig.credentials.reader().getBytes(StandardCharsets.UTF_8))
        .applySimpleAuth()
        .send();
  }

  private static Mqtt5BlockingClient mqtt() {
    return MqttClient.builder()
        .useMqttVersion5()
        .identifier("mqtt-desk")
        .serverHost("127.0.0.1")
        .serverPort(rig.broker.port())
        .buildBlocking();
  }

  private static StompClientConnection stomp(Vertx vertx) throws Exception {
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
        .get(5, TimeUnit.SECONDS);
  }

  private static String payload(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static String text(Message message) throws Exception {
    if (message instanceof TextMessage text) {
      return text.getText();
    }
    BytesMessage bytes = (BytesMessage) message;
    byte[] body = new byte[(int) bytes.getBodyLength()];
    bytes.readBytes(body);
    return payload(body);
  }

  private static String contentType(Message message) {
    var facade =
        (org.apache.qpid.jms.provider.amqp.message.AmqpJmsMessageFacade)
            ((org.apache.qpid.jms.message.JmsMessage) message).getFacade();
    return Optional.ofNullable(facade.getContentType()).map(Object::toString).orElse("");
  }
}
