package news.dateline.parse;

import java.net.URI;
import java.util.Optional;
import news.dateline.model.Markup;
import org.jdom2.Element;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/**
 * The bases in force in one document. An item has one base in the model, but {@code xml:base} may
 * differ from element to element: where a document uses it, references are made absolute here.
 */
final class Bases {
  private static final String[] REFERENCES = {"href", "src", "cite", "poster"};

  private final boolean used;
  private final Optional<URI> document;

  /**
   * @param tree says whether {@code xml:base} occurs at all
   * @param document the base of the document itself
   */
  Bases(XmlTree tree, Optional<URI> document) {
    this.used = tree.based();
    this.document = document;
  }

  /** The base in force at an element. */
  Optional<URI> at(Element e) {
    return used ? Xml.base(e, document) : document;
  }

  /** A reference found at an element; as written when no {@code xml:base} is involved. */
  String reference(Element e, String written) {
    return used
        ? Links.resolve(Xml.base(e, document), written).map(URI::toString).orElse(written)
        : written;
  }

  /** A text found at an element, its references absolute when an {@code xml:base} is involved. */
  Markup markup(Element e, Markup written) {
    Optional<URI> base = used ? Xml.base(e, document) : Optional.empty();
    if (base.isEmpty() || written.kind() == Markup.Kind.TEXT || !hasReference(written.value())) {
      return written;
    }
    Document html = Jsoup.parseBodyFragment(written.value(), base.get().toString());
    html.outputSettings().prettyPrint(false);
    for (String name : REFERENCES) {
      for (org.jsoup.nodes.Element at : html.select("[" + name + "]")) {
        String absolute = at.absUrl(name);
        if (!absolute.isEmpty()) {
          at.attr(name, absolute);
        }
      }
    }
    return new Markup(html.body().html(), written.kind());
  }

  private static boolean hasReference(String html) {
    for (String name : REFERENCES) {
      if (html.contains(name)) {
        return true;
      }
    }
    return false;
  }
}
