package news.dateline.app;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import news.dateline.model.Fetch;
import news.dateline.model.Reason;
import news.dateline.model.Source;
import news.dateline.model.SourceState;
import news.dateline.model.Visit;
import news.dateline.sources.SourceBook;

/**
 * Makes the state of a source that delivers by itself say how its transport is: failing when the
 * server cannot be reached, well again when it can. Camel's consumers come again by themselves,
 * ever more rarely; a route that could not be started is tried again every minute.
 */
final class TransportWatch {
  private static final Set<Reason> OURS =
      EnumSet.of(
          Reason.UNREACHABLE,
          Reason.DNS_FAILED,
          Reason.TIMEOUT,
          Reason.TLS_FAILED,
          Reason.UNAUTHORIZED,
          Reason.NOT_FOUND,
          Reason.CONFIG_INVALID);

  /** How long a fault may last before it is one: servers are restarted. */
  private static final Duration PATIENCE = Duration.ofSeconds(8);

  /** How often a fault that goes on counts once more. */
  private static final Duration AGAIN = Duration.ofMinutes(1);

  private record Fault(Instant since, Optional<Instant> told) {}

  private final SourceBook book;
  private final SourceRoutes routes;
  private final Ledger ledger;
  private final Settler settler;
  private final InstantSource clock;
  private final Map<String, Fault> faults = new HashMap<>();

  TransportWatch(
      SourceBook book, SourceRoutes routes, Ledger ledger, Settler settler, InstantSource clock) {
    this.book = book;
    this.routes = routes;
    this.ledger = ledger;
    this.settler = settler;
    this.clock = clock;
  }

  /** Looks at all transports; called every few seconds, by one thread. */
  void look() {
    for (Source source : book.sources()) {
      if (source.from().isPresent() && !source.paused()) {
        look(source);
      }
    }
    faults.keySet().removeIf(id -> book.find(id).isEmpty());
  }

  private void look(Source source) {
    SourceState state = ledger.state(source.id());
    if (state.health() == SourceState.Health.PAUSED) {
      faults.remove(source.id());
      return;
    }
    Link link = routes.link(source.id());
    if (link.well()) {
      faults.remove(source.id());
      boolean failing = state.reason().filter(OURS::contains).isPresent();
      if (failing || state.health() == SourceState.Health.WAITING) {
        Visit visit = Visit.delivery(clock.instant(), 0);
        ledger.commit(settler.settleVisit(new Fetch.Unchanged(source, visit)));
      }
    } else if (link.reason().isPresent()) {
      failed(source, link, link.reason().get());
    }
  }

  private void failed(Source source, Link link, Reason reason) {
    Instant now = clock.instant();
    Fault fault = faults.getOrDefault(source.id(), new Fault(now, Optional.empty()));
    boolean due =
        fault
            .told()
            .map(told -> !now.isBefore(told.plus(AGAIN)))
            .orElse(reason == Reason.CONFIG_INVALID || !now.isBefore(fault.since().plus(PATIENCE)));
    if (due) {
      ledger.commit(settler.settleFault(source, reason, link.message()));
      if (reason == Reason.CONFIG_INVALID && fault.told().isPresent()) {
        routes.apply(source.id(), Optional.of(source));
      }
    }
    faults.put(source.id(), due ? new Fault(fault.since(), Optional.of(now)) : fault);
  }
}
