package news.dateline.publish;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import news.dateline.model.Outgoing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Empties the outbox into the broker, in order, one broker transaction a batch. Whatever fails is
 * sent again as it was: the broker knows by the batch's id whether it has it already. While the
 * broker is away nothing is lost and the log stays quiet. Thread-safe; one caller works, others
 * return at once.
 */
public final class OutboxPublisher {
  private static final Logger LOG = LoggerFactory.getLogger(OutboxPublisher.class);

  private final Outbox outbox;
  private final Outlet outlet;
  private final Valve valve;
  private final InstantSource clock;
  private final PublisherSettings settings;
  private final ReentrantLock working = new ReentrantLock();
  private final AtomicLong sent = new AtomicLong();
  private final AtomicLong articles = new AtomicLong();

  /** True at the start and after any fault: batches may lie there written but unconfirmed. */
  private boolean resend = true;

  private Instant notBefore = Instant.MIN;
  private Duration retry;
  private volatile boolean up = true;
  private volatile Optional<Valve.Shut> shut = Optional.empty();

  /**
   * @param valve asked before each batch
   */
  public OutboxPublisher(
      Outbox outbox, Outlet outlet, Valve valve, InstantSource clock, PublisherSettings settings) {
    this.outbox = outbox;
    this.outlet = outlet;
    this.valve = valve;
    this.clock = clock;
    this.settings = settings;
    this.retry = settings.firstRetry();
  }

  /**
   * Sends all that may leave now and returns; does nothing while the wait after a fault lasts or
   * another thread is at it. Never throws for a fault of broker or store.
   *
   * @return how many messages the broker took
   */
  public int publishOnce() {
    if (!working.tryLock()) {
      return 0;
    }
    try {
      return clock.instant().isBefore(notBefore) ? 0 : publishAll();
    } finally {
      working.unlock();
    }
  }

  /**
   * Waits for new rows, at most {@link PublisherSettings#pause()}, then does {@link
   * #publishOnce()}: the body of a loop.
   */
  public int publish() throws InterruptedException {
    outbox.await(settings.pause());
    return publishOnce();
  }

  /** False from a fault until the next batch has gone out. */
  public boolean isUp() {
    return up;
  }

  /** What publishing waits for now, beside a broker that is away; empty while articles leave. */
  public Optional<Valve.Shut> waitsFor() {
    return shut;
  }

  /** Messages the broker took since the start. */
  public long sent() {
    return sent.get();
  }

  /** Articles among them. */
  public long articles() {
    return articles.get();
  }

  private int publishAll() {
    int count = 0;
    try {
      if (isShut()) {
        return 0;
      }
      if (resend) {
        for (OutboxBatch batch : outbox.unconfirmed()) {
          count += send(batch);
        }
        resend = false;
      }
      while (!isShut()) {
        Optional<OutboxBatch> next = outbox.next(clock.instant(), settings.batch());
        if (next.isEmpty()) {
          break;
        }
        count += send(next.get());
      }
      recovered();
    } catch (RuntimeException e) {
      failed(e);
    }
    return count;
  }

  private boolean isShut() {
    Optional<Valve.Shut> now = valve.look();
    if (now.isPresent() && shut.isEmpty()) {
      LOG.warn("Publishing waits: {}", now.get().why());
    } else if (now.isEmpty() && shut.isPresent()) {
      LOG.info("Publishing goes on");
    }
    shut = now;
    return now.isPresent();
  }

  private int send(OutboxBatch batch) {
    outlet.send(batch);
    outbox.confirm(batch.id());
    recovered();
    sent.addAndGet(batch.messages().size());
    articles.addAndGet(
        batch.messages().stream().filter(m -> m.address().equals(Outgoing.ARTICLES)).count());
    return batch.messages().size();
  }

  private void failed(RuntimeException fault) {
    resend = true;
    notBefore = clock.instant().plus(retry);
    retry = retry.multipliedBy(2);
    if (retry.compareTo(settings.longestRetry()) > 0) {
      retry = settings.longestRetry();
    }
    if (up) {
      up = false;
      LOG.warn("Publishing stopped, articles wait in the outbox: {}", fault.toString());
    }
  }

  private void recovered() {
    retry = settings.firstRetry();
    if (!up) {
      up = true;
      LOG.info("Publishing goes on");
    }
  }
}
