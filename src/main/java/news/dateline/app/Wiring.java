package news.dateline.app;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import news.dateline.app.health.Probe;
import news.dateline.broker.BrokerOutlet;
import news.dateline.broker.Promises;
import news.dateline.broker.RejectedQueue;
import news.dateline.broker.Subscriptions;
import news.dateline.dedupe.Deduplicator;
import news.dateline.fetch.FetchSettings;
import news.dateline.fetch.FetchSettings.Pace;
import news.dateline.fetch.FetchSettings.RetryScope;
import news.dateline.fetch.Fetcher;
import news.dateline.model.Outgoing;
import news.dateline.model.Reason;
import news.dateline.model.Source;
import news.dateline.parse.DocumentParser;
import news.dateline.publish.MessageRenderer;
import news.dateline.publish.OutboxPublisher;
import news.dateline.publish.PublisherSettings;
import news.dateline.publish.Valve;
import news.dateline.sources.DueQueue;
import news.dateline.sources.PollPlanner;
import news.dateline.sources.PollSettings;
import news.dateline.sources.SourceBook;
import news.dateline.sources.SourceFolderWatch;
import news.dateline.store.OutboxCounts;
import news.dateline.store.Store;
import news.dateline.websub.Subscriber;
import news.dateline.websub.Subscription;
import org.apache.camel.CamelContext;

/**
 * The composition root: constructs everything and names the beans that the routes call. The only
 * class that knows both.
 */
final class Wiring implements AutoCloseable {
  /** How often a step is repeated whose fault lies outside of the document. */
  private static final int RETRIES = 5;

  final Counters counters;
  final SourceBook book;
  final DueQueue due;
  final Ledger ledger;
  final Settler settler;
  final Moves moves;
  final Fetcher fetcher;
  final OutboxPublisher publisher;
  final DiskFloor disk;

  private final Home home;
  private final Settings settings;
  private final Clock clock;
  private final Stages stages;
  private final Store store;
  private final NameStudy names;
  private final BrokerOutlet outlet;
  private final PollPlanner planner;
  private final Subscriber subscriber;
  private final Undertaker undertaker;
  private final ExecutorService hubCalls =
      Executors.newFixedThreadPool(2, task -> daemon(task, "hubs"));

  Wiring(
      Home home,
      Settings settings,
      Clock clock,
      SourceBook book,
      Stages stages,
      Store store,
      BrokerOutlet outlet,
      Valve valve,
      MeterRegistry meters) {
    counters = new Counters(meters);
    this.home = home;
    this.settings = settings;
    this.clock = clock;
    this.book = book;
    this.stages = stages.reading(store::paragraphs);
    this.store = store;
    this.outlet = outlet;
    names = new NameStudy(store::names, stages.attributor().learnt(), clock);
    PollSettings polls =
        PollSettings.DEFAULT.within(settings.pollShortest(), settings.pollLongest());
    planner = new PollPlanner(polls, System.nanoTime());
    due = new DueQueue(polls, clock);
    Gaps gaps = new Gaps(store.gaps(), store::forget, settings.backfillPages(), clock.instant());
    ledger = new Ledger(store, due, counters, gaps, clock);
    moves = new Moves(home, book, new Audit(home.data()));
    fetcher = new Fetcher(fetchSettings(settings), clock);
    subscriber =
        new Subscriber(
            settings.pushes(),
            store,
            new HubCalls(fetcher),
            this::subscribable,
            this::raise,
            hubCalls,
            clock);
    settler =
        new Settler(
            planner,
            new MessageRenderer(settings.publishEditors()),
            ledger::state,
            gaps,
            new Listings(store::listed),
            subscriber.watch()::delivers,
            moves,
            clock);
    undertaker = new Undertaker(settler, ledger, clock);
    ledger.listen(this::answered);
    disk = new DiskFloor(home.data(), settings.diskFloor());
    Valve ours = settings.brokerUrl().isPresent() ? Valve.OPEN : disk; // theirs is another disk
    publisher =
        new OutboxPublisher(
            store, outlet, Valve.all(List.of(ours, valve)), clock, PublisherSettings.DEFAULT);
    counters.gauge(
        "dateline.outbox.sent", "Messages the broker took since the start", publisher::sent);
    for (Subscription.Phase phase : Subscription.Phase.values()) {
      counters.gauge(
          "dateline.websub.subscriptions",
          "Subscriptions at hubs",
          Tag.of("phase", phase.code()),
          () -> subscriber.count(phase));
    }
    counters.gauge("dateline.sources.overdue", "Sources that wait for a free worker", due::overdue);
  }

  private static Thread daemon(Runnable task, String name) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    return thread;
  }

  /** A polled source that is not paused, nor gone: what a hub may deliver for. */
  private Optional<Source> subscribable(String id) {
    return switch (ledger.state(id).health()) {
      case PAUSED, GONE -> Optional.empty();
      default -> book.find(id).filter(s -> !s.paused());
    };
  }

  private void raise(String source, Reason reason, String detail) {
    ledger.commit(settler.settleNotice(source, reason, detail));
  }

  private void answered(Settled.Answer answer) {
    subscriber.watch().polled(answer.source().id(), answer.at(), answer.news());
    answer.links().ifPresent(links -> subscriber.noticed(answer.source(), links));
  }

  /** Sends an event of the broker's, through the outbox like any other. */
  void event(Outgoing event) {
    store.add(event);
  }

  /** Looks what is to be done about subscriptions. */
  void subscribe() {
    subscriber.tick();
  }

  /** Looks whether the stream has taught new names. */
  void study() {
    names.look();
  }

  /** Sends again what the broker has lost. */
  Repairs repairs(Promises promises) {
    return new Repairs(promises, store, publisher, counters);
  }

  /** What the routes call, by name. */
  Map<String, Object> beans() {
    Map<String, Object> beans = new LinkedHashMap<>();
    beans.put("fetcher", fetcher);
    beans.put("receiver", new Receiver(book::find, clock, settings.maxBody()));
    beans.put("acknowledger", new Acknowledger(RETRIES));
    beans.put(
        "parser",
        new DocumentParser(clock, stages.profiles(), source -> ledger.state(source).memo()));
    beans.put("deduplicator", new Deduplicator(store));
    beans.put("normaliser", stages.normaliser());
    beans.put("attributor", stages.attributor());
    beans.put("settler", settler);
    beans.put("ledger", ledger);
    beans.put("outboxPublisher", publisher);
    beans.put("undertaker", undertaker);
    return beans;
  }

  /** Camel's component behind {@code due:}. */
  DueComponent dueComponent() {
    return new DueComponent(new RestingWork(ledger, disk::isLow));
  }

  SourceRoutes sourceRoutes(CamelContext camel) {
    return new SourceRoutes(
        camel, home, new FolderRules(undertaker, book::find, clock, settings.maxBody()));
  }

  TransportWatch transportWatch(SourceRoutes routes) {
    return new TransportWatch(book, routes, ledger, settler, clock);
  }

  SourceKeeper keeper(SourceRoutes routes) {
    return new SourceKeeper(
        book,
        new SourceFolderWatch(home.sources(), book),
        due,
        routes,
        ledger,
        settler,
        moves,
        planner,
        clock);
  }

  /** What is known of broker, store and clock. */
  Vitals vitals(Probe.Question<List<String>> broker, Subscriptions subscriptions) {
    Vitals vitals =
        new Vitals(
            publisher,
            clock,
            new Vitals.Questions(this::outbox, broker, subscriptions::list),
            this::clockSetBack);
    vitals.meters(counters);
    return vitals;
  }

  /** What waits to leave; fails when the database does not take what is written. */
  private OutboxCounts outbox() {
    store.check();
    return store.counts(clock.instant());
  }

  private void clockSetBack(Duration by) {
    ledger.clockSetBack(by);
    fetcher.clockSetBack(by);
    due.clockSetBack(by);
  }

  /** How many sources fail, for health. */
  SourceTally tally() {
    return new SourceTally(book, ledger);
  }

  /** Writes nothing any more: another process has the database. */
  void shut(String why) {
    store.shut(why);
  }

  LiveControl control(
      CamelContext camel,
      SourceKeeper keeper,
      RouteViews routes,
      Vitals vitals,
      RejectedQueue rejected,
      BrokerRoom room) {
    Replays replays = new Replays(store::wasPushed, clock.instant());
    return new LiveControl(
        home,
        clock,
        book,
        keeper,
        new Newcomers(home, home.drop(settings.callers()), book, keeper),
        moves,
        ledger,
        counters,
        new Previewer(fetcher, stages, clock),
        store,
        vitals,
        rejected,
        camel,
        routes,
        subscriber,
        new PushDoor(
            camel, subscriber.callback(), book::find, due, ledger, counters, replays, disk::isLow),
        new Inlet(camel, book::find, ledger, replays, disk::isLow, clock),
        room);
  }

  static FetchSettings fetchSettings(Settings s) {
    Settings.Manners m = s.manners();
    return FetchSettings.defaults()
        .withUserAgent(FetchSettings.userAgent(Version.NUMBER, s.contact().map(URI::create)))
        .withTimeouts(s.connectTimeout(), s.firstByteTimeout(), s.totalTimeout())
        .withMaxBodyBytes((int) Math.min(s.maxBody(), FetchSettings.BODY_BYTES_CEILING))
        .withMaxRedirects(s.maxRedirects())
        .withPace(new Pace(m.concurrent(), m.interval()))
        .withInternalPace(new Pace(m.internalConcurrent(), m.internalInterval()))
        .withScope(m.pause().equals("feed") ? RetryScope.FEED : RetryScope.HOST);
  }

  /** Forgets published articles older than the settings keep them. */
  void prune() {
    store.prune();
  }

  /** Takes what the routes no longer need: after Camel has stopped. */
  @Override
  public void close() {
    hubCalls.shutdownNow();
    fetcher.close();
    outlet.close();
    store.close();
  }
}
