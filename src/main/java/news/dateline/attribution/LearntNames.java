package news.dateline.attribution;

import java.util.Collection;
import java.util.List;
import news.dateline.model.NameRecord;

/**
 * The names attribution knows, to be exchanged while it runs: each article is read with the names
 * there were when its reading began. Thread-safe.
 */
public final class LearntNames {
  private volatile KnownNames current = KnownNames.with(List.of());

  /** Knows what the stream has taught, beside the list this build has. */
  public void replace(Collection<NameRecord> learnt) {
    current = KnownNames.with(learnt);
  }

  KnownNames current() {
    return current;
  }
}
