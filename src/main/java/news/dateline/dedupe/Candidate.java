package news.dateline.dedupe;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import news.dateline.model.Item;
import news.dateline.model.PubStatus;
import news.dateline.model.Source;

/**
 * An item with what it may be called and what it says.
 *
 * @param places keys of the places it may be known at besides: first that of the story's page under
 *     its publisher, when it has one
 * @param place the first of them; empty when it has no page of its own
 * @param twin key of its words under its source, for items whose ids and addresses change; empty
 *     when it says too little
 */
record Candidate(
    Item item,
    Identity identity,
    Fingerprint fingerprint,
    Optional<String> place,
    Set<String> places,
    Optional<String> twin) {
  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]*");

  /**
   * @param noise query parameters that change at every fetch of this source
   * @param polled it stood in a feed: what agencies deliver has ids that can be relied on
   */
  static Candidate of(Item item, Source source, Set<String> noise, boolean polled) {
    Identity identity = Identity.of(item, source.id(), noise);
    Fingerprint print = Fingerprint.of(item);
    Optional<String> place = identity.page().flatMap(page -> placeOf(page, source.name()));
    Optional<String> former =
        identity.former().page().flatMap(page -> placeOf(page, source.name()));
    Set<String> places =
        former.isEmpty() || former.equals(place)
            ? place.map(Set::of).orElse(Set.of())
            : place.map(p -> Set.of(p, former.get())).orElse(Set.of(former.get()));
    Optional<String> twin =
        polled && !item.headline().value().isBlank()
            ? Optional.of(
                new Hash64().add("twin").end().add(source.id()).end().add(print.words()).hex())
            : Optional.empty();
    return new Candidate(item, identity, print, place, places, twin);
  }

  /** The places an article made of it stands at. */
  List<String> stands() {
    List<String> keys = new ArrayList<>(2);
    place.ifPresent(keys::add);
    twin.ifPresent(keys::add);
    return keys;
  }

  /** Every place it may be known at. */
  List<String> keys() {
    List<String> keys = new ArrayList<>(places);
    twin.ifPresent(keys::add);
    return keys;
  }

  /** The author's own number of this version, when it has one that can be one of ours; else 0. */
  long number() {
    String version = item.identity().version().orElse("").strip();
    boolean counts = version.length() <= 18 && NUMBER.matcher(version).matches();
    return counts ? Long.parseLong(version) : 0;
  }

  /** It has an id that is one. */
  boolean hasGuid() {
    return item.identity().guid().isPresent() && !identity.byLink();
  }

  /** A kill counts whichever of the publisher's sources it comes by. */
  boolean isKill() {
    return item.editorial().status() == PubStatus.CANCELED;
  }

  /** Another story under the same name, not another wording of the same story. */
  boolean isApartFrom(Fingerprint other) {
    return !fingerprint.sameHeadline(other) && (!fingerprint.sameLink(other) || !hasGuid());
  }

  boolean saysAs(Candidate other) {
    return fingerprint.sameWords(other.fingerprint);
  }

  /** Names that tell it from others which share all of {@link Identity#all}. */
  List<String> details() {
    return Identity.details(item, identity.minted());
  }

  /** Letters of its text, without markup. */
  int length() {
    return letters(item.summary().value()) + letters(item.body().value());
  }

  private static int letters(String text) {
    int letters = 0;
    boolean tag = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      tag = c == '<' || (tag && c != '>');
      letters += tag || c == '>' ? 0 : 1;
    }
    return letters;
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
