package news.dateline.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import news.dateline.broker.RejectedQueue;
import news.dateline.model.Bytes;
import news.dateline.model.Document;
import news.dateline.model.Reason;
import news.dateline.model.Source;
import news.dateline.model.SourceState;
import news.dateline.model.Visit;
import news.dateline.sources.OpmlWriter;
import news.dateline.sources.SourceBook;
import news.dateline.sources.SourceFileWriter;
import news.dateline.store.OutboxCounts;
import news.dateline.store.Store;
import news.dateline.websub.Subscriber;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;

/** {@link Control} over the real pipeline. */
final class LiveControl implements Control {
  /** Bytes shown of a buried item. */
  private static final int SHOWN = 64 << 10;

  /** How long a person waits for the archive, and for the rejected items, of which many may lie. */
  private static final Duration STORE_PATIENCE = Duration.ofSeconds(3);

  private static final Duration BROKER_PATIENCE = Duration.ofSeconds(10);

  private final Home home;
  private final InstantSource clock;
  private final Instant started;
  private final SourceBook book;
  private final SourceKeeper keeper;
  private final Newcomers newcomers;
  private final Moves moves;
  private final Ledger ledger;
  private final Counters counters;
  private final Previewer previewer;
  private final Store store;
  private final RejectedQueue rejectedQueue;
  private final CamelContext camel;
  private final RouteViews routes;
  private final Subscriber subscriber;
  private final PushDoor pushes;
  private final Inlet inlet;
  private final BrokerRoom room;
  private final Vitals vitals;
  private final Conditions conditions;
  private final Bounded askStore;
  private final Bounded askBroker;

  LiveControl(
      Home home,
      InstantSource clock,
      SourceBook book,
      SourceKeeper keeper,
      Newcomers newcomers,
      Moves moves,
      Ledger ledger,
      Counters counters,
      Previewer previewer,
      Store store,
      Vitals vitals,
      RejectedQueue rejectedQueue,
      CamelContext camel,
      RouteViews routes,
      Subscriber subscriber,
      PushDoor pushes,
      Inlet inlet,
      BrokerRoom room) {
    this.home = home;
    this.clock = clock;
    this.started = clock.instant();
    this.book = book;
    this.keeper = keeper;
    this.newcomers = newcomers;
    this.moves = moves;
    this.ledger = ledger;
    this.counters = counters;
    this.previewer = previewer;
    this.store = store;
    this.vitals = vitals;
    this.conditions = new Conditions(camel, vitals);
    this.askStore = new Bounded("store", Reason.STORE_FAILED, vitals::storeAway, STORE_PATIENCE);
    this.askBroker =
        new Bounded("broker", Reason.BROKER_FAILED, vitals::brokerAway, BROKER_PATIENCE);
    this.rejectedQueue = rejectedQueue;
    this.camel = camel;
    this.routes = routes;
    this.subscriber = subscriber;
    this.pushes = pushes;
    this.inlet = inlet;
    this.room = room;
  }

  @Override
  public List<SourceView> sources() {
    Collection<Source> sources = book.sources();
    List<SourceView> views = new ArrayList<>(sources.size());
    sources.forEach(s -> views.add(view(s)));
    return views;
  }

  @Override
  public Preview preview(String url, boolean internal) {
    return previewer.preview(url, internal);
  }

  @Override
  public SourceView add(Source source) {
    newcomers.check(source);
    Optional<Document> previewed =
        source.paused() ? Optional.empty() : source.feed().flatMap(previewer::recent);
    if (previewed.isPresent()) {
      keeper.expect(source.id());
    }
    newcomers.add(source);
    previewed.ifPresent(d -> begin(keeper.find(source.id()), d));
    return view(keeper.find(source.id()));
  }

  /** The document of its preview is its first: a second request at once is what servers refuse. */
  private void begin(Source source, Document previewed) {
    try (ProducerTemplate template = camel.createProducerTemplate()) {
      template.sendBody("direct:documents.parse", previewed.of(source));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    keeper.settled(source.id());
  }

  @Override
  public void remove(String id) {
    try {
      new SourceFileWriter(home.sources()).remove(id);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    keeper.reload();
  }

  @Override
  public Imported importList(Bytes opml, String name, boolean dryRun) {
    Document document =
        new Document(
            Source.builder("import", "").build(),
            name,
            opml,
            Optional.empty(),
            Visit.delivery(clock.instant(), opml.size()));
    try {
      Imported imported =
          new SourceLists(home, clock)
              .read(document, name, book.sources(), false, dryRun, SourceLists.UNCHECKED);
      if (imported.file().isPresent()) {
        keeper.reload();
      }
      return imported;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public OpmlWriter.Exported exportList() {
    return OpmlWriter.write(book.sources(), clock.instant());
  }

  @Override
  public SourceView undoMove(String id) {
    try {
      keeper.undoMove(id);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return view(keeper.find(id));
  }

  @Override
  public SourceView pause(String id) {
    keeper.pause(id);
    return view(keeper.find(id));
  }

  @Override
  public SourceView resume(String id) {
    keeper.resume(id);
    return view(keeper.find(id));
  }

  @Override
  public SourceView poll(String id) {
    keeper.poll(id);
    return view(keeper.find(id));
  }

  @Override
  public List<StoredArticle> latest(int limit, Optional<String> source) {
    return askStore.ask(() -> store.latest(limit, source)).stream()
        .map(a -> new StoredArticle(a.sequence(), a.json()))
        .toList();
  }

  @Override
  public List<Buried> rejected(int limit) {
    return askBroker.ask(() -> rejectedQueue.latest(limit, SHOWN)).stream()
        .map(LiveControl::buried)
        .toList();
  }

  @Override
  public Optional<Buried> rejectedItem(String id) {
    return askBroker.ask(() -> rejectedQueue.find(id)).map(LiveControl::buried);
  }

  @Override
  public void retry(String id) {
    news.dateline.broker.Buried item =
        rejectedQueue
            .find(id)
            .orElseThrow(() -> new NoSuchElementException("nothing is buried as " + id));
    Document document = Retry.document(item, keeper.find(item.source()), clock);
    try (ProducerTemplate template = camel.createProducerTemplate()) {
      template.sendBody("direct:documents.parse", document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    rejectedQueue.remove(id);
  }

  @Override
  public void drop(String id) {
    if (!rejectedQueue.remove(id)) {
      throw new NoSuchElementException("nothing is buried as " + id);
    }
  }

  @Override
  public Status status() {
    vitals.refresh();
    OutboxCounts outbox = vitals.outbox().orElse(OutboxCounts.NOTHING);
    List<Subscription> queues = new ArrayList<>();
    vitals.subscriptions().forEach(s -> queues.add(SubscriptionViews.of(s)));
    Condition condition = conditions.now();
    return new Status(
        started,
        routes.views(),
        counters.received(),
        counters.published(),
        counters.unchanged(),
        counters.rejected(),
        outbox.pending(),
        outbox.embargoed() + outbox.held(),
        condition.broker().isEmpty(),
        queues,
        attention(condition),
        condition);
  }

  @Override
  public Access access() {
    return room.access();
  }

  @Override
  public Optional<Access> access(String desk) {
    return room.access(desk);
  }

  /** What needs a person: not what passes by itself. */
  private List<String> attention(Condition condition) {
    List<String> out = new ArrayList<>(conditions.attention(condition));
    book.problems().forEach(p -> out.add(p.toString()));
    routes.missing().forEach(r -> out.add("The route " + r + " is not running."));
    for (Source source : book.sources()) {
      SourceState state = ledger.state(source.id());
      switch (state.health()) {
        case BLOCKED, GONE, NOT_A_FEED, STALE, SILENT -> out.add(sentence(source, state));
        case MOVED -> {
          if (!moves.isTakenBack(state)) {
            out.add(sentence(source, state));
          }
        }
        case FAILING -> {
          if (state.failures() >= 5) {
            out.add(sentence(source, state));
          }
        }
        case OK, QUIET, THROTTLED, REPAIRED, PAUSED, WAITING -> {}
      }
    }
    return out;
  }

  private static String sentence(Source source, SourceState state) {
    return source.id()
        + " is "
        + state.health().code()
        + (state.detail().isEmpty() ? "." : ": " + state.detail());
  }

  private SourceView view(Source source) {
    return new SourceView(
        source,
        ledger.state(source.id()),
        moves.of(source),
        subscriber.of(source.id()).map(this::push));
  }

  private PushView push(news.dateline.websub.Subscription s) {
    return new PushView(
        s.phase().code(),
        s.hubNow(),
        s.expires(),
        s.record().last(),
        s.record().count(),
        s.record().missed(),
        subscriber.watch().delivers(s.source()),
        s.detail());
  }

  @Override
  public Optional<String> hubAsks(String token, Map<String, String> query) {
    return subscriber.callback().asked(token, query);
  }

  @Override
  public int hubDelivers(
      String token,
      String signature,
      List<String> links,
      Optional<String> contentType,
      Bytes body) {
    return pushes.deliver(token, signature, links, contentType, body);
  }

  @Override
  public Receipt push(Pushed pushed) {
    return inlet.take(pushed);
  }

  private static Buried buried(news.dateline.broker.Buried b) {
    return new Buried(
        b.id(),
        b.at(),
        b.source(),
        b.document(),
        b.item(),
        b.stage(),
        b.reason(),
        b.message(),
        b.size(),
        b.raw().head(SHOWN).utf8());
  }
}
