package news.dateline.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import news.dateline.model.Item;
import news.dateline.model.Person;

/**
 * Fields of the goldens of gofeed and feedsmith, whose names agree where they mean the same. The
 * raw extension trees both keep beside the fields made of them are not part of an article, nor is
 * what the feed says of itself beyond title, language and its own address.
 */
final class GoldenFields {
  private GoldenFields() {}

  static FieldTable table() {
    FieldTable t = new FieldTable();
    for (String entry : List.of("items.*", "entries.*")) {
      texts(t, entry);
      dates(t, entry);
      people(t, entry);
      rest(t, entry);
    }
    t.put("title", (s, n, v) -> s.feedTitle(v.asText()));
    t.put("language", (s, n, v) -> s.feedLanguage(v.asText()));
    t.put(
        "feedLink",
        (s, n, v) ->
            s.feed()
                .links()
                .first("self")
                .map(Object::toString)
                .filter(v.asText()::equals)
                .isPresent());
    t.put(
        List.of("feedVersion", "version"),
        (s, n, v) -> v.asText().isEmpty() || s.feed().format().endsWith("-" + v.asText()));
    return t;
  }

  /** Leaves that every golden has: a file with no other says nothing of articles. */
  static boolean isFrame(String name) {
    return name.equals("feedType") || name.equals("feedVersion") || name.equals("version");
  }

  private static void texts(FieldTable t, String e) {
    t.put(e + ".title", (s, n, v) -> s.title(n[0], v.asText()));
    t.put(List.of(e + ".description", e + ".summary"), (s, n, v) -> s.anyText(n[0], v.asText()));
    t.put(
        List.of(
            e + ".content",
            e + ".content.value",
            e + ".content.encoded",
            e + ".content_html",
            e + ".content_text"),
        (s, n, v) -> s.anyText(n[0], v.asText()));
    t.put(List.of(e + ".rights", e + ".dc.rights"), (s, n, v) -> s.rights(n[0], v.asText()));
    t.put(e + ".language", (s, n, v) -> s.language(n[0], v.asText()));
  }

  private static void dates(FieldTable t, String e) {
    t.put(
        List.of(e + ".publishedParsed", e + ".pubDateParsed"),
        (s, n, v) -> at(v).filter(d -> s.published(n[0], d)).isPresent());
    t.put(e + ".updatedParsed", (s, n, v) -> at(v).filter(d -> s.updated(n[0], d)).isPresent());
    t.put(
        List.of(e + ".published", e + ".pubDate", e + ".date_published"),
        (s, n, v) -> s.written(n[0], Item.Dates::published, v.asText()));
    t.put(
        List.of(e + ".updated", e + ".date_modified"),
        (s, n, v) -> s.written(n[0], d -> d.updated().or(d::published), v.asText()));
  }

  private static Optional<Instant> at(JsonNode v) {
    try {
      return Optional.of(Instant.parse(v.asText()));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static void people(FieldTable t, String e) {
    t.put(
        List.of(e + ".author", e + ".dc.creator", e + ".authors.*"),
        (s, n, v) -> s.written(n[0], "author", v.asText()));
    t.put(e + ".dc.contributor", (s, n, v) -> s.written(n[0], "contributor", v.asText()));
    for (String field : List.of("name", "email", "uri", "url")) {
      t.put(e + ".author." + field, person("author", field, 0));
      t.put(e + ".authors.*." + field, person("author", field, -1));
      t.put(e + ".contributors.*." + field, person("contributor", field, -1));
    }
  }

  private static FieldTable.Check person(String role, String field, int which) {
    return (s, n, v) ->
        s.person(n[0], role, which < 0 ? n[1] : which)
            .filter(p -> Texts.sameWords(value(p, field), v.asText()))
            .isPresent();
  }

  private static String value(Person p, String field) {
    return switch (field) {
      case "name" -> p.name();
      case "email" -> p.email().orElse("");
      default -> p.uri().orElse("");
    };
  }

  private static void rest(FieldTable t, String e) {
    t.put(e + ".link", (s, n, v) -> s.link(n[0], v.asText()));
    t.put(List.of(e + ".url", e + ".external_url"), (s, n, v) -> s.anyAddress(n[0], v.asText()));
    t.put(e + ".links.*", (s, n, v) -> s.anyAddress(n[0], v.asText()));
    t.put(
        List.of(e + ".guid", e + ".guid.value", e + ".id"), (s, n, v) -> s.guid(n[0], v.asText()));
    t.put(e + ".guid.isPermalink", (s, n, v) -> s.permalink(n[0], v.asText().equals("true")));
    t.put(
        List.of(e + ".image", e + ".banner_image", e + ".image.url"),
        (s, n, v) -> s.picture(n[0], v.asText()));
    for (String media : List.of(".enclosure.", ".enclosures.*.", ".attachments.*.")) {
      t.put(e + media + "url", (s, n, v) -> s.media(n[0], m -> Shown.sameAddress(m, v.asText())));
      t.put(
          List.of(e + media + "type", e + media + "mime_type"),
          (s, n, v) ->
              v.asText().isEmpty()
                  || s.mediaWith(n[0], m -> m.contentType().equals(Optional.of(v.asText()))));
      t.put(
          List.of(e + media + "length", e + media + "size_in_bytes"),
          (s, n, v) ->
              v.asText().isEmpty() || s.mediaWith(n[0], m -> m.size().orElse(-1) == v.asLong()));
      t.put(
          e + media + "duration_in_seconds",
          (s, n, v) -> s.mediaWith(n[0], m -> m.duration().orElse(-1) == v.asInt()));
    }
    t.put(
        List.of(
            e + ".categories.*",
            e + ".categories.*.value",
            e + ".categories.*.name",
            e + ".categories.*.term",
            e + ".categories.*.label",
            e + ".tags.*"),
        (s, n, v) ->
            s.subject(
                n[0],
                x ->
                    Texts.sameWords(x.name(), v.asText())
                        || x.code().filter(v.asText()::equals).isPresent()));
    t.put(
        List.of(e + ".categories.*.domain", e + ".categories.*.scheme"),
        (s, n, v) ->
            v.asText().isEmpty()
                || s.subject(n[0], x -> x.scheme().filter(v.asText()::equals).isPresent()));
  }
}
