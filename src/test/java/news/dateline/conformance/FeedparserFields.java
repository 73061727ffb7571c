package news.dateline.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import news.dateline.model.Item;
import news.dateline.model.Person;

/**
 * Fields of feedparser's result ({@code entries[0].title}, {@code feed.title} ...) and where an
 * article shows them. What the feed says of itself beyond title and language, an entry's {@code
 * source}, geography, chapters and podcast flags are not part of an article.
 */
final class FeedparserFields {
  private FeedparserFields() {}

  static FieldTable table() {
    FieldTable t = new FieldTable();
    texts(t);
    names(t);
    dates(t);
    people(t);
    rest(t);
    t.put(List.of("feed.title", "feed.title_detail.value"), (s, n, v) -> s.feedTitle(v.asText()));
    t.put("feed.language", (s, n, v) -> s.feedLanguage(v.isNull() ? "" : v.asText()));
    t.put(
        "feed.ttl",
        (s, n, v) ->
            s.feed().schedule().ttl().map(d -> d.toMinutes() + "").orElse("").equals(v.asText()));
    t.put("version", (s, n, v) -> version(s.feed().format(), v.asText()));
    return t;
  }

  private static void texts(FieldTable t) {
    t.put(
        List.of("entries.*.title", "entries.*.title_detail.value"),
        (s, n, v) -> s.title(n[0], v.asText()));
    t.put(
        List.of(
            "entries.*.summary",
            "entries.*.summary_detail.value",
            "entries.*.description",
            "entries.*.subtitle"),
        (s, n, v) -> s.anyText(n[0], v.asText()));
    t.put("entries.*.content.*.value", (s, n, v) -> s.anyText(n[0], v.asText()));
    t.put("entries.*.title_detail.type", (s, n, v) -> s.kind(n[0], Item::headline, v.asText()));
    t.put("entries.*.summary_detail.type", (s, n, v) -> s.kind(n[0], s::summaryOrBody, v.asText()));
    t.put("entries.*.content.*.type", (s, n, v) -> s.kind(n[0], Item::body, v.asText()));
    t.put(
        List.of("entries.*.summary_detail.base", "entries.*.content.*.base"),
        (s, n, v) -> s.textBase(n[0], v.asText()));
    t.put(
        List.of(
            "entries.*.language",
            "entries.*.title_detail.language",
            "entries.*.summary_detail.language",
            "entries.*.content.*.language"),
        (s, n, v) -> s.language(n[0], v.isNull() ? "" : v.asText()));
    t.put(
        List.of("entries.*.rights", "entries.*.rights_detail.value", "entries.*.copyright"),
        (s, n, v) -> s.rights(n[0], v.asText()));
    t.put(
        "entries.*.license",
        (s, n, v) ->
            s.article(n[0])
                .flatMap(a -> a.lines().usageTerms())
                .filter(v.asText()::equals)
                .isPresent());
  }

  private static void names(FieldTable t) {
    t.put(List.of("entries.*.id", "entries.*.guid"), (s, n, v) -> s.guid(n[0], v.asText()));
    t.put("entries.*.guidislink", (s, n, v) -> s.permalink(n[0], v.asBoolean()));
    t.put("entries.*.link", (s, n, v) -> s.link(n[0], v.asText()));
    t.put("entries.*.links.*.href", (s, n, v) -> s.anyAddress(n[0], v.asText()));
    for (String name : List.of("enclosures", "media_content")) {
      t.put(
          List.of("entries.*." + name + ".*.href", "entries.*." + name + ".*.url"),
          (s, n, v) -> s.media(n[0], m -> Shown.sameAddress(m, v.asText())));
      t.put(
          "entries.*." + name + ".*.type",
          (s, n, v) -> s.mediaWith(n[0], m -> m.contentType().equals(Optional.of(v.asText()))));
    }
    t.put(
        "entries.*.enclosures.*.length",
        (s, n, v) -> s.mediaWith(n[0], m -> m.size().orElse(-1) == v.asLong()));
    t.put(
        List.of("entries.*.image.href", "entries.*.media_thumbnail.*.url"),
        (s, n, v) -> s.picture(n[0], v.asText()));
  }

  private static void dates(FieldTable t) {
    t.put(
        "entries.*.published_parsed",
        (s, n, v) -> at(v).filter(d -> s.published(n[0], d)).isPresent());
    t.put(
        "entries.*.updated_parsed", (s, n, v) -> at(v).filter(d -> s.updated(n[0], d)).isPresent());
    t.put(
        "entries.*.created_parsed", (s, n, v) -> at(v).filter(d -> s.created(n[0], d)).isPresent());
    t.put(
        "entries.*.expired_parsed", (s, n, v) -> at(v).filter(d -> s.expires(n[0], d)).isPresent());
    t.put("entries.*.published", written(Item.Dates::published));
    t.put("entries.*.updated", written(d -> d.updated().or(d::published)));
    t.put("entries.*.created", written(d -> d.created().or(d::published)));
    t.put("entries.*.expired", written(Item.Dates::expires));
  }

  private static FieldTable.Check written(Function<Item.Dates, Optional<String>> date) {
    return (s, n, v) -> s.written(n[0], date, v.asText());
  }

  /** A Python time tuple: year, month, day, hour, minute, second ... in UTC. */
  private static Optional<Instant> at(JsonNode v) {
    try {
      return Optional.of(
          LocalDateTime.of(
                  v.path(0).asInt(),
                  v.path(1).asInt(),
                  v.path(2).asInt(),
                  v.path(3).asInt(),
                  v.path(4).asInt(),
                  v.path(5).asInt())
              .toInstant(ZoneOffset.UTC));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static void people(FieldTable t) {
    t.put("entries.*.author", (s, n, v) -> s.written(n[0], "author", v.asText()));
    for (String field : List.of("name", "email", "url", "href")) {
      t.put("entries.*.author_detail." + field, person("author", 0, field));
      t.put("entries.*.authors.*." + field, person("author", -1, field));
      t.put("entries.*.contributors.*." + field, person("contributor", -1, field));
    }
  }

  private static FieldTable.Check person(String role, int which, String field) {
    return (s, n, v) ->
        s.person(n[0], role, which < 0 ? n[1] : which)
            .filter(p -> value(p, field).equals(v.asText()))
            .isPresent();
  }

  private static String value(Person p, String field) {
    return switch (field) {
      case "name" -> p.name();
      case "email" -> p.email().orElse("");
      default -> p.uri().orElse("");
    };
  }

  private static void rest(FieldTable t) {
    t.put(
        List.of("entries.*.tags.*.term", "entries.*.tags.*.label"),
        (s, n, v) ->
            s.subject(n[0], n[1])
                .filter(
                    x ->
                        x.name().equals(v.asText())
                            || x.code().filter(v.asText()::equals).isPresent())
                .isPresent());
    t.put(
        "entries.*.tags.*.scheme",
        (s, n, v) ->
            s.subject(n[0], n[1]).flatMap(x -> x.scheme()).filter(v.asText()::equals).isPresent());
    t.put(
        "entries.*.category",
        (s, n, v) -> s.subject(n[0], 0).filter(x -> x.name().equals(v.asText())).isPresent());
  }

  /** {@code atom10}, {@code rss091u}: format and version without dots; unknown versions open. */
  private static boolean version(String format, String expected) {
    String wanted = expected.toLowerCase(Locale.ROOT);
    String ours = format.replace("-", "").replace(".", "");
    if (wanted.startsWith("rss091")) {
      return ours.equals("rss091");
    }
    if (wanted.equals("rss090")) {
      return ours.equals("rss09") || ours.equals("rss090");
    }
    return wanted.equals("rss20") ? ours.startsWith("rss2") : ours.startsWith(wanted);
  }
}
