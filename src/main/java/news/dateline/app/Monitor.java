package news.dateline.app;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import news.dateline.broker.BrokerPulse;
import news.dateline.store.Hold;
import org.apache.camel.CamelContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at broker, store, clock and at whether the database is still ours, on threads of its own:
 * what hangs elsewhere must not keep it from looking.
 */
final class Monitor implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Monitor.class);
  private static final String POLLING = "sources.poll";

  private final CamelContext camel;
  private final Wiring wiring;
  private final Hold hold;
  private final BrokerPulse pulse;
  private final Vitals vitals;
  private final ScheduledExecutorService threads =
      Executors.newScheduledThreadPool(
          2,
          task -> {
            Thread thread = new Thread(task, "monitor");
            thread.setDaemon(true);
            return thread;
          });
  private boolean lost;

  Monitor(CamelContext camel, Wiring wiring, BrokerRoom room, Hold hold) {
    this.camel = camel;
    this.wiring = wiring;
    this.hold = hold;
    pulse = room.pulse();
    vitals = wiring.vitals(room.question(pulse), room.subscriptions());
  }

  Vitals vitals() {
    return vitals;
  }

  void start() {
    vitals.start();
    every(1, vitals::lookAtClock);
    every(5, this::lookAtHold);
  }

  /** Somebody else has the database: nothing is asked and nothing sent any more. */
  private void lookAtHold() {
    Optional<String> who = hold.check();
    if (who.isEmpty() || lost) {
      return;
    }
    lost = true;
    String why =
        who.get() + ": publishing and polling have stopped here; stop one of the two, and start";
    why += " this one again if it is to go on";
    LOG.error("{}", why);
    vitals.lost(why);
    wiring.shut(why);
    try {
      camel.getRouteController().suspendRoute(POLLING);
    } catch (Exception e) {
      LOG.warn("{} cannot be suspended: {}", POLLING, e.toString());
    }
  }

  private void every(int seconds, Runnable step) {
    Timers.every(threads, Duration.ofSeconds(seconds), step);
  }

  @Override
  public void close() {
    threads.shutdownNow();
    vitals.close();
    pulse.close();
  }
}
