package news.dateline.model;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What this version did to the article.
 *
 * @param kind what happened
 * @param previousVersion the version before; empty for a new article
 * @param changed names of the published fields that differ: {@code headline}, {@code body}, {@code
 *     summary}, {@code media}, {@code subjects}, {@code byline}, {@code status}; empty for a new
 *     article
 * @param note what the agency says of the change: "CORRECTS spelling in para 3"; else empty
 */
public record Change(
    Kind kind, Optional<String> previousVersion, List<String> changed, Optional<String> note) {
  /** The first version. */
  public static final Change NEW = new Change(Kind.NEW, Optional.empty(), List.of());

  public Change {
    changed = List.copyOf(changed);
  }

  /** A change nobody says anything of. */
  public Change(Kind kind, Optional<String> previousVersion, List<String> changed) {
    this(kind, previousVersion, changed, Optional.empty());
  }

  /** What happened. */
  public enum Kind {
    NEW,
    UPDATE,
    CORRECTION,
    KILL,
    EMBARGO_LIFT;

    /** As published: {@code embargo-lift}. */
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
