package news.dateline.parse;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;
import news.dateline.model.Markup;
import news.dateline.model.Media;
import org.jdom2.Element;

/** The text of NITF, wherever it lies: in a NITF file, in NewsML, in ninjs. */
final class NitfBody {
  /** A picture or sound with all that belongs to it (NITF 3.6, media). */
  private static final String MEDIA = "media";

  private NitfBody() {}

  /**
   * The content element of the body; a note above the text may have one of its own (NITF 3.6,
   * note).
   */
  static Optional<Element> content(Element nitf) {
    List<Element> all = WireXml.descendants(nitf, "body.content");
    return all.stream()
        .filter(e -> e.getParentElement().getName().equalsIgnoreCase("body"))
        .findFirst()
        .or(() -> all.stream().findFirst());
  }

  /** The text of a document: its content, and the tagline that ends it (NITF 3.6, body.end). */
  static WireHtml.Body whole(Element nitf) {
    WireHtml.Body body = content(nitf).map(NitfBody::body).orElse(WireHtml.Body.EMPTY);
    Optional<WireHtml.Body> tagline =
        WireXml.first(nitf, "tagline").map(NitfBody::body).filter(t -> !t.markup().isBlank());
    if (tagline.isEmpty() || body.markup().kind() != Markup.Kind.HTML) {
      return body;
    }
    String end = tagline.get().markup().value();
    Markup joined =
        tagline.get().markup().kind() == Markup.Kind.HTML
            ? Markup.html(body.markup().value() + "<div>" + end + "</div>")
            : Markup.html(
                body.markup().value()
                    + "<p>"
                    + end.replace("&", "&amp;").replace("<", "&lt;")
                    + "</p>");
    return new WireHtml.Body(
        joined, OptionalInt.of(body.letters().orElse(0) + tagline.get().letters().orElse(0)));
  }

  /** The content element with its letters counted, without pictures and notes to editors. */
  static WireHtml.Body body(Element content) {
    return WireHtml.of(content, NitfBody::isBeside);
  }

  /** The content element as an HTML fragment, without pictures and notes to editors. */
  static Markup html(Element content) {
    return body(content).markup();
  }

  /** A picture, or a note whose type says "non-publishable advisory" (NITF 3.6, note@type). */
  private static boolean isBeside(Element e) {
    return e.getName().equalsIgnoreCase(MEDIA) || isAdvisory(e);
  }

  private static boolean isAdvisory(Element e) {
    String type = Xml.attribute(e, "type").orElse("").toLowerCase(Locale.ROOT);
    String kind = Xml.attribute(e, "noteclass").orElse("").toLowerCase(Locale.ROOT);
    return e.getName().equalsIgnoreCase("note")
        && (type.equals("npa") || kind.equals("editorsnote"));
  }

  /** Notes to editors that stand in the text. */
  static List<String> advisories(Element content) {
    return WireXml.descendants(content, "note").stream()
        .filter(NitfBody::isAdvisory)
        .flatMap(e -> WireXml.lines(e).stream())
        .toList();
  }

  /** A whole NITF document or fragment given as text. */
  static Markup ofText(String xml) {
    Element root = XmlTree.build(xml, 0, false).root();
    return WireXml.first(root, "body.content").map(NitfBody::html).orElseGet(() -> html(root));
  }

  /** Pictures and sound inside the content, with captions and producers. */
  static List<Media> media(Element content) {
    return WireXml.descendants(content, MEDIA).stream().flatMap(NitfBody::ofOne).toList();
  }

  /** What one media element refers to; a picture inside it is another and has its own caption. */
  private static Stream<Media> ofOne(Element media) {
    List<Element> own = WireXml.without(media, MEDIA);
    Optional<String> caption = WireXml.text(own, "media-caption");
    Optional<String> producer = WireXml.text(own, "media-producer");
    return own.stream()
        .filter(e -> e.getName().equalsIgnoreCase("media-reference"))
        .flatMap(
            r -> Xml.attribute(r, "source").stream().map(s -> medium(r, s, caption, producer)));
  }

  private static Media medium(
      Element r, String source, Optional<String> caption, Optional<String> producer) {
    return new Media(
        source,
        Xml.attribute(r, "mime-type"),
        OptionalLong.empty(),
        Some.integer(Xml.attribute(r, "width")),
        Some.integer(Xml.attribute(r, "height")),
        Some.seconds(Xml.attribute(r, "time")),
        Xml.attribute(r, "alternate-text").or(() -> Xml.attribute(r, "name")),
        caption,
        producer);
  }
}
