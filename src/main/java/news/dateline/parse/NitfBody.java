package news.dateline.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import news.dateline.model.Markup;
import news.dateline.model.Media;
import org.jdom2.Element;

/** The text of NITF, wherever it lies: in a NITF file, in NewsML, in ninjs. */
final class NitfBody {
  /** NITF's own block elements in HTML's terms; its inline ones hold plain text all the same. */
  private static final Map<String, String> HTML =
      Map.of("hl2", "h2", "block", "div", "body.content", "div", "fn", "p", "nitf-table", "table");

  private NitfBody() {}

  /** The content element as an HTML fragment, pictures left out. */
  static Markup html(Element content) {
    Element copy = content.clone();
    for (Element e : WireXml.descendants(copy, "media")) {
      e.detach();
    }
    for (Element e : WireXml.all(copy)) {
      String html = HTML.get(e.getName().toLowerCase(Locale.ROOT));
      if (html != null) {
        e.setName(html);
      }
    }
    return Xml.hasElements(copy) ? Markup.html(Xml.inner(copy)) : Markup.text(Xml.text(copy));
  }

  /** A whole NITF document or fragment given as text. */
  static Markup ofText(String xml) {
    Element root = XmlTree.build(xml, 0, false).root();
    return WireXml.first(root, "body.content").map(NitfBody::html).orElseGet(() -> html(root));
  }

  /** Pictures and sound inside the content, with captions and producers. */
  static List<Media> media(Element content) {
    List<Media> media = new ArrayList<>();
    for (Element e : WireXml.descendants(content, "media")) {
      Optional<Element> reference = WireXml.first(e, "media-reference");
      Optional<String> source = reference.flatMap(r -> Xml.attribute(r, "source"));
      if (source.isPresent()) {
        Element r = reference.get();
        media.add(
            new Media(
                source.get(),
                Xml.attribute(r, "mime-type"),
                OptionalLong.empty(),
                Some.integer(Xml.attribute(r, "width")),
                Some.integer(Xml.attribute(r, "height")),
                Some.seconds(Xml.attribute(r, "time")),
                Xml.attribute(r, "alternate-text"),
                WireXml.text(e, "media-caption"),
                WireXml.text(e, "media-producer")));
      }
    }
    return media;
  }
}
