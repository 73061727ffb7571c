package news.dateline.broker;

import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import news.dateline.model.Bytes;
import news.dateline.model.Outgoing;
import news.dateline.publish.OutboxBatch;
import org.apache.activemq.artemis.core.server.Queue;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.qpid.jms.JmsConnectionFactory;

/** A real broker on a free port, with its data in a test's folder. */
final class Rig implements AutoCloseable {
  static final Duration WEEK = Duration.ofDays(7);

  Credentials credentials;
  EmbeddedBroker broker;
  BrokerOutlet outlet;
  final SteppedClock clock = new SteppedClock();
  private BrokerSettings settings;
  private List<Desk> desks;

  Rig(Path data) throws IOException {
    this(BrokerSettings.of(data, "127.0.0.1", 0), List.of());
  }

  Rig(BrokerSettings settings, List<Desk> desks) throws IOException {
    this.settings = settings;
    this.desks = desks;
    start();
  }

  void start() throws IOException {
    credentials = Credentials.in(settings.data(), desks);
    broker = new EmbeddedBroker(settings, desks, credentials, Optional.empty(), clock);
    broker.start();
    outlet = new BrokerOutlet(broker.asPublisher());
  }

  /** Stops and starts, as another process would; the port may change. */
  void restart(List<Desk> newDesks) throws IOException {
    close();
    desks = newDesks;
    start();
  }

  /** The time after which whoever left counts as away has passed; limits are kept once. */
  void awayThenLook() {
    arrived();
    clock.step(Subscribers.GRACE.plusSeconds(1));
    broker.subscribers().look();
  }

  /** What was sent lies in the queues and is counted: the broker puts it there a moment later. */
  void arrived() {
    broker.subscribers().queues().forEach(Queue::flushExecutor);
  }

  ConnectionFactory amqp() {
    return new JmsConnectionFactory(
        Credentials.READER, credentials.reader(), "amqp://127.0.0.1:" + broker.port());
  }

  Connection core(String user, String password) throws Exception {
    return new ActiveMQConnectionFactory("tcp://127.0.0.1:" + broker.port(), user, password)
        .createConnection();
  }

  Connection coreReader() throws Exception {
    return core(Credentials.READER, credentials.reader());
  }

  Connection coreDesk(String desk) throws Exception {
    String user = Credentials.deskUser(desk);
    return core(user, credentials.desks().get(user));
  }

  void send(Outgoing... messages) {
    outlet.send(new OutboxBatch(UUID.randomUUID().toString(), List.of(messages)));
  }

  void sendMany(int from, int to) {
    List<Outgoing> batch = new ArrayList<>();
    for (int i = from; i < to; i++) {
      batch.add(article(i, "en"));
      if (batch.size() == 200 || i == to - 1) {
        outlet.send(new OutboxBatch(UUID.randomUUID().toString(), batch));
        batch.clear();
      }
    }
    arrived();
  }

  static Outgoing article(int number, String lang) {
    return article(number, lang, "{\"n\":" + number + ",\"text\":\"Z\u00fcrich \uD83D\uDEA2\"}");
  }

  static Outgoing article(int number, String lang, String body) {
    Map<String, Object> properties = new HashMap<>();
    properties.put("uri", "urn:test:" + number);
    properties.put("n", number);
    properties.put("lang", lang);
    properties.put("urgency", 2);
    properties.put("agencies", ",AFP,");
    properties.put("contentCreated", 1_700_000_000_000L);
    return message(Outgoing.ARTICLES, "urn:test:" + number, body, properties);
  }

  static Outgoing event(String source, String to) {
    return message(
        Outgoing.SOURCE_EVENTS,
        source,
        "{\"source\":\"" + source + "\",\"to\":\"" + to + "\"}",
        Map.of("source", source, "to", to));
  }

  static Outgoing message(String address, String key, String body, Map<String, Object> properties) {
    return new Outgoing(
        address,
        key,
        "1",
        Bytes.wrap(body.getBytes(StandardCharsets.UTF_8)),
        "application/json",
        properties,
        8,
        Optional.empty(),
        false,
        false);
  }

  @Override
  public void close() {
    outlet.close();
    broker.stop();
  }
}
