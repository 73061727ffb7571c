package news.dateline.sources;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import news.dateline.model.Reason;
import news.dateline.model.Source;
import news.dateline.model.SourceState.Health;
import news.dateline.model.Visit;
import news.dateline.sources.StateDraft.Judged;

/** Finds the one word for how a source is doing. */
final class HealthJudge {
  private static final Duration VERY_OLD = Duration.ofDays(365);
  private static final Duration OLD_AT_LEAST = Duration.ofDays(7);
  private static final int OLD_GAPS = 50;

  private final PollSettings settings;

  HealthJudge(PollSettings settings) {
    this.settings = settings;
  }

  /**
   * A source that answers as it should.
   *
   * @param broughtNews this very visit found something new
   */
  Judged answering(
      Source source, Memory memory, Optional<Instant> lastItem, boolean broughtNews, Instant now) {
    if (source.sample()) {
      return Judged.well(Health.OK, "sample material, which nobody adds to");
    }
    if (!broughtNews) {
      Optional<Judged> old = stale(memory, now).or(() -> silent(source, memory, lastItem, now));
      if (old.isPresent()) {
        return old.get();
      }
    }
    if (memory.moves > 0) {
      return Judged.well(Health.MOVED, "answers from " + memory.movedTo);
    }
    if (memory.repaired) {
      return Judged.well(Health.REPAIRED, "its documents are malformed and are mended on arrival");
    }
    if (memory.holeAt.isPresent() && memory.holeAt.get().plus(Rollover.ONE_HOLE).isAfter(now)) {
      return Judged.well(Health.OK, holed(memory));
    }
    Optional<Instant> last = lastItem.or(() -> memory.firstAnswer);
    Duration without = last.map(l -> Duration.between(l, now)).orElse(Duration.ZERO);
    return without.compareTo(settings.quietAfter()) >= 0
        ? Judged.well(Health.QUIET, "no new item for " + Durations.words(without))
        : Judged.well(Health.OK, "");
  }

  /** What its state says after items fell out of it unread. */
  static String holed(Memory memory) {
    return "about " + memory.holed + " items fell out of it before they were read";
  }

  /** A source that failed for the reason given. */
  Judged failing(
      Source source,
      Memory memory,
      Optional<Instant> lastItem,
      Reason reason,
      String detail,
      Instant now) {
    String words = detail.isEmpty() ? reason.sentence() : detail;
    Health health =
        switch (Backoff.of(reason)) {
          case THROTTLED -> Health.THROTTLED;
          case REFUSED -> Health.BLOCKED;
          case GONE -> Health.GONE;
          case NOT_A_FEED -> Health.NOT_A_FEED;
          case CLIENT -> reason == Reason.UNAUTHORIZED ? Health.BLOCKED : Health.FAILING;
          case NETWORK, SERVER, DOCUMENT, NOT_FOUND, OURS -> Health.FAILING;
        };
    if (health == Health.FAILING || health == Health.THROTTLED) {
      Optional<Judged> silent = silent(source, memory, lastItem, now);
      if (silent.isPresent()) {
        return new Judged(Health.SILENT, Optional.of(reason), silent.get().detail() + "; " + words);
      }
    }
    return new Judged(health, Optional.of(reason), words);
  }

  private static Optional<Judged> stale(Memory memory, Instant now) {
    if (memory.newest.isEmpty()) {
      return Optional.empty();
    }
    Instant newest = memory.newest.get();
    Duration limit = VERY_OLD;
    if (!memory.gap.isZero()) {
      Duration gaps = memory.gap.multipliedBy(OLD_GAPS);
      Duration own = gaps.compareTo(OLD_AT_LEAST) < 0 ? OLD_AT_LEAST : gaps;
      limit = own.compareTo(limit) < 0 ? own : limit;
    }
    return Duration.between(newest, now).compareTo(limit) > 0
        ? Optional.of(
            Judged.well(
                Health.STALE,
                "answers, but its newest item is of "
                    + newest.atZone(ZoneOffset.UTC).toLocalDate()))
        : Optional.empty();
  }

  private static Optional<Judged> silent(
      Source source, Memory memory, Optional<Instant> lastItem, Instant now) {
    Optional<Instant> last = lastItem.or(() -> memory.firstAnswer);
    Optional<Instant> limit =
        source.silentAfter().isPresent()
            ? last.map(l -> l.plus(source.silentAfter().get()))
            : memory.silentAt;
    if (last.isEmpty() || limit.isEmpty() || now.isBefore(limit.get())) {
      return Optional.empty();
    }
    String wont =
        source
            .silentAfter()
            .map(d -> "it should bring one every " + Durations.format(d))
            .orElse("longer than its rhythm explains");
    return Optional.of(
        Judged.well(
            Health.SILENT,
            "no new item for " + Durations.words(Duration.between(last.get(), now)) + ", " + wont));
  }

  /** Counts agreeing answers by permanent redirect. */
  static void noteMove(Memory memory, Visit visit) {
    if (visit.movedTo().isEmpty()) {
      // a delivery says nothing about the address
      if (visit.status().isPresent()) {
        memory.moves = 0;
        memory.movedTo = "";
        memory.movedSince = Optional.empty();
      }
      return;
    }
    String target = visit.movedTo().get().toASCIIString();
    if (!target.equals(memory.movedTo)) {
      memory.moves = 0;
      memory.movedTo = target;
      memory.movedSince = Optional.of(visit.at());
    }
    memory.moves++;
  }
}
