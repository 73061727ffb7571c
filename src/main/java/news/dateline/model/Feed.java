package news.dateline.model;

import java.time.Duration;
import java.util.Optional;

/**
 * What a document says of itself, beside its items.
 *
 * @param format the reader's name for what it found, with the version: {@code rss-2.0}, {@code
 *     atom-1.0}, {@code json-feed-1.1}, {@code newsml-1.2}, {@code nitf}, {@code text}
 * @param title of the feed
 * @param language BCP 47 as written
 * @param ttl the wait the feed asks for ({@code ttl}, {@code sy:*})
 * @param hub WebSub hub
 * @param self the feed's own address
 * @param repaired true when the document was malformed and had to be mended
 */
public record Feed(
    String format,
    Optional<String> title,
    Optional<String> language,
    Optional<Duration> ttl,
    Optional<String> hub,
    Optional<String> self,
    boolean repaired) {

  /** Only the format is known. */
  public static Feed of(String format) {
    return new Feed(
        format,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false);
  }
}
