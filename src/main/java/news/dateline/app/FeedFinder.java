package news.dateline.app;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import news.dateline.model.Article;
import news.dateline.model.Batch;
import news.dateline.model.Document;
import news.dateline.model.Fetch;
import news.dateline.model.Reason;
import news.dateline.model.Source;
import news.dateline.parse.FeedDiscovery;
import news.dateline.parse.FeedDiscovery.Candidate;
import news.dateline.parse.FeedDiscovery.Sign;
import news.dateline.sources.FeedAddress;

/**
 * Tries the feeds there may be behind an address, likeliest first, until one can be read: a bounded
 * number of requests, each at its host's pace, and none more to guess once a host refuses. Lives
 * for one search.
 */
final class FeedFinder {
  /** Requests of one search. */
  private static final int MOST = 16;

  /** Requests for feeds an address alone suggests, before its page is asked. */
  private static final int BY_ADDRESS = 3;

  private static final int SITEMAPS = 3;

  private final Function<Source, Fetch> fetcher;
  private final Stages stages;
  private final FeedDiscovery discovery = new FeedDiscovery();
  private final Set<String> tried = new LinkedHashSet<>();
  private final List<Candidate> candidates = new ArrayList<>();
  private boolean refused;

  /**
   * @param fetcher waits for its turn where that is near
   */
  FeedFinder(Function<Source, Fetch> fetcher, Stages stages) {
    this.fetcher = fetcher;
    this.stages = stages;
  }

  /**
   * A feed that can be read.
   *
   * @param source as asked, under the feed's address
   * @param alternatives other candidates somebody has named, not those guessed
   */
  record Found(
      Source source,
      Document document,
      Batch<Article> batch,
      List<Control.Alternative> alternatives) {}

  /** The feed that the address alone gives away. */
  Optional<Found> byAddress(Source asked) {
    List<Candidate> known = asked.feed().map(discovery::ofAddress).orElse(List.of());
    candidates.addAll(known);
    return firstOf(asked, known.subList(0, Math.min(BY_ADDRESS, known.size())));
  }

  /** The feed behind a page: named, guessed, or the news sitemap of its robots.txt. */
  Optional<Found> behind(Source asked, Document page) {
    List<Candidate> found = discovery.discover(page);
    candidates.addAll(found);
    Optional<Found> first = firstOf(asked, found);
    return first.isPresent() || refused ? first : newsSitemap(asked, page);
  }

  /** What somebody has named, for people to choose from when nothing could be read. */
  List<Control.Alternative> named() {
    return candidates.stream()
        .filter(c -> c.sign() != Sign.GUESSED)
        .map(c -> new Control.Alternative(c.url(), c.title()))
        .distinct()
        .toList();
  }

  private Optional<Found> firstOf(Source asked, List<Candidate> list) {
    for (Candidate candidate : list) {
      if (candidate.sign() == Sign.GUESSED && refused) {
        continue;
      }
      Optional<Found> found = tryIt(asked, candidate.url());
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private Optional<Found> tryIt(Source asked, String url) {
    Optional<Document> document = get(asked, url);
    if (document.isEmpty()) {
      return Optional.empty();
    }
    Batch<Article> batch = stages.read(document.get());
    if (batch.items().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Found(
            document.get().source(),
            document.get(),
            batch,
            named().stream().filter(a -> !a.url().equals(url)).toList()));
  }

  private Optional<Document> get(Source asked, String url) {
    Optional<URI> uri = FeedAddress.of(url).uri();
    if (uri.isEmpty() || tried.size() >= MOST || !tried.add(url)) {
      return Optional.empty();
    }
    Fetch fetch =
        fetcher.apply(
            Source.builder(asked.id(), asked.name())
                .feed(uri.get())
                .internal(asked.internal())
                .build());
    if (fetch instanceof Fetch.Fetched fetched) {
      return Optional.of(fetched.document());
    }
    Optional<Reason> reason = fetch.visit().reason();
    refused |=
        fetch instanceof Fetch.Deferred
            || reason.filter(r -> r == Reason.THROTTLED || r == Reason.BLOCKED).isPresent();
    return Optional.empty();
  }

  private Optional<Found> newsSitemap(Source asked, Document page) {
    Optional<URI> location = FeedAddress.of(page.location()).uri();
    if (location.isEmpty()) {
      return Optional.empty();
    }
    Optional<Document> robots = get(asked, location.get().resolve("/robots.txt").toString());
    List<String> sitemaps = robots.map(r -> discovery.sitemaps(r.bytes().utf8())).orElse(List.of());
    for (String url : sitemaps.subList(0, Math.min(SITEMAPS, sitemaps.size()))) {
      Optional<Document> sitemap = get(asked, url);
      if (sitemap.isEmpty()) {
        continue;
      }
      Batch<Article> batch = stages.read(sitemap.get());
      if (!batch.items().isEmpty()) {
        return Optional.of(new Found(sitemap.get().source(), sitemap.get(), batch, named()));
      }
      for (String inner : discovery.indexed(sitemap.get())) {
        if (inner.contains("news")) {
          Optional<Found> found = tryIt(asked, inner);
          if (found.isPresent()) {
            return found;
          }
        }
      }
    }
    return Optional.empty();
  }
}
