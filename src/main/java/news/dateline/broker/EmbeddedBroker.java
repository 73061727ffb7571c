package news.dateline.broker;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import news.dateline.model.Outgoing;
import news.dateline.publish.Valve;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.MetricsConfiguration;
import org.apache.activemq.artemis.core.postoffice.Binding;
import org.apache.activemq.artemis.core.postoffice.QueueBinding;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptor;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Apache Artemis inside this process: one port for core/JMS, AMQP 1.0, STOMP and MQTT, persistent,
 * secured. When it stops by itself it is started again. Start and stop are for one thread; the rest
 * is thread-safe.
 */
public final class EmbeddedBroker implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedBroker.class);
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private final BrokerSettings settings;
  private final List<Desk> desks;
  private final Credentials credentials;
  private final Optional<MeterRegistry> meters;
  private final Subscribers subscribers;

  /** Several brokers in one process must not share their in-VM names. */
  private final String vm = "vm://" + NUMBER.incrementAndGet();

  private final InstantSource clock;
  private volatile @Nullable EmbeddedActiveMQ broker;
  private @Nullable BrokerKeeper keeper;
  private @Nullable PromiseBook book;
  private @Nullable Promises promises;
  private volatile BooleanSupplier room = () -> true;
  private volatile boolean admitsAll = true;
  private volatile int port;

  /**
   * @param credentials the users' passwords: {@link Credentials#in}
   * @param meters receives the broker's own meters
   */
  public EmbeddedBroker(
      BrokerSettings settings,
      List<Desk> desks,
      Credentials credentials,
      Optional<MeterRegistry> meters,
      InstantSource clock) {
    this.settings = settings;
    this.desks = List.copyOf(desks);
    this.credentials = credentials;
    this.meters = meters;
    this.clock = clock;
    this.subscribers = new Subscribers(settings, this.desks, meters, clock);
  }

  /**
   * Starts and returns when clients may connect.
   *
   * @throws IOException with one clear line when the port is taken, the folder is in use by another
   *     process, or the journal cannot be written
   */
  public void start() throws IOException {
    book = PromiseBook.open(settings.data().resolve("promises"));
    promises = new Promises(book, this::server, this::isUp, asAdmin());
    try {
      launch(settings.port());
    } catch (IOException e) {
      closeBook();
      throw e;
    }
    BrokerKeeper keeping =
        new BrokerKeeper(this::isUp, () -> room.getAsBoolean(), this::again, clock);
    keeper = keeping;
    meters.ifPresent(registry -> BrokerMetrics.ofKeeper(registry, keeping));
    server()
        .registerIOCriticalErrorListener((fault, message, file) -> keeping.hears(fault.toString()));
    keeping.begin();
  }

  /** What it should hold compared with what it holds; only after {@link #start()}. */
  public Promises promises() {
    return Objects.requireNonNull(promises, "not started");
  }

  /**
   * While this is false nobody but Dateline itself is let in: what a subscriber has in hand is seen
   * by nobody else.
   */
  public void admitAll(boolean all) {
    admitsAll = all;
  }

  /** What waits in the subscriptions. */
  public WaitingArticles waiting() {
    return new WaitingArticles(asAdmin(), subscriptions());
  }

  private void closeBook() {
    PromiseBook closing = book;
    book = null;
    if (closing != null) {
      try {
        closing.close();
      } catch (IOException e) {
        LOG.warn("The book of promises did not close well: {}", e.toString());
      }
    }
  }

  /** A subscription the broker has lost is made again unless it was of a desk that is no more. */
  private boolean isStillWanted(QueueConfiguration queue) {
    return !Boolean.TRUE.equals(queue.isConfigurationManaged())
        || desks.stream().anyMatch(desk -> desk.name().equals(queue.getName().toString()));
  }

  /** While this is false a broker that stopped by itself is not started again. */
  public void startAgainOnlyIf(BooleanSupplier enoughRoom) {
    room = enoughRoom;
  }

  /**
   * Why it does not run though it should: one line with the time it stopped; empty while it runs.
   */
  public Optional<String> down() {
    BrokerKeeper keeping = keeper;
    return keeping == null
        ? Optional.empty()
        : keeping.down().map(d -> "stopped by itself at " + d.since() + ": " + d.why());
  }

  private synchronized void again() throws IOException {
    BrokerKeeper keeping = keeper;
    if (keeping == null) {
      return; // it was stopped by hand meanwhile
    }
    halt();
    launch(port);
    server()
        .registerIOCriticalErrorListener((fault, message, file) -> keeping.hears(fault.toString()));
  }

  private void launch(int wantedPort) throws IOException {
    EmbeddedActiveMQ starting = null;
    try {
      Configuration configuration =
          BrokerConfiguration.of(settings.withPort(wantedPort), desks, vm);
      if (meters.isPresent()) {
        configuration.setMetricsConfiguration(
            new MetricsConfiguration().setPlugin(new BrokerMetrics(meters.get())));
      }
      configuration.registerBrokerPlugin(new PromisePlugin(Objects.requireNonNull(book)));
      configuration.registerBrokerPlugin(subscribers.plugin());
      starting =
          new KeptBroker(
              configuration, new Guard(credentials, () -> admitsAll), new QueueRules(deskNames()));
      starting.start();
      port = listeningPort(starting.getActiveMQServer());
      removeFormerDesks(starting.getActiveMQServer());
    } catch (Exception e) {
      if (starting != null) {
        stopQuietly(starting);
      }
      String why =
          e instanceof IOException && e.getMessage() != null ? e.getMessage() : e.toString();
      throw new IOException("the embedded broker cannot start: " + why, e);
    }
    broker = starting;
    try {
      promises().started(this::isStillWanted);
    } catch (Exception e) {
      halt();
      throw new IOException("the embedded broker does not show its subscriptions: " + e, e);
    }
    subscribers.started(starting.getActiveMQServer());
  }

  /** Stops; what is in the journal stays. Does nothing when it does not run. */
  public synchronized void stop() {
    BrokerKeeper keeping = keeper;
    keeper = null;
    if (keeping != null) {
      keeping.close();
    }
    halt();
    closeBook();
  }

  private void halt() {
    subscribers.stopping();
    EmbeddedActiveMQ stopping = broker;
    broker = null;
    if (stopping != null) {
      stopQuietly(stopping);
      meters.ifPresent(BrokerMetrics::forget);
    }
  }

  @Override
  public void close() {
    stop();
  }

  /** The port clients connect to; 0 before the start. */
  public int port() {
    return port;
  }

  public String host() {
    return settings.host();
  }

  /** True when it runs. */
  public boolean isUp() {
    EmbeddedActiveMQ running = broker;
    return running != null && running.getActiveMQServer().isActive();
  }

  /** The way in for our own publisher, without a socket. */
  public BrokerAddress asPublisher() {
    return new BrokerAddress(vm, Credentials.PUBLISHER, credentials.publisher());
  }

  /** The way in for looking after queues, without a socket. */
  public BrokerAddress asAdmin() {
    return new BrokerAddress(vm, Credentials.ADMIN, credentials.admin());
  }

  /** The way in for a subscriber of ours, without a socket. */
  public BrokerAddress asReader() {
    return new BrokerAddress(vm, Credentials.READER, credentials.reader());
  }

  /**
   * The way in for a reader of a desk.
   *
   * @return empty when there is no such desk
   */
  public Optional<BrokerAddress> asDesk(String desk) {
    String user = Credentials.deskUser(desk);
    return Optional.ofNullable(credentials.desks().get(user))
        .map(password -> new BrokerAddress(vm, user, password));
  }

  /** Who subscribes, answered from memory; empty while it does not run. */
  public Subscriptions subscriptions() {
    return subscribers;
  }

  /** Shut while a subscriber that is connected would else lose articles. */
  public Valve valve() {
    return subscribers.valve();
  }

  /** Who sends the events of subscriptions that lost articles. */
  public void events(Consumer<Outgoing> outbox) {
    subscribers.events(outbox);
  }

  /** For tests of this room. */
  Subscribers subscribers() {
    return subscribers;
  }

  /** For tests of this room. */
  ActiveMQServer server() {
    return Objects.requireNonNull(broker, "not started").getActiveMQServer();
  }

  /** True when somebody else listens where this broker was to listen. */
  private boolean isTaken() {
    if (settings.port() == 0) {
      return false;
    }
    try (ServerSocket trial = new ServerSocket()) {
      trial.bind(new InetSocketAddress(settings.host(), settings.port()));
      return false;
    } catch (IOException e) {
      return true;
    }
  }

  private int listeningPort(ActiveMQServer server) throws IOException {
    // Artemis only logs when it cannot listen, and runs on without the port.
    if (server.getRemotingService() != null
        && server.getRemotingService().getAcceptor("clients") instanceof NettyAcceptor acceptor
        && acceptor.isStarted()
        && acceptor.getActualPort() > 0) {
      return acceptor.getActualPort();
    }
    if (server.isActive() || isTaken()) {
      throw new IOException("cannot listen on " + settings.host() + ":" + settings.port());
    }
    throw new IOException(
        "its files in "
            + settings.data().resolve("broker")
            + " are in use by another process, or damaged. If they are damaged move that folder"
            + " away: subscriptions, and what waits for them, are made again from "
            + settings.data().resolve("promises"));
  }

  private Set<String> deskNames() {
    return desks.stream().map(Desk::name).collect(Collectors.toSet());
  }

  /** Queues of desks no longer configured: they would fill and be read by nobody. */
  private void removeFormerDesks(ActiveMQServer server) throws Exception {
    Set<String> wanted = deskNames();
    for (Binding binding :
        server
            .getPostOffice()
            .getBindingsForAddress(SimpleString.of(Outgoing.ARTICLES))
            .getBindings()) {
      if (binding instanceof QueueBinding queue
          && queue.getQueue().isConfigurationManaged()
          && !wanted.contains(queue.getQueue().getName().toString())) {
        LOG.info(
            "Desk {} is no longer configured: its queue with {} articles goes",
            queue.getQueue().getName(),
            queue.getQueue().getMessageCount());
        server.destroyQueue(queue.getQueue().getName());
      }
    }
  }

  private static void stopQuietly(EmbeddedActiveMQ stopping) {
    try {
      stopping.stop();
    } catch (Exception e) {
      LOG.warn("The broker did not stop cleanly: {}", e.toString());
    }
  }
}
