package news.dateline.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import news.dateline.model.AltId;
import news.dateline.model.Bytes;
import news.dateline.model.HouseStyle;
import news.dateline.model.Item;
import news.dateline.model.Lines;
import news.dateline.model.Markup;
import news.dateline.model.Media;
import news.dateline.model.Relation;
import news.dateline.model.Wire;
import org.jdom2.Element;

/** Reads one NITF document. */
final class NitfItem {
  private final Element nitf;
  private final Supplier<Bytes> raw;

  NitfItem(Element nitf, Supplier<Bytes> raw) {
    this.nitf = nitf;
    this.raw = raw;
  }

  Item read(Content document) {
    House house = document.house(providers());
    Optional<Element> content = NitfBody.content(nitf);
    WireHtml.Body body = NitfBody.whole(nitf);
    WireHtml.Body summary =
        WireXml.first(nitf, "abstract").map(NitfBody::body).orElse(WireHtml.Body.EMPTY);
    boolean bodied = !body.markup().isBlank();
    Optional<String> headline = headline();
    Item read =
        new Item(
            identity(house),
            Optional.empty(),
            language(content),
            headline.map(Markup::text).orElse(Markup.EMPTY),
            bodied ? summary(summary.markup(), headline) : Markup.EMPTY,
            bodied ? body.markup() : summary.markup(),
            dates(),
            editorial(),
            List.of(),
            lines(),
            NitfHead.subjects(nitf),
            media(),
            new Wire(
                Optional.empty(),
                Optional.of("text"),
                bodied ? body.letters() : summary.letters(),
                NitfHead.change(nitf),
                NitfHead.hops(nitf),
                relations(),
                HouseStyle.NONE),
            raw);
    return house.finish(read, path -> Paths.in(nitf, path));
  }

  /** Names of the agency, the surest first: registrar, first deliverer, distributor, owner. */
  private List<String> providers() {
    List<String> names = new ArrayList<>();
    WireXml.attribute(nitf, "doc-id", "regsrc").ifPresent(names::add);
    NitfHead.hops(nitf).forEach(h -> names.add(h.party()));
    WireXml.text(nitf, "distributor").ifPresent(names::add);
    WireXml.text(nitf, "rights.owner").ifPresent(names::add);
    WireXml.attribute(nitf, "doc.rights", "owner").ifPresent(names::add);
    WireXml.attribute(nitf, "doc.copyright", "holder").ifPresent(names::add);
    return names;
  }

  private Optional<String> language(Optional<Element> content) {
    return Xml.language(nitf)
        .or(() -> WireXml.first(nitf, "body").flatMap(Xml::language))
        .or(() -> Xml.attribute(nitf, "baselang"))
        .or(() -> NitfHead.meta(nitf, "language"))
        .or(() -> content.flatMap(c -> WireXml.attribute(c, "lang", "iso-lang")));
  }

  private Optional<String> headline() {
    return WireXml.text(nitf, "hl1")
        .or(() -> WireXml.text(nitf, "hedline"))
        .or(() -> WireXml.text(nitf, "title"));
  }

  /** The abstract, else a second headline that says something else. */
  private Markup summary(Markup said, Optional<String> headline) {
    if (!said.isBlank()) {
      return said;
    }
    return WireXml.first(nitf, "hedline")
        .flatMap(h -> WireXml.text(h, "hl2"))
        .filter(h -> !headline.equals(Optional.of(h)))
        .map(Markup::text)
        .orElse(Markup.EMPTY);
  }

  /**
   * A doc-id is unique within its registrar only (NITF 3.6, doc-id@regsrc): two agencies may use
   * the same, so the registrar goes before it; of a bare number the agency does.
   */
  private Item.Identity identity(House house) {
    Optional<String> id = WireXml.attribute(nitf, "doc-id", "id-string");
    Optional<String> registrar = WireXml.attribute(nitf, "doc-id", "regsrc");
    List<AltId> altIds = new ArrayList<>();
    Optional<String> guid =
        id.map(
            i -> {
              boolean bare = i.chars().allMatch(Character::isDigit);
              Optional<String> by = registrar.or(() -> bare ? house.agency() : Optional.empty());
              return by.map(r -> r + ":" + i).orElse(i);
            });
    if (!guid.equals(id)) {
      altIds.add(new AltId("docId", id.orElse("")));
    }
    WireXml.attribute(nitf, "du-key", "key").ifPresent(k -> altIds.add(new AltId("du-key", k)));
    registrar.ifPresent(r -> altIds.add(new AltId("regsrc", r)));
    WireXml.attribute(nitf, "fixture", "fix-id")
        .ifPresent(f -> altIds.add(new AltId("fixture", f)));
    Optional<String> version =
        WireXml.attribute(nitf, "du-key", "version")
            .or(() -> WireXml.attribute(nitf, "du-key", "generation"))
            .or(() -> NitfHead.meta(nitf, "version"));
    return new Item.Identity(
        guid.or(() -> Xml.attribute(nitf, "uno")), false, Optional.empty(), version, altIds);
  }

  /**
   * A release that differs from the issue is an embargo, whatever the status says: early is the one
   * mistake that cannot be mended. One that passed holds nothing.
   */
  private Item.Dates dates() {
    Optional<String> issued = date("date.issue");
    Optional<String> release = date("date.release");
    boolean embargoed = management().contains("embargo");
    return new Item.Dates(
        issued.or(() -> release).or(() -> WireXml.attribute(nitf, "pubdata", "date.publication")),
        issued.or(() -> latest("revision-history")).or(() -> release),
        date("story.date"),
        embargoed
            ? release.or(() -> Optional.of(""))
            : release.filter(r -> !issued.equals(Optional.of(r))),
        date("date.expire"));
  }

  private Optional<String> latest(String name) {
    List<Element> all = WireXml.descendants(nitf, name);
    return all.isEmpty() ? Optional.empty() : Xml.attribute(all.get(all.size() - 1), "norm");
  }

  private Optional<String> date(String name) {
    return WireXml.attribute(nitf, name, "norm").or(() -> WireXml.text(nitf, name));
  }

  private String management() {
    return WireXml.attribute(nitf, "docdata", "management-status")
        .orElse("")
        .toLowerCase(Locale.ROOT);
  }

  private Item.Editorial editorial() {
    OptionalInt urgency = Some.integer(WireXml.attribute(nitf, "urgency", "ed-urg"));
    return new Item.Editorial(
        NinjsItem.status(management()),
        urgency,
        WireXml.first(nitf, "correction").isPresent(),
        WireXml.attribute(nitf, "tobject.property", "tobject.property.type"));
  }

  /** The earlier document it corrects or replaces, and the series it belongs to. */
  private List<Relation> relations() {
    List<Relation> out = new ArrayList<>();
    WireXml.attribute(nitf, "docdata", "management-doc-idref")
        .ifPresent(id -> out.add(new Relation("previousVersion", id, Optional.empty())));
    WireXml.attribute(nitf, "correction", "id-string")
        .map(
            id -> WireXml.attribute(nitf, "correction", "regsrc").map(r -> r + ":" + id).orElse(id))
        .ifPresent(id -> out.add(new Relation("previousVersion", id, Optional.empty())));
    WireXml.attribute(nitf, "series", "series.name")
        .ifPresent(name -> out.add(new Relation("series", name, Optional.of(name))));
    return out.stream().distinct().toList();
  }

  private List<Media> media() {
    return WireXml.first(nitf, "body").map(NitfBody::media).orElse(List.of());
  }

  private Lines lines() {
    return new Lines(
        NitfHead.byline(nitf),
        WireXml.text(nitf, "distributor")
            .or(() -> WireXml.text(nitf, "rights.owner"))
            .or(() -> WireXml.attribute(nitf, "doc.copyright", "holder")),
        NitfHead.dateline(nitf),
        WireXml.attribute(nitf, "du-key", "key").or(() -> NitfHead.meta(nitf, "slug")),
        NitfHead.located(nitf),
        WireXml.attribute(nitf, "doc.copyright", "holder")
            .or(() -> WireXml.text(nitf, "rights.owner")),
        WireXml.text(nitf, "rights"),
        WireXml.attribute(nitf, "doc.rights", "limitations")
            .or(() -> WireXml.attribute(nitf, "doc.rights", "type")),
        NitfHead.edNote(nitf));
  }
}
