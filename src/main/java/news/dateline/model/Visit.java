package news.dateline.model;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What one request to a source, or one delivery by it, was like: the raw material of health and of
 * the next poll.
 *
 * @param at when it began
 * @param took from the first byte sent to the last byte read
 * @param status the HTTP status; empty when there was none (a delivery, or no answer)
 * @param bytes body bytes after decompression
 * @param cursor what to remember once the documents of this visit are committed
 * @param reason why it failed; empty when it did not
 * @param detail one line for people; empty string when there is nothing to add
 * @param retryAfter the wait the server asked for ({@code Retry-After}, both forms)
 * @param freshFor the wait the server's caching headers suggest ({@code Cache-Control: max-age},
 *     {@code Expires})
 * @param movedTo where a permanent redirect (301, 308) pointed, when every hop was permanent
 * @param way how the document came
 */
public record Visit(
    Instant at,
    Duration took,
    OptionalInt status,
    long bytes,
    Cursor cursor,
    Optional<Reason> reason,
    String detail,
    Optional<Duration> retryAfter,
    Optional<Duration> freshFor,
    Optional<URI> movedTo,
    Way way) {

  /** How a document comes. */
  public enum Way {
    /** The source's own address was asked. */
    POLLED,
    /**
     * An older page of the feed was asked (RFC 5005), to fill a gap; a further one of a listing.
     */
    PAGED,
    /** A document was asked that a listing of the source names. */
    LISTED,
    /** A hub delivered it (WebSub). */
    PUSHED,
    /** It came by a transport of its own: a file, a mail. */
    DELIVERED
  }

  /** A poll. */
  public Visit(
      Instant at,
      Duration took,
      OptionalInt status,
      long bytes,
      Cursor cursor,
      Optional<Reason> reason,
      String detail,
      Optional<Duration> retryAfter,
      Optional<Duration> freshFor,
      Optional<URI> movedTo) {
    this(
        at, took, status, bytes, cursor, reason, detail, retryAfter, freshFor, movedTo, Way.POLLED);
  }

  /** A delivery that came by itself: a file, a mail, a push. */
  public static Visit delivery(Instant at, long bytes) {
    return arrival(at, bytes, Way.DELIVERED);
  }

  /** A delivery by a hub. */
  public static Visit push(Instant at, long bytes) {
    return arrival(at, bytes, Way.PUSHED);
  }

  private static Visit arrival(Instant at, long bytes, Way way) {
    return new Visit(
        at,
        Duration.ZERO,
        OptionalInt.empty(),
        bytes,
        Cursor.START,
        Optional.empty(),
        "",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        way);
  }

  /** The same visit, failed for the reason given. */
  public Visit failed(Reason why, String message) {
    return new Visit(
        at,
        took,
        status,
        bytes,
        cursor,
        Optional.of(why),
        message,
        retryAfter,
        freshFor,
        movedTo,
        way);
  }

  /** The same visit with something else to remember. */
  public Visit withCursor(Cursor other) {
    return new Visit(
        at, took, status, bytes, other, reason, detail, retryAfter, freshFor, movedTo, way);
  }
}
