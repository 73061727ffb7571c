package news.dateline.parse;

import java.util.Optional;
import org.jdom2.Element;

/** Where feeds name the licence an item may be used under, mostly a Creative Commons address. */
final class Licence {
  private Licence() {}

  static Optional<String> of(Fields f) {
    for (Element e : f.all("cc:license")) {
      Optional<String> resource = Xml.attribute(e, "resource").or(() -> Some.text(Xml.text(e)));
      if (resource.isPresent()) {
        return resource;
      }
    }
    for (String name : new String[] {"link", "atom:link"}) {
      for (Element e : f.all(name)) {
        if (Xml.attribute(e, "rel").filter("license"::equalsIgnoreCase).isPresent()) {
          return Xml.attribute(e, "href");
        }
      }
    }
    return f.text("creativecommons:license", "dcterms:license");
  }
}
