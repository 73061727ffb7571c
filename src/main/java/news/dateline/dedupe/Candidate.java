package news.dateline.dedupe;

import java.util.Optional;
import java.util.regex.Pattern;
import news.dateline.model.Item;
import news.dateline.model.Source;

/**
 * An item with what it may be called and what it says.
 *
 * @param place key of the story's page under its publisher; empty when it has none
 */
record Candidate(Item item, Identity identity, Fingerprint fingerprint, Optional<String> place) {
  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]*");

  static Candidate of(Item item, Source source) {
    Identity identity = Identity.of(item, source.id());
    return new Candidate(
        item,
        identity,
        Fingerprint.of(item),
        identity.page().flatMap(page -> placeOf(page, source.name())));
  }

  /** The author's own number of this version, when it has one that can be one of ours; else 0. */
  long number() {
    String version = item.identity().version().orElse("").strip();
    boolean counts = version.length() <= 18 && NUMBER.matcher(version).matches();
    return counts ? Long.parseLong(version) : 0;
  }

  /** Another story under the same name, not another wording of the same story. */
  boolean isApartFrom(Fingerprint other) {
    return !fingerprint.sameHeadline(other)
        && (!fingerprint.sameLink(other) || item.identity().guid().isEmpty());
  }

  /**
   * Scheme and "www." come and go without the story moving. The front page is no story's own, nor
   * is a page of another publisher the same place.
   */
  private static Optional<String> placeOf(String page, String publisher) {
    int start = page.indexOf("://");
    if (start < 0) {
      return Optional.empty();
    }
    start += 3;
    if (page.startsWith("www.", start)) {
      start += 4;
    }
    int path = page.indexOf('/', start);
    if (path < 0 || path == page.length() - 1) {
      return Optional.empty();
    }
    return Optional.of(new Hash64().add(publisher).end().add(page.substring(start)).hex());
  }
}
