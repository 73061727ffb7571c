package news.dateline.model;

import java.util.Optional;

/**
 * How far we have read a source: what the next conditional request sends, and what tells that a
 * body is the one seen last.
 *
 * @param etag the last {@code ETag}, exactly as sent, quotes and {@code W/} included
 * @param lastModified the last {@code Last-Modified}, exactly as sent
 * @param bodyHash SHA-256 of the last body that was read to the end and committed; of a delta (RFC
 *     3229) marked as such, so that it never equals a whole body's
 */
public record Cursor(
    Optional<String> etag, Optional<String> lastModified, Optional<String> bodyHash) {
  /** Nothing read yet. */
  public static final Cursor START =
      new Cursor(Optional.empty(), Optional.empty(), Optional.empty());

  /** Stands before the hash of a delta. */
  public static final String DELTA = "im-feed:";

  /** Whether the last body was a delta (RFC 3229): only what was new, not the whole feed. */
  public boolean ofDelta() {
    return bodyHash.filter(h -> h.startsWith(DELTA)).isPresent();
  }
}
