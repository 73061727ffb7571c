package news.dateline.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import news.dateline.model.Item;
import news.dateline.model.Lines;
import news.dateline.model.Markup;
import news.dateline.model.Person;
import news.dateline.model.PubStatus;
import news.dateline.model.Subject;

/** The fields an agency writes where its format does not look for them ({@code wire.fields}). */
final class HouseFields {
  /** The names {@code agencies.yaml} may use. */
  static final List<String> NAMES =
      List.of(
          "headline",
          "summary",
          "body",
          "language",
          "urgency",
          "status",
          "correction",
          "canceled",
          "genre",
          "published",
          "updated",
          "created",
          "embargo",
          "expires",
          "byline",
          "author",
          "credit",
          "dateline",
          "slugline",
          "located",
          "copyright-holder",
          "copyright",
          "usage",
          "note",
          "keywords");

  private HouseFields() {}

  /**
   * The item with what stands at the profile's paths in place of what its format's reader found.
   */
  static Item apply(AgencyProfile profile, Item item, Paths.Lookup lookup) {
    if (profile.fields().isEmpty()) {
      return item;
    }
    Found found = new Found(profile, lookup);
    Item.Dates dates = item.dates();
    Item.Editorial editorial = item.editorial();
    OptionalInt urgency = Some.integer(found.text("urgency"));
    Lines lines = item.lines();
    return new Item(
        item.identity(),
        item.base(),
        found.or("language", item.language()),
        found.text("headline").map(Markup::text).orElse(item.headline()),
        found.text("summary").map(Markup::guess).orElse(item.summary()),
        found.text("body").map(Markup::guess).orElse(item.body()),
        new Item.Dates(
            found.or("published", dates.published()),
            found.or("updated", dates.updated()),
            found.or("created", dates.created()),
            found.or("embargo", dates.embargo()),
            found.or("expires", dates.expires())),
        new Item.Editorial(
            found.is("canceled")
                ? PubStatus.CANCELED
                : found
                    .text("status")
                    .map(NinjsItem::status)
                    .filter(status -> status != PubStatus.USABLE)
                    .orElse(editorial.status()),
            urgency.isPresent() ? urgency : editorial.urgency(),
            editorial.correction() || found.is("correction"),
            found.or("genre", editorial.genre())),
        found.people(item.people()),
        new Lines(
            found.or("byline", lines.byline()),
            found.or("credit", lines.credit()),
            found.or("dateline", lines.dateline()),
            found.or("slugline", lines.slugline()),
            found.or("located", lines.located()),
            found.or("copyright-holder", lines.copyrightHolder()),
            found.or("copyright", lines.copyrightNotice()),
            found.or("usage", lines.usageTerms()),
            found.or("note", lines.edNote())),
        found.subjects(item.subjects()),
        item.media(),
        item.wire(),
        item.raw());
  }

  /** What stands at the paths of one profile in one item. */
  private record Found(AgencyProfile profile, Paths.Lookup lookup) {
    Optional<String> text(String field) {
      return lookup.first(profile.fields().getOrDefault(field, List.of()));
    }

    Optional<String> or(String field, Optional<String> otherwise) {
      return text(field).or(() -> otherwise);
    }

    /** Whether a flag is raised there. */
    boolean is(String field) {
      return text(field).filter(t -> t.matches("(?i)true|yes|1")).isPresent();
    }

    private List<String> all(String field) {
      return profile.fields().getOrDefault(field, List.of()).stream()
          .flatMap(path -> lookup.at(path).stream())
          .toList();
    }

    List<Person> people(List<Person> otherwise) {
      List<Person> found = all("author").stream().map(Person::author).toList();
      return found.isEmpty() ? otherwise : found;
    }

    List<Subject> subjects(List<Subject> known) {
      List<Subject> out = new ArrayList<>(known);
      all("keywords").forEach(k -> out.add(Subject.named(k)));
      return out;
    }
  }
}
