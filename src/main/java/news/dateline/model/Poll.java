package news.dateline.model;

import java.net.URI;
import java.util.Optional;

/**
 * A source that is due, and how far it has been read: the body of the exchange that reaches {@code
 * sources.fetch}.
 *
 * @param source to ask
 * @param cursor what the conditional request sends
 * @param conditional false: ask for the whole body whatever the validators say
 * @param page the address to ask instead of the feed's own: an older page of it (RFC 5005), where a
 *     listing goes on, a document that it lists
 * @param way how what comes of it came
 */
public record Poll(
    Source source, Cursor cursor, boolean conditional, Optional<URI> page, Visit.Way way) {
  /** The feed itself. */
  public Poll(Source source, Cursor cursor, boolean conditional) {
    this(source, cursor, conditional, Optional.empty(), Visit.Way.POLLED);
  }

  /** An older page of it: always whole, since only the feed itself has a cursor. */
  public static Poll page(Source source, URI page) {
    return new Poll(source, Cursor.START, false, Optional.of(page), Visit.Way.PAGED);
  }

  /** A document that it lists. */
  public static Poll listed(Source source, URI document) {
    return new Poll(source, Cursor.START, false, Optional.of(document), Visit.Way.LISTED);
  }

  /**
   * The same poll where its listing goes on: without the validators, which are those of the place
   * before; the same bytes are still known by their hash.
   */
  public Poll at(URI place) {
    Cursor bytes = new Cursor(Optional.empty(), Optional.empty(), cursor.bodyHash());
    return new Poll(source, bytes, false, Optional.of(place), way);
  }
}
