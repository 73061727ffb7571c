package news.dateline.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import news.dateline.model.AltId;
import news.dateline.model.Bytes;
import news.dateline.model.Feed;
import news.dateline.model.Item;
import news.dateline.model.Lines;
import news.dateline.model.Markup;
import news.dateline.model.PubStatus;
import news.dateline.model.Subject;
import org.jdom2.Element;
import org.jdom2.Text;

/** NITF 3.x (IPTC), with or without its namespace; several documents in one file are read too. */
final class NitfReader implements Reader {
  @Override
  public boolean answersTo(String format) {
    return format.startsWith("nitf");
  }

  @Override
  public boolean recognises(Content content) {
    return content.shape() == Content.Shape.XML && content.rootName().equals("nitf");
  }

  @Override
  public Harvest read(Content content) {
    XmlTree tree = content.tree();
    Harvest harvest = new Harvest(Feed.of("nitf").repaired(tree.repaired()));
    List<Element> documents = WireXml.descendants(tree.root(), "nitf");
    if (documents.isEmpty()) {
      documents = List.of(tree.root());
    }
    boolean alone = documents.size() == 1;
    for (Element nitf : documents) {
      Supplier<Bytes> raw = alone ? content::bytes : Xml.bytes(nitf);
      harvest.take(raw, () -> item(nitf, raw));
    }
    return harvest;
  }

  private static Item item(Element nitf, Supplier<Bytes> raw) {
    Optional<Element> content = WireXml.first(nitf, "body.content");
    Markup body = content.map(NitfBody::html).orElse(Markup.EMPTY);
    Markup summary = WireXml.first(nitf, "abstract").map(NitfBody::html).orElse(Markup.EMPTY);
    return new Item(
        identity(nitf),
        Optional.empty(),
        Xml.language(nitf)
            .or(() -> WireXml.first(nitf, "body").flatMap(Xml::language))
            .or(() -> meta(nitf, "language"))
            .or(() -> content.flatMap(c -> WireXml.attribute(c, "lang", "iso-lang"))),
        headline(nitf),
        body.isBlank() ? Markup.EMPTY : summary,
        body.isBlank() ? summary : body,
        dates(nitf),
        editorial(nitf),
        List.of(),
        lines(nitf),
        subjects(nitf),
        content.map(NitfBody::media).orElse(List.of()),
        raw);
  }

  private static Markup headline(Element nitf) {
    return WireXml.text(nitf, "hl1")
        .or(() -> WireXml.text(nitf, "hedline"))
        .or(() -> WireXml.text(nitf, "title"))
        .map(Markup::text)
        .orElse(Markup.EMPTY);
  }

  /** A doc-id is unique within its {@code regsrc} only: two agencies may use the same. */
  private static Item.Identity identity(Element nitf) {
    Optional<String> id = WireXml.attribute(nitf, "doc-id", "id-string");
    Optional<String> registrar = WireXml.attribute(nitf, "doc-id", "regsrc");
    List<AltId> altIds = new ArrayList<>();
    WireXml.attribute(nitf, "du-key", "key").ifPresent(k -> altIds.add(new AltId("du-key", k)));
    registrar.ifPresent(r -> altIds.add(new AltId("regsrc", r)));
    Optional<String> version =
        WireXml.attribute(nitf, "du-key", "version").or(() -> meta(nitf, "version"));
    return new Item.Identity(
        id.or(() -> Xml.attribute(nitf, "uno")), false, Optional.empty(), version, altIds);
  }

  private static Item.Dates dates(Element nitf) {
    Optional<String> issued = date(nitf, "date.issue");
    Optional<String> release = date(nitf, "date.release");
    Optional<String> embargo =
        isEmbargoed(nitf)
            ? release.or(() -> Optional.of(""))
            : release.filter(r -> !issued.equals(release));
    return new Item.Dates(
        issued.or(() -> release),
        WireXml.attribute(nitf, "revision-history", "norm").or(() -> issued),
        date(nitf, "story.date"),
        embargo,
        date(nitf, "date.expire"));
  }

  private static Optional<String> date(Element nitf, String name) {
    return WireXml.attribute(nitf, name, "norm").or(() -> WireXml.text(nitf, name));
  }

  private static boolean isEmbargoed(Element nitf) {
    return management(nitf).contains("embargo");
  }

  private static String management(Element nitf) {
    return WireXml.attribute(nitf, "docdata", "management-status")
        .orElse("")
        .toLowerCase(Locale.ROOT);
  }

  private static Item.Editorial editorial(Element nitf) {
    PubStatus status = NinjsItem.status(management(nitf));
    return new Item.Editorial(
        status,
        Some.integer(WireXml.attribute(nitf, "urgency", "ed-urg")),
        WireXml.first(nitf, "correction").isPresent(),
        WireXml.attribute(nitf, "tobject.property", "tobject.property.type"));
  }

  private static Lines lines(Element nitf) {
    return new Lines(
        byline(nitf),
        WireXml.text(nitf, "distributor")
            .or(() -> WireXml.attribute(nitf, "doc.copyright", "holder")),
        WireXml.first(nitf, "dateline").map(d -> AuthorForms.fold(spaced(d))).flatMap(Some::text),
        WireXml.attribute(nitf, "du-key", "key").or(() -> meta(nitf, "slug")),
        WireXml.first(nitf, "dateline")
            .flatMap(d -> WireXml.text(d, "location"))
            .or(() -> WireXml.attribute(nitf, "evloc", "city")),
        WireXml.attribute(nitf, "doc.copyright", "holder"),
        WireXml.text(nitf, "rights"),
        WireXml.attribute(nitf, "doc.rights", "limitations"),
        WireXml.attribute(nitf, "ed-msg", "info").or(() -> WireXml.text(nitf, "note")));
  }

  /** Names and titles stand in elements of their own: a space keeps them apart. */
  private static Optional<String> byline(Element nitf) {
    return WireXml.descendants(nitf, "byline").stream()
        .map(NitfReader::spaced)
        .map(AuthorForms::fold)
        .filter(s -> !s.isEmpty())
        .findFirst();
  }

  private static String spaced(Element e) {
    StringBuilder out = new StringBuilder();
    for (org.jdom2.Content c : e.getContent()) {
      if (c instanceof Element child) {
        out.append(' ').append(spaced(child)).append(' ');
      } else if (c instanceof Text t) {
        out.append(t.getText());
      }
    }
    return out.toString().replace(" ,", ",");
  }

  private static Optional<String> meta(Element nitf, String name) {
    for (Element e : WireXml.descendants(nitf, "meta")) {
      if (Xml.attribute(e, "name").filter(name::equalsIgnoreCase).isPresent()) {
        return Xml.attribute(e, "content");
      }
    }
    return Optional.empty();
  }

  private static List<Subject> subjects(Element nitf) {
    List<Subject> subjects = new ArrayList<>();
    for (Element e : WireXml.descendants(nitf, "tobject.subject")) {
      Optional<String> code = Xml.attribute(e, "tobject.subject.refnum");
      Xml.attribute(e, "tobject.subject.detail")
          .or(() -> Xml.attribute(e, "tobject.subject.matter"))
          .or(() -> Xml.attribute(e, "tobject.subject.type"))
          .or(() -> code)
          .ifPresent(name -> subjects.add(new Subject(name, code, Optional.of("iptc"))));
    }
    for (Element e : WireXml.descendants(nitf, "keyword")) {
      Xml.attribute(e, "key").map(Subject::named).ifPresent(subjects::add);
    }
    return subjects;
  }
}
