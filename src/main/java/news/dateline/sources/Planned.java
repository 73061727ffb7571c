package news.dateline.sources;

import java.net.URI;
import java.util.Optional;
import news.dateline.model.Memo;
import news.dateline.model.SourceState;

/**
 * What the planner makes of a visit.
 *
 * @param state the new state, to be committed with what the visit brought
 * @param event present when the health changed
 * @param moveTo present when a permanent redirect has been confirmed often and long enough for the
 *     source's file to name the new address
 */
public record Planned(SourceState state, Optional<SourceEvent> event, Optional<URI> moveTo) {

  /** The same with more counted, or less, beside what the visit brought. */
  public Planned counting(int received, int published, int unchanged) {
    return new Planned(state.counting(received, published, unchanged, 0), event, moveTo);
  }

  /** The same, with what the stages want remembered of the document. */
  public Planned remembering(Memo memo) {
    return new Planned(state.remembering(memo), event, moveTo);
  }
}
