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
 * @param page an older page of the feed (RFC 5005) to ask for instead of the feed itself
 */
public record Poll(Source source, Cursor cursor, boolean conditional, Optional<URI> page) {
  /** The feed itself. */
  public Poll(Source source, Cursor cursor, boolean conditional) {
    this(source, cursor, conditional, Optional.empty());
  }

  /** An older page of it: always whole, since only the feed itself has a cursor. */
  public static Poll page(Source source, URI page) {
    return new Poll(source, Cursor.START, false, Optional.of(page));
  }
}
