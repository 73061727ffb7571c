package news.dateline.sources;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import news.dateline.model.Cursor;
import news.dateline.model.Memo;
import news.dateline.model.Reason;
import news.dateline.model.SourceState;
import news.dateline.model.SourceState.Glance;
import news.dateline.model.SourceState.Health;
import news.dateline.model.Visit;

/** A source state being changed; what is not touched stays as it was. Lives for one call. */
final class StateDraft {
  private static final int VISITS_KEPT = 30;

  private final SourceState before;
  final Memory memory;
  private Judged judged;
  Cursor cursor;
  Optional<Instant> lastPoll;
  Optional<Instant> lastItem;
  Optional<Instant> nextPoll;
  String nextWhy;
  int failures;
  long received;
  long published;
  long unchanged;
  long rejected;
  Memo memo;
  private List<Glance> visits;

  StateDraft(SourceState before) {
    this.before = before;
    this.memory = Memory.parse(before.rhythm());
    this.judged = new Judged(before.health(), before.reason(), before.detail());
    this.cursor = before.cursor();
    this.lastPoll = before.lastPoll();
    this.lastItem = before.lastItem();
    this.nextPoll = before.nextPoll();
    this.nextWhy = before.nextWhy();
    this.failures = before.failures();
    this.received = before.received();
    this.published = before.published();
    this.unchanged = before.unchanged();
    this.rejected = before.rejected();
    this.memo = before.memo();
    this.visits = before.visits();
  }

  /**
   * The word for how a source is doing, with its cause.
   *
   * @param reason empty when it is well
   * @param detail one line for people; may be empty
   */
  record Judged(Health health, Optional<Reason> reason, String detail) {
    static Judged well(Health health, String detail) {
      return new Judged(health, Optional.empty(), detail);
    }
  }

  SourceState before() {
    return before;
  }

  void judge(Judged verdict) {
    judged = verdict;
  }

  /** The visit goes to the head of the list. */
  void glance(Visit visit, String outcome, int items) {
    Glance newest =
        new Glance(visit.at(), visit.took().toMillis(), visit.status().orElse(0), outcome, items);
    visits = SourceState.latest(newest, visits, VISITS_KEPT);
  }

  void next(Optional<Instant> at, String why) {
    nextPoll = at;
    nextWhy = why;
  }

  /** The finished state, and an event when its health is another one. */
  Planned finish(Instant now) {
    boolean changed = judged.health() != before.health();
    SourceState state =
        new SourceState(
            before.source(),
            judged.health(),
            judged.reason(),
            judged.detail(),
            changed ? now : before.since(),
            cursor,
            lastPoll,
            lastItem,
            nextPoll,
            nextWhy,
            failures,
            received,
            published,
            unchanged,
            rejected,
            visits,
            memory.print(),
            memo);
    Optional<SourceEvent> event =
        changed
            ? Optional.of(
                new SourceEvent(
                    before.source(),
                    before.health(),
                    judged.health(),
                    judged.reason(),
                    judged.detail(),
                    now,
                    nextPoll))
            : Optional.empty();
    return new Planned(state, event, Optional.empty());
  }
}
