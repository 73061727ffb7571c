package news.dateline.sources;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import news.dateline.model.Reason;
import news.dateline.model.Source;
import news.dateline.model.Visit;

/** Finds the time of the next poll and says why then. */
final class NextPoll {
  private static final double JITTER = 0.1;

  /**
   * What every WordPress writes into its feeds ({@code sy:updatePeriod} hourly, {@code
   * sy:updateFrequency} 1) and what the RSS 2.0 specification has as its example of {@code ttl}: of
   * 108 waits declared in captured feeds 75 say just that. It is taken for a wish only as long as
   * the source keeps to it itself.
   */
  private static final Duration CONSTANT_OF_SOFTWARE = Duration.ofHours(1);

  /** How far {@code skipHours} and {@code skipDays} may push a poll of a source without limit. */
  private static final Duration LONGEST_SKIP = Duration.ofDays(1);

  /** Sources that wake at the same hour are spread over so much of it. */
  private static final Duration WAKING = Duration.ofMinutes(10);

  private static final DateTimeFormatter WAKES =
      DateTimeFormatter.ofPattern("EEE HH:mm 'UTC'", Locale.ROOT);

  private final PollSettings settings;
  private final long seed;

  NextPoll(PollSettings settings, long seed) {
    this.settings = settings;
    this.seed = seed;
  }

  /** After a good answer. */
  void afterAnswer(StateDraft d, Source source, Visit visit, boolean paused, Instant now) {
    Memory m = d.memory;
    m.pressure = eased(m.pressure);
    if (source.feed().isEmpty()) {
      d.next(Optional.empty(), "delivers by itself");
      return;
    }
    if (paused) {
      d.next(Optional.empty(), "paused");
      return;
    }
    Wait wait =
        source.every().isPresent()
            ? new Wait(
                source.every().get(),
                "every " + Durations.format(source.every().get()) + " as configured",
                true)
            : byRhythm(source, m, visit, now);
    if (visit.retryAfter().isPresent()) {
      wait = wait.atLeast(capped(visit.retryAfter().get()), "the server asked for ");
    }
    // a fixed interval counts from visit to visit, so that slow answers do not stretch it
    Instant from = source.every().isPresent() ? visit.at() : now;
    Instant at = from.plus(wait.exact ? wait.time : jittered(source, wait, visit.at()));
    next(d, source, at.isAfter(now) ? at : now, wait.why, now);
  }

  /** Moves a poll past the hours and days at which the feed says it brings nothing. */
  private void next(StateDraft d, Source source, Instant at, String why, Instant now) {
    Skips skips = d.memory.skips;
    if (source.every().isPresent() || !skips.covers(at)) {
      d.next(Optional.of(at), why);
      return;
    }
    Instant latest = now.plus(source.atLeastEvery().orElse(LONGEST_SKIP));
    Instant later = skips.after(at, latest);
    if (later.isBefore(latest)) {
      later = later.plusMillis((long) (WAKING.toMillis() * unit(source, at)));
    }
    String until = WAKES.format(later.atOffset(ZoneOffset.UTC));
    d.next(Optional.of(later), "the feed says it brings nothing now; asked again " + until);
  }

  private Wait byRhythm(Source source, Memory m, Visit visit, Instant now) {
    Duration longest = source.atLeastEvery().orElse(settings.longest());
    Duration rhythm = m.rhythm.untilLately(settings.itemsPerPoll(), now, longest);
    Duration shortest = settings.shortest().compareTo(longest) < 0 ? settings.shortest() : longest;
    Wait wait =
        rhythm.compareTo(longest) >= 0
            ? new Wait(longest, "at least every " + Durations.format(longest), false)
            : new Wait(
                rhythm.compareTo(shortest) < 0 ? shortest : rhythm, rate(m.rhythm, now), false);
    if (m.ttl.isPresent() && means(m.ttl.get(), m.rhythm, now)) {
      wait = wait.atLeast(floor(source, m.ttl.get()), "the feed asks for ");
    }
    // RFC 9111, 4.3.4: what a 304 does not say stays as the body's answer had it
    Optional<Duration> fresh = visit.freshFor().or(() -> m.fresh);
    if (fresh.isPresent()) {
      wait = wait.atLeast(floor(source, fresh.get()), "its answer is fresh for ");
    }
    return wait.atLeast(floor(source, m.pressure), "it was throttled and is asked gently, every ");
  }

  private static boolean means(Duration ttl, Rhythm rhythm, Instant now) {
    return !ttl.equals(CONSTANT_OF_SOFTWARE) || rhythm.until(1, now, ttl).compareTo(ttl) >= 0;
  }

  private static String rate(Rhythm rhythm, Instant now) {
    if (rhythm.watchedHours() < 1) {
      return "getting to know its rhythm";
    }
    double perHour = rhythm.perHour(now.atOffset(ZoneOffset.UTC).getHour());
    if (perHour >= 0.95) {
      long items = Math.round(perHour);
      return items + (items == 1 ? " item" : " items") + " an hour at this time of day";
    }
    return "an item every "
        + Durations.words(Duration.ofSeconds((long) (3600 / perHour)))
        + " at this time of day";
  }

  /** After a failure; asks on with growing waits, but for a source that is gone. */
  void afterFailure(
      StateDraft d, Source source, Visit visit, Reason reason, boolean paused, Instant now) {
    if (source.feed().isEmpty()) {
      d.next(Optional.empty(), "delivers by itself");
      return;
    }
    Backoff backoff = Backoff.of(reason);
    if (paused || backoff == Backoff.GONE) {
      d.next(Optional.empty(), paused ? "paused" : "gone for good, says the server");
      return;
    }
    Duration usual = source.every().orElse(settings.longest());
    Wait wait =
        new Wait(
            backoff.after(d.failures, usual), ordinal(d.failures) + " failure in a row", false);
    if (backoff == Backoff.THROTTLED) {
      d.memory.pressure = pressed(d, visit);
      if (visit.retryAfter().isEmpty()) {
        wait = wait.atLeast(d.memory.pressure, "it was throttled and is asked gently, after ");
      }
    }
    if (visit.retryAfter().isPresent()) {
      Duration asked = capped(visit.retryAfter().get());
      wait =
          backoff == Backoff.THROTTLED
              ? new Wait(settings.shortest(), wait.why, true)
                  .atLeast(asked, "the server asked for ")
              : wait.atLeast(asked, "the server asked for ");
    }
    next(d, source, now.plus(jittered(source, wait, visit.at())), wait.why, now);
  }

  /** Not before a moment, and not at the very moment its neighbours come back either. */
  Instant notBefore(Source source, Instant until, Instant now) {
    Instant earliest = until.isAfter(now) ? until : now;
    Duration away = Duration.between(now, earliest);
    return earliest.plusMillis((long) (away.toMillis() * JITTER * unit(source, earliest)));
  }

  /** Twice the wait that was too short. */
  private Duration pressed(StateDraft d, Visit visit) {
    Duration was =
        d.lastPoll
            .map(last -> Duration.between(last, visit.at()))
            .filter(w -> w.compareTo(settings.shortest()) > 0)
            .orElse(settings.shortest());
    Duration twice = was.multipliedBy(2);
    Duration most = settings.longestFloor();
    Duration more = twice.compareTo(d.memory.pressure) > 0 ? twice : d.memory.pressure;
    return more.compareTo(most) > 0 ? most : more;
  }

  private Duration eased(Duration pressure) {
    Duration less = pressure.multipliedBy(9).dividedBy(10);
    return less.compareTo(settings.shortest()) < 0 ? Duration.ZERO : less;
  }

  private Duration capped(Duration retryAfter) {
    return retryAfter.compareTo(settings.longestRetryAfter()) > 0
        ? settings.longestRetryAfter()
        : retryAfter;
  }

  private Duration floor(Source source, Duration asked) {
    Duration most = source.atLeastEvery().orElse(settings.longestFloor());
    return asked.compareTo(most) > 0 ? most : asked;
  }

  private Duration jittered(Source source, Wait wait, Instant at) {
    double unit = unit(source, at);
    // what was asked for is never undercut
    double factor = wait.exact ? 1 + JITTER * unit : 1 + JITTER * (2 * unit - 1);
    return Duration.ofMillis((long) (wait.time.toMillis() * factor));
  }

  /** From 0 to 1, the same for the same seed, source and moment. */
  private double unit(Source source, Instant at) {
    long x = seed ^ ((long) source.id().hashCode() << 32) ^ at.toEpochMilli();
    // the finaliser of SplitMix64
    x = (x ^ (x >>> 30)) * 0xbf58476d1ce4e5b9L;
    x = (x ^ (x >>> 27)) * 0x94d049bb133111ebL;
    x ^= x >>> 31;
    return (x >>> 11) * 0x1.0p-53;
  }

  static String ordinal(int n) {
    int tens = n % 100;
    String end =
        tens >= 11 && tens <= 13
            ? "th"
            : switch (n % 10) {
              case 1 -> "st";
              case 2 -> "nd";
              case 3 -> "rd";
              default -> "th";
            };
    return n + end;
  }

  /**
   * A wait and its cause.
   *
   * @param exact somebody asked for it: it is not shortened
   */
  private record Wait(Duration time, String why, boolean exact) {
    Wait atLeast(Duration floor, String cause) {
      return floor.compareTo(time) > 0
          ? new Wait(floor, cause + Durations.words(floor), true)
          : this;
    }
  }
}
