package news.dateline.app;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import news.dateline.fetch.Fetcher;
import news.dateline.model.Article;
import news.dateline.model.Batch;
import news.dateline.model.Cursor;
import news.dateline.model.Document;
import news.dateline.model.Fetch;
import news.dateline.model.Poll;
import news.dateline.model.Reason;
import news.dateline.model.Source;
import news.dateline.publish.ArticleJson;
import news.dateline.sources.FeedAddress;
import news.dateline.sources.SourceIds;

/**
 * Fetches and reads without publishing or keeping anything; follows a web page to the feed behind
 * it.
 */
final class Previewer {
  /** Articles shown of a feed. */
  private static final int SHOWN = 20;

  /** The longest wait for a turn at a host that is asked no faster. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Fetcher fetcher;
  private final Stages stages;
  private final InstantSource clock;
  private final RecentDocuments recent;
  private final ArticleJson json = new ArticleJson();

  Previewer(Fetcher fetcher, Stages stages, InstantSource clock) {
    this.fetcher = fetcher;
    this.stages = stages;
    this.clock = clock;
    this.recent = new RecentDocuments(clock);
  }

  /** A URL nobody declared: a feed, or a page that names one. */
  Control.Preview preview(String url, boolean internal) {
    FeedAddress address = FeedAddress.of(url);
    if (address.uri().isEmpty()) {
      return nothing(
          Reason.CLIENT_ERROR, "\"" + url + "\" is not a web address: " + address.refusal());
    }
    URI uri = address.uri().get();
    Source asked = Source.builder("preview", uri.getHost()).feed(uri).internal(internal).build();
    FeedFinder finder = new FeedFinder(this::fetch, stages);
    Optional<FeedFinder.Found> ruled = finder.byAddress(asked);
    if (ruled.isPresent()) {
      return shown(ruled.get());
    }
    Fetch fetch = fetch(asked);
    if (!(fetch instanceof Fetch.Fetched fetched)) {
      return failed(fetch);
    }
    Batch<Article> batch = stages.read(fetched.document());
    if (!batch.items().isEmpty() || batch.rejections().isEmpty()) {
      return shown(new FeedFinder.Found(asked, fetched.document(), batch, List.of()));
    }
    return finder
        .behind(asked, fetched.document())
        .map(this::shown)
        .orElseGet(
            () ->
                new Control.Preview(
                    Optional.empty(),
                    finder.named(),
                    List.of(),
                    0,
                    Optional.of(batch.rejections().get(0).reason()),
                    batch.rejections().get(0).message()));
  }

  /** A declared source, as it would be read. */
  Control.Preview preview(Source source) {
    Fetch fetch = fetch(source);
    return fetch instanceof Fetch.Fetched fetched
        ? shown(
            new FeedFinder.Found(
                source, fetched.document(), stages.read(fetched.document()), List.of()))
        : failed(fetch);
  }

  private Control.Preview shown(FeedFinder.Found found) {
    Source asked = settled(found.source(), found.document());
    Batch<Article> batch = found.batch();
    asked.feed().ifPresent(f -> recent.put(f, found.document()));
    List<String> articles = new ArrayList<>();
    batch.items().stream().limit(SHOWN).forEach(a -> articles.add(json.write(a).utf8()));
    String message =
        FeedKind.of(asked, batch)
            + ", "
            + batch.received()
            + " items"
            + (batch.rejections().isEmpty()
                ? ""
                : ", " + batch.rejections().size() + " of them would be buried")
            + (batch.feed().repaired() ? ", malformed and mended" : "");
    return new Control.Preview(
        Optional.of(proposal(asked, batch)),
        found.alternatives(),
        articles,
        batch.received(),
        Optional.empty(),
        message);
  }

  /** The source as it would be declared: named by the feed's title, its id made of that name. */
  private static Source proposal(Source asked, Batch<Article> batch) {
    if (!asked.id().equals("preview")) {
      return asked;
    }
    String host =
        asked.feed().map(URI::getHost).orElse("feed").replaceFirst("^(www|rss|feeds?)\\.", "");
    String name =
        batch
            .feed()
            .title()
            .map(String::strip)
            .filter(t -> !t.isEmpty() && t.length() <= 80)
            .orElse(host);
    String id = SourceIds.of(name).isEmpty() ? SourceIds.of(host) : SourceIds.of(name);
    Source.Builder builder =
        Source.builder(id.isEmpty() ? "feed" : id, name).internal(asked.internal());
    asked.feed().ifPresent(builder::feed);
    batch.items().stream()
        .flatMap(a -> a.language().stream())
        .findFirst()
        .ifPresent(builder::language);
    return builder.build();
  }

  /** Where it has moved for good: a new source begins there. */
  private static Source settled(Source asked, Document document) {
    return asked.id().equals("preview")
        ? document.visit().movedTo().map(to -> asked.toBuilder().feed(to).build()).orElse(asked)
        : asked;
  }

  /**
   * The document of a preview not long ago, so that adding its source need not fetch it again
   * (strict servers refuse the second request).
   */
  Optional<Document> recent(URI feed) {
    return recent.get(feed);
  }

  private static Control.Preview failed(Fetch fetch) {
    return nothing(
        fetch.visit().reason().orElse(Reason.THROTTLED),
        fetch.visit().detail().isEmpty()
            ? fetch.visit().reason().orElse(Reason.THROTTLED).sentence()
            : fetch.visit().detail());
  }

  private static Control.Preview nothing(Reason reason, String message) {
    return new Control.Preview(
        Optional.empty(), List.of(), List.of(), 0, Optional.of(reason), message);
  }

  /** A document at hand, all its articles. */
  Previewed read(String shownAs, Document document) {
    Batch<Article> batch = stages.read(document);
    List<String> articles = new ArrayList<>(batch.items().size());
    List<Previewed.Fault> errors = new ArrayList<>();
    for (Article article : batch.items()) {
      articles.add(json.write(article).utf8());
    }
    batch.rejections().forEach(r -> errors.add(new Previewed.Fault(r.reason(), r.message())));
    if (articles.isEmpty() && errors.isEmpty()) {
      errors.add(
          new Previewed.Fault(Reason.EMPTY_DOCUMENT, batch.feed().format() + " without items"));
    }
    return new Previewed(shownAs, document.bytes().size(), articles, errors);
  }

  /** Fetches anew, and waits for a turn that is near: a person does, and a page's feed follows. */
  Fetch fetch(Source source) {
    Poll poll = new Poll(source, Cursor.START, false);
    Instant patience = clock.instant().plus(PATIENCE);
    Fetch fetch = fetcher.fetch(poll);
    while (fetch instanceof Fetch.Deferred deferred && deferred.until().isBefore(patience)) {
      try {
        Thread.sleep(
            Math.max(1, Duration.between(clock.instant(), deferred.until()).toMillis() + 1));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return fetch;
      }
      fetch = fetcher.fetch(poll);
    }
    return fetch;
  }
}
