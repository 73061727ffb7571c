package news.dateline.model;

import java.util.List;

/**
 * What of a version is kept, so that the next item can be compared with it.
 *
 * @param fingerprint of the content; opaque to all but {@code items.dedupe}
 * @param places where a new article stands: its page, and what its words are found by; empty for
 *     later versions, and when it has none
 * @param paragraphs prints of the paragraphs at the ends of a new article's body, for the source's
 *     {@link ParagraphBook}; empty for later versions
 */
public record Imprint(String fingerprint, List<Place> places, List<Long> paragraphs) {
  public Imprint {
    places = List.copyOf(places);
    paragraphs = List.copyOf(paragraphs);
  }

  /** Before its paragraphs are known. */
  public Imprint(String fingerprint, List<Place> places) {
    this(fingerprint, places, List.of());
  }

  /** A fingerprint alone. */
  public static Imprint of(String fingerprint) {
    return new Imprint(fingerprint, List.of());
  }

  /** The same of a story with these paragraphs. */
  public Imprint with(List<Long> prints) {
    return new Imprint(fingerprint, places, prints);
  }

  /**
   * A story's page, or its words.
   *
   * @param key the page under its publisher, or the words under their source; opaque
   * @param number how many articles stood there before: two that come at once cannot both be the
   *     first
   */
  public record Place(String key, int number) {}
}
