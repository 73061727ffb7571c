package news.dateline.websub;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Port: asks hubs, politely and safely: their addresses come from feeds. */
@FunctionalInterface
public interface Hubs {
  /**
   * Sends a request to a hub. Never throws for anything a hub or a network does.
   *
   * @param internal it may have a private address
   * @param form fields in their order
   */
  Answer ask(URI hub, boolean internal, Map<String, String> form);

  /**
   * What came of it.
   *
   * @param kind in a word
   * @param detail one line for people
   * @param notBefore when to ask again, when the hub or its host's pacing says
   */
  record Answer(Kind kind, String detail, Optional<Instant> notBefore) {}

  /** How a hub answers. */
  enum Kind {
    /** It will ask back. */
    ACCEPTED,
    /** It will not: asking again is of no use. */
    REFUSED,
    /** No usable answer; another time perhaps. */
    FAILED,
    /** Not asked yet. */
    POSTPONED
  }
}
