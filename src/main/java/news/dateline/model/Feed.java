package news.dateline.model;

import java.util.List;
import java.util.Optional;

/**
 * What a document says of itself, beside its items.
 *
 * @param format the reader's name for what it found, with the version: {@code rss-2.0}, {@code
 *     atom-1.0}, {@code json-feed-1.1}, {@code newsml-1.2}, {@code nitf}, {@code text}
 * @param title of the feed
 * @param language BCP 47 as written
 * @param schedule when it wants to be asked
 * @param links hubs, its own address, further pages: those of the answer's {@code Link} headers
 *     before those in the document (WebSub §4)
 * @param repaired true when the document was malformed and had to be mended
 * @param serials the numbers its service gave its transmissions, in order
 * @param listing what it names when it is a page of a listing (its source says so); else empty
 */
public record Feed(
    String format,
    Optional<String> title,
    Optional<String> language,
    Schedule schedule,
    WebLinks links,
    boolean repaired,
    List<Serial> serials,
    Optional<ListingPage> listing) {
  public Feed {
    serials = List.copyOf(serials);
  }

  /** A document without transmission numbers. */
  public Feed(
      String format,
      Optional<String> title,
      Optional<String> language,
      Schedule schedule,
      WebLinks links,
      boolean repaired) {
    this(format, title, language, schedule, links, repaired, List.of(), Optional.empty());
  }

  /** Only the format is known. */
  public static Feed of(String format) {
    return new Feed(
        format, Optional.empty(), Optional.empty(), Schedule.UNSAID, WebLinks.NONE, false);
  }

  /** The same under another title and language. */
  public Feed titled(Optional<String> newTitle, Optional<String> newLanguage) {
    return new Feed(format, newTitle, newLanguage, schedule, links, repaired, serials, listing);
  }

  /** The same, mended or not. */
  public Feed repaired(boolean mended) {
    return new Feed(format, title, language, schedule, links, mended, serials, listing);
  }

  /** The same with the links of its answer before its own. */
  public Feed after(WebLinks answer) {
    return new Feed(
        format, title, language, schedule, answer.then(links), repaired, serials, listing);
  }

  /** The same with transmission numbers. */
  public Feed numbered(List<Serial> numbers) {
    return new Feed(format, title, language, schedule, links, repaired, numbers, listing);
  }

  /** The same as a page of a listing. */
  public Feed listing(ListingPage page) {
    return new Feed(format, title, language, schedule, links, repaired, serials, Optional.of(page));
  }
}
