package news.dateline.model;

import java.util.Optional;

/**
 * What of a version is kept, so that the next item can be compared with it.
 *
 * @param fingerprint of the content; opaque to all but {@code items.dedupe}
 * @param place where a new article stands; empty for later versions, and when it has no page of its
 *     own
 */
public record Imprint(String fingerprint, Optional<Place> place) {

  /** A fingerprint alone. */
  public static Imprint of(String fingerprint) {
    return new Imprint(fingerprint, Optional.empty());
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
