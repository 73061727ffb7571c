package news.dateline.fetch;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.jspecify.annotations.Nullable;

/**
 * Ends visits that take too long as a whole. Socket timeouts only measure silence: a server that
 * drips a byte every half second never trips them.
 */
final class Deadlines implements AutoCloseable {
  private final ScheduledThreadPoolExecutor timer;

  Deadlines() {
    timer =
        new ScheduledThreadPoolExecutor(
            1,
            task -> {
              Thread thread = new Thread(task, "fetch-deadlines");
              thread.setDaemon(true);
              return thread;
            });
    timer.setRemoveOnCancelPolicy(true);
  }

  /** Starts the clock of one visit; closing the deadline stops it. */
  Deadline start(Duration total) {
    Deadline deadline = new Deadline();
    deadline.alarm = timer.schedule(deadline::expire, total.toMillis(), TimeUnit.MILLISECONDS);
    return deadline;
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }

  /** The clock of one visit, whose requests follow each other. */
  static final class Deadline implements AutoCloseable {
    private @Nullable Future<?> alarm;
    private @Nullable HttpUriRequestBase request;
    private boolean expired;

    /** The request to cancel when time is up: at once if it is up already. */
    synchronized void watch(HttpUriRequestBase next) {
      request = next;
      if (expired) {
        next.cancel();
      }
    }

    synchronized boolean expired() {
      return expired;
    }

    private synchronized void expire() {
      expired = true;
      if (request != null) {
        request.cancel();
      }
    }

    @Override
    public synchronized void close() {
      request = null;
      if (alarm != null) {
        alarm.cancel(false);
      }
    }
  }
}
