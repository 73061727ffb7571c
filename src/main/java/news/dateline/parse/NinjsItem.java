package news.dateline.parse;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import news.dateline.model.AltId;
import news.dateline.model.Item;
import news.dateline.model.Lines;
import news.dateline.model.Markup;
import news.dateline.model.Media;
import news.dateline.model.Person;
import news.dateline.model.PubStatus;
import news.dateline.model.Subject;

/** Reads one ninjs object; where versions differ, both spellings are looked for. */
final class NinjsItem {
  private final JsonNode n;

  NinjsItem(JsonNode node) {
    this.n = node;
  }

  Item read() {
    Markup body = body();
    Markup summary =
        Json.text(n, "description_text", "description_html")
            .or(() -> ofRole("descriptions", "", "value"))
            .map(Markup::guess)
            .orElse(Markup.EMPTY);
    return new Item(
        identity(),
        Optional.empty(),
        Json.text(n, "language"),
        headline(),
        body.isBlank() ? Markup.EMPTY : summary,
        body.isBlank() ? summary : body,
        dates(),
        editorial(),
        people(),
        lines(),
        subjects(),
        media(),
        Json.bytes(n));
  }

  private Markup headline() {
    return Json.text(n, "headline")
        .or(() -> ofRole("headlines", "main", "value"))
        .or(() -> Json.text(n, "title"))
        .map(Markup::guess)
        .orElse(Markup.EMPTY);
  }

  /** 1.x has a field a form ({@code body_html}); 2.x and 3.x have a list with content types. */
  private Markup body() {
    Optional<String> html = Json.text(n, "body_html", "body_xhtml", "body_html5");
    if (html.isPresent()) {
      return Markup.html(html.get());
    }
    Optional<String> text = Json.text(n, "body_text");
    if (text.isPresent()) {
      return Markup.text(text.get());
    }
    Markup best = Markup.EMPTY;
    for (JsonNode body : Json.list(n, "bodies")) {
      String value = Json.text(body, "value").orElse("");
      String type = Json.text(body, "contentType", "contenttype").orElse("");
      Markup m = type.contains("plain") ? Markup.text(value) : Markup.guess(value);
      if (type.contains("nitf") || type.contains("xml")) {
        m = NitfBody.ofText(value);
      } else if (type.contains("html")) {
        m = Markup.html(value);
      }
      if (best.isBlank() || (m.kind() == Markup.Kind.HTML && best.kind() != Markup.Kind.HTML)) {
        best = m;
      }
    }
    return best;
  }

  /** The value of the list entry with the role, else of the first. */
  private Optional<String> ofRole(String list, String role, String field) {
    Optional<String> first = Optional.empty();
    for (JsonNode entry : Json.list(n, list)) {
      Optional<String> value = Json.text(entry, field);
      if (value.isPresent() && entry.path("role").asText().equals(role)) {
        return value;
      }
      first = first.or(() -> value);
    }
    return first;
  }

  private Item.Identity identity() {
    List<AltId> altIds = new ArrayList<>();
    for (JsonNode alt : Json.list(n, "altIds")) {
      Json.text(alt, "value")
          .ifPresent(v -> altIds.add(new AltId(Json.text(alt, "role").orElse("altId"), v)));
    }
    n.path("altids")
        .properties()
        .forEach(e -> altIds.add(new AltId(e.getKey(), e.getValue().asText())));
    Optional<String> id = Json.text(n, "uri", "guid", "itemid");
    return new Item.Identity(id, false, webLink(), Json.text(n, "version"), altIds);
  }

  private Optional<String> webLink() {
    return Json.text(n, "url", "link")
        .or(
            () ->
                Json.list(n, "links").stream()
                    .filter(
                        l ->
                            l.path("mimetype")
                                .asText(l.path("contentType").asText())
                                .contains("html"))
                    .flatMap(l -> Json.text(l, "href").stream())
                    .findFirst());
  }

  private Item.Dates dates() {
    boolean hold = n.has("embargoed") || n.has("embargoedUntil");
    Optional<String> embargo =
        Json.text(n, "embargoed", "embargoedUntil")
            .or(() -> hold && isHold() ? Optional.of("") : Optional.empty());
    return new Item.Dates(
        Json.text(n, "firstcreated", "firstCreated", "firstpublished"),
        Json.text(n, "versioncreated", "versionCreated"),
        Json.text(n, "contentcreated", "contentCreated"),
        embargo,
        Json.text(n, "expires"));
  }

  /** Present and an empty string is a hold without time; null is no embargo. */
  private boolean isHold() {
    return n.path("embargoed").isTextual() || n.path("embargoedUntil").isTextual();
  }

  private Item.Editorial editorial() {
    Optional<String> genre =
        Json.list(n, "genres", "genre").stream()
            .flatMap(g -> Json.text(g, "name").stream())
            .findFirst();
    return new Item.Editorial(
        status(Json.text(n, "pubstatus", "pubStatus").orElse("")),
        Some.integer(Json.text(n, "urgency")),
        n.path("signal").asText().contains("correction"),
        genre);
  }

  /** IPTC's words for it, with or without scheme, in either spelling of canceled. */
  static PubStatus status(String word) {
    String w = word.toLowerCase(Locale.ROOT);
    if (w.contains("cancel") || w.contains("kill")) {
      return PubStatus.CANCELED;
    }
    return w.contains("withheld") ? PubStatus.WITHHELD : PubStatus.USABLE;
  }

  private List<Person> people() {
    List<Person> people = new ArrayList<>();
    for (JsonNode a : Json.list(n, "authors", "author")) {
      Json.text(a, "name").map(Person::author).ifPresent(people::add);
    }
    return people;
  }

  private Lines lines() {
    Optional<String> located =
        Json.text(n, "located").or(() -> Json.text(n.path("located"), "name", "city"));
    return new Lines(
        Json.text(n, "byline", "by"),
        Json.text(n, "creditline", "creditLine", "source", "provider").or(this::infoSource),
        Json.text(n, "dateline"),
        Json.text(n, "slugline"),
        located,
        Json.text(n, "copyrightholder", "copyrightHolder"),
        Json.text(n, "copyrightnotice", "copyrightNotice"),
        Json.text(n, "usageterms", "usageTerms"),
        Json.text(n, "ednote", "edNote"));
  }

  private Optional<String> infoSource() {
    return Json.list(n, "infosource", "infoSources").stream()
        .flatMap(s -> Json.text(s, "name", "literal").stream())
        .findFirst();
  }

  private List<Subject> subjects() {
    List<Subject> subjects = new ArrayList<>();
    for (JsonNode s : Json.list(n, "subjects", "subject")) {
      Optional<String> code = Json.text(s, "code", "uri", "literal");
      Json.text(s, "name")
          .or(() -> code)
          .ifPresent(name -> subjects.add(new Subject(name, code, Json.text(s, "scheme"))));
    }
    for (JsonNode k : Json.list(n, "keywords")) {
      Some.text(k.asText()).map(Subject::named).ifPresent(subjects::add);
    }
    return subjects;
  }

  /** Own renditions, and those of associated pictures with their captions. */
  private List<Media> media() {
    List<Media> media = new ArrayList<>();
    largest(n).ifPresent(r -> media.add(media(n, r)));
    JsonNode associations = n.path("associations");
    for (JsonNode a : associations) {
      largest(a).ifPresent(r -> media.add(media(a, r)));
    }
    return media;
  }

  private static Optional<JsonNode> largest(JsonNode item) {
    Optional<JsonNode> best = Optional.empty();
    long bestWidth = -1;
    for (JsonNode r : item.path("renditions")) {
      OptionalLong width = Some.number(Json.text(r, "width"));
      if (Json.text(r, "href", "uri").isPresent() && width.orElse(0) > bestWidth) {
        best = Optional.of(r);
        bestWidth = width.orElse(0);
      }
    }
    return best;
  }

  private static Media media(JsonNode item, JsonNode r) {
    NinjsItem of = new NinjsItem(item);
    return new Media(
        Json.text(r, "href", "uri").orElse(""),
        Json.text(r, "mimetype", "contentType"),
        Some.number(Json.text(r, "sizeinbytes", "sizeInBytes")),
        Some.integer(Json.text(r, "width")),
        Some.integer(Json.text(r, "height")),
        Some.integer(Json.text(r, "duration")),
        Some.text(of.headline().value()),
        Json.text(item, "description_text").or(() -> of.ofRole("descriptions", "caption", "value")),
        Json.text(item, "byline", "by", "creditline"));
  }
}
