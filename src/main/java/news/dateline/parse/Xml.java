package news.dateline.parse;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import news.dateline.model.Bytes;
import org.jdom2.Attribute;
import org.jdom2.Content;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jdom2.Text;
import org.jdom2.output.XMLOutputter;

/** What readers ask of an element. */
final class Xml {
  private static final Set<String> VOID =
      Set.of(
          "br", "hr", "img", "input", "meta", "link", "area", "base", "col", "embed", "source",
          "track", "wbr");

  /** Vocabularies whose elements HTML knows by their bare names. */
  private static final Set<String> OF_HTML = Set.of("", "xhtml", "atom", "svg", "math");

  private static final String UNDETERMINED = "und";

  private Xml() {}

  /** The text inside, stripped; markup inside is written out. */
  static String text(Element e) {
    return raw(e).strip();
  }

  /** The text inside as it stands; markup inside is written out as HTML. */
  static String raw(Element e) {
    int n = e.getContentSize();
    if (n == 1 && e.getContent(0) instanceof Text only) {
      return only.getText();
    }
    return n == 0 ? "" : hasElements(e) ? inner(e) : e.getText();
  }

  /** All text inside without any markup, white space folded. */
  static String plain(Element e) {
    return e.getValue().strip().replaceAll("\\s+", " ");
  }

  static boolean hasElements(Element e) {
    for (int i = 0; i < e.getContentSize(); i++) {
      if (e.getContent(i) instanceof Element) {
        return true;
      }
    }
    return false;
  }

  /** What stands between the tags, written as HTML. */
  static String inner(Element e) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < e.getContentSize(); i++) {
      write(e.getContent(i), out);
    }
    return out.toString().strip();
  }

  private static void write(Content c, StringBuilder out) {
    if (c instanceof Text t) {
      escape(t.getText(), out);
    } else if (c instanceof Element e) {
      String prefix = e.getNamespacePrefix();
      String name = OF_HTML.contains(prefix) ? e.getName() : prefix + ":" + e.getName();
      out.append('<').append(name);
      for (Attribute a : e.getAttributes()) {
        out.append(' ').append(a.getQualifiedName()).append("=\"");
        escape(a.getValue().replace("\"", "&quot;"), out, true);
        out.append('"');
      }
      out.append('>');
      if (e.getContentSize() > 0 || !VOID.contains(name)) {
        for (int i = 0; i < e.getContentSize(); i++) {
          write(e.getContent(i), out);
        }
        out.append("</").append(name).append('>');
      }
    }
  }

  private static void escape(String s, StringBuilder out) {
    escape(s, out, false);
  }

  private static void escape(String s, StringBuilder out, boolean quotesDone) {
    for (int i = 0; i < s.length(); i++) {
      char c = s.charAt(i);
      switch (c) {
        case '&' -> out.append(quotesDone && s.startsWith("&quot;", i) ? "&" : "&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        default -> out.append(c);
      }
    }
  }

  /** An attribute without namespace, stripped; empty when absent or blank. */
  static Optional<String> attribute(Element e, String name) {
    if (!e.hasAttributes()) {
      return Optional.empty();
    }
    for (Attribute a : e.getAttributes()) {
      if (a.getName().equalsIgnoreCase(name) && !a.getNamespace().equals(Namespace.XML_NAMESPACE)) {
        return Some.text(a.getValue());
      }
    }
    return Optional.empty();
  }

  /**
   * The language in force at an element ({@code xml:lang} of it or the nearest ancestor). An empty
   * one takes back what was said further out (XML 1.0, section 2.12): {@code und}, BCP 47's word
   * for it.
   */
  static Optional<String> language(Element e) {
    for (Element at = e; at != null; at = at.getParentElement()) {
      if (at.hasAttributes()) {
        String lang = at.getAttributeValue("lang", Namespace.XML_NAMESPACE);
        if (lang != null) {
          return Some.text(lang).or(() -> Optional.of(UNDETERMINED));
        }
      }
    }
    return Optional.empty();
  }

  /** The base in force at an element: every {@code xml:base} above it, outermost first. */
  static Optional<URI> base(Element e, Optional<URI> document) {
    Deque<String> bases = new ArrayDeque<>();
    for (Element at = e; at != null; at = at.getParentElement()) {
      String base = at.getAttributeValue("base", Namespace.XML_NAMESPACE);
      if (base != null && !base.isBlank()) {
        bases.push(base.strip());
      }
    }
    Optional<URI> uri = document;
    for (String base : bases) {
      uri = Links.resolve(uri, base).or(() -> document);
    }
    return uri;
  }

  /** The element alone as UTF-8 XML. */
  static Supplier<Bytes> bytes(Element e) {
    return () -> Bytes.utf8(new XMLOutputter().outputString(e));
  }
}
