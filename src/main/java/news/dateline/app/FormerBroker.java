package news.dateline.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import news.dateline.broker.WaitingArticles;
import news.dateline.dedupe.SeenItems;
import news.dateline.model.Outgoing;
import news.dateline.model.PubStatus;
import news.dateline.model.Reason;
import news.dateline.model.RejectedException;
import news.dateline.store.Store;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A broker that was used before beside a database that is new: somebody lost or moved the database.
 * Started as if nothing were amiss, everything the sources still offer would be published again and
 * nobody would know what is missing. So it does not start without being told to.
 */
final class FormerBroker {
  private static final Logger LOG = LoggerFactory.getLogger(FormerBroker.class);

  /** Lies in the data folder from the moment a new database is made until it holds everything. */
  private static final String UNDER_WAY = "rebuilding";

  private FormerBroker() {}

  /**
   * True when the database that lies beside the embedded broker is new. PostgreSQL lies elsewhere
   * and is not looked at.
   */
  static boolean hasLostItsDatabase(Path data, Settings settings) {
    if (settings.brokerUrl().isPresent() || !settings.storeUrl().isEmpty()) {
      return false;
    }
    Path database = data.resolve("dateline.db");
    try {
      boolean fresh = !Files.exists(database) || Files.size(database) == 0;
      return Files.exists(data.resolve(UNDER_WAY))
          || (fresh && holdsFiles(data.resolve("broker/bindings")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * @throws RejectedException {@code CONFIG_INVALID}, one line that says what to do, unless the
   *     settings say to begin with a new database
   */
  static void refuse(Path data, Settings settings) {
    if (!settings.storeRebuild() && !Files.exists(data.resolve(UNDER_WAY))) {
      throw new RejectedException(
          Reason.CONFIG_INVALID,
          "the database "
              + data.resolve("dateline.db")
              + " is missing or empty, but the broker beside it was used before: put the database"
              + " back, or start once with --set dateline.store.rebuild=true to make it anew from"
              + " what waits in the broker (what sources still offer and nobody's subscription"
              + " holds is then published again, articles under embargo are gone)");
    }
    LOG.warn(
        "The database is made anew from what waits in the broker's subscriptions: what sources"
            + " still offer and no subscription holds is published again, and articles that waited"
            + " for the end of an embargo are gone");
  }

  /** A new database is about to be made: should the process die, the next start goes on. */
  static void begins(Path data) {
    try {
      Files.write(data.resolve(UNDER_WAY), new byte[0]);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Numbers never come twice, whatever the former database had given. */
  static void numberAnew(Store store, InstantSource clock) {
    store.numberFrom(clock.millis());
  }

  /**
   * Takes over the articles that wait for somebody: they count as published, and lie in the archive
   * as before.
   */
  static void takeOver(Path data, WaitingArticles waiting, Store store) {
    Set<Long> all = new HashSet<>();
    Set<String> stories = new HashSet<>();
    waiting.forEach(
        articles -> {
          store.adopt(articles, articles.stream().map(FormerBroker::seen).toList());
          articles.forEach(
              a -> {
                all.add((Long) a.properties().get(Outgoing.SEQUENCE));
                stories.add(a.key());
              });
        });
    LOG.info(
        "{} articles of {} stories are taken over from the broker", all.size(), stories.size());
    try {
      Files.delete(data.resolve(UNDER_WAY));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SeenItems.Seen seen(Outgoing article) {
    Map<String, Object> properties = article.properties();
    return SeenItems.Seen.adopted(
        article.key(),
        String.valueOf(properties.getOrDefault("source", "")),
        String.valueOf(properties.getOrDefault("publisher", "")),
        article.version(),
        PubStatus.CANCELED.code().equals(properties.get("pubStatus")));
  }

  private static boolean holdsFiles(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.anyMatch(f -> f.toString().endsWith(".bindings"));
    }
  }
}
