package news.dateline.app;

import java.net.URI;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
import news.dateline.parse.FeedDiscovery;
import news.dateline.publish.ArticleJson;

/**
 * Fetches and reads without publishing or keeping anything; follows a web page to the feed it
 * names.
 */
final class Previewer {
  /** Articles shown of a feed. */
  private static final int SHOWN = 20;

  /** Feeds of a page that are tried before giving up. */
  private static final int TRIED = 6;

  /** The longest wait for a turn at a host that is asked no faster. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Fetcher fetcher;
  private final Stages stages;
  private final InstantSource clock;
  private final FeedDiscovery discovery = new FeedDiscovery();
  private final ArticleJson json = new ArticleJson();

  Previewer(Fetcher fetcher, Stages stages, InstantSource clock) {
    this.fetcher = fetcher;
    this.stages = stages;
    this.clock = clock;
  }

  /** A URL nobody declared: a feed, or a page that names one. */
  Control.Preview preview(String url, boolean internal) {
    URI address;
    try {
      address = URI.create(url.contains("://") ? url : "https://" + url);
      if (address.getHost() == null
          || !List.of("http", "https")
              .contains(String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT))) {
        throw new IllegalArgumentException();
      }
    } catch (IllegalArgumentException e) {
      return nothing(Reason.CLIENT_ERROR, "\"" + url + "\" is not a web address");
    }
    Source asked =
        Source.builder("preview", address.getHost()).feed(address).internal(internal).build();
    Fetch fetch = fetch(asked);
    if (!(fetch instanceof Fetch.Fetched fetched)) {
      return failed(fetch);
    }
    Batch<Article> batch = stages.read(fetched.document());
    if (!batch.items().isEmpty() || batch.rejections().isEmpty()) {
      return shown(asked, batch, List.of());
    }
    return followed(asked, fetched.document(), batch);
  }

  /** A declared source, as it would be read. */
  Control.Preview preview(Source source) {
    Fetch fetch = fetch(source);
    return fetch instanceof Fetch.Fetched fetched
        ? shown(source, stages.read(fetched.document()), List.of())
        : failed(fetch);
  }

  /** The page is no feed: the first feed it names that can be read. */
  private Control.Preview followed(Source asked, Document page, Batch<Article> unread) {
    Map<String, String> candidates = new LinkedHashMap<>();
    discovery.discover(page).forEach(c -> candidates.putIfAbsent(c.url(), c.title()));
    List<Control.Alternative> all =
        candidates.entrySet().stream()
            .map(e -> new Control.Alternative(e.getKey(), e.getValue()))
            .toList();
    int tried = 0;
    for (Control.Alternative candidate : all) {
      if (tried++ == TRIED) {
        break;
      }
      Source source =
          Source.builder("preview", asked.name())
              .feed(URI.create(candidate.url()))
              .internal(asked.internal())
              .build();
      if (fetch(source) instanceof Fetch.Fetched fetched) {
        Batch<Article> batch = stages.read(fetched.document());
        if (!batch.items().isEmpty()) {
          return shown(source, batch, all.stream().filter(a -> !a.equals(candidate)).toList());
        }
      }
    }
    return new Control.Preview(
        Optional.empty(),
        all,
        List.of(),
        0,
        Optional.of(unread.rejections().get(0).reason()),
        unread.rejections().get(0).message());
  }

  private Control.Preview shown(
      Source asked, Batch<Article> batch, List<Control.Alternative> alternatives) {
    List<String> articles = new ArrayList<>();
    batch.items().stream().limit(SHOWN).forEach(a -> articles.add(json.write(a).utf8()));
    String message =
        batch.feed().format()
            + ", "
            + batch.received()
            + " items"
            + (batch.rejections().isEmpty()
                ? ""
                : ", " + batch.rejections().size() + " of them would be buried")
            + (batch.feed().repaired() ? ", malformed and mended" : "");
    return new Control.Preview(
        Optional.of(proposal(asked, batch)),
        alternatives,
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
    String id = slug(name).isEmpty() ? slug(host) : slug(name);
    Source.Builder builder =
        Source.builder(id.isEmpty() ? "feed" : id, name).internal(asked.internal());
    asked.feed().ifPresent(builder::feed);
    batch.items().stream()
        .flatMap(a -> a.language().stream())
        .findFirst()
        .ifPresent(builder::language);
    return builder.build();
  }

  static String slug(String name) {
    String plain =
        Normalizer.normalize(name, Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "")
            .toLowerCase(Locale.ROOT);
    String slug = plain.replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    return slug.length() > 40 ? slug.substring(0, 40).replaceAll("-[^-]*$", "") : slug;
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
