package news.dateline.parse;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import news.dateline.model.AltId;
import news.dateline.model.Feed;
import news.dateline.model.Item;
import news.dateline.model.Lines;
import news.dateline.model.Markup;
import news.dateline.model.Media;
import news.dateline.model.Person;
import news.dateline.model.Schedule;
import news.dateline.model.Subject;
import news.dateline.model.WebLinks;

/** JSON Feed 1.0 and 1.1 (jsonfeed.org). */
final class JsonFeedReader implements Reader {
  @Override
  public boolean answersTo(String format) {
    return format.startsWith("json-feed") || format.equals("jsonfeed");
  }

  @Override
  public boolean recognises(Content content) {
    if (content.shape() != Content.Shape.JSON || !content.json().isObject()) {
      return false;
    }
    JsonNode root = content.json();
    return root.path("version").asText().contains("jsonfeed.org")
        || (root.path("items").isArray() && (root.has("feed_url") || root.has("home_page_url")))
        || Json.list(root, "items").stream()
            .limit(1)
            .anyMatch(i -> i.has("content_html") || i.has("content_text"));
  }

  @Override
  public boolean isFeed() {
    return true;
  }

  @Override
  public Harvest read(Content content) {
    JsonNode root = content.json();
    Harvest harvest = new Harvest(head(root, content));
    for (JsonNode item : Json.list(root, "items")) {
      harvest.take(Json.bytes(item), () -> item(item, root, content));
    }
    return harvest;
  }

  private static Feed head(JsonNode root, Content content) {
    String version = root.path("version").asText();
    List<WebLinks.Link> links = new ArrayList<>();
    for (JsonNode hub : Json.list(root, "hubs")) {
      link(content, hub, "url", "hub", links);
    }
    link(content, root, "feed_url", "self", links);
    link(content, root, "next_url", "next", links);
    return new Feed(
        version.contains("1.1") ? "json-feed-1.1" : "json-feed-1.0",
        Json.text(root, "title"),
        Json.text(root, "language"),
        Schedule.UNSAID,
        new WebLinks(links),
        content.mended() || content.jsonTree().repaired());
  }

  private static void link(
      Content content, JsonNode node, String field, String relation, List<WebLinks.Link> links) {
    Json.text(node, field)
        .flatMap(href -> Links.resolve(content.location(), href))
        .ifPresent(href -> links.add(new WebLinks.Link(relation, href)));
  }

  private static Item item(JsonNode i, JsonNode root, Content content) {
    Markup html = Json.text(i, "content_html").map(Markup::html).orElse(Markup.EMPTY);
    Markup text = Json.text(i, "content_text").map(Markup::text).orElse(Markup.EMPTY);
    Markup summary = Json.text(i, "summary").map(Markup::text).orElse(Markup.EMPTY);
    Markup full = html.isBlank() ? text : html;
    Optional<String> id = Json.text(i, "id");
    Optional<String> url = Json.text(i, "url");
    return new Item(
        new Item.Identity(
            id,
            id.isPresent() && id.equals(url),
            url.or(() -> Json.text(i, "external_url")).or(() -> id.filter(Links::isHttp)),
            Optional.empty(),
            url.flatMap(u -> Json.text(i, "external_url"))
                .map(u -> List.of(new AltId("external", u)))
                .orElse(List.of())),
        content
            .location()
            .or(() -> Json.text(root, "home_page_url", "feed_url").flatMap(Links::absolute)),
        Json.text(i, "language").or(() -> Json.text(root, "language")),
        Json.text(i, "title").map(Markup::text).orElse(Markup.EMPTY),
        full.isBlank() ? Markup.EMPTY : summary,
        full.isBlank() ? summary : full,
        new Item.Dates(
            Json.text(i, "date_published"),
            Json.text(i, "date_modified"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()),
        Item.Editorial.NONE,
        people(i, root),
        Lines.NONE,
        Json.list(i, "tags").stream()
            .flatMap(t -> Some.text(t.asText()).stream())
            .map(Subject::named)
            .toList(),
        media(i),
        Json.bytes(i));
  }

  /** Version 1.0 has one author, 1.1 a list; an item without has the feed's. */
  private static List<Person> people(JsonNode item, JsonNode root) {
    List<JsonNode> authors = Json.list(item, "authors", "author");
    if (authors.isEmpty()) {
      authors = Json.list(root, "authors", "author");
    }
    List<Person> people = new ArrayList<>();
    for (JsonNode a : authors) {
      Optional<String> url = Json.text(a, "url");
      Json.text(a, "name")
          .or(() -> url.map(u -> ""))
          .ifPresent(n -> people.add(new Person(n, "author", Optional.empty(), url)));
    }
    return people;
  }

  private static List<Media> media(JsonNode item) {
    List<Media> media = new ArrayList<>();
    for (String picture : new String[] {"image", "banner_image"}) {
      Json.text(item, picture).ifPresent(p -> media.add(Media.of(p, Optional.empty())));
    }
    for (JsonNode a : Json.list(item, "attachments")) {
      Json.text(a, "url")
          .ifPresent(
              url ->
                  media.add(
                      new Media(
                          url,
                          Json.text(a, "mime_type"),
                          Some.number(Json.text(a, "size_in_bytes")),
                          OptionalInt.empty(),
                          OptionalInt.empty(),
                          Some.integer(Json.text(a, "duration_in_seconds")),
                          Json.text(a, "title"),
                          Optional.empty(),
                          Optional.empty())));
    }
    return media;
  }
}
