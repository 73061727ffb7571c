package news.dateline.app;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Work that is repeated for as long as the process runs, whatever happens to it. */
final class Timers {
  private static final Logger LOG = LoggerFactory.getLogger(Timers.class);

  private Timers() {}

  /**
   * Repeats a step until the timer is shut down. One that fails is logged and repeated.
   *
   * @param pause before the first time and after each
   */
  static void every(ScheduledExecutorService timer, Duration pause, Runnable step) {
    Runnable guarded =
        () -> {
          try {
            step.run();
          } catch (Throwable e) { // a timer that threw once is never called again
            LOG.error("a look failed and is repeated", e);
          }
        };
    // Cancelled with its timer.
    ScheduledFuture<?> unused =
        timer.scheduleWithFixedDelay(
            guarded, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
  }
}
