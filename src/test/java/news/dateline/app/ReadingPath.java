package news.dateline.app;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import news.dateline.config.Problems;
import news.dateline.fetch.FetchSettings;
import news.dateline.fetch.Fetcher;
import news.dateline.model.Article;
import news.dateline.model.Batch;
import news.dateline.model.Bytes;
import news.dateline.model.Cursor;
import news.dateline.model.Document;
import news.dateline.model.Fetch;
import news.dateline.model.Item;
import news.dateline.model.Poll;
import news.dateline.model.Source;
import news.dateline.model.Visit;

/**
 * The way {@code preview} reads a document, for tests that measure what comes of it: the same
 * {@link Stages}, the real fetcher, a clock that stands still.
 */
public final class ReadingPath implements AutoCloseable {
  /** When everything happens. */
  public static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

  private final Instant now;
  private final Stages stages;
  private final Fetcher fetcher;

  /** With the shipped configuration. */
  public ReadingPath() {
    this(NOW);
  }

  /**
   * @param now when everything happens
   */
  public ReadingPath(Instant now) {
    this.now = now;
    Clock clock = Clock.fixed(now, ZoneOffset.UTC);
    Problems problems = new Problems();
    stages = Stages.make(Home.of(Path.of("."), "", ""), clock, problems);
    if (!problems.isEmpty()) {
      throw new IllegalStateException(problems.list().toString());
    }
    fetcher =
        new Fetcher(
            FetchSettings.defaults().withPace(new FetchSettings.Pace(64, Duration.ZERO)), clock);
  }

  /**
   * What came of one document.
   *
   * @param document as it was read
   * @param items what the parser found, and what it refused
   * @param articles what would be published, in document order; an item that became none is empty
   * @param batch the articles with all rejections
   */
  public record Reading(
      Document document,
      Batch<Item> items,
      List<Optional<Article>> articles,
      Batch<Article> batch) {}

  /**
   * Reads bytes as a file given to {@code preview}.
   *
   * @param location a path or URL
   * @param source what is known of the source
   */
  public Reading read(byte[] bytes, String location, UnaryOperator<Source.Builder> source) {
    return read(
        new Document(
            source.apply(Source.builder("preview", "")).build(),
            location,
            Bytes.wrap(bytes),
            Optional.empty(),
            Visit.delivery(now, bytes.length)));
  }

  /** Only what the parser makes of a document. */
  public Batch<Item> items(Document document) {
    return stages.parser().parse(document);
  }

  /** Only what would be published of a document. */
  public Batch<Article> articles(Document document) {
    return stages.read(document);
  }

  /** Fetches from a server on this machine, then reads; empty when the fetch failed. */
  public Optional<Reading> fetch(String url, UnaryOperator<Source.Builder> source) {
    Source asked =
        source.apply(Source.builder("preview", "").feed(URI.create(url)).internal(true)).build();
    Fetch fetch = fetcher.fetch(new Poll(asked, Cursor.START, false));
    return fetch instanceof Fetch.Fetched fetched
        ? Optional.of(read(fetched.document()))
        : Optional.empty();
  }

  private Reading read(Document document) {
    Batch<Item> items = stages.parser().parse(document);
    Batch<Article> batch = stages.read(document);
    List<Optional<Article>> articles = new ArrayList<>();
    if (batch.items().size() == items.items().size()) {
      batch.items().forEach(a -> articles.add(Optional.of(a)));
    } else {
      for (Item item : items.items()) {
        articles.add(alone(items, item));
      }
    }
    return new Reading(document, items, articles, batch);
  }

  /** The article of one item, where some items became none or were doubles of others. */
  private Optional<Article> alone(Batch<Item> items, Item item) {
    Batch<Article> one = stages.read(Batch.of(items.document(), items.feed(), List.of(item)));
    return one.items().stream().findFirst();
  }

  @Override
  public void close() {
    fetcher.close();
  }
}
