package news.dateline.app;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import news.dateline.model.Poll;
import news.dateline.model.SourceState;
import news.dateline.sources.DueQueue;
import news.dateline.store.Store;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The states of all sources in memory, always as they were last committed; and the commit itself,
 * after which a polled source goes back into the queue with its next time.
 */
final class Ledger implements DueWork {
  private static final Logger LOG = LoggerFactory.getLogger(Ledger.class);

  /** How long a source rests after a visit of which nothing could be committed. */
  private static final Duration REST = Duration.ofSeconds(30);

  private final Map<String, SourceState> states = new ConcurrentHashMap<>();
  private final Store store;
  private final DueQueue due;
  private final Counters counters;
  private final Gaps gaps;
  private final InstantSource clock;
  private volatile Consumer<Settled.Answer> listener = answer -> {};

  Ledger(Store store, DueQueue due, Counters counters, Gaps gaps, InstantSource clock) {
    this.store = store;
    this.due = due;
    this.counters = counters;
    this.gaps = gaps;
    this.clock = clock;
    states.putAll(store.loadAll());
  }

  /** The state of a source as last committed; unseen when there is none. */
  SourceState state(String source) {
    SourceState state = states.get(source);
    return state == null ? SourceState.unseen(source, clock.instant()) : state;
  }

  /**
   * Commits in one transaction; only then is the state remembered and the counters rise.
   *
   * @return false when another document was faster with one of the articles: nothing is committed,
   *     and this one must be compared again with what was seen
   */
  public boolean commit(Settled settled) {
    if (!store.commit(settled.settlement())) {
      return false;
    }
    SourceState state = settled.settlement().state();
    states.put(state.source(), state);
    gaps.apply(settled.settlement().gap());
    counters.add(settled);
    settled.answer().ifPresent(listener);
    return true;
  }

  /** The clock was set back: polls that lie ahead stay as far away as they were. */
  void clockSetBack(Duration by) {
    Instant now = clock.instant();
    states.replaceAll(
        (id, state) ->
            state
                .nextPoll()
                .filter(now::isBefore)
                .map(next -> state.asked(next.minus(by), state.nextWhy()))
                .orElse(state));
  }

  /** All states as last committed. */
  Collection<SourceState> states() {
    return states.values();
  }

  /** Who hears of every poll that went well, after its commit. */
  void listen(Consumer<Settled.Answer> newListener) {
    listener = newListener;
  }

  /** Puts a source back into the queue, to be asked when its state says. */
  void back(String id) {
    due.done(id, gaps.hurried(state(id)));
  }

  @Override
  public Optional<Poll> take(Duration atMost) throws InterruptedException {
    return due.take(atMost).map(this::instead);
  }

  private Poll instead(Poll poll) {
    Instant now = clock.instant();
    SourceState state = state(poll.source().id());
    boolean feedDue = state.nextPoll().filter(next -> !next.isAfter(now)).isPresent();
    return Listings.resumed(gaps.instead(poll, feedDue, now), state);
  }

  @Override
  public void finished(Poll poll, @Nullable Throwable failure) {
    String id = poll.source().id();
    if (failure == null) {
      back(id);
      return;
    }
    LOG.error(
        "{}: nothing could be committed, asked again in {} s: {}",
        id,
        REST.toSeconds(),
        failure.toString());
    due.release(id, clock.instant().plus(REST));
  }
}
