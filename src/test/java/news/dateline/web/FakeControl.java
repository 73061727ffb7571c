package news.dateline.web;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import news.dateline.app.Control;
import news.dateline.model.Bytes;
import news.dateline.model.Cursor;
import news.dateline.model.Document;
import news.dateline.model.Memo;
import news.dateline.model.Reason;
import news.dateline.model.Source;
import news.dateline.model.SourceState;
import news.dateline.model.SourceState.Glance;
import news.dateline.model.SourceState.Health;
import news.dateline.model.Visit;
import news.dateline.parse.Opml;
import news.dateline.parse.OpmlReader;
import news.dateline.sources.OpmlWriter;
import news.dateline.sources.SourceImport;

/**
 * A running instance that is not there: keeps sources, articles and buried items in memory and acts
 * on what it is told, so that the API and the page can be tested and looked at.
 */
final class FakeControl implements Control {
  /** What hubs delivered. */
  final List<String> delivered = new ArrayList<>();

  static final String PASSWORD = "fake-Qm7x2LpV9t";
  private final Clock clock;
  private final Instant started;
  private final Map<String, SourceView> sources = new TreeMap<>();
  private final List<StoredArticle> articles = new ArrayList<>();
  private final List<Buried> buried = new ArrayList<>();
  private long sequence = 4200;
  private long beat;

  FakeControl(Clock clock) {
    this.clock = clock;
    Instant now = clock.instant();
    this.started = now.minus(Duration.ofHours(7));
    FakeCopy.articles(now).forEach(this::store);
    FakeSources.all(now).forEach(v -> sources.put(v.source().id(), v));
    buried.addAll(FakeSources.buried(now));
  }

  private void store(String json) {
    articles.add(new StoredArticle(++sequence, json));
  }

  @Override
  public synchronized List<SourceView> sources() {
    return List.copyOf(sources.values());
  }

  @Override
  public synchronized Preview preview(String url, boolean internal) {
    if (url.contains("blocked")) {
      return nothing(Reason.BLOCKED, "answered 403 to a polite request; ask the publisher");
    }
    if (url.contains("broken")) {
      return nothing(Reason.MALFORMED, "the document ends in the middle of an item");
    }
    if (url.contains("fault")) {
      throw new IllegalStateException("an inner secret");
    }
    URI uri = URI.create(url);
    if (!"http".equals(uri.getScheme()) && !"https".equals(uri.getScheme())) {
      throw new IllegalArgumentException("give an http or https address");
    }
    boolean page = !url.endsWith(".xml");
    URI feed = page ? uri.resolve("/news.xml") : uri;
    String name = name(String.valueOf(uri.getHost()));
    String id = name.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    Source source = Source.builder(id, name).feed(feed).language("en").build();
    return new Preview(
        Optional.of(source),
        page
            ? List.of(
                new Alternative(uri.resolve("/sport.xml").toString(), name + " – Sport"),
                new Alternative(uri.resolve("/comments.xml").toString(), name + " – Comments"))
            : List.of(),
        FreshCopy.of(id, name, clock.instant()),
        2,
        Optional.empty(),
        page ? "a web page that names 3 feeds" : "RSS 2.0, 2 items");
  }

  private static Preview nothing(Reason reason, String message) {
    return new Preview(Optional.empty(), List.of(), List.of(), 0, Optional.of(reason), message);
  }

  private static String name(String host) {
    String first = host.replaceFirst("^www\\.", "").split("\\.")[0].replace('-', ' ');
    return Character.toUpperCase(first.charAt(0)) + first.substring(1);
  }

  @Override
  public synchronized SourceView add(Source source) {
    if (sources.containsKey(source.id())) {
      throw new IllegalArgumentException("there is already a source " + source.id());
    }
    SourceView view = new SourceView(source, SourceState.unseen(source.id(), clock.instant()));
    sources.put(source.id(), view);
    return view;
  }

  @Override
  public synchronized void remove(String id) {
    find(id);
    if (id.equals("kuestenblatt")) {
      throw new IllegalArgumentException(
          "kuestenblatt shares its file with others; edit config/sources/regional.yaml");
    }
    sources.remove(id);
  }

  @Override
  public synchronized Imported importList(Bytes opml, String name, boolean dryRun) {
    Document list =
        new Document(
            Source.builder("import", "").build(),
            name,
            opml,
            Optional.empty(),
            Visit.delivery(clock.instant(), opml.size()));
    SourceImport plan =
        new SourceImport(sources.values().stream().map(SourceView::source).toList(), false);
    Opml read = new OpmlReader().read(list);
    read.entries().forEach(plan::add);
    if (!dryRun) {
      plan.sources().forEach(this::add);
    }
    return new Imported(
        dryRun ? Optional.empty() : Optional.of("config/sources/opml-" + name + ".yaml"),
        plan.sources(),
        plan.alreadyThere(),
        plan.refused(),
        read.headings(),
        read.repaired());
  }

  @Override
  public synchronized OpmlWriter.Exported exportList() {
    return OpmlWriter.write(
        sources.values().stream().map(SourceView::source).toList(), clock.instant());
  }

  @Override
  public synchronized SourceView undoMove(String id) {
    SourceView view = find(id);
    Move move =
        view.move().orElseThrow(() -> new IllegalArgumentException(id + " has not been moved"));
    SourceView back =
        new SourceView(view.source().toBuilder().feed(move.from()).build(), view.state());
    sources.put(id, back);
    return back;
  }

  @Override
  public synchronized SourceView pause(String id) {
    return change(id, s -> health(s, Health.PAUSED, "paused by hand", Optional.empty()));
  }

  @Override
  public synchronized SourceView resume(String id) {
    return change(
        id, s -> health(s, Health.WAITING, "resumed by hand", Optional.of(clock.instant())));
  }

  @Override
  public synchronized SourceView poll(String id) {
    SourceView view = find(id);
    boolean first = view.state().received() == 0;
    List<String> fresh =
        first ? FreshCopy.of(id, view.source().name(), clock.instant()) : List.of();
    fresh.forEach(this::store);
    return change(id, s -> visited(s, fresh.size()));
  }

  private SourceView find(String id) {
    return Optional.ofNullable(sources.get(id)).orElseThrow();
  }

  private SourceView change(String id, UnaryOperator<SourceState> how) {
    SourceView old = find(id);
    SourceView now = new SourceView(old.source(), how.apply(old.state()), old.move());
    sources.put(id, now);
    return now;
  }

  private SourceState health(SourceState s, Health health, String why, Optional<Instant> next) {
    return new SourceState(
        s.source(),
        health,
        Optional.empty(),
        "",
        clock.instant(),
        s.cursor(),
        s.lastPoll(),
        s.lastItem(),
        next,
        why,
        0,
        s.received(),
        s.published(),
        s.unchanged(),
        s.rejected(),
        s.visits(),
        "",
        Memo.NONE);
  }

  private SourceState visited(SourceState s, int items) {
    Instant now = clock.instant();
    List<Glance> visits = new ArrayList<>(s.visits());
    visits.add(0, new Glance(now, 180, 200, items > 0 ? "new" : "unchanged", items));
    return new SourceState(
        s.source(),
        Health.OK,
        Optional.empty(),
        "",
        s.since(),
        Cursor.START,
        Optional.of(now),
        items > 0 ? Optional.of(now) : s.lastItem(),
        Optional.of(now.plusSeconds(300)),
        "first look at its rhythm",
        0,
        s.received() + items,
        s.published() + items,
        s.unchanged(),
        s.rejected(),
        visits.subList(0, Math.min(30, visits.size())),
        "",
        Memo.NONE);
  }

  @Override
  public synchronized List<StoredArticle> latest(int limit, Optional<String> source) {
    askTheNew();
    return articles.stream()
        .filter(a -> source.isEmpty() || a.json().contains("\"id\":\"" + source.get() + "\""))
        .sorted(Comparator.comparingLong(StoredArticle::sequence).reversed())
        .limit(limit)
        .toList();
  }

  /** A source just added is due at once. */
  private void askTheNew() {
    List<String> due =
        sources.values().stream()
            .filter(v -> v.state().health() == Health.WAITING && v.state().visits().isEmpty())
            .map(v -> v.source().id())
            .toList();
    due.forEach(this::poll);
  }

  @Override
  public synchronized List<Buried> rejected(int limit) {
    return buried.stream().limit(limit).toList();
  }

  @Override
  public synchronized Optional<Buried> rejectedItem(String id) {
    return buried.stream().filter(b -> b.id().equals(id)).findFirst();
  }

  @Override
  public void retry(String id) {
    drop(id);
  }

  @Override
  public synchronized void drop(String id) {
    if (!buried.removeIf(b -> b.id().equals(id))) {
      throw new NoSuchElementException(id);
    }
  }

  @Override
  public synchronized Status status() {
    beat++;
    String[][] routes = {
      {"sources.poll", "Takes the sources that are due."},
      {"sources.fetch", "Asks one source for news, politely, and keeps only what changed."},
      {"documents.parse", "Reads a document into items, whatever its format."},
      {"items.dedupe", "Drops what is already known as it is."},
      {"items.normalise", "Makes an article of each item: UTC, canonical links, clean text."},
      {"articles.attribute", "Finds who wrote it, who said it and through whom."},
      {"articles.store", "Commits articles, cursor and outbox rows in one transaction."},
      {"outbox.publish", "Sends what may leave now to the broker, a batch a transaction."},
      {"items.bury", "Keeps what cannot go on, with its bytes and the reason."},
      {"receive.afp-drop", "Takes wire files from a folder as they arrive."},
      {"receive.reuters-sftp", "Takes wire files from an SFTP drop."},
      {"web.api", "Answers what programs and the page ask of this instance."},
    };
    long[] pace = {20, 20, 9, 9, 6, 6, 6, 6, 0, 2, 3, 1};
    long[] base = {18_840, 18_802, 7_411, 7_411, 3_902, 3_902, 3_902, 3_950, 4, 611, 820, 210};
    List<RouteView> views =
        IntStream.range(0, routes.length)
            .mapToObj(
                i ->
                    new RouteView(
                        routes[i][0],
                        routes[i][1],
                        routes[i][0].equals("receive.reuters-sftp") ? "Suspended" : "Started",
                        base[i] + pace[i] * beat + (pace[i] > 4 ? (beat * 7 + i) % 5 : 0),
                        i == 1 ? 37 : 0))
            .toList();
    return new Status(
        started,
        views,
        24_310 + 3 * beat,
        4_180 + beat,
        20_125 + 2 * beat,
        buried.size(),
        3,
        1,
        true,
        List.of(
            new Subscription("desk.world", 2, 0),
            new Subscription("desk.markets", 1, 14),
            new Subscription("archive.night-shift", 0, 18_422)),
        List.of(
            "Subscription archive.night-shift has had no reader for 2 days and 18,422 articles"
                + " wait.",
            "Source morning-herald refuses us since yesterday; ask the publisher for access."),
        Condition.WELL);
  }

  @Override
  public Optional<String> hubAsks(String token, Map<String, String> query) {
    return token.equals("known")
        ? Optional.ofNullable(query.get("hub.challenge"))
        : Optional.empty();
  }

  /** What was pushed, and what to answer. */
  final List<Pushed> pushed = new java.util.ArrayList<>();

  Receipt receipt = new Receipt(Receipt.Kind.TAKEN, 1, 1, 0, 0, java.util.Optional.empty(), "");

  @Override
  public Receipt push(Pushed delivery) {
    pushed.add(delivery);
    return receipt;
  }

  @Override
  public int hubDelivers(
      String token,
      String signature,
      List<String> links,
      Optional<String> contentType,
      Bytes body) {
    delivered.add(signature + " " + links + " " + body.utf8());
    return token.equals("known") ? 202 : 404;
  }

  @Override
  public Optional<Access> access(String desk) {
    return desk.equals("world")
        ? Optional.of(new Access("tcp:", "amqp:", "stomp:", "mqtt:", "desk-world", PASSWORD, ""))
        : Optional.empty();
  }

  @Override
  public Access access() {
    return new Access(
        "tcp://127.0.0.1:61616",
        "amqp://127.0.0.1:61616",
        "tcp://127.0.0.1:61616",
        "mqtt://127.0.0.1:61616",
        "reader",
        PASSWORD,
        "");
  }
}
