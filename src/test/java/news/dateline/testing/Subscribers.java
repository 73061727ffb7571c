package news.dateline.testing;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import io.vertx.core.Vertx;
import io.vertx.ext.stomp.StompClient;
import io.vertx.ext.stomp.StompClientConnection;
import io.vertx.ext.stomp.StompClientOptions;
import jakarta.jms.BytesMessage;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.apache.qpid.jms.JmsConnectionFactory;

/** Subscribers with clients that are not ours. */
public final class Subscribers {
  private Subscribers() {}

  /** A message as an AMQP client saw it. */
  public record Received(String json, Map<String, Object> properties) {}

  /** A durable subscription over AMQP 1.0 with Qpid JMS. */
  public static final class Amqp implements AutoCloseable {
    private final Connection connection;
    private final MessageConsumer consumer;

    public Amqp(int port, String user, String password, String clientId, String subscription)
        throws JMSException {
      JmsConnectionFactory factory =
          new JmsConnectionFactory(
              user, password, "amqp://127.0.0.1:" + port + "?jms.prefetchPolicy.all=500");
      connection = factory.createConnection();
      connection.setClientID(clientId);
      Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
      consumer = session.createDurableSubscriber(session.createTopic("articles"), subscription);
      connection.start();
    }

    /** All messages until none comes for the given time. */
    public List<Received> drain(long quietMillis) throws JMSException {
      List<Received> out = new ArrayList<>();
      for (Message m = consumer.receive(quietMillis);
          m != null;
          m = consumer.receive(quietMillis)) {
        Map<String, Object> properties = new java.util.TreeMap<>();
        for (var names = m.getPropertyNames(); names.hasMoreElements(); ) {
          String name = String.valueOf(names.nextElement());
          properties.put(name, m.getObjectProperty(name));
        }
        out.add(new Received(text(m), properties));
      }
      return out;
    }

    private static String text(Message m) throws JMSException {
      if (m instanceof TextMessage t) {
        return t.getText();
      }
      byte[] body = new byte[(int) ((BytesMessage) m).getBodyLength()];
      ((BytesMessage) m).readBytes(body);
      return new String(body, StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws JMSException {
      connection.close();
    }
  }

  /** A subscription over STOMP with the Vert.x client. */
  public static final class Stomp implements AutoCloseable {
    private final Vertx vertx = Vertx.vertx();
    private final StompClientConnection connection;
    public final List<String> bodies = new CopyOnWriteArrayList<>();

    public Stomp(int port, String user, String password) throws Exception {
      this(port, user, password, "articles");
    }

    /** Listens to another address than that of the articles. */
    public Stomp(int port, String user, String password, String address) throws Exception {
      StompClientOptions options =
          new StompClientOptions()
              .setHost("127.0.0.1")
              .setPort(port)
              .setLogin(user)
              .setPasscode(password);
      connection =
          StompClient.create(vertx, options)
              .connect()
              .toCompletionStage()
              .toCompletableFuture()
              .get(10, TimeUnit.SECONDS);
      connection
          .subscribe(
              address,
              new HashMap<>(Map.of("subscription-type", "MULTICAST", "ack", "auto")),
              frame -> bodies.add(frame.getBodyAsString("UTF-8")))
          .toCompletionStage()
          .toCompletableFuture()
          .get(10, TimeUnit.SECONDS);
      Thread.sleep(300); // the subscription is asked for without a receipt
    }

    @Override
    public void close() {
      connection.close();
      vertx.close();
    }
  }

  /** A subscription over MQTT 5 with the HiveMQ client. */
  public static final class Mqtt implements AutoCloseable {
    private final Mqtt5AsyncClient client;
    public final List<String> bodies = new CopyOnWriteArrayList<>();

    public Mqtt(int port, String user, String password) throws Exception {
      client =
          MqttClient.builder()
              .useMqttVersion5()
              .identifier("test-mqtt")
              .serverHost("127.0.0.1")
              .serverPort(port)
              .simpleAuth()
              .username(user)
              .password(password.getBytes(StandardCharsets.UTF_8))
              .applySimpleAuth()
              .buildAsync();
      client.connect().get(10, TimeUnit.SECONDS);
      client
          .subscribeWith()
          .topicFilter("articles")
          .qos(MqttQos.AT_LEAST_ONCE)
          .callback(p -> bodies.add(new String(p.getPayloadAsBytes(), StandardCharsets.UTF_8)))
          .send()
          .get(10, TimeUnit.SECONDS);
    }

    @Override
    public void close() throws Exception {
      client.disconnect().get(10, TimeUnit.SECONDS);
    }
  }
}
