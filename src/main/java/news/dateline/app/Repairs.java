package news.dateline.app;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import news.dateline.broker.Promises;
import news.dateline.broker.Promises.Missing;
import news.dateline.model.Outgoing;
import news.dateline.publish.OutboxPublisher;
import news.dateline.store.Store;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * After each start of the broker, sends again what it had taken and lost: to the subscription that
 * misses it, from the archive, marked as a repair. What cannot be sent again is said: it is no
 * longer kept, or a newer version of the story has been given already. For one thread; the counts
 * are thread-safe.
 */
final class Repairs {
  private static final Logger LOG = LoggerFactory.getLogger(Repairs.class);

  /** So many at a time: each time all that left later is looked through. */
  private static final int CHUNK = 2_000;

  private final Promises promises;
  private final Store store;
  private final OutboxPublisher publisher;
  private final AtomicLong repaired = new AtomicLong();
  private final AtomicLong lost = new AtomicLong();

  /** What seemed missing at the first look after a start of the broker, by subscription. */
  private Map<String, Set<Long>> suspected = Map.of();

  private int suspectedAt = -1;

  Repairs(Promises promises, Store store, OutboxPublisher publisher, Counters counters) {
    this.promises = promises;
    this.store = store;
    this.publisher = publisher;
    counters.gauge(
        "dateline.articles.repaired",
        "Articles sent again to a subscription because the broker had lost them",
        repaired::get);
    counters.gauge(
        "dateline.articles.lost",
        "Articles the broker had lost that could not be sent again",
        lost::get);
  }

  /** Compares, when that is due and all batches from before are with the broker. */
  void look() {
    if (!promises.due() || !publisher.isConfirmed()) {
      return;
    }
    int start = promises.start();
    if (suspectedAt != start) {
      List<Missing> first = promises.compare();
      if (first.isEmpty()) {
        promises.done(start);
        return;
      }
      suspected =
          first.stream()
              .collect(Collectors.toMap(Missing::subscription, m -> Set.copyOf(m.sequences())));
      suspectedAt = start;
      return;
    }
    // A second time, a look later and while nothing is on its way: only what is missing then, too,
    // is missing; a subscriber that was leaving has given back what it had in hand.
    if (publisher.whilePaused(() -> promises.compare().forEach(m -> repair(still(m))))) {
      suspected = Map.of();
      promises.done(start);
    }
  }

  /** Of what is missing now, that which was missing before. */
  private Missing still(Missing now) {
    Set<Long> before = suspected.getOrDefault(now.subscription(), Set.of());
    return new Missing(
        now.subscription(),
        now.sequences().stream().filter(before::contains).toList(),
        now.certain());
  }

  /** Articles sent again since the start. */
  long repaired() {
    return repaired.get();
  }

  /** Articles that were lost for good since the start. */
  long lost() {
    return lost.get();
  }

  private void repair(Missing missing) {
    String name = missing.subscription();
    List<Long> all = missing.sequences();
    if (all.isEmpty()) {
      return;
    }
    if (!missing.certain()) {
      promises.giveUp(name, all);
      lost.addAndGet(all.size());
      LOG.error(
          "Subscription {}: after the machine went down without a stop, {} articles are neither"
              + " there nor known to have been given: numbers {}",
          name,
          all.size(),
          shown(all));
      return;
    }
    List<Long> gone = new ArrayList<>();
    List<Long> overtaken = new ArrayList<>();
    long sent = 0;
    Set<Long> missed = new HashSet<>(all);
    for (int from = 0; from < all.size(); from += CHUNK) {
      List<Long> chunk = all.subList(from, Math.min(all.size(), from + CHUNK));
      Map<Long, Outgoing> kept = store.sent(chunk);
      Set<String> uris =
          kept.values().stream().map(Outgoing::key).collect(Collectors.toUnmodifiableSet());
      List<Map<String, Object>> later = store.sentLater(chunk.get(0), uris);
      List<Outgoing> again = new ArrayList<>();
      for (long sequence : chunk) {
        Outgoing article = kept.get(sequence);
        if (article == null) {
          gone.add(sequence);
        } else if (isOvertaken(name, sequence, article, later, missed)) {
          overtaken.add(sequence);
        } else {
          again.add(article);
        }
      }
      if (!again.isEmpty()) {
        promises.sendAgain(name, again);
        sent += again.size();
      }
    }
    promises.giveUp(name, gone);
    promises.giveUp(name, overtaken);
    repaired.addAndGet(sent);
    lost.addAndGet(gone.size());
    LOG.warn(
        "Subscription {}: the broker had lost {} articles it had taken: {} are sent again, {} have"
            + " been overtaken by a newer version",
        name,
        all.size(),
        sent,
        overtaken.size());
    if (!gone.isEmpty()) {
      LOG.error(
          "Subscription {}: {} of them are no longer in the archive and are lost: numbers {}",
          name,
          gone.size(),
          shown(gone));
    }
  }

  /** A later version has been given to the subscription, or waits there. */
  private boolean isOvertaken(
      String name,
      long sequence,
      Outgoing article,
      List<Map<String, Object>> later,
      Set<Long> missed) {
    for (Map<String, Object> properties : later) {
      long other = (Long) properties.getOrDefault(Outgoing.SEQUENCE, 0L);
      if (other > sequence
          && article.key().equals(properties.get("uri"))
          && !missed.contains(other)
          && (promises.isPromised(name, other) || promises.wants(name, properties))) {
        return true;
      }
    }
    return false;
  }

  private static String shown(List<Long> sequences) {
    String first =
        sequences.stream().limit(20).map(String::valueOf).collect(Collectors.joining(" "));
    return sequences.size() > 20 ? first + " …" : first;
  }
}
