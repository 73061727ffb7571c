package news.dateline.app;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import news.dateline.app.health.Away;
import news.dateline.model.Reason;
import news.dateline.model.RetryableException;

/**
 * Questions of people to a part that may hang: asked on other threads, so that who waits for the
 * answer waits only so long, and not at all while the part is known to be away. Thread-safe.
 */
final class Bounded implements AutoCloseable {
  /** Questions that hang at a time; more are not asked. */
  private static final int MOST = 8;

  private final String part;
  private final Reason reason;
  private final Supplier<Optional<Away>> away;
  private final Duration patience;
  private final ExecutorService threads;

  /**
   * @param part what is asked: {@code store}
   * @param reason of the faults
   * @param away what is known of it
   * @param patience how long somebody waits at most
   */
  Bounded(String part, Reason reason, Supplier<Optional<Away>> away, Duration patience) {
    this.part = part;
    this.reason = reason;
    this.away = away;
    this.patience = patience;
    threads =
        new ThreadPoolExecutor(
            0,
            MOST,
            30,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            task -> {
              Thread thread = new Thread(task, "ask " + part);
              thread.setDaemon(true);
              return thread;
            });
  }

  /**
   * @throws RetryableException when the part is away, or does not answer in time
   */
  <T> T ask(Supplier<T> question) {
    Optional<Away> known = away.get();
    if (known.isPresent()) {
      throw fault("is away since " + known.get().since() + ": " + known.get().why());
    }
    Future<T> answer;
    try {
      answer = threads.submit(question::get);
    } catch (RejectedExecutionException e) {
      throw fault("has not answered others either");
    }
    try {
      return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw fault("has not answered for " + patience.toSeconds() + " s");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException own) {
        throw own;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw fault("was not waited for");
    }
  }

  private RetryableException fault(String what) {
    return new RetryableException(reason, "the " + part + " " + what);
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
