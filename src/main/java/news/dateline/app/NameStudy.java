package news.dateline.app;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import news.dateline.attribution.LearntNames;
import news.dateline.model.NameRecord;

/**
 * Hands the names the store has counted to attribution: at the start, and then now and then, so
 * that what one node learns all know soon.
 */
final class NameStudy {
  /** How old the names in use may be. */
  private static final Duration AGE = Duration.ofMinutes(1);

  private final Supplier<List<NameRecord>> names;
  private final LearntNames learnt;
  private final InstantSource clock;
  private Instant next = Instant.MIN;

  NameStudy(Supplier<List<NameRecord>> names, LearntNames learnt, InstantSource clock) {
    this.names = names;
    this.learnt = learnt;
    this.clock = clock;
    look();
  }

  /** Reads the names again when they are too old. */
  synchronized void look() {
    Instant now = clock.instant();
    if (now.isBefore(next)) {
      return;
    }
    learnt.replace(names.get());
    next = now.plus(AGE);
  }
}
