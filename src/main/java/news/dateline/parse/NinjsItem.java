package news.dateline.parse;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import news.dateline.model.AltId;
import news.dateline.model.Item;
import news.dateline.model.Lines;
import news.dateline.model.Markup;
import news.dateline.model.PubStatus;
import news.dateline.model.Wire;

/**
 * Reads one ninjs object: any version, and the private fields agencies add to it. Where versions
 * differ, all spellings are looked for ({@link JsonFields}).
 */
final class NinjsItem {
  private static final String[] EMBARGO = {"embargoed", "embargoeduntil", "embargo"};

  private final JsonFields n;
  private final NinjsTexts texts;

  NinjsItem(JsonNode node) {
    this.n = JsonFields.of(node);
    this.texts = new NinjsTexts(n);
  }

  Item read(Content content) {
    Markup headline = texts.headline();
    Markup summary = texts.summary();
    NinjsTexts.Body body = texts.body(headline.value());
    boolean bodiless = body.text().isBlank();
    NinjsMedia media = NinjsMedia.of(n);
    Optional<String> edNote = edNote(body.notes());
    Item.Editorial editorial = editorial();
    Wire wire =
        Wire.NONE
            .typed(type())
            .noting(note(editorial, edNote))
            .through(NinjsPeople.hops(n))
            .related(media.relations());
    Item item =
        new Item(
            identity(),
            Optional.empty(),
            n.text("language", "lang"),
            headline,
            bodiless ? Markup.EMPTY : summary,
            bodiless ? summary : body.text(),
            dates(),
            editorial,
            NinjsPeople.of(n),
            lines(edNote),
            NinjsSubjects.of(n),
            media.media(),
            bodiless ? wire : wire.counting(body.letters()),
            Json.bytes(n.node()));
    return content.house(NinjsPeople.providers(n)).finish(item, path -> Paths.in(n.node(), path));
  }

  /**
   * What names an object in all its versions: AP's addresses change with each, its item ids do not.
   */
  static Optional<String> id(JsonFields object) {
    return object
        .object("altids")
        .text("itemid")
        .or(() -> object.text("urn", "uri", "guid", "itemid", "usn", "id"));
  }

  private Item.Identity identity() {
    Optional<String> id = id(n);
    Set<AltId> altIds = new LinkedHashSet<>();
    for (JsonFields alt : n.objects("altids")) {
      alt.text("value").ifPresent(v -> altIds.add(new AltId(alt.text("role").orElse("altId"), v)));
    }
    n.get("altids")
        .properties()
        .forEach(e -> alternative(e.getKey(), Optional.of(e.getValue().asText("")), id, altIds));
    for (Map.Entry<String, String> e :
        Map.of("uri", "uri", "guid", "guid", "usn", "usn", "itemid", "itemid").entrySet()) {
      alternative(e.getValue(), n.text(e.getKey()), id, altIds);
    }
    alternative(
        "originaltransmissionreference", n.text("originaltransmissionreference"), id, altIds);
    return new Item.Identity(id, false, webLink(), n.text("version"), new ArrayList<>(altIds));
  }

  private static void alternative(
      String role, Optional<String> value, Optional<String> id, Set<AltId> altIds) {
    value
        .flatMap(Some::text)
        .filter(v -> !Optional.of(v).equals(id))
        .ifPresent(v -> altIds.add(new AltId(role, v)));
  }

  private Optional<String> webLink() {
    return n.text("url", "link", "weburl")
        .or(
            () ->
                n.objects("links").stream()
                    .filter(NinjsItem::isPage)
                    .flatMap(l -> l.text("href", "url").stream())
                    .findFirst());
  }

  private static boolean isPage(JsonFields link) {
    return link.text("mimetype", "contenttype").orElse("").contains("html")
        || link.text("rel").orElse("").equals("canonical");
  }

  private Item.Dates dates() {
    Optional<String> embargo = n.text(EMBARGO);
    boolean held = embargo.isEmpty() && (isHeld() || pubStatus().contains("embargo"));
    return new Item.Dates(
        n.text("firstcreated", "firstpublished"),
        n.text("versioncreated", "updated", "datetime"),
        n.text("contentcreated"),
        held ? Optional.of("") : embargo,
        n.text("expires", "expiry"));
  }

  /** Present and an empty string is a hold without time; null is no embargo. */
  private boolean isHeld() {
    for (String name : EMBARGO) {
      if (n.get(name).isTextual()) {
        return true;
      }
    }
    return false;
  }

  private String pubStatus() {
    return n.text("pubstatus", "status").orElse("").toLowerCase(Locale.ROOT);
  }

  private Item.Editorial editorial() {
    Set<String> signals = new LinkedHashSet<>(n.all("signals"));
    signals.addAll(n.all("signal"));
    boolean corrects =
        signals.stream().anyMatch(s -> s.toLowerCase(Locale.ROOT).contains("correct"));
    boolean kills = signals.stream().anyMatch(s -> status(s) == PubStatus.CANCELED);
    return new Item.Editorial(
        kills ? PubStatus.CANCELED : status(pubStatus()),
        Some.integer(n.text("urgency", "priority")),
        corrects || n.text("iscorrection").filter("true"::equals).isPresent(),
        n.objects("genres", "genre").stream()
            .flatMap(
                g ->
                    g.text("name", "literal").or(() -> g.text("uri").map(NinjsItem::last)).stream())
            .findFirst()
            .or(() -> n.text("genre")));
  }

  private static String last(String uri) {
    return uri.substring(uri.lastIndexOf('/') + 1);
  }

  /** IPTC's words for it, with or without scheme, in either spelling of canceled. */
  static PubStatus status(String word) {
    String w = word.toLowerCase(Locale.ROOT);
    if (w.contains("cancel") || w.contains("kill") || w.contains("withdraw")) {
      return PubStatus.CANCELED;
    }
    return w.contains("withheld") ? PubStatus.WITHHELD : PubStatus.USABLE;
  }

  /** As said, in ninjs' words; an event or its coverage is known by its details. */
  private Optional<String> type() {
    return n.text("type")
        .map(t -> t.toLowerCase(Locale.ROOT))
        .or(
            () ->
                n.has("plannedcoverage")
                    ? Optional.of("planning")
                    : n.has("eventdetails") ? Optional.of("event") : Optional.empty());
  }

  private Optional<String> note(Item.Editorial editorial, Optional<String> edNote) {
    return n.lines("correctionnote", "correctiontext", "correction", "updatenote")
        .filter(t -> !t.equals("true") && !t.equals("false"))
        .or(() -> editorial.correction() ? edNote : Optional.empty());
  }

  /** All that is for editors: notes, parts of the body that are, and what an event says. */
  private Optional<String> edNote(List<String> cut) {
    List<String> notes = new ArrayList<>();
    n.lines("ednote", "ednotes", "editornote").ifPresent(notes::add);
    notes.addAll(cut);
    notes.addAll(NinjsEvent.notes(n));
    return Some.text(String.join("\n\n", notes));
  }

  private Lines lines(Optional<String> edNote) {
    JsonFields place = n.object("located", "datelinelocation");
    return new Lines(
        NinjsPeople.byline(n),
        NinjsPeople.credit(n),
        n.text("dateline").or(() -> n.object("dateline").text("text")),
        n.text("slugline", "slug"),
        n.text("located")
            .or(() -> place.text("name", "city"))
            .or(() -> n.all("located").stream().findFirst()),
        n.text("copyrightholder"),
        n.text("copyrightnotice"),
        n.lines("usageterms", "usage")
            .or(() -> n.object("rightsinfo").text("linkedrights", "encodedrights")),
        edNote);
  }
}
