package news.dateline.broker;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import news.dateline.broker.HolesLedger.Entry;
import news.dateline.broker.HolesLedger.Hole;
import news.dateline.model.Outgoing;
import news.dateline.publish.SubscriptionGap;
import news.dateline.publish.Valve;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.Queue;
import org.apache.activemq.artemis.core.server.plugin.ActiveMQServerPlugin;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What subscribers of the embedded broker may rely on: publishing waits for those connected, the
 * others keep as much as they may and are told what they lost. Lives as long as the instance; the
 * broker may stop and start again meanwhile. Thread-safe.
 */
final class Subscribers implements Subscriptions {
  private static final Logger LOG = LoggerFactory.getLogger(Subscribers.class);

  /** A subscriber who comes back within this time was never away. */
  static final Duration GRACE = Duration.ofSeconds(60);

  private static final Duration EVERY = Duration.ofSeconds(1);

  private final InstantSource clock;
  private final Optional<MeterRegistry> meters;
  private final SubscriptionQueues queues;
  private final Presence presence;
  private final HolesLedger ledger;
  private final QueueLocks locks = new QueueLocks();
  private final GapMessages gaps;
  private final SubscriptionLimits limits;
  private final SubscriberValve valve;
  private final Set<String> metered = new HashSet<>();

  private volatile @Nullable ActiveMQServer server;
  private volatile @Nullable Consumer<Outgoing> events;
  private @Nullable ScheduledExecutorService timer;

  Subscribers(
      BrokerSettings settings,
      List<Desk> desks,
      Optional<MeterRegistry> meters,
      InstantSource clock) {
    this.clock = clock;
    this.meters = meters;
    // Beside the broker's folder, which is moved away when it is damaged: what subscribers lost and
    // have not been told yet must outlive it.
    Path folder = settings.data().resolve("promises");
    Path former = settings.data().resolve("broker");
    queues = new SubscriptionQueues(settings, desks);
    presence = new Presence(moved(former, folder, "connected.properties"), clock, GRACE);
    ledger = new HolesLedger(moved(former, folder, "dropped.properties"), clock);
    gaps = new GapMessages(ledger, queues, () -> running().getStorageManager().generateID(), clock);
    limits =
        new SubscriptionLimits(
            queues, presence, ledger, gaps, locks, () -> running().getStorageManager(), clock);
    valve = new SubscriberValve(queues, presence, clock);
  }

  /** Where a file lies now; the one of an earlier version is taken along. */
  private static Path moved(Path former, Path folder, String name) {
    Path there = folder.resolve(name);
    Path here = former.resolve(name);
    try {
      if (Files.exists(here) && !Files.exists(there)) {
        Files.createDirectories(folder);
        Files.move(here, there);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(here + " cannot be moved to " + there, e);
    }
    return there;
  }

  /** What the broker is to tell us through. */
  ActiveMQServerPlugin plugin() {
    return new SubscriberPlugin(this::starts, queues, presence, gaps, limits, ledger, locks);
  }

  Valve valve() {
    return valve;
  }

  /** Who sends events of gaps; those before are told then. */
  void events(Consumer<Outgoing> outbox) {
    events = outbox;
  }

  /** The broker runs. */
  synchronized void started(ActiveMQServer running) {
    starts(running);
    queues.now().forEach(this::withoutRing);
    ScheduledExecutorService ticking =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "subscribers");
              thread.setDaemon(true);
              return thread;
            });
    // Cancelled with its executor.
    ScheduledFuture<?> unused =
        ticking.scheduleWithFixedDelay(
            this::tick, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
    timer = ticking;
  }

  /** The broker starts: subscribers may come before it says that it runs. */
  private void starts(ActiveMQServer starting) {
    server = starting;
    queues.of(starting);
  }

  /** Subscriptions made by earlier versions were rings, which drop by themselves. */
  private void withoutRing(Queue queue) {
    if (queue.getRingSize() >= 0) {
      try {
        running().updateQueue(QueueConfiguration.of(queue.getName()).setRingSize(-1L));
      } catch (Exception e) {
        LOG.warn("Subscription {} still is a ring: {}", queue.getName(), e.toString());
      }
    }
  }

  /** The broker is about to stop. */
  void stopping() {
    ScheduledExecutorService ticking;
    synchronized (this) {
      ticking = timer;
      timer = null;
    }
    if (ticking != null) {
      ticking.shutdownNow();
      try {
        if (!ticking.awaitTermination(10, TimeUnit.SECONDS)) {
          LOG.warn("Keeping limits takes long; the broker stops all the same");
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    gaps.forgetAll();
    save();
    queues.of(null);
    server = null;
  }

  /** For tests of this room. */
  List<Queue> queues() {
    return queues.now();
  }

  /** One look at everything; for the timer and for tests. */
  void look() {
    save();
    limits.enforce();
    ledger.all().forEach(this::tell);
  }

  /**
   * On a full disk it cannot be written: that must stop neither the limits nor the broker's end.
   */
  private void save() {
    try {
      presence.save();
    } catch (RuntimeException e) {
      LOG.warn("Who is connected cannot be written down: {}", e.getMessage());
    }
  }

  private void tick() {
    try {
      look();
    } catch (Throwable e) { // a timer that threw once is never called again
      LOG.warn("The watch over subscriptions stumbled and goes on: {}", e.toString());
    }
  }

  /** Says once of each hole that it is there, and once that its subscriber knows. */
  private void tell(String queue, Entry entry) {
    meter(queue);
    Consumer<Outgoing> outbox = events;
    List<Hole> fresh =
        Stream.concat(entry.told().stream(), entry.hole().stream())
            .filter(h -> !h.announced())
            .toList();
    if (outbox == null || (fresh.isEmpty() && entry.told().isEmpty())) {
      return;
    }
    boolean desk = queues.isDesk(queue);
    for (Hole hole : fresh) {
      SubscriptionGap gap = hole.gap(queue, desk);
      LOG.warn("Articles are dropped: {}", gap.sentence());
      outbox.accept(gap.event(false, clock.instant()));
    }
    if (entry.told().isPresent()) {
      SubscriptionGap gap = entry.told().get().gap(queue, desk);
      LOG.info("The subscriber has been told: {}", gap.sentence());
      outbox.accept(gap.event(true, clock.instant()));
    }
    ledger.announced(queue, entry);
  }

  private void meter(String queue) {
    if (meters.isPresent() && metered.add(queue)) {
      FunctionCounter.builder(
              "dateline.subscription.dropped", ledger, l -> (double) l.of(queue).dropped())
          .description("Messages dropped while nobody read the subscription")
          .tag("subscription", queue)
          .register(meters.get());
    }
  }

  @Override
  public List<Subscription> list() {
    List<Subscription> out = new ArrayList<>();
    for (Queue queue : queues.now()) {
      if (queue.getAddress().toString().equals(Outgoing.ARTICLES)) {
        out.add(view(queue));
      }
    }
    out.sort(Comparator.comparing(Subscription::queue));
    return out;
  }

  private Subscription view(Queue queue) {
    String name = queue.getName().toString();
    SubscriberNames names = SubscriberNames.of(queue);
    Entry entry = ledger.of(name);
    return new Subscription(
        name,
        queue.getConsumerCount(),
        queue.getMessageCount(),
        names.user(),
        names.client(),
        queue.getPersistentSize(),
        limits.oldest(queue),
        entry.dropped(),
        entry.hole().map(h -> h.gap(name, queues.isDesk(name))),
        valve.waitsFor(name));
  }

  private ActiveMQServer running() {
    return Objects.requireNonNull(server, "the broker does not run");
  }
}
