package news.dateline.app;

import java.util.EnumMap;
import java.util.Map;
import news.dateline.app.health.SourcesCheck.Tally;
import news.dateline.model.Reason;
import news.dateline.model.Source;
import news.dateline.model.SourceState;
import news.dateline.model.SourceState.Health;
import news.dateline.sources.SourceBook;

/** Counts how many sources fail at this moment. */
final class SourceTally {
  /** Failures in a row that are hardly a hiccup. */
  private static final int LASTING = 3;

  private final SourceBook book;
  private final Ledger ledger;

  SourceTally(SourceBook book, Ledger ledger) {
    this.book = book;
    this.ledger = ledger;
  }

  /** Of those that are neither paused nor gone, nor still to be asked for the first time. */
  Tally count() {
    int asked = 0;
    int failing = 0;
    int lasting = 0;
    Map<Reason, Integer> reasons = new EnumMap<>(Reason.class);
    for (Source source : book.sources()) {
      SourceState state = ledger.state(source.id());
      boolean counts =
          !source.paused()
              && state.health() != Health.PAUSED
              && state.health() != Health.GONE
              && (state.lastPoll().isPresent() || state.failures() > 0);
      if (counts) {
        asked++;
        if (state.failures() > 0) {
          failing++;
          lasting += state.failures() >= LASTING ? 1 : 0;
          state.reason().ifPresent(r -> reasons.merge(r, 1, Integer::sum));
        }
      }
    }
    String most =
        reasons.entrySet().stream()
            .max(Map.Entry.comparingByValue())
            .map(e -> e.getKey().slug())
            .orElse("");
    return new Tally(asked, failing, lasting, most);
  }
}
