package news.dateline.app.health;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices when somebody sets the clock: compares it with one that only counts. Whatever waits for a
 * moment must be told, or it waits too long. Looked at by one thread, asked by any.
 */
public final class ClockWatch {
  private static final Logger LOG = LoggerFactory.getLogger(ClockWatch.class);

  /** Less is drift, or the two clocks being read one after the other on a busy machine. */
  private static final Duration LEAST = Duration.ofSeconds(5);

  private final InstantSource clock;
  private final LongSupplier nanos;
  private final Consumer<Duration> setBack;
  private Instant lastTime;
  private long lastNanos;
  private volatile Optional<Jump> last = Optional.empty();

  /**
   * The clock was set.
   *
   * @param at what it said afterwards
   * @param by positive: forward
   * @param nanos what the other clock said
   */
  record Jump(Instant at, Duration by, long nanos) {
    boolean back() {
      return by.isNegative();
    }

    /** One sentence, what it means included. */
    String sentence() {
      // to the nearest second: two clocks are never read at the same instant
      Duration much = by.abs().plusMillis(500);
      String size = much.toHours() > 0 ? much.toHours() + " h " : "";
      size += much.toMinutesPart() > 0 ? much.toMinutesPart() + " min " : "";
      size += much.toSecondsPart() + " s";
      return back()
          ? "The clock was set back by "
              + size
              + ": polls are asked after the time they were to wait, embargoes hold until the clock"
              + " says their time"
          : "The clock went forward by "
              + size
              + " (set, or this machine slept): what was due since is asked now, and embargoes"
              + " that ended since have been lifted; if the clock is wrong now, they left early";
    }
  }

  /**
   * @param nanos counts nanoseconds and cannot be set: {@code System::nanoTime}
   * @param setBack hears by how much, positive, when the clock was set back
   */
  public ClockWatch(InstantSource clock, LongSupplier nanos, Consumer<Duration> setBack) {
    this.clock = clock;
    this.nanos = nanos;
    this.setBack = setBack;
    lastTime = clock.instant();
    lastNanos = nanos.getAsLong();
  }

  /** Compares the clocks; to be called every second or so. */
  public void look() {
    Instant time = clock.instant();
    long now = nanos.getAsLong();
    Duration by = Duration.between(lastTime, time).minusNanos(now - lastNanos);
    lastTime = time;
    lastNanos = now;
    if (by.abs().compareTo(LEAST) < 0) {
      return;
    }
    Jump jump = new Jump(time, by, now);
    last = Optional.of(jump);
    LOG.warn("{}", jump.sentence());
    if (jump.back()) {
      setBack.accept(by.negated());
    }
  }

  /** The last jump, when it is not longer ago than this. */
  Optional<Jump> within(Duration time) {
    return last.filter(j -> nanos.getAsLong() - j.nanos() <= time.toNanos());
  }

  /** One sentence about a jump of the last hour; empty without one. */
  public Optional<String> lately() {
    return within(Duration.ofHours(1)).map(Jump::sentence);
  }
}
