package news.dateline.parse;

import java.util.Locale;
import java.util.Optional;
import org.jdom2.Element;

/** How NewsML-G2 names things: by a code with a scheme's alias, a URI, a literal, or in words. */
final class G2Names {
  private G2Names() {}

  /** The code as written: {@code medtop:11000000}, a URI, else a literal. */
  static Optional<String> code(Element e) {
    return Xml.attribute(e, "qcode")
        .or(() -> Xml.attribute(e, "uri"))
        .or(() -> Xml.attribute(e, "literal"));
  }

  /** What people read: the name fit for display, else any. */
  static Optional<String> name(Element e) {
    Optional<String> any = Optional.empty();
    for (Element name : WireXml.childElements(e, "name")) {
      Optional<String> text = Some.text(AuthorForms.fold(name.getValue()));
      String role = Xml.attribute(name, "role").orElse("");
      if (text.isPresent() && (role.isEmpty() || tail(role).matches("display|full"))) {
        return text;
      }
      any = any.or(() -> text);
    }
    return any;
  }

  /** A name, else a literal, else the code without its scheme. */
  static Optional<String> label(Element e) {
    return name(e)
        .or(() -> Xml.attribute(e, "literal"))
        .or(() -> Xml.attribute(e, "qcode").map(G2Names::tail))
        .or(() -> Xml.attribute(e, "uri"));
  }

  /** A code without its scheme, in the case written. */
  static String tail(String qcode) {
    return qcode.substring(qcode.lastIndexOf(':') + 1);
  }

  /** The attribute's code without its scheme, lower case; empty string when there is none. */
  static String word(Element e, String attribute) {
    return Xml.attribute(e, attribute).map(G2Names::tail).orElse("").toLowerCase(Locale.ROOT);
  }
}
