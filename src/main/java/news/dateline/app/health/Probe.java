package news.dateline.app.health;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks one question again and again on a thread of its own and remembers the last answer: whoever
 * wants to know never waits for a part that has gone away or hangs. Says once in the log that it
 * went, and that it is back. Thread-safe.
 *
 * @param <T> the answer
 */
public final class Probe<T> implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Probe.class);

  /** An answer that takes its time is asked for less often: at most a fifth of the time. */
  private static final int SPARED = 4;

  private final String name;
  private final Question<T> question;
  private final Timing timing;
  private final InstantSource clock;
  private final Thread thread;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition turn = lock.newCondition();

  // all guarded by the lock
  private Optional<T> value = Optional.empty();
  private Optional<Instant> asOf = Optional.empty();
  private Optional<Away> fault = Optional.empty();
  private Optional<Instant> asking = Optional.empty();
  private long askingNanos;
  private long lastTook;
  private long wanted;
  private long served;
  private boolean closed;

  /** A question to a part that may be away. */
  public interface Question<T> {
    /**
     * @throws Exception when there is no answer; its message says why in one line
     */
    T ask() throws Exception;
  }

  /**
   * How it is asked.
   *
   * @param pause from an answer to the next question
   * @param patience a part that has not answered for this long is away
   */
  public record Timing(Duration pause, Duration patience) {
    /** Every two seconds; away after three without an answer. */
    public static final Timing DEFAULT = new Timing(Duration.ofSeconds(2), Duration.ofSeconds(3));
  }

  /**
   * @param name what is asked, as the beginning of a sentence: {@code The store}
   */
  public Probe(String name, Question<T> question, Timing timing, InstantSource clock) {
    this.name = name;
    this.question = question;
    this.timing = timing;
    this.clock = clock;
    thread = new Thread(this::loop, "probe " + name);
    thread.setDaemon(true);
  }

  /** Begins to ask. */
  public Probe<T> start() {
    thread.start();
    return this;
  }

  /** The last answer; empty before the first. */
  public Optional<T> value() {
    lock.lock();
    try {
      return value;
    } finally {
      lock.unlock();
    }
  }

  /** When the last answer was asked for; empty before the first. */
  public Optional<Instant> asOf() {
    lock.lock();
    try {
      return asOf;
    } finally {
      lock.unlock();
    }
  }

  /** Since when and why there is no answer; empty while there is one. */
  public Optional<Away> away() {
    lock.lock();
    try {
      if (fault.isPresent() || asking.isEmpty()) {
        return fault;
      }
      long waited = System.nanoTime() - askingNanos;
      return waited < timing.patience().toNanos()
          ? Optional.empty()
          : Optional.of(new Away(asking.get(), "no answer for " + seconds(waited) + " s"));
    } finally {
      lock.unlock();
    }
  }

  /**
   * Asks now, and waits a moment for the answer: what {@link #value} says is then of this moment,
   * unless the part is away or slow.
   *
   * @param atMost never longer than this
   */
  public void refresh(Duration atMost) {
    lock.lock();
    try {
      if (closed || away().isPresent() || lastTook > atMost.toNanos()) {
        return;
      }
      long mine = ++wanted;
      turn.signalAll();
      long left = atMost.toNanos();
      while (served < mine && left > 0 && !closed) {
        left = turn.awaitNanos(left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
  }

  private void loop() {
    try {
      long ticket = next(Duration.ZERO);
      while (ticket >= 0) {
        ask(ticket);
        ticket = next(timing.pause());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // closed
    }
  }

  /** Waits for the next turn; negative: closed. */
  private long next(Duration pause) throws InterruptedException {
    lock.lock();
    try {
      long left = Math.max(pause.toNanos(), pause.isZero() ? 0 : SPARED * cost());
      while (!closed && wanted == served && left > 0) {
        left = turn.awaitNanos(left);
      }
      asking = Optional.of(clock.instant());
      askingNanos = System.nanoTime();
      return closed ? -1 : wanted;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Nanoseconds the last question cost the part; nothing if the part was away meanwhile, for one
   * that was frozen did no work, and may go again at any moment.
   */
  private long cost() {
    return fault.isPresent() || lastTook > timing.patience().toNanos() ? 0 : lastTook;
  }

  private void ask(long ticket) throws InterruptedException {
    @Nullable T answer = null;
    String why = "";
    try {
      answer = question.ask();
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception e) {
      why = line(e);
    }
    lock.lock();
    try {
      lastTook = System.nanoTime() - askingNanos;
      boolean wasAway = fault.isPresent();
      if (answer == null) {
        Instant since = fault.map(Away::since).or(() -> asking).orElseGet(clock::instant);
        fault = Optional.of(new Away(since, why));
      } else {
        value = Optional.of(answer);
        asOf = asking;
        fault = Optional.empty();
      }
      asking = Optional.empty();
      served = ticket;
      turn.signalAll();
      if (!closed && wasAway != fault.isPresent()) {
        tell(why);
      }
    } finally {
      lock.unlock();
    }
  }

  private void tell(String why) {
    if (why.isEmpty()) {
      LOG.info("{} answers again", name);
    } else {
      LOG.warn("{} is away: {}", name, why);
    }
  }

  private static String line(Exception e) {
    String message = e.getMessage() == null ? e.toString() : e.getMessage();
    return message.lines().findFirst().orElse(message);
  }

  private static long seconds(long nanos) {
    return TimeUnit.NANOSECONDS.toSeconds(nanos);
  }

  /** Asks no more; a question under way is interrupted and left alone. */
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      turn.signalAll();
    } finally {
      lock.unlock();
    }
    thread.interrupt();
  }
}
