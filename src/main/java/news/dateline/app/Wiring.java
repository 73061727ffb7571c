package news.dateline.app;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import news.dateline.broker.BrokerOutlet;
import news.dateline.broker.RejectedQueue;
import news.dateline.broker.Subscriptions;
import news.dateline.dedupe.Deduplicator;
import news.dateline.fetch.FetchSettings;
import news.dateline.fetch.FetchSettings.Pace;
import news.dateline.fetch.FetchSettings.RetryScope;
import news.dateline.fetch.Fetcher;
import news.dateline.parse.DocumentParser;
import news.dateline.publish.MessageRenderer;
import news.dateline.publish.OutboxPublisher;
import news.dateline.publish.PublisherSettings;
import news.dateline.sources.DueQueue;
import news.dateline.sources.PollPlanner;
import news.dateline.sources.PollSettings;
import news.dateline.sources.SourceBook;
import news.dateline.sources.SourceFolderWatch;
import news.dateline.store.Store;
import org.apache.camel.CamelContext;

/**
 * The composition root: constructs everything and names the beans that the routes call. The only
 * class that knows both.
 */
final class Wiring implements AutoCloseable {
  final Counters counters;
  final SourceBook book;
  final DueQueue due;
  final Ledger ledger;
  final Settler settler;
  final Moves moves;
  final Fetcher fetcher;
  final OutboxPublisher publisher;

  private final Home home;
  private final Settings settings;
  private final Clock clock;
  private final Stages stages;
  private final Store store;
  private final BrokerOutlet outlet;
  private final PollPlanner planner;

  Wiring(
      Home home,
      Settings settings,
      Clock clock,
      SourceBook book,
      Stages stages,
      Store store,
      BrokerOutlet outlet,
      MeterRegistry meters) {
    counters = new Counters(meters);
    this.home = home;
    this.settings = settings;
    this.clock = clock;
    this.book = book;
    this.stages = stages;
    this.store = store;
    this.outlet = outlet;
    PollSettings polls =
        PollSettings.DEFAULT.within(settings.pollShortest(), settings.pollLongest());
    planner = new PollPlanner(polls, System.nanoTime());
    due = new DueQueue(polls, clock);
    ledger = new Ledger(store, due, counters, clock);
    moves = new Moves(home, book, new Audit(home.data()));
    settler = new Settler(planner, new MessageRenderer(), ledger::state, moves, clock);
    fetcher = new Fetcher(fetchSettings(settings), clock);
    publisher = new OutboxPublisher(store, outlet, clock, PublisherSettings.DEFAULT);
    counters.gauge(
        "dateline.outbox.pending",
        "Messages waiting to leave",
        () -> store.counts(clock.instant()).pending());
    counters.gauge(
        "dateline.outbox.sent", "Messages the broker took since the start", publisher::sent);
    counters.gauge("dateline.sources.overdue", "Sources that wait for a free worker", due::overdue);
  }

  /** What the routes call, by name. */
  Map<String, Object> beans() {
    Map<String, Object> beans = new LinkedHashMap<>();
    beans.put("fetcher", fetcher);
    beans.put("receiver", new Receiver(book::find, clock, settings.maxBody()));
    beans.put("parser", new DocumentParser(clock, source -> ledger.state(source).memo()));
    beans.put("deduplicator", new Deduplicator(store));
    beans.put("normaliser", stages.normaliser());
    beans.put("attributor", stages.attributor());
    beans.put("settler", settler);
    beans.put("ledger", ledger);
    beans.put("outboxPublisher", publisher);
    beans.put("undertaker", new Undertaker(settler, ledger, clock));
    return beans;
  }

  /** Camel's component behind {@code due:}. */
  DueComponent dueComponent() {
    return new DueComponent(ledger);
  }

  SourceKeeper keeper(CamelContext camel) {
    return new SourceKeeper(
        book,
        new SourceFolderWatch(home.sources(), book),
        due,
        new SourceRoutes(camel, home),
        ledger,
        settler,
        moves,
        planner,
        clock);
  }

  LiveControl control(
      CamelContext camel,
      SourceKeeper keeper,
      RouteViews routes,
      RejectedQueue rejected,
      Subscriptions subscriptions,
      Control.Access access) {
    return new LiveControl(
        home,
        clock,
        book,
        keeper,
        moves,
        ledger,
        counters,
        new Previewer(fetcher, stages, clock),
        store,
        publisher,
        rejected,
        subscriptions,
        camel,
        routes,
        () -> access);
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
    fetcher.close();
    outlet.close();
    store.close();
  }
}
