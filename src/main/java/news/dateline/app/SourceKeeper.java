package news.dateline.app;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.NoSuchElementException;
import java.util.Optional;
import news.dateline.model.Reason;
import news.dateline.model.Source;
import news.dateline.model.SourceState;
import news.dateline.sources.DueQueue;
import news.dateline.sources.Planned;
import news.dateline.sources.PollPlanner;
import news.dateline.sources.Relocation;
import news.dateline.sources.SourceBook;
import news.dateline.sources.SourceFolderWatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps queue, routes and states as the source files say, while they are edited and while people
 * pause, resume and poll.
 */
final class SourceKeeper {
  private static final Logger LOG = LoggerFactory.getLogger(SourceKeeper.class);

  private static final Duration SOON = Duration.ofMinutes(1);

  private final SourceBook book;
  private final SourceFolderWatch watch;
  private final DueQueue due;
  private final SourceRoutes routes;
  private final Ledger ledger;
  private final Settler settler;
  private final Moves moves;
  private final PollPlanner planner;
  private final InstantSource clock;

  SourceKeeper(
      SourceBook book,
      SourceFolderWatch watch,
      DueQueue due,
      SourceRoutes routes,
      Ledger ledger,
      Settler settler,
      Moves moves,
      PollPlanner planner,
      InstantSource clock) {
    this.book = book;
    this.watch = watch;
    this.due = due;
    this.routes = routes;
    this.ledger = ledger;
    this.settler = settler;
    this.moves = moves;
    this.planner = planner;
    this.clock = clock;
  }

  /**
   * Takes up all sources at the start, those first that have waited longest: were it always in the
   * same order, a process that keeps being killed would never come to the last.
   */
  synchronized void begin() {
    book.sources().stream()
        .sorted(
            Comparator.comparing(
                s -> ledger.state(s.id()).nextPoll().orElse(Instant.MAX),
                Comparator.naturalOrder()))
        .forEach(this::admit);
    book.problems().forEach(p -> LOG.error("{}", p));
  }

  /** Carries out moves and looks whether files changed; called every second. */
  synchronized void scan() {
    moves.take().forEach(this::relocate);
    Optional<SourceBook.Reload> reload = watch.scan();
    reload.ifPresent(this::apply);
  }

  /** Judges every source by the clock; called every minute. */
  synchronized void review() {
    for (Source source : book.sources()) {
      SourceState before = ledger.state(source.id());
      Planned planned = planner.review(source, before, clock.instant());
      if (planned.event().isPresent()) {
        ledger.commit(settler.settleState(before, planned));
        due.put(source, planned.state());
      }
      settler.settleMissing(source).ifPresent(ledger::commit);
    }
  }

  /**
   * A source is about to be added whose document is at hand: it is not asked at once, but soon
   * should that document not be settled.
   */
  synchronized void expect(String id) {
    SourceState before = ledger.state(id);
    SourceState later =
        before.asked(clock.instant().plus(SOON), "the document of its preview is read first");
    ledger.commit(
        settler.settleState(before, new Planned(later, Optional.empty(), Optional.empty())));
  }

  /** A document of the source was settled outside of a poll: its next poll is as that says. */
  synchronized void settled(String id) {
    due.put(find(id), ledger.state(id));
  }

  /** Reads the folder at once, without waiting for the next look. */
  synchronized void reload() {
    apply(book.reload());
  }

  /** Why the transport of a source that is not there yet cannot be started, if so. */
  Optional<String> trial(Source source) {
    return routes.trial(source);
  }

  /** Why the transport of a source could not be started; empty when it runs or is not wanted. */
  Optional<String> fault(String id) {
    Link link = routes.link(id);
    return link.reason().filter(Reason.CONFIG_INVALID::equals).map(r -> link.message());
  }

  synchronized void pause(String id) {
    Source source = find(id);
    change(source, planner.paused(ledger.state(id), "paused by hand", clock.instant()));
    routes.apply(id, Optional.empty());
  }

  synchronized void resume(String id) {
    Source source = find(id);
    if (source.paused()) { // it would be paused again the next time its file is looked at
      throw new IllegalArgumentException(
          id + " is paused by its file: take \"paused: true\" out of " + moves.where(id));
    }
    change(source, planner.resumed(source, ledger.state(id), clock.instant()));
    routes.apply(id, Optional.of(source));
  }

  synchronized void poll(String id) {
    Source source = find(id);
    if (source.feed().isEmpty()) {
      throw new IllegalArgumentException(id + " delivers by itself and cannot be asked");
    }
    due.wake(id);
  }

  /**
   * @throws NoSuchElementException when no file declares it
   */
  Source find(String id) {
    return book.find(id).orElseThrow(() -> new NoSuchElementException("no source is called " + id));
  }

  /** Puts the address before its last move back. */
  synchronized void undoMove(String id) throws IOException {
    Source source = find(id);
    Control.Move move = moves.undo(source, clock.instant());
    readdressed(source, move.from(), "moved back to " + move.from() + " by hand");
  }

  private void relocate(Moves.Wanted wanted) {
    Optional<Source> source = book.find(wanted.source());
    boolean still = source.flatMap(Source::feed).filter(wanted.from()::equals).isPresent();
    if (still && moves.carryOut(wanted, clock.instant())) {
      readdressed(
          source.get(),
          wanted.to(),
          "moved for good: " + wanted.to() + " stands in its file instead of " + wanted.from());
    }
  }

  /** The state goes to the new address before the book does, so that nothing is learnt anew. */
  private void readdressed(Source source, URI feed, String detail) {
    Source now = source.toBuilder().feed(feed).build();
    SourceState before = ledger.state(source.id());
    ledger.commit(
        settler.settleState(before, Relocation.rewritten(now, before, detail, clock.instant())));
    apply(book.reload());
  }

  private void apply(SourceBook.Reload reload) {
    reload
        .removed()
        .forEach(
            s -> {
              due.remove(s.id());
              routes.apply(s.id(), Optional.empty());
              LOG.info("{}: removed", s.id());
            });
    reload
        .added()
        .forEach(
            s -> {
              admit(s);
              LOG.info("{}: added", s.id());
            });
    reload
        .changed()
        .forEach(
            c -> {
              change(
                  c.after(),
                  planner.edited(c.after(), ledger.state(c.after().id()), clock.instant()));
              boolean rests = ledger.state(c.after().id()).health() == SourceState.Health.PAUSED;
              routes.apply(c.after().id(), rests ? Optional.empty() : Optional.of(c.after()));
              LOG.info("{}: changed", c.after().id());
            });
    reload.problems().forEach(p -> LOG.error("{}", p));
  }

  private void admit(Source source) {
    Planned planned = planner.review(source, ledger.state(source.id()), clock.instant());
    if (planned.event().isPresent()) {
      ledger.commit(settler.settleState(ledger.state(source.id()), planned));
    }
    due.put(source, planned.state());
    if (planned.state().health() != SourceState.Health.PAUSED) {
      routes.apply(source.id(), Optional.of(source));
    }
  }

  private void change(Source source, Planned planned) {
    ledger.commit(settler.settleState(ledger.state(source.id()), planned));
    due.put(source, planned.state());
  }
}
