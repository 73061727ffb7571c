package news.dateline.app;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import news.dateline.app.health.RoutesCheck;
import news.dateline.broker.BrokerOutlet;
import news.dateline.config.Problem;
import news.dateline.config.Problems;
import news.dateline.model.Reason;
import news.dateline.model.RejectedException;
import news.dateline.model.RetryableException;
import news.dateline.sources.SourceBook;
import news.dateline.sources.SourceFiles;
import news.dateline.store.Hold;
import news.dateline.store.LockedFile;
import news.dateline.store.Store;
import news.dateline.store.StoreSettings;
import org.apache.camel.CamelContext;
import org.apache.camel.health.HealthCheckRegistry;
import org.apache.camel.main.Main;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A whole running instance: broker, store, pipeline, doors. Started once, closed once. */
public final class Application implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Application.class);

  private final Home home;
  private final Settings settings;
  private final Clock clock;
  private final List<Door> doors;
  private final long begin = System.nanoTime();
  private final int httpPort;
  private final Main main = new Main();
  private final PrometheusMeterRegistry meters =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(r -> daemon(r, "watch"));

  private final ScheduledExecutorService measuring =
      Executors.newSingleThreadScheduledExecutor(r -> daemon(r, "disk"));

  private final ScheduledExecutorService repairing =
      Executors.newSingleThreadScheduledExecutor(r -> daemon(r, "repairs"));
  private @Nullable CompletableFuture<BrokerRoom> brokerLater;
  private @Nullable CompletableFuture<Store> storeLater;
  private @Nullable BrokerRoom broker;
  private @Nullable Wiring wiring;
  private @Nullable Monitor monitor;
  private @Nullable LiveControl control;
  private @Nullable LockedFile folder;
  private volatile @Nullable Hold hold;
  private boolean announced;
  private long readyMillis;

  /**
   * @param doors ways in
   */
  public Application(Home home, Settings settings, Clock clock, Door... doors) {
    this.home = home;
    this.settings = settings;
    this.clock = clock;
    this.doors = List.of(doors);
    this.httpPort = settings.httpPort() == 0 ? FreePort.find() : settings.httpPort();
  }

  /**
   * Starts everything; returns when sources are being polled and the doors are open.
   *
   * @throws RejectedException with {@link Reason#CONFIG_INVALID} when {@code agencies.yaml} or
   *     {@code desks.yaml} has problems
   */
  public void start() throws Exception {
    OwnerOnly.folder(home.data());
    boolean rebuilding = FormerBroker.hasLostItsDatabase(home.data(), settings);
    if (rebuilding) {
      FormerBroker.refuse(home.data(), settings);
    }
    folder = Instance.occupy(home.data());
    if (rebuilding) {
      FormerBroker.begins(home.data());
    }
    // Broker and store take a second each to open and do not need each other.
    CompletableFuture<BrokerRoom> opening =
        CompletableFuture.supplyAsync(
            () -> BrokerRoom.open(home, settings, meters, clock, !rebuilding));
    CompletableFuture<Store> reading = CompletableFuture.supplyAsync(() -> openStore(rebuilding));
    brokerLater = opening;
    storeLater = reading;
    Problems problems = new Problems();
    Stages stages = Stages.make(home, clock, problems);
    refuse(problems);
    SourceBook book = new SourceBook(home.sources(), SourceFiles.with(settings.transportTable()));
    book.reload();
    BrokerRoom room = join(opening);
    broker = room;
    BrokerOutlet outlet = room.outlet();
    Store store = join(reading);
    if (rebuilding) {
      room.waiting().ifPresent(waiting -> FormerBroker.takeOver(home.data(), waiting, store));
      room.openToAll();
    }
    Wiring wired =
        new Wiring(home, settings, clock, book, stages, store, outlet, room.valve(), meters);
    wiring = wired;
    room.events(wired::event);
    room.startAgainOnlyIf(() -> !wired.disk.isLow());
    configure(wired);
    main.init();
    CamelContext camel = main.getCamelContext();
    SourceRoutes sourceRoutes = wired.sourceRoutes(camel);
    SourceKeeper keeper = wired.keeper(sourceRoutes);
    TransportWatch transports = wired.transportWatch(sourceRoutes);
    List<String> declared = RouteFiles.declared(home.routes());
    RoutesCheck check = new RoutesCheck(camel, declared);
    HealthCheckRegistry checks =
        camel.getCamelContextExtension().getContextPlugin(HealthCheckRegistry.class);
    checks.register(check);
    checks.register(new DiskCheck(wired.disk));
    Monitor watching = new Monitor(camel, wired, room, Objects.requireNonNull(hold));
    monitor = watching;
    watching.vitals().checks(wired.tally(), settings.limits()).forEach(checks::register);
    LiveControl live =
        wired.control(
            camel,
            keeper,
            new RouteViews(camel, check, declared),
            watching.vitals(),
            room.rejected(),
            room);
    control = live;
    main.start();
    watching.start();
    keeper.begin();
    Timers.every(
        measuring, // waits for no other work
        DiskFloor.EVERY,
        () -> {
          wired.disk.measure();
          sourceRoutes.rest(wired.disk.isLow());
        });
    every(Duration.ofSeconds(1), keeper::scan);
    every(Duration.ofSeconds(1), wired::subscribe);
    every(Duration.ofSeconds(5), transports::look);
    every(Duration.ofSeconds(5), wired::study);
    every(
        Duration.ofMinutes(1),
        () -> {
          if (!wired.disk.isLow()) { // a source that is not asked is not silent
            keeper.review();
          }
        });
    every(Duration.ofHours(1), wired::prune);
    OwnerOnly.sweep(home.data());
    every(Duration.ofMinutes(1), this::sweep);
    room.promises()
        .map(wired::repairs)
        .ifPresent(repairs -> Timers.every(repairing, Duration.ofSeconds(1), repairs::look));
    doors.forEach(door -> door.open(live));
    new Instance(ProcessHandle.current().pid(), "http://" + address(), room.url())
        .announce(home.data());
    announced = true;
    readyMillis = Duration.ofNanos(System.nanoTime() - begin).toMillis();
  }

  private void sweep() {
    try {
      OwnerOnly.sweep(home.data());
    } catch (IOException e) {
      LOG.warn("the data folder cannot be looked through: {}", e.toString());
    }
  }

  /** What may be asked of this instance; only after {@link #start()}. */
  public Control control() {
    if (control == null) {
      throw new IllegalStateException("not started");
    }
    return control;
  }

  /** The port of the embedded broker. */
  public int brokerPort() {
    return broker == null ? settings.brokerPort() : broker.port();
  }

  /** The port of the page and the API. */
  public int httpPort() {
    return httpPort;
  }

  /** Messages the broker took since the start: articles, source events and buried items. */
  public long sent() {
    return wiring == null ? 0 : wiring.publisher.sent();
  }

  /** Articles among {@link #sent()}. */
  public long sentArticles() {
    return wiring == null ? 0 : wiring.publisher.articles();
  }

  /** A few lines for the terminal once it runs. */
  public String greeting() {
    int sources = wiring == null ? 0 : wiring.book.sources().size();
    return String.format(
        "Dateline %s is ready in %.1f s: %d sources%n  page    http://%s/%n  health "
            + " http://%s/observe/health%n  broker  %s  (JMS, AMQP 1.0, STOMP, MQTT; ./dateline"
            + " credentials)%nStop with Ctrl-C.",
        Version.NUMBER,
        readyMillis / 1000.0,
        sources,
        address(),
        address(),
        broker == null ? "" : broker.url());
  }

  @Override
  public void close() {
    doors.forEach(Door::shut);
    watch.shutdownNow();
    repairing.shutdownNow();
    measuring.shutdownNow();
    quietly("routes", main::stop);
    closeUnlessNull("monitor", monitor);
    closeUnlessNull("pipeline", wiring);
    closeUnlessNull("store", opened(storeLater));
    closeUnlessNull("broker", opened(brokerLater));
    closeUnlessNull("hold on the database", hold);
    if (announced) {
      quietly("announcement", () -> Instance.forget(home.data()));
    }
    closeUnlessNull("data folder", folder);
  }

  /** What was opened, also when the start failed while it was; null when it was not. */
  private static <T> @Nullable T opened(@Nullable CompletableFuture<T> later) {
    return later == null ? null : later.handle((it, fault) -> it).join();
  }

  private static void closeUnlessNull(String what, @Nullable AutoCloseable closing) {
    if (closing != null) {
      quietly(what, closing::close);
    }
  }

  /** Before anything is read, let alone changed, the database must be ours alone. */
  private Store openStore(boolean rebuilding) {
    StoreSettings where = storeSettings();
    try {
      hold = Hold.take(where);
      Store store = Store.open(where, clock);
      if (rebuilding) {
        FormerBroker.numberAnew(store, clock);
      }
      return store;
    } catch (RetryableException e) {
      throw Store.explained(e, where);
    }
  }

  private void configure(Wiring wired) {
    wired.beans().forEach(main::bind);
    for (int i = 0; i < doors.size(); i++) {
      main.bind("door-" + i, doors.get(i).server(settings, clock));
    }
    main.bind("metricsRegistry", meters);
    main.bind("due", wired.dueComponent());
    main.configure().withRoutesIncludePattern("file:" + home.routes() + "/*.camel.yaml");
    main.setDefaultPropertyPlaceholderLocation("false");
    Map<String, String> defaults =
        Map.ofEntries(
            Map.entry("camel.main.name", "dateline"),
            Map.entry("camel.main.use-mdc-logging", "false"),
            Map.entry("camel.main.startup-summary-level", "Off"),
            Map.entry("camel.main.shutdown-timeout", "10"),
            Map.entry("camel.main.shutdown-suppress-logging-on-timeout", "true"),
            Map.entry("camel.main.jmx-management-register-routes-create-by-template", "true"),
            Map.entry("camel.server.enabled", "true"),
            Map.entry("camel.server.max-body-size", String.valueOf(settings.maxBody())),
            Map.entry("camel.management.enabled", "true"),
            Map.entry("camel.management.health-check-enabled", "true"),
            Map.entry("camel.management.metrics-enabled", "true"),
            Map.entry("camel.health.exposure-level", "full"),
            Map.entry("camel.health.routes-enabled", "true"),
            Map.entry("camel.metrics.enabled", "true"),
            Map.entry("camel.metrics.path", "/observe/metrics"),
            Map.entry("camel.metrics.enable-exchange-event-notifier", "false"),
            Map.entry("camel.metrics.enable-message-history", "false"));
    defaults.forEach(main::addInitialProperty);
    settings.camel().forEach(main::addInitialProperty);
    main.addInitialProperty("dateline.read.threads", String.valueOf(settings.readThreads()));
    for (String server : List.of("camel.server", "camel.management")) {
      main.addInitialProperty(server + ".host", settings.httpHost());
      main.addInitialProperty(server + ".port", String.valueOf(httpPort));
    }
  }

  private StoreSettings storeSettings() {
    return StoreSettings.of(settings.storeUrl(), home.data())
        .keeping(settings.storeKeep())
        .waiting(settings.limits().store())
        .with(
            StoreSettings.Durability.valueOf(settings.storeDurability().toUpperCase(Locale.ROOT)));
  }

  private String address() {
    return (settings.httpHost().equals("0.0.0.0") ? "127.0.0.1" : settings.httpHost())
        + ":"
        + httpPort;
  }

  private static void refuse(Problems problems) {
    if (!problems.isEmpty()) {
      problems.list().forEach(p -> LOG.error("{}", p));
      Optional<Problem> first = problems.list().stream().findFirst();
      throw new RejectedException(
          Reason.CONFIG_INVALID,
          "the configuration has problems, the first: " + first.map(Problem::toString).orElse(""));
    }
  }

  private static <T> T join(CompletableFuture<T> later) throws Exception {
    try {
      return later.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    }
  }

  /** Repeats a step until the application closes; a step that fails is repeated all the same. */
  private void every(Duration pause, Runnable step) {
    Timers.every(watch, pause, step);
  }

  private static Thread daemon(Runnable r, String name) {
    Thread t = new Thread(r, name);
    t.setDaemon(true);
    return t;
  }

  /** A step of closing that may fail. */
  private interface Step {
    void run() throws Exception;
  }

  private static void quietly(String what, Step step) {
    try {
      step.run();
    } catch (IOException e) {
      LOG.debug("closing {}", what, e);
    } catch (Exception e) {
      LOG.warn("{} did not close well: {}", what, e.toString());
    }
  }
}
