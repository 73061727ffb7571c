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
    Optional<URI> movedTo) {

  /** A delivery that came by itself: a file, a mail, a push. */
  public static Visit delivery(Instant at, long bytes) {
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
        Optional.empty());
  }

  /** The same visit, failed for the reason given. */
  public Visit failed(Reason why, String message) {
    return new Visit(
        at, took, status, bytes, cursor, Optional.of(why), message, retryAfter, freshFor, movedTo);
  }
}
