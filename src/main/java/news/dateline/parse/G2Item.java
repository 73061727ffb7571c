package news.dateline.parse;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Supplier;
import news.dateline.model.AltId;
import news.dateline.model.Bytes;
import news.dateline.model.HouseStyle;
import news.dateline.model.Item;
import news.dateline.model.Markup;
import news.dateline.model.PubStatus;
import news.dateline.model.Wire;
import org.jdom2.Element;

/** Reads one item of NewsML-G2: news, package, concept, knowledge or planning. */
final class G2Item {
  private final Element item;
  private final Element itemMeta;
  private final Element contentMeta;
  private final Optional<Element> header;
  private final Supplier<Bytes> raw;
  private final G2Content content;
  private final G2Lines lines;
  private final G2Notes notes;

  /**
   * @param item the item's element
   * @param header of the message around it; empty when it came alone
   * @param raw its bytes
   */
  G2Item(Element item, Optional<Element> header, Supplier<Bytes> raw) {
    this.item = item;
    this.itemMeta = WireXml.child(item, "itemMeta").orElseGet(() -> new Element("itemMeta"));
    this.contentMeta =
        WireXml.child(item, "contentMeta").orElseGet(() -> new Element("contentMeta"));
    this.header = header;
    this.raw = raw;
    this.content = G2Content.of(item, G2Content.said(item));
    this.lines = new G2Lines(item, itemMeta, contentMeta, content.nitf());
    this.notes = new G2Notes(itemMeta, signals(), content.notes());
  }

  Item read(Content document) {
    WireHtml.Body body = text();
    Markup summary = lines.summary().map(Markup::guess).orElse(Markup.EMPTY);
    Item read =
        new Item(
            identity(),
            Optional.empty(),
            language(),
            lines.headline().map(Markup::text).orElse(Markup.EMPTY),
            body.markup().isBlank() && type().equals("picture") ? Markup.EMPTY : summary,
            body.markup(),
            dates(),
            editorial(),
            lines.people(),
            lines.lines(notes.all()),
            G2Subjects.of(item, contentMeta),
            G2Media.of(item, lines.caption(), lines.credit()),
            wire(body.letters()),
            raw);
    return document.house(providers()).finish(read, path -> Paths.in(item, path));
  }

  /** The content; of a concept its definitions, of a planned thing what is said of the event. */
  private WireHtml.Body text() {
    if (!content.body().markup().isBlank()) {
      return content.body();
    }
    for (String name : new String[] {"concept", "conceptSet", "newsCoverageSet"}) {
      Optional<String> said =
          WireXml.child(item, name)
              .flatMap(c -> joined(WireXml.descendants(c, "definition"), "\n\n"));
      if (said.isPresent()) {
        return WireHtml.guess(said.get());
      }
    }
    return content.body();
  }

  private static Optional<String> joined(List<Element> elements, String by) {
    List<String> texts = elements.stream().flatMap(e -> WireXml.lines(e).stream()).toList();
    return Some.text(String.join(by, texts));
  }

  private Item.Identity identity() {
    Set<AltId> altIds = new LinkedHashSet<>();
    for (Element e : WireXml.childElements(contentMeta, "altId")) {
      Some.text(AuthorForms.fold(e.getValue()))
          .ifPresent(
              id ->
                  altIds.add(
                      new AltId(Xml.attribute(e, "type").map(G2Names::tail).orElse("altId"), id)));
    }
    WireXml.child(itemMeta, "incomingFeedId")
        .flatMap(G2Names::code)
        .ifPresent(id -> altIds.add(new AltId("incomingFeedId", id)));
    header
        .flatMap(h -> WireXml.text(h, "transmitId"))
        .ifPresent(id -> altIds.add(new AltId("sequence", id)));
    return new Item.Identity(
        Xml.attribute(item, "guid"),
        false,
        Optional.empty(),
        Xml.attribute(item, "version"),
        List.copyOf(altIds));
  }

  private Optional<String> language() {
    return WireXml.attribute(contentMeta, "language", "tag")
        .or(() -> Xml.language(item))
        .or(() -> item.getParentElement() == null ? Optional.empty() : nearby());
  }

  /** The package around a text says what the text does not (TT). */
  private Optional<String> nearby() {
    return item.getParentElement().getChildren().stream()
        .flatMap(e -> Xml.language(e).stream())
        .findFirst();
  }

  private Item.Dates dates() {
    Optional<String> version = date(itemMeta, "versionCreated");
    Optional<Element> embargoed = WireXml.child(itemMeta, "embargoed");
    return new Item.Dates(
        date(itemMeta, "firstCreated")
            .or(() -> date(contentMeta, "contentCreated"))
            .or(() -> version),
        version.or(() -> date(contentMeta, "contentModified")),
        date(contentMeta, "contentCreated"),
        // present but empty: held, and no time known (NewsML-G2 2.35, DateTimeOrNull)
        embargoed.map(e -> AuthorForms.fold(e.getValue())),
        date(itemMeta, "expires").or(() -> date(contentMeta, "expires")));
  }

  private static Optional<String> date(Element under, String name) {
    return WireXml.children(under, name).stream().findFirst();
  }

  /** The codes of all signals, without their schemes, lower case. */
  private List<String> signals() {
    return WireXml.childElements(itemMeta, "signal").stream()
        .map(e -> G2Names.code(e).map(G2Names::tail).orElse("").toLowerCase(Locale.ROOT))
        .toList();
  }

  private Item.Editorial editorial() {
    PubStatus status =
        WireXml.child(itemMeta, "pubStatus")
            .flatMap(e -> G2Names.code(e).or(() -> Some.text(e.getValue())))
            .map(NinjsItem::status)
            .orElse(PubStatus.USABLE);
    OptionalInt urgency = Some.integer(WireXml.text(contentMeta, "urgency"));
    if (urgency.isEmpty()) {
      urgency = Some.integer(header.flatMap(h -> WireXml.text(h, "priority")));
    }
    return new Item.Editorial(
        signals().stream().anyMatch(s -> s.matches("kill|cancel.*")) ? PubStatus.CANCELED : status,
        urgency,
        signals().stream().anyMatch(s -> s.startsWith("correct")),
        WireXml.child(contentMeta, "genre").flatMap(G2Names::label));
  }

  private Wire wire(OptionalInt letters) {
    return new Wire(
        Optional.empty(),
        Some.text(type()),
        letters,
        notes.change(),
        G2Ties.hops(item),
        G2Ties.relations(item, itemMeta),
        HouseStyle.NONE);
  }

  private String type() {
    String type =
        WireXml.child(itemMeta, "itemClass").map(e -> G2Names.word(e, "qcode")).orElse("");
    if (item.getName().equalsIgnoreCase("packageItem")) {
      return "composite";
    }
    return type.startsWith("plan") ? "planning" : type;
  }

  /** Who it comes from, the surest first: who named it, who provides it, who sent it. */
  private List<String> providers() {
    List<String> names = new ArrayList<>();
    Xml.attribute(item, "guid").ifPresent(g -> names.addAll(authority(g)));
    for (Element e : WireXml.childElements(itemMeta, "provider")) {
      G2Names.name(e).ifPresent(names::add);
      G2Names.code(e).ifPresent(c -> names.addAll(List.of(c, G2Names.tail(c))));
    }
    header.flatMap(h -> WireXml.text(h, "sender")).ifPresent(names::add);
    for (Element e : WireXml.descendants(item, "copyrightHolder")) {
      G2Names.label(e).ifPresent(names::add);
    }
    return names;
  }

  /** The naming authority of {@code urn:newsml:dpa.com:...}, {@code tag:ap.org,2011:...}, a URL. */
  static List<String> authority(String id) {
    List<String> names = new ArrayList<>();
    for (String part : id.split("[:,/]", 6)) {
      if (part.indexOf('.') > 0) {
        names.add(part);
      }
    }
    return names;
  }
}
