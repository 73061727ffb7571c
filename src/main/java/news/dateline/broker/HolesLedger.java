package news.dateline.broker;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import news.dateline.publish.SubscriptionGap;

/**
 * What was dropped of each subscription, and what its subscriber has not been told yet. Each step
 * is written to disk before it is done, so that the count is right whenever the process dies: an
 * intention that was not carried out is recognised by the messages that are still there. Drops that
 * follow each other before the subscriber is told are one hole. Thread-safe.
 */
final class HolesLedger {
  private final StateFile file;
  private final InstantSource clock;
  private final Map<String, Entry> entries = new HashMap<>();

  HolesLedger(Path file, InstantSource clock) {
    this.file = new StateFile(file);
    this.clock = clock;
    read();
  }

  /**
   * A hole of which the subscriber has not been told.
   *
   * @param number counts the holes of the subscription, from 1
   * @param lost what it lacks
   * @param since when the first of it was dropped
   * @param announced whether an event has told of it
   */
  record Hole(long number, Cut lost, Instant since, boolean announced) {
    private Hole asAnnounced() {
      return new Hole(number, lost, since, true);
    }

    /** As it is told. */
    SubscriptionGap gap(String queue, boolean desk) {
      return new SubscriptionGap(
          queue,
          desk ? Optional.of(queue) : Optional.empty(),
          number,
          lost.from(),
          lost.to(),
          lost.first(),
          lost.last(),
          lost.count(),
          since);
    }
  }

  /**
   * What is known of a subscription.
   *
   * @param dropped messages dropped since it was made
   * @param holes how many holes it has had
   * @param hole the one not told yet
   * @param intent a step that is under way, or was when the process died
   * @param told a hole the subscriber knows of, of which an event is still to be sent
   */
  record Entry(
      long dropped, long holes, Optional<Hole> hole, Optional<Cut> intent, Optional<Hole> told) {
    static final Entry NOTHING =
        new Entry(0, 0, Optional.empty(), Optional.empty(), Optional.empty());
  }

  synchronized Entry of(String queue) {
    return entries.getOrDefault(queue, Entry.NOTHING);
  }

  /** All of them by name. */
  synchronized Map<String, Entry> all() {
    return Map.copyOf(entries);
  }

  /** These messages are about to go. */
  synchronized void intend(String queue, Cut cut) {
    Entry e = of(queue);
    put(queue, new Entry(e.dropped, e.holes, e.hole, Optional.of(cut), e.told), true);
  }

  /** What was intended has not happened, and will not. */
  synchronized void discard(String queue) {
    Entry e = of(queue);
    put(queue, new Entry(e.dropped, e.holes, e.hole, Optional.empty(), e.told), true);
  }

  /** What was intended has happened. Does nothing without an intention. */
  synchronized void done(String queue) {
    Entry e = of(queue);
    if (e.intent.isEmpty()) {
      return;
    }
    Cut cut = e.intent.get();
    Hole hole =
        e.hole.isPresent()
            ? new Hole(
                e.hole.get().number,
                e.hole.get().lost.and(cut),
                e.hole.get().since,
                e.hole.get().announced)
            : new Hole(e.holes + 1, cut, clock.instant(), false);
    put(
        queue,
        new Entry(
            e.dropped + cut.count(), hole.number, Optional.of(hole), Optional.empty(), e.told),
        true);
  }

  /** The subscriber has taken the message that tells of so much of the hole. */
  synchronized void told(String queue, long number, long count) {
    Entry e = of(queue);
    if (e.hole.filter(h -> h.number == number && h.lost.count() == count).isPresent()) {
      put(queue, new Entry(e.dropped, e.holes, Optional.empty(), e.intent, e.hole), true);
    }
  }

  /**
   * Events have told of what was known when the entry was read.
   *
   * @param seen the entry as it was then; what came since is still to be told
   */
  synchronized void announced(String queue, Entry seen) {
    Entry e = of(queue);
    Optional<Hole> hole = e.hole.map(h -> isOf(h, seen.hole) ? h.asAnnounced() : h);
    Optional<Hole> told = e.told.filter(h -> !isOf(h, seen.told));
    told = told.map(h -> isOf(h, seen.hole) ? h.asAnnounced() : h);
    put(queue, new Entry(e.dropped, e.holes, hole, e.intent, told), true);
  }

  private static boolean isOf(Hole hole, Optional<Hole> other) {
    return other.filter(o -> o.number == hole.number).isPresent();
  }

  /** The subscription is no more. */
  synchronized void forget(String queue) {
    if (entries.remove(queue) != null) {
      write(true);
    }
  }

  private synchronized void put(String queue, Entry entry, boolean toDisk) {
    entries.put(queue, entry);
    write(toDisk);
  }

  private void write(boolean toDisk) {
    Map<String, String> values = new TreeMap<>();
    entries.forEach(
        (queue, e) -> {
          values.put("dropped." + queue, e.dropped + " " + e.holes);
          e.hole.ifPresent(h -> values.put("hole." + queue, text(h)));
          e.intent.ifPresent(c -> values.put("intent." + queue, c.text()));
          e.told.ifPresent(h -> values.put("told." + queue, text(h)));
        });
    file.write(values, toDisk);
  }

  private void read() {
    Map<String, String> values = file.read();
    values.forEach(
        (key, value) -> {
          if (key.startsWith("dropped.")) {
            String queue = key.substring("dropped.".length());
            String[] numbers = value.split(" ", 2);
            entries.put(
                queue,
                new Entry(
                    Long.parseLong(numbers[0]),
                    Long.parseLong(numbers[1]),
                    Optional.ofNullable(values.get("hole." + queue)).map(HolesLedger::hole),
                    Optional.ofNullable(values.get("intent." + queue)).map(Cut::parse),
                    Optional.ofNullable(values.get("told." + queue)).map(HolesLedger::hole)));
          }
        });
  }

  private static String text(Hole h) {
    return h.number + " " + h.since + " " + h.announced + " " + h.lost.text();
  }

  private static Hole hole(String text) {
    String[] parts = text.split(" ", 4);
    return new Hole(
        Long.parseLong(parts[0]),
        Cut.parse(parts[3]),
        Instant.parse(parts[1]),
        Boolean.parseBoolean(parts[2]));
  }
}
