package news.dateline.parse;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import news.dateline.model.AltId;
import news.dateline.model.HouseStyle;
import news.dateline.model.Item;
import news.dateline.model.Markup;
import news.dateline.model.PubStatus;
import news.dateline.model.Wire;
import news.dateline.parse.AgencyProfile.Marker;
import news.dateline.parse.AgencyProfile.StoryPart;

/**
 * The house an item comes from: its agency's profile, and behind it what holds of all. A reader
 * reads what its format says; the house then puts right what the agency writes elsewhere or
 * otherwise.
 */
final class House {
  /** Characters at the beginning of a text in which an embargo is announced. */
  private static final int HEAD = 400;

  /** No headline carries more markers than this. */
  private static final int MOST_MARKERS = 5;

  private static final Pattern TAG = Pattern.compile("<[^>]{0,500}>");

  private final AgencyProfile own;
  private final AgencyProfile common;
  private final HouseStyle style;
  private final List<Pattern> datelines;
  private final List<Pattern> embargoes;

  House(AgencyProfile own, AgencyProfile common) {
    this.own = own;
    this.common = common;
    this.style =
        new HouseStyle(
            own.style().zone(),
            both(own.style().signoffs(), common.style().signoffs()),
            both(own.style().nonPublic(), common.style().nonPublic()),
            both(own.style().nonPublicFrom(), common.style().nonPublicFrom()));
    this.datelines = both(own.datelines(), common.datelines());
    this.embargoes = both(own.embargoes(), common.embargoes());
  }

  /** The agency's code; empty when it is not known. */
  Optional<String> agency() {
    return Some.text(own.agency());
  }

  /** What only this agency does. */
  AgencyProfile profile() {
    return own;
  }

  /**
   * A headline without its markers.
   *
   * @param headline what is left
   * @param markers what stood beside it
   * @param label the markers' words, in order; empty when there were none
   */
  record Head(String headline, Set<Marker> markers, String label) {}

  /**
   * Takes the markers off both ends of a headline, or reads a line that is nothing but markers:
   * then the headline is empty.
   */
  Head head(String headline) {
    String rest = headline.strip();
    Set<Marker> found = EnumSet.noneOf(Marker.class);
    StringBuilder label = new StringBuilder();
    for (int i = 0; i < MOST_MARKERS && !rest.isEmpty(); i++) {
      Optional<Cut> cut = cut(rest);
      if (cut.isEmpty()) {
        break;
      }
      found.add(cut.get().marker);
      label.append(label.length() == 0 ? "" : " ").append(cut.get().words.strip());
      rest = cut.get().rest.strip();
    }
    return new Head(rest, found, label.toString());
  }

  private record Cut(Marker marker, String words, String rest) {}

  private Optional<Cut> cut(String text) {
    for (AgencyProfile profile : List.of(own, common)) {
      for (Map.Entry<Marker, List<Pattern>> e : profile.markers().entrySet()) {
        for (Pattern pattern : e.getValue()) {
          Matcher m = pattern.matcher(text);
          while (m.find()) {
            if (m.start() == 0 || m.end() == text.length()) {
              String rest = m.start() == 0 ? text.substring(m.end()) : text.substring(0, m.start());
              return Optional.of(new Cut(e.getKey(), m.group(), rest));
            }
          }
        }
      }
    }
    return Optional.empty();
  }

  /** The dateline a text begins with, by the agency's own patterns. */
  Optional<String> dateline(String text) {
    for (Pattern pattern : datelines) {
      Matcher m = pattern.matcher(text);
      if (m.lookingAt()) {
        return Optional.of(m.group().strip());
      }
    }
    return Optional.empty();
  }

  /** How to tell what is not the story. */
  HouseStyle style() {
    return style;
  }

  /** What is the same in the ids of all versions of a story; the id itself when nothing is said. */
  String story(String id) {
    Optional<Matcher> found = own.story().map(p -> p.matcher(id)).filter(Matcher::matches);
    if (found.isEmpty()) {
      return id;
    }
    Matcher m = found.get();
    StringBuilder story = new StringBuilder();
    for (int i = 1; i <= m.groupCount(); i++) {
      story.append(m.group(i) == null ? "" : m.group(i));
    }
    return story.length() == 0 ? id : story.toString();
  }

  /** When the embargo announced in a text ends, in its words; empty string when it does not say. */
  Optional<String> embargo(String text) {
    for (Pattern pattern : embargoes) {
      Matcher m = pattern.matcher(text);
      if (m.find()) {
        String when = m.groupCount() > 0 && m.group(1) != null ? m.group(1) : "";
        return Optional.of(AuthorForms.fold(when));
      }
    }
    return Optional.empty();
  }

  /**
   * The item as this house means it.
   *
   * @param item as its format's reader read it
   * @param lookup reads further fields of it
   * @param service designation of the transmission; empty string when there is none
   * @param day of the transmission as written; empty string when there is none
   */
  Item finish(Item item, Paths.Lookup lookup, String service, String day) {
    Item read = HouseFields.apply(own, item, lookup);
    Head head = head(AuthorForms.fold(read.headline().value()));
    Set<Marker> markers = EnumSet.noneOf(Marker.class);
    markers.addAll(head.markers());
    Optional<String> note = read.lines().edNote();
    Head noted = head(note.orElse(""));
    markers.addAll(noted.markers());
    for (AltId id : read.identity().altIds()) {
      if (id.role().equals("take")) {
        markers.addAll(head(id.value()).markers());
      }
    }
    boolean marked = !head.markers().isEmpty() && !head.headline().isEmpty();
    Markup headline = marked ? Markup.text(head.headline()) : read.headline();
    Item.Identity identity = identity(read, headline.value(), head.label(), lookup, service, day);
    Item.Editorial said = read.editorial();
    Item.Editorial editorial =
        new Item.Editorial(
            markers.contains(Marker.KILL) ? PubStatus.CANCELED : said.status(),
            said.urgency(),
            said.correction() || markers.contains(Marker.CORRECTION),
            said.genre().or(() -> genre(markers)));
    Optional<String> changes =
        noted.markers().isEmpty() ? Optional.empty() : note; // else it is about something else
    Wire wire = read.wire();
    return new Item(
        identity,
        read.base(),
        read.language().or(own::language),
        headline,
        read.summary(),
        read.body(),
        embargoed(read),
        editorial,
        read.people(),
        read.lines(),
        read.subjects(),
        read.media(),
        new Wire(
            wire.agency().or(this::agency),
            wire.type(),
            wire.letters(),
            wire.note().or(() -> changes),
            wire.hops(),
            wire.relations(),
            style),
        read.raw());
  }

  /** The item as this house means it, when its format has no transmission numbers. */
  Item finish(Item item, Paths.Lookup lookup) {
    return finish(item, lookup, "", "");
  }

  private static Optional<String> genre(Set<Marker> markers) {
    if (markers.contains(Marker.ALERT)) {
      return Optional.of("Alert");
    }
    return markers.contains(Marker.ADVISORY) ? Optional.of("Advisory") : Optional.empty();
  }

  private Item.Identity identity(
      Item item, String headline, String label, Paths.Lookup lookup, String service, String day) {
    Item.Identity said = item.identity();
    Optional<String> id = lookup.first(own.id()).or(said::guid);
    Optional<String> story = id.map(this::story).or(() -> composed(item, headline, service, day));
    List<AltId> altIds = new ArrayList<>(said.altIds());
    Stream.concat(id.stream(), said.guid().stream())
        .filter(i -> !story.equals(Optional.of(i)))
        .distinct()
        .forEach(i -> altIds.add(new AltId("guid", i)));
    if (!label.isEmpty() && altIds.stream().noneMatch(a -> a.role().equals("take"))) {
      altIds.add(new AltId("take", label));
    }
    return new Item.Identity(
        story,
        said.permalink(),
        said.link(),
        lookup.first(own.version()).or(said::version),
        altIds);
  }

  /** Without an id, the fields the agency ties its versions by name the story. */
  private Optional<String> composed(Item item, String headline, String service, String day) {
    List<StoryPart> of = own.storyOf().isEmpty() ? common.storyOf() : own.storyOf();
    StringBuilder name = new StringBuilder();
    for (StoryPart part : of) {
      String value =
          switch (part) {
            case SERVICE -> service;
            case SLUGLINE -> item.lines().slugline().orElse("");
            case HEADLINE -> headline;
            case DAY -> day;
          };
      if (value.isBlank()) {
        return Optional.empty(); // two stories that lack the same field are not one
      }
      name.append(':').append(value.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", "-"));
    }
    boolean named = name.chars().filter(Character::isLetterOrDigit).count() > 3;
    return named && !service.isEmpty()
        ? Optional.of(agency().orElse("wire") + name)
        : Optional.empty();
  }

  private Item.Dates embargoed(Item item) {
    Item.Dates dates = item.dates();
    if (dates.embargo().filter(e -> !e.isBlank()).isPresent()) {
      return dates;
    }
    String body = item.body().value();
    String head = TAG.matcher(body.substring(0, Math.min(body.length(), HEAD))).replaceAll(" ");
    for (String text :
        List.of(
            item.lines().edNote().orElse(""),
            item.headline().value(),
            item.lines().usageTerms().orElse(""),
            head)) {
      Optional<String> until = embargo(text);
      if (until.isPresent()) {
        return new Item.Dates(
            dates.published(), dates.updated(), dates.created(), until, dates.expires());
      }
    }
    return dates;
  }

  private static <T> List<T> both(List<T> first, List<T> second) {
    List<T> all = new ArrayList<>(first);
    second.stream().filter(s -> !first.contains(s)).forEach(all::add);
    return all;
  }
}
