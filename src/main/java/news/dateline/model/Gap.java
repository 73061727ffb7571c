package news.dateline.model;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * Items of a feed that may have fallen out of it before they were read, looked for on its older
 * pages (RFC 5005): all items of a document were new though the source was read before. One page is
 * asked at a time, newest first, until one brings an item that is known.
 *
 * @param source id
 * @param feed the address it is a gap of: void once the source has another one
 * @param page the page to ask next
 * @param left how many pages may be asked yet, this one included
 * @param failures times this page could not be read
 * @param since when the gap was found
 * @param due when the page may be asked
 */
public record Gap(
    String source, URI feed, URI page, int left, int failures, Instant since, Instant due) {

  /** The same, to be asked at another time. */
  public Gap dueAt(Instant other) {
    return new Gap(source, feed, page, left, failures, since, other);
  }

  /** The same, after the page could not be read. */
  public Gap failedUntil(Instant next) {
    return new Gap(source, feed, page, left, failures + 1, since, next);
  }

  /** The same one page on. */
  public Gap on(URI nextPage, Instant next) {
    return new Gap(source, feed, nextPage, left - 1, 0, since, next);
  }

  /**
   * What a document changes of the gaps of its source; committed with it, so that a crash between
   * two pages loses nothing.
   *
   * @param over no longer to be asked
   * @param open to be asked
   */
  public record Change(Optional<Gap> over, Optional<Gap> open) {
    /** Nothing changes. */
    public static final Change NONE = new Change(Optional.empty(), Optional.empty());

    public boolean isEmpty() {
      return over.isEmpty() && open.isEmpty();
    }
  }
}
