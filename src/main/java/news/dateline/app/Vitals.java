package news.dateline.app;

import io.micrometer.core.instrument.Tag;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import news.dateline.app.health.Away;
import news.dateline.app.health.BrokerCheck;
import news.dateline.app.health.ClockCheck;
import news.dateline.app.health.ClockWatch;
import news.dateline.app.health.InstanceCheck;
import news.dateline.app.health.OutboxCheck;
import news.dateline.app.health.OutboxCheck.Wait;
import news.dateline.app.health.Probe;
import news.dateline.app.health.SourcesCheck;
import news.dateline.app.health.StoreCheck;
import news.dateline.broker.Subscriptions;
import news.dateline.model.Outgoing;
import news.dateline.publish.OutboxPublisher;
import news.dateline.publish.Stuck;
import news.dateline.store.OutboxCounts;
import org.apache.camel.health.HealthCheck;

/**
 * What is known of broker, store, outbox and clock, asked in the background: health, metrics,
 * status and page tell it at once, whatever hangs. Thread-safe.
 */
final class Vitals implements AutoCloseable {
  /** Asked for anew whenever somebody looks; in between it only has to be roughly true. */
  private static final Probe.Timing NOW_AND_THEN =
      new Probe.Timing(Duration.ofSeconds(30), Probe.Timing.DEFAULT.patience());

  private static final Duration A_MOMENT = Duration.ofMillis(300);

  private final OutboxPublisher publisher;
  private final InstantSource clock;
  private final Probe<OutboxCounts> store;
  private final Probe<List<String>> broker;
  private final Probe<List<Subscriptions.Subscription>> subscriptions;
  private final ClockWatch clockWatch;
  private volatile Optional<String> lost = Optional.empty();

  /** Where the answers come from. */
  record Questions(
      Probe.Question<OutboxCounts> store,
      Probe.Question<List<String>> broker,
      Probe.Question<List<Subscriptions.Subscription>> subscriptions) {}

  /**
   * @param setBack hears by how much the clock was set back
   */
  Vitals(
      OutboxPublisher publisher,
      InstantSource clock,
      Questions questions,
      Consumer<Duration> setBack) {
    this.publisher = publisher;
    this.clock = clock;
    store = new Probe<>("The store", questions.store(), Probe.Timing.DEFAULT, clock);
    broker = new Probe<>("The broker", questions.broker(), Probe.Timing.DEFAULT, clock);
    subscriptions =
        new Probe<>("The broker's list of queues", questions.subscriptions(), NOW_AND_THEN, clock);
    clockWatch = new ClockWatch(clock, System::nanoTime, setBack);
  }

  /** Begins to ask. */
  void start() {
    store.start();
    broker.start();
    subscriptions.start();
  }

  /** Asks for what changes from moment to moment, and waits a moment for the answers. */
  void refresh() {
    long end = System.nanoTime() + A_MOMENT.toNanos();
    store.refresh(A_MOMENT);
    subscriptions.refresh(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
  }

  /** Compares the clocks; called every second. */
  void lookAtClock() {
    clockWatch.look();
  }

  /** Another process has the database: said by health and status from now on. */
  void lost(String who) {
    lost = Optional.of(who);
  }

  /** The checks for Camel's registry; of routes there is one of its own. */
  List<HealthCheck> checks(SourceTally sources, Settings.Limits limits) {
    return List.of(
        new BrokerCheck(this::brokerAway),
        new StoreCheck(this::storeAway),
        new OutboxCheck(this::outboxOldest, this::waitsFor, limits.outboxAge(), clock),
        new SourcesCheck(sources::count, limits.failingShare()),
        new ClockCheck(clockWatch),
        new InstanceCheck(() -> lost));
  }

  /** Numbers for metrics; none asks anybody. */
  void meters(Counters counters) {
    counters.gauge(
        "dateline.outbox.pending",
        "Messages waiting to leave, as last known",
        () -> store.value().<Number>map(OutboxCounts::pending).orElse(Double.NaN));
    counters.gauge(
        "dateline.outbox.oldest.seconds",
        "How long the oldest message that may leave has waited",
        () -> outboxOldest().map(this::secondsSince).orElse(0L));
    counters.gauge(
        "dateline.outbox.known.seconds",
        "How old what is known of the outbox is: it grows while the store is away",
        () -> store.asOf().<Number>map(this::secondsSince).orElse(Double.NaN));
    counters.gauge(
        "dateline.up",
        "Whether a part answers",
        Tag.of("part", "broker"),
        () -> brokerAway().isEmpty() ? 1 : 0);
    counters.gauge(
        "dateline.up",
        "Whether a part answers",
        Tag.of("part", "store"),
        () -> storeAway().isEmpty() ? 1 : 0);
  }

  private long secondsSince(Instant time) {
    return Math.max(0, Duration.between(time, clock.instant()).toSeconds());
  }

  /** The broker cannot be reached, or takes no articles. */
  Optional<Away> brokerAway() {
    return broker.away().or(() -> stuck(s -> s.address().contains(Outgoing.ARTICLES)));
  }

  /** The database does not answer, or the outbox cannot be read. */
  Optional<Away> storeAway() {
    return store.away().or(() -> stuck(s -> s.address().equals(OutboxPublisher.OUTBOX)));
  }

  private Optional<Away> stuck(Predicate<Stuck> which) {
    return publisher.stuck().stream()
        .filter(which)
        .findFirst()
        .map(s -> new Away(s.since(), s.why()));
  }

  /** What waits to leave, as last known; empty before the first answer. */
  Optional<OutboxCounts> outbox() {
    return store.value();
  }

  /** When {@link #outbox()} was so. */
  Optional<Instant> outboxAsOf() {
    return store.asOf();
  }

  Optional<Instant> outboxOldest() {
    return store.value().flatMap(OutboxCounts::oldestPending);
  }

  /** What publishing waits for; empty while messages may leave. */
  Optional<Wait> waitsFor() {
    return storeAway()
        .map(a -> new Wait("store", "the store is away: " + a.why()))
        .or(() -> brokerAway().map(a -> new Wait("broker", "the broker is away: " + a.why())))
        .or(() -> publisher.waitsFor().map(s -> new Wait(s.cause(), s.why())))
        .or(() -> publisher.stuck().stream().findFirst().map(Vitals::wait));
  }

  private static Wait wait(Stuck stuck) {
    return new Wait("address", "the address " + stuck.address() + " takes nothing: " + stuck.why());
  }

  /** Who subscribes, as last known. */
  List<Subscriptions.Subscription> subscriptions() {
    return subscriptions.value().orElse(List.of());
  }

  /** What cannot be seen or does not exist though the broker answers, a sentence each. */
  List<String> unseen() {
    List<String> out = new ArrayList<>(broker.value().orElse(List.of()));
    if (broker.away().isEmpty()) {
      subscriptions.away().ifPresent(a -> out.add("Subscriptions cannot be seen: " + a.why()));
    }
    return out;
  }

  /** What people should know though it is no fault. */
  List<String> notes() {
    List<String> out = new ArrayList<>();
    lost.ifPresent(out::add);
    clockWatch.lately().ifPresent(out::add);
    if (brokerAway().isEmpty() && storeAway().isEmpty()) {
      publisher.stuck().forEach(s -> out.add("Messages wait: " + wait(s).why()));
    }
    return out;
  }

  @Override
  public void close() {
    store.close();
    broker.close();
    subscriptions.close();
  }
}
