package news.dateline.app;

import java.time.InstantSource;
import java.util.Optional;
import news.dateline.model.Hole;
import news.dateline.model.Outgoing;
import news.dateline.model.Reason;
import news.dateline.model.Rejection;
import news.dateline.model.SourceState;
import news.dateline.publish.MessageRenderer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What somebody should know, as one line of the log and one message. */
final class Notices {
  private static final Logger LOG = LoggerFactory.getLogger(Notices.class);

  private final MessageRenderer renderer;
  private final InstantSource clock;

  Notices(MessageRenderer renderer, InstantSource clock) {
    this.renderer = renderer;
    this.clock = clock;
  }

  /** Something worth knowing of a source that does not change how it is. */
  Outgoing notice(SourceState state, Reason reason, String detail) {
    LOG.warn("{}: {} ({})", state.source(), detail, reason.slug());
    return renderer.notice(state, reason, detail, clock.instant());
  }

  /** Items fell out of a feed before they were read. */
  Outgoing gap(SourceState state, Hole hole) {
    String detail =
        "about "
            + hole.missed()
            + " items fell out of the feed unread between "
            + hole.from()
            + " and "
            + hole.to()
            + " (estimated)";
    LOG.warn("{}: {} ({})", state.source(), detail, Reason.GAP.slug());
    return renderer.gap(state, hole, detail, clock.instant());
  }

  /** A document that cannot go on. */
  Outgoing bury(Rejection r) {
    return bury(r, Optional.empty());
  }

  /**
   * What cannot go on.
   *
   * @param format of the document an item stood in
   */
  Outgoing bury(Rejection r, Optional<String> format) {
    LOG.warn(
        "{}: {} buried at {} [{}]: {}",
        r.source(),
        r.item().orElse(r.document()),
        r.stage(),
        r.reason().slug(),
        r.message());
    return renderer.rejection(r, format);
  }
}
