package news.dateline.model;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An address that is still to be asked for a source, beside its feed. Older pages of a feed (RFC
 * 5005): all items of a document were new though the source was read before, so some may have
 * fallen out of it; one page is asked at a time, newest first, until one brings an item that is
 * known. Further pages of a listing, and the documents that it names.
 *
 * @param source id
 * @param feed the address it is a gap of: void once the source has another one
 * @param page the address to ask next
 * @param kind what is there
 * @param left how many pages may be asked yet, this one included
 * @param failures times this page could not be read
 * @param since when the gap was found
 * @param due when the page may be asked
 */
public record Gap(
    String source,
    URI feed,
    URI page,
    Kind kind,
    int left,
    int failures,
    Instant since,
    Instant due) {

  /** What an address to be asked holds. */
  public enum Kind {
    /** An older page of a feed. */
    OLDER,
    /** A further page of a listing. */
    FURTHER,
    /** A document that a listing names. */
    DOCUMENT
  }

  /** An older page. */
  public Gap(
      String source, URI feed, URI page, int left, int failures, Instant since, Instant due) {
    this(source, feed, page, Kind.OLDER, left, failures, since, due);
  }

  /** A document that a listing names, to be asked at once. */
  public static Gap ofDocument(Source source, URI address, Instant now) {
    return new Gap(
        source.id(), source.feed().orElse(address), address, Kind.DOCUMENT, 1, 0, now, now);
  }

  /** The same, to be asked at another time. */
  public Gap dueAt(Instant other) {
    return new Gap(source, feed, page, kind, left, failures, since, other);
  }

  /** The same, after the page could not be read. */
  public Gap failedUntil(Instant next) {
    return new Gap(source, feed, page, kind, left, failures + 1, since, next);
  }

  /** The same one page on. */
  public Gap on(URI nextPage, Instant next) {
    return new Gap(source, feed, nextPage, kind, left - 1, 0, since, next);
  }

  /**
   * What a document changes of the gaps of its source; committed with it, so that a crash between
   * two pages loses nothing.
   *
   * @param over no longer to be asked
   * @param open to be asked
   * @param listed documents to be asked
   * @param marks of these documents: what bears one of them is not asked again
   */
  public record Change(
      Optional<Gap> over, Optional<Gap> open, List<Gap> listed, List<String> marks) {
    /** Nothing changes. */
    public static final Change NONE = new Change(Optional.empty(), Optional.empty());

    /** Of pages alone. */
    public Change(Optional<Gap> over, Optional<Gap> open) {
      this(over, open, List.of(), List.of());
    }

    public Change {
      listed = List.copyOf(listed);
      marks = List.copyOf(marks);
    }
  }
}
