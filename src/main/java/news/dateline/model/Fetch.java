package news.dateline.model;

import java.time.Instant;
import java.util.Optional;

/**
 * What came of asking a source. A 304 is the commonest good outcome, so none of these is an
 * exception.
 */
public sealed interface Fetch {
  /** The source asked. */
  Source source();

  /** What the visit was like. */
  Visit visit();

  /** New bytes. */
  record Fetched(Document document) implements Fetch {
    @Override
    public Source source() {
      return document.source();
    }

    @Override
    public Visit visit() {
      return document.visit();
    }
  }

  /** The source answered 304, or the bytes equal the last ones read. */
  record Unchanged(Source source, Visit visit) implements Fetch {}

  /** Not asked now, because its host is being paced or asked for a pause. */
  record Deferred(Source source, Visit visit, Instant until) implements Fetch {}

  /**
   * No usable answer; {@link Visit#reason()} says why.
   *
   * @param evidence what of the answer was read, to be buried; empty when nothing came
   */
  record Failed(Source source, Visit visit, Optional<Document> evidence) implements Fetch {}
}
