package news.dateline.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.jms.BytesMessage;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.qpid.jms.JmsConnectionFactory;
import org.jspecify.annotations.Nullable;

/**
 * An independent durable subscriber (AMQP 1.0, Qpid JMS). It takes in transactions. A commit that
 * nobody confirmed was done when its messages do not come again, and was not when they do: neither
 * is held against Dateline. Connects again by itself.
 */
final class Taker implements AutoCloseable {
  private static final Pattern HEADLINE = Pattern.compile("TOK (\\S+) e(\\d+) end");
  private static final int BATCH = 50;

  private final Subject subject;
  private final String id;
  private final long pauseMillis;
  private final ObjectMapper json = new ObjectMapper();
  private final Clock clock = Clock.systemUTC();
  private final List<Taken> taken = new ArrayList<>();
  private final List<JsonNode> gaps = new ArrayList<>();

  /** Batches whose commit was sent and not answered: done unless they come again. */
  private final List<List<Taken>> doubts = new ArrayList<>();

  private volatile boolean open = true;
  private volatile @Nullable Connection connection;
  private volatile long lastMessage;
  private volatile boolean listens;
  private Thread thread = new Thread(() -> {});

  /**
   * @param pauseMillis it rests so long after each message; 0: never
   */
  Taker(Subject subject, String id, long pauseMillis) {
    this.subject = subject;
    this.id = id;
    this.pauseMillis = pauseMillis;
  }

  /** Makes the durable subscription and goes away. */
  void subscribe() throws Exception {
    connect().close();
  }

  /** Takes from now on, in a thread of its own. */
  Taker begin() {
    listens = false;
    thread = new Thread(this::run, "taker-" + id);
    thread.setDaemon(true);
    thread.start();
    return this;
  }

  /** Cuts its connection in the middle of whatever it does. */
  void disconnect() throws Exception {
    open = false;
    Connection cut = connection;
    if (cut != null) {
      cut.close();
    }
    thread.join(20_000);
    open = true;
  }

  /** Waits until it listens, and no message has come for so long. */
  void awaitQuiet(long millis) throws InterruptedException {
    while (!listens || System.nanoTime() - lastMessage < millis * 1_000_000) {
      Thread.sleep(100);
    }
  }

  /** Waits until no message has come for so long, then goes away. */
  void drain(long quietMillis) throws InterruptedException {
    awaitQuiet(quietMillis);
    close();
  }

  /** All it has taken, in order; what came last and was not confirmed counts, too. */
  synchronized List<Taken> taken() {
    List<Taken> all = new ArrayList<>(taken);
    doubts.forEach(all::addAll);
    return all;
  }

  /** The gap messages it was given. */
  synchronized List<JsonNode> gaps() {
    return List.copyOf(gaps);
  }

  private void run() {
    while (open) {
      try (Connection now = connect()) {
        connection = now;
        Session session = now.createSession(true, Session.SESSION_TRANSACTED);
        MessageConsumer consumer =
            session.createDurableSubscriber(session.createTopic("articles"), "chaos");
        now.start();
        lastMessage = System.nanoTime();
        listens = true;
        while (open) {
          takeSome(session, consumer);
        }
      } catch (Exception e) {
        listens = false;
        rest(200);
      }
    }
  }

  private void takeSome(Session session, MessageConsumer consumer)
      throws JMSException, IOException {
    List<Taken> some = new ArrayList<>();
    List<JsonNode> holes = new ArrayList<>();
    Message message = consumer.receive(500);
    while (message != null) {
      lastMessage = System.nanoTime();
      JsonNode body = json.readTree(bytes(message));
      if (body.path("type").asText().equals("gap")) {
        holes.add(body);
      } else {
        some.add(read(body));
      }
      if (pauseMillis > 0) {
        rest(pauseMillis);
      }
      message = some.size() + holes.size() >= BATCH ? null : consumer.receiveNoWait();
    }
    if (!some.isEmpty() || !holes.isEmpty()) {
      try {
        session.commit();
      } catch (JMSException e) {
        doubt(some);
        throw e;
      }
      took(some, holes);
    }
  }

  private synchronized void took(List<Taken> some, List<JsonNode> holes) {
    if (!some.isEmpty()) {
      doubts.stream().filter(d -> !overlap(d, some)).forEach(taken::addAll);
      doubts.clear();
    }
    taken.addAll(some);
    gaps.addAll(holes);
  }

  /** The commit was sent, and the broker died before it said whether it was done. */
  private synchronized void doubt(List<Taken> some) {
    doubts.removeIf(d -> overlap(d, some)); // those came again: it was not done
    doubts.add(some);
  }

  private static boolean overlap(List<Taken> one, List<Taken> other) {
    return one.stream()
        .anyMatch(
            a ->
                other.stream()
                    .anyMatch(b -> a.uri().equals(b.uri()) && a.version().equals(b.version())));
  }

  private Taken read(JsonNode body) {
    Matcher headline = HEADLINE.matcher(body.path("headlines").toString());
    String uri = body.path("uri").asText();
    String version = body.path("version").asText();
    boolean told = headline.find();
    boolean pushed = uri.startsWith("urn:desk:"); // a kill need not repeat the headline
    return new Taken(
        uri,
        version,
        told ? headline.group(1) : pushed ? uri.substring("urn:desk:".length()) : "",
        told ? Integer.parseInt(headline.group(2)) : pushed ? Integer.parseInt(version) : 0,
        body.path("pubStatus").asText("usable").equals("usable"),
        clock.instant(),
        body.toString());
  }

  private Connection connect() throws JMSException, IOException {
    JmsConnectionFactory factory =
        new JmsConnectionFactory(
            "reader",
            subject.password("reader"),
            "amqp://127.0.0.1:"
                + subject.brokerPort()
                + "?jms.prefetchPolicy.all=100&jms.connectTimeout=5000&jms.requestTimeout=10000");
    Connection connection = factory.createConnection();
    try {
      connection.setClientID(id);
      Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
      session.createDurableSubscriber(session.createTopic("articles"), "chaos").close();
      session.close();
      return connection;
    } catch (JMSException e) {
      connection.close();
      throw e;
    }
  }

  private static byte[] bytes(Message message) throws JMSException {
    if (message instanceof TextMessage text) {
      return text.getText().getBytes(StandardCharsets.UTF_8);
    }
    byte[] body = new byte[(int) ((BytesMessage) message).getBodyLength()];
    ((BytesMessage) message).readBytes(body);
    return body;
  }

  private static void rest(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() throws InterruptedException {
    open = false;
    thread.join(20_000);
  }
}
