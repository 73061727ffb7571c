package news.dateline.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import news.dateline.model.Memo;
import news.dateline.model.Outgoing;
import news.dateline.model.Reason;
import news.dateline.model.SourceState;

/**
 * Says it when a source's ids turn out not to tell its stories apart, and what is done about it:
 * once each, however often it happens afterwards; {@code /api/sources} has the counts.
 */
final class IdentityNotes {
  private final Notices notices;

  IdentityNotes(Notices notices) {
    this.notices = notices;
  }

  /** The event for what a document taught; empty when that was known. */
  Optional<Outgoing> after(SourceState before, Memo after) {
    Memo was = before.memo();
    List<String> lines = new ArrayList<>(0);
    if (!was.way().equals(after.way())) {
      lines.add("its items are now told apart by " + after.way() + ", no longer by " + was.way());
    }
    if (isNew(was, after, "apart")) {
      lines.add("several of its stories share an id or address; each is published under its own");
    }
    if (isNew(was, after, "buried")) {
      lines.add(
          "one of its documents words a story in several ways; the newest is published, others are"
              + " buried ("
              + Reason.SUPERSEDED.slug()
              + ")");
    }
    if (!was.learnt("noise").equals(after.learnt("noise"))) {
      lines.add(
          after.learnt("noise").isEmpty()
              ? "the parameters of its addresses count again"
              : "its addresses change while stories stay; ignored in them: "
                  + after.learnt("noise"));
    }
    return lines.isEmpty()
        ? Optional.empty()
        : Optional.of(notices.notice(before, Reason.IDS_UNSURE, String.join("; ", lines)));
  }

  private static boolean isNew(Memo was, Memo is, String key) {
    return was.learnt(key).isEmpty() && !is.learnt(key).isEmpty();
  }
}
