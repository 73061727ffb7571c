package news.dateline.app;

import java.util.List;
import java.util.Optional;
import news.dateline.model.Cursor;
import news.dateline.model.Reason;
import news.dateline.model.Rejection;
import news.dateline.model.Visit;

/**
 * Whether the next request to a source may be conditional. The server may know a body that broke
 * off on its way by the same ETag as the whole one, and would answer 304 for ever.
 */
final class Validators {
  private Validators() {}

  /**
   * The visit without ETag and date of a body that broke off. Its hash stays, so that the very same
   * bytes are not buried again.
   */
  static Visit of(Visit visit, List<Rejection> rejections) {
    return rejections.stream().anyMatch(r -> r.reason() == Reason.CUT_OFF) ? without(visit) : visit;
  }

  /** The visit without ETag and date: the next body is a whole one. */
  static Visit without(Visit visit) {
    return visit.withCursor(
        new Cursor(Optional.empty(), Optional.empty(), visit.cursor().bodyHash()));
  }
}
