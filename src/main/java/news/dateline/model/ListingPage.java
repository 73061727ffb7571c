package news.dateline.model;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * What a page of a listing names.
 *
 * @param entries documents, in the order of the page
 * @param next where it goes on
 */
public record ListingPage(List<Entry> entries, Optional<URI> next) {
  public ListingPage {
    entries = List.copyOf(entries);
  }

  /**
   * A document.
   *
   * @param address absolute, http or https
   * @param mark the same as long as the document is
   */
  public record Entry(URI address, String mark) {}
}
