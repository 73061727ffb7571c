package news.dateline.broker;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts the broker again when it has stopped by itself, as Artemis does when its journal cannot be
 * written: at once when there is room on the disk, then ever more rarely up to once a minute.
 * Thread-safe.
 */
final class BrokerKeeper implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(BrokerKeeper.class);

  private static final Duration EVERY = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofMinutes(1);

  /** Starts it again, or says in one line why not. */
  interface Start {
    void again() throws IOException;
  }

  /**
   * It does not run.
   *
   * @param since when that was seen
   * @param why one line; empty string when the broker did not say
   */
  record Down(Instant since, String why) {}

  private final BooleanSupplier runs;
  private final BooleanSupplier room;
  private final Start start;
  private final InstantSource clock;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "broker-keeper");
            thread.setDaemon(true);
            return thread;
          });

  private volatile @Nullable Down down;
  private volatile String why = "";
  private final AtomicInteger restarts = new AtomicInteger();
  private Instant notBefore = Instant.MIN;
  private Duration pause = EVERY;

  /**
   * @param room false while a start would only fail again
   */
  BrokerKeeper(BooleanSupplier runs, BooleanSupplier room, Start start, InstantSource clock) {
    this.runs = runs;
    this.room = room;
    this.start = start;
    this.clock = clock;
  }

  /** Looks every second from now on. */
  void begin() {
    // Cancelled with its executor.
    ScheduledFuture<?> unused =
        timer.scheduleWithFixedDelay(
            this::tick, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Whatever happens, it is looked at again: a timer that threw once is never called again. */
  private void tick() {
    try {
      look();
    } catch (Throwable e) {
      LOG.warn("Looking after the broker stumbled and goes on: {}", e.toString());
    }
  }

  /** The broker says why it is about to stop. */
  void hears(String reason) {
    why = reason;
  }

  /** Empty while it runs. */
  Optional<Down> down() {
    return Optional.ofNullable(down);
  }

  /** How often it was started again. */
  int restarts() {
    return restarts.get();
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }

  private void look() {
    if (runs.getAsBoolean()) {
      return;
    }
    Instant now = clock.instant();
    Down fault = down;
    if (fault == null) {
      fault = new Down(now, why);
      down = fault;
      LOG.error("The broker has stopped by itself and will be started again: {}", fault.why());
    }
    // further away than that: the clock was set back
    boolean early = now.isBefore(notBefore) && !notBefore.isAfter(now.plus(LONGEST));
    if (early || !room.getAsBoolean()) {
      return;
    }
    try {
      start.again();
      restarts.incrementAndGet();
      down = null;
      why = "";
      pause = EVERY;
      notBefore = Instant.MIN;
      LOG.info(
          "The broker runs again after {} s",
          Duration.between(fault.since(), clock.instant()).toSeconds());
    } catch (IOException | RuntimeException e) {
      notBefore = now.plus(pause);
      pause = pause.multipliedBy(2).compareTo(LONGEST) < 0 ? pause.multipliedBy(2) : LONGEST;
      String line = String.valueOf(e.getMessage());
      if (!line.equals(fault.why())) {
        LOG.warn("The broker could not be started again yet: {}", line);
      }
      down = new Down(fault.since(), line);
    }
  }
}
