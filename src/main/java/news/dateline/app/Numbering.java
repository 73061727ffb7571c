package news.dateline.app;

import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import news.dateline.model.Outgoing;
import news.dateline.model.Reason;
import news.dateline.model.Serial;
import news.dateline.model.Settlement;
import news.dateline.model.Source;
import news.dateline.model.SourceState;
import news.dateline.sources.Sequences;

/** The transmission numbers of wire services, watched for holes as documents are settled. */
final class Numbering {
  /** A source that has sent nothing for so long is not just sending. */
  private static final Duration QUIET = Duration.ofSeconds(30);

  private final Notices notices;
  private final InstantSource clock;

  Numbering(Notices notices, InstantSource clock) {
    this.notices = notices;
    this.clock = clock;
  }

  /** After the numbers of a document. */
  Sequences.Step after(Source source, SourceState before, List<Serial> serials) {
    return Sequences.after(
        before.memo().sequences(), serials, clock.instant(), source.zone().orElse(ZoneOffset.UTC));
  }

  /** The holes as events. */
  List<Outgoing> told(SourceState state, Sequences.Step step) {
    return step.missing().stream()
        .map(m -> notices.notice(state, Reason.SEQUENCE_GAP, "transmissions missing: " + m))
        .toList();
  }

  /**
   * Numbers that were waited for long enough, of a source that has sent nothing since.
   *
   * @return empty when nothing is missing
   */
  Optional<Settled> overdue(Source source, SourceState before) {
    boolean busy = // a delivery on its way will look itself
        before.lastPoll().filter(t -> t.plus(QUIET).isAfter(clock.instant())).isPresent();
    if (busy || before.memo().sequences().isEmpty()) {
      return Optional.empty();
    }
    Sequences.Step step = after(source, before, List.of());
    if (step.missing().isEmpty()) {
      return Optional.empty();
    }
    SourceState after = before.remembering(before.memo().withSequences(step.state()));
    return Optional.of(
        new Settled(new Settlement(after, List.of(), told(before, step)), Settled.Tally.NOTHING));
  }
}
