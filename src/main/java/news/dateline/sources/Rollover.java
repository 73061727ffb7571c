package news.dateline.sources;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import news.dateline.model.Hole;
import news.dateline.model.SourceState;

/**
 * Whether a feed all of whose items are new has let others fall, and how many about. Where its
 * items are dated, their spacing tells: a hole is wider than the items beside it are apart. Where
 * they are not, a window that was full of news has rolled over; one of a single item only when it
 * did so at three visits in a row, for that is how a slow feed of one item looks too.
 */
public final class Rollover {
  /** Holes so close to each other are one thing to know. */
  static final Duration ONE_HOLE = Duration.ofHours(1);

  /** Dates closer than this are those of the document, not of its items. */
  private static final Duration SPREAD = Duration.ofMinutes(1);

  /** How much wider than the usual spacing a hole is. */
  private static final double WIDE = 1.5;

  private static final int VISITS_IN_A_ROW = 2;
  private static final int MOST = 100_000;

  private Rollover() {}

  /**
   * @param before the source's state before the document, of which nothing was known
   * @param dates of its items, as far as they have any
   * @param items in it
   */
  public static Optional<Hole> find(
      SourceState before, List<Instant> dates, int items, Instant now) {
    Memory memory = Memory.parse(before.rhythm());
    boolean news = memory.holeAt.isEmpty() || memory.holeAt.get().plus(ONE_HOLE).isBefore(now);
    List<Instant> sorted = dates.stream().sorted().toList();
    boolean dated =
        sorted.size() > 1
            && memory.newest.isPresent()
            && Duration.between(sorted.get(0), sorted.get(sorted.size() - 1)).compareTo(SPREAD) > 0;
    if (dated) {
      Instant from = memory.newest.get();
      Instant to = sorted.get(0);
      Duration span = Duration.between(to, sorted.get(sorted.size() - 1));
      double spacing = (double) span.toSeconds() / (sorted.size() - 1);
      double wide = Duration.between(from, to).toSeconds() / spacing;
      return wide < WIDE
          ? Optional.empty()
          : Optional.of(new Hole(from, to, bounded(wide - 1), news));
    }
    boolean always =
        before.visits().size() > VISITS_IN_A_ROW
            && before.visits().stream()
                .limit(VISITS_IN_A_ROW)
                .allMatch(v -> v.outcome().equals("new") && v.items() >= items);
    if (items == 1 && !always) {
      return Optional.empty();
    }
    Instant from = before.lastPoll().orElse(before.since());
    double hours = Duration.between(from, now).toSeconds() / 3600.0;
    double come = memory.rhythm.perHour((int) (now.getEpochSecond() / 3600 % 24)) * hours;
    return Optional.of(new Hole(from, now, bounded(come - items), news));
  }

  private static int bounded(double missed) {
    return (int) Math.max(1, Math.min(MOST, Math.round(missed)));
  }
}
