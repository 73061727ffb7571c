package news.dateline.parse;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import news.dateline.model.Feed;
import news.dateline.model.Markup;
import news.dateline.model.WebLinks;
import org.jdom2.Element;
import org.jsoup.Jsoup;

/** What a feed says of itself, read the same way for RSS and Atom. */
final class FeedHead {
  private FeedHead() {}

  /**
   * @param format with version
   * @param head the channel or feed element
   * @param fields its children
   * @param base of relative addresses
   * @param repaired whether the document had to be mended
   */
  static Feed read(
      String format, Element head, Fields fields, Optional<URI> base, boolean repaired) {
    return new Feed(
        format,
        title(fields, format.startsWith("atom")),
        fields.text("language", "dc:language").or(() -> Xml.language(head)),
        FeedSchedule.read(fields),
        links(fields, base),
        repaired);
  }

  private static Optional<String> title(Fields fields, boolean atom) {
    return fields
        .first("title")
        .map(e -> plain(atom ? AtomText.read(e) : Markup.guess(Xml.text(e))))
        .filter(t -> !t.isBlank())
        .or(() -> fields.text("dc:title"));
  }

  /** A title is shown on one line, often as a source's name: without markup. */
  private static String plain(Markup title) {
    String value = title.value();
    boolean marked = value.indexOf('<') >= 0 || value.indexOf('&') >= 0;
    return marked && title.kind() != Markup.Kind.TEXT
        ? Jsoup.parseBodyFragment(value).text()
        : value;
  }

  /** Links with a relation, in an Atom feed or in RSS with Atom's link. */
  private static WebLinks links(Fields fields, Optional<URI> base) {
    List<WebLinks.Link> links = new ArrayList<>();
    for (String name : new String[] {"atom:link", "link"}) {
      for (Element e : fields.all(name)) {
        Optional<String> relation = Xml.attribute(e, "rel");
        Optional<URI> href =
            Xml.attribute(e, "href").flatMap(h -> Links.resolve(Xml.base(e, base), h));
        if (relation.isPresent() && href.isPresent()) {
          links.add(new WebLinks.Link(relation.get(), href.get()));
        }
      }
    }
    return links.isEmpty() ? WebLinks.NONE : new WebLinks(links);
  }
}
