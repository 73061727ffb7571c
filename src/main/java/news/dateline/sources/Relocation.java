package news.dateline.sources;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import news.dateline.model.Source;
import news.dateline.model.SourceState;
import news.dateline.model.SourceState.Health;
import news.dateline.sources.StateDraft.Judged;

/**
 * What becomes of a source's state when its feed has moved for good. Pure functions; thread-safe.
 */
public final class Relocation {
  /** A lapsed domain is bought and redirected within days: another owner must agree longer. */
  private static final int ELSEWHERE_ANSWERS = 14;

  private static final Duration ELSEWHERE_TIME = Duration.ofDays(7);

  private Relocation() {}

  /**
   * What speaks for a move.
   *
   * @param answers good answers in a row that came by permanent redirect from one new address
   * @param since the first of them
   */
  public record Evidence(int answers, Instant since) {
    /** Is it enough for an address that belongs to somebody else? */
    public boolean isEnoughElsewhere(Instant now) {
      return answers >= ELSEWHERE_ANSWERS && !now.isBefore(elsewhereAt());
    }

    /** The earliest time it can be. */
    public Instant elsewhereAt() {
      return since.plus(ELSEWHERE_TIME);
    }
  }

  /** What a state holds for the address it has been redirected to; empty when it has not. */
  public static Optional<Evidence> evidence(SourceState state) {
    Memory m = Memory.parse(state.rhythm());
    return m.movedSince.map(since -> new Evidence(m.moves, since));
  }

  /**
   * The same plan with another line for people; an event when the line is new, although the health
   * may be the one before.
   */
  public static Planned told(SourceState before, Planned planned, String detail, Instant now) {
    StateDraft d = new StateDraft(planned.state());
    d.judge(new Judged(planned.state().health(), planned.state().reason(), detail));
    SourceState state = d.finish(now).state();
    Optional<SourceEvent> event =
        before.health() == state.health() && before.detail().equals(detail)
            ? Optional.empty()
            : Optional.of(event(before, state, now));
    return new Planned(state, event, Optional.empty());
  }

  /**
   * The state once the source's file names another address of the same feed. What was learnt stays,
   * validators included: the answers came from there all along.
   *
   * @param source as its file declares it now
   * @param detail one line for people
   */
  public static Planned rewritten(Source source, SourceState before, String detail, Instant now) {
    StateDraft d = new StateDraft(before);
    d.memory.address = Memory.addressOf(source);
    d.memory.moves = 0;
    d.memory.movedTo = "";
    d.memory.movedSince = Optional.empty();
    Health health = before.health() == Health.MOVED ? Health.OK : before.health();
    d.judge(new Judged(health, before.reason(), detail));
    SourceState state = d.finish(now).state();
    return new Planned(state, Optional.of(event(before, state, now)), Optional.empty());
  }

  private static SourceEvent event(SourceState before, SourceState after, Instant now) {
    return new SourceEvent(
        after.source(),
        before.health(),
        after.health(),
        after.reason(),
        after.detail(),
        now,
        after.nextPoll());
  }
}
