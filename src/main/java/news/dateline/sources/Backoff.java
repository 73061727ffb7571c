package news.dateline.sources;

import java.time.Duration;
import news.dateline.model.Reason;

/** How long to leave a source alone after a failure: doubling from the first wait to the last. */
enum Backoff {
  /** The network between us and it: mostly over in minutes. */
  NETWORK(Duration.ofMinutes(1), Duration.ofHours(1)),
  /** The server's own fault. */
  SERVER(Duration.ofMinutes(2), Duration.ofHours(1)),
  /** It asks for fewer visits and does not say how many. */
  THROTTLED(Duration.ofMinutes(10), Duration.ofHours(12)),
  /** The document is no good; the publisher may mend it. */
  DOCUMENT(Duration.ofMinutes(10), Duration.ofHours(4)),
  /** A web page instead of a feed. */
  NOT_A_FEED(Duration.ofMinutes(30), Duration.ofHours(12)),
  /** It refuses us: insisting makes it worse. */
  REFUSED(Duration.ofMinutes(30), Duration.ofHours(6)),
  /** Somebody has to change something first. */
  CLIENT(Duration.ofHours(1), Duration.ofHours(12)),
  /** Feeds do come back from 404, so never give up. */
  NOT_FOUND(Duration.ofHours(1), Duration.ofHours(24)),
  /** 410: the publisher says never. */
  GONE(Duration.ZERO, Duration.ZERO),
  /** Our own trouble: no reason to leave the source alone. */
  OURS(Duration.ofSeconds(30), Duration.ofMinutes(10));

  private final Duration first;
  private final Duration last;

  Backoff(Duration first, Duration last) {
    this.first = first;
    this.last = last;
  }

  /**
   * The wait after so many failures in a row.
   *
   * @param failures at least 1
   * @param firstAtMost a source asked more often than the first wait is tried again sooner
   */
  Duration after(int failures, Duration firstAtMost) {
    boolean soon = this == NETWORK || this == SERVER || this == OURS;
    Duration start = soon && firstAtMost.compareTo(first) < 0 ? firstAtMost : first;
    Duration wait = start.multipliedBy(1L << Math.min(Math.max(failures - 1, 0), 20));
    return wait.compareTo(last) > 0 ? last : wait;
  }

  /** The class of a reason. */
  static Backoff of(Reason reason) {
    return switch (reason) {
      case DNS_FAILED, UNREACHABLE, TIMEOUT, BODY_UNREADABLE, UNREADABLE, PROTOCOL_ERROR, CUT_OFF ->
          NETWORK;
      case SERVER_ERROR -> SERVER;
      case THROTTLED -> THROTTLED;
      case BLOCKED -> REFUSED;
      case NOT_FOUND -> NOT_FOUND;
      case GONE -> GONE;
      case NOT_A_FEED -> NOT_A_FEED;
      case UNAUTHORIZED,
          CLIENT_ERROR,
          TLS_FAILED,
          ADDRESS_REFUSED,
          REDIRECT_REFUSED,
          BODY_TOO_LARGE,
          CONFIG_INVALID ->
          CLIENT;
      case EMPTY_DOCUMENT,
          UNKNOWN_FORMAT,
          MALFORMED,
          TOO_COMPLEX,
          ITEM_EMPTY,
          TEXT_LOST,
          FIELD_TOO_LARGE,
          INVALID_ARTICLE ->
          DOCUMENT;
      case STORE_FAILED, BROKER_FAILED, UNFORESEEN -> OURS;
      // no visit ends with these: they come beside the polls
      case GAP,
          GAP_LEFT,
          SUBSCRIPTION_GAP,
          SEQUENCE_GAP,
          PUSH_MISSED,
          PUSH_DENIED,
          PUSH_FORGED,
          SUPERSEDED,
          IDS_UNSURE ->
          OURS;
    };
  }
}
