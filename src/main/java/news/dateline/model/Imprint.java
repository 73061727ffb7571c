package news.dateline.model;

import java.util.List;
import java.util.Optional;

/**
 * What of a version is kept, so that the next item can be compared with it.
 *
 * @param fingerprint of the content; opaque to all but {@code items.dedupe}
 * @param place where a new article stands; empty for later versions, and when it has no page of its
 *     own
 * @param paragraphs prints of the paragraphs at the ends of a new article's body, for the source's
 *     {@link ParagraphBook}; empty for later versions
 */
public record Imprint(String fingerprint, Optional<Place> place, List<Long> paragraphs) {
  public Imprint {
    paragraphs = List.copyOf(paragraphs);
  }

  /** Before its paragraphs are known. */
  public Imprint(String fingerprint, Optional<Place> place) {
    this(fingerprint, place, List.of());
  }

  /** A fingerprint alone. */
  public static Imprint of(String fingerprint) {
    return new Imprint(fingerprint, Optional.empty());
  }

  /** The same of a story with these paragraphs. */
  public Imprint with(List<Long> prints) {
    return new Imprint(fingerprint, place, prints);
  }

  /**
   * A story's page.
   *
   * @param key the page under its publisher, opaque
   * @param number how many articles stood there before: two that come at once cannot both be the
   *     first
   */
  public record Place(String key, int number) {}
}
