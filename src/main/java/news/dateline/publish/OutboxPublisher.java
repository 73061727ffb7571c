package news.dateline.publish;

import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.dateline.model.Outgoing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Empties the outbox into the broker, in order, one broker transaction a batch. Whatever fails is
 * sent again as it was: the broker knows by the batch's id whether it has it already. While an
 * address takes nothing the others go on; while the broker is away nothing is lost and the log
 * stays quiet. Thread-safe; one caller works, others return at once.
 */
public final class OutboxPublisher {
  /** What {@link Stuck#address()} says when it is the outbox itself that cannot be read. */
  public static final String OUTBOX = "outbox";

  private static final Logger LOG = LoggerFactory.getLogger(OutboxPublisher.class);

  private final Outbox outbox;
  private final Outlet outlet;
  private final Valve valve;
  private final InstantSource clock;
  private final PublisherSettings settings;
  private final ReentrantLock working = new ReentrantLock();
  private final AtomicLong sent = new AtomicLong();
  private final AtomicLong articles = new AtomicLong();

  private final Map<String, Lane> lanes = new ConcurrentHashMap<>();

  /** Faults of the outbox itself. */
  private final Lane reading;

  /** Lanes with batches that lie there written but unconfirmed. */
  private final Set<String> unfinished = new HashSet<>();

  /** True at the start and after a fault of the outbox: so may every lane. */
  private volatile boolean resend = true;

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
    this.reading = new Lane(OUTBOX, settings);
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
      return reading.waits(clock.instant()) ? 0 : publishAll();
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

  /** False while an address takes nothing, or the outbox cannot be read. */
  public boolean isUp() {
    return stuck().isEmpty();
  }

  /** The addresses that take nothing now, by name; all others go on meanwhile. */
  public List<Stuck> stuck() {
    return Stream.concat(lanes.values().stream(), Stream.of(reading))
        .map(Lane::stuck)
        .flatMap(Optional::stream)
        .sorted(Comparator.comparing(Stuck::address))
        .toList();
  }

  /** What publishing waits for now, beside a broker that is away; empty while articles leave. */
  public Optional<Valve.Shut> waitsFor() {
    return shut;
  }

  /** False at the start and after a fault of the outbox, until the batches left have been sent. */
  public boolean isConfirmed() {
    return !resend;
  }

  /**
   * Runs a step while nothing is being sent.
   *
   * @return false when it was not run, because articles in batches from before a fault must be sent
   *     first
   */
  public boolean whilePaused(Runnable step) {
    working.lock();
    try {
      if (resend || unfinished.contains(Outgoing.ARTICLES)) {
        return false;
      }
      step.run();
      return true;
    } finally {
      working.unlock();
    }
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
      if (resend || unfinished.stream().anyMatch(name -> !lane(name).waits(clock.instant()))) {
        count += sendAgain();
      }
      while (!isShut()) {
        Optional<OutboxBatch> next =
            outbox.next(clock.instant(), settings.batch(), Set.copyOf(unfinished));
        if (next.isEmpty()) {
          break;
        }
        count += send(next.get());
      }
      reading.succeeded();
    } catch (RuntimeException e) {
      resend = true;
      reading.failed(e, clock.instant());
    }
    return count;
  }

  /** Batches that were formed and not confirmed, as they were, in their order within each lane. */
  private int sendAgain() {
    int count = 0;
    Set<String> waiting =
        unfinished.stream()
            .filter(name -> lane(name).waits(clock.instant()))
            .collect(Collectors.toSet());
    unfinished.retainAll(waiting);
    for (OutboxBatch batch : outbox.unconfirmed()) {
      if (!unfinished.contains(Lane.of(batch))) {
        count += send(batch);
      }
    }
    resend = false;
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

  /** How many messages left: none when the broker did not take the batch. */
  private int send(OutboxBatch batch) {
    Lane lane = lane(Lane.of(batch));
    try {
      outlet.send(batch);
    } catch (RuntimeException e) {
      unfinished.add(lane.name());
      lane.failed(e, clock.instant());
      return 0;
    }
    outbox.confirm(batch.id());
    lane.succeeded();
    sent.addAndGet(batch.messages().size());
    articles.addAndGet(
        batch.messages().stream().filter(m -> m.address().equals(Outgoing.ARTICLES)).count());
    return batch.messages().size();
  }

  private Lane lane(String name) {
    return lanes.computeIfAbsent(name, n -> new Lane(n, settings));
  }
}
