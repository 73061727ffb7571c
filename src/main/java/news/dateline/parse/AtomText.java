package news.dateline.parse;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import news.dateline.model.Markup;
import org.jdom2.Element;

/** Atom text constructs and content: RFC 4287 sections 3.1 and 4.1.3, and Atom 0.3's modes. */
final class AtomText {
  private AtomText() {}

  static Markup read(Element e) {
    String type = Xml.attribute(e, "type").orElse("text").toLowerCase(Locale.ROOT);
    String mode = Xml.attribute(e, "mode").orElse("").toLowerCase(Locale.ROOT);
    if (Xml.hasElements(e)) {
      return Markup.html(markup(e));
    }
    String text = Xml.text(e);
    if (mode.equals("base64") || isBinary(type)) {
      text = unbase64(text);
    }
    if (type.contains("html")) {
      return Markup.html(text);
    }
    if (type.equals("text") || type.startsWith("text/")) {
      // Atom 0.3 knows no type "text"; its escaped plain text is text like any other.
      return Markup.text(text);
    }
    return Markup.guess(text);
  }

  /** The inside of an XHTML element; the div RFC 4287 wraps around it is not part of it. */
  private static String markup(Element e) {
    Element only = null;
    for (Element child : e.getChildren()) {
      if (only != null) {
        return Xml.inner(e);
      }
      only = child;
    }
    boolean wrapped =
        only != null
            && only.getName().equalsIgnoreCase("div")
            && e.getTextTrim().isEmpty()
            && only.getAttributes().isEmpty();
    return wrapped && only != null ? Xml.inner(only) : Xml.inner(e);
  }

  /** Any media type that is neither text nor XML is base64 (RFC 4287 section 4.1.3.3). */
  private static boolean isBinary(String type) {
    return type.indexOf('/') > 0
        && !type.startsWith("text/")
        && !type.endsWith("xml")
        && !type.contains("html");
  }

  /** The text that base64 stands for; what does not decode to text was no base64. */
  private static String unbase64(String text) {
    try {
      byte[] bytes = Base64.getMimeDecoder().decode(text);
      String decoded = new String(bytes, StandardCharsets.UTF_8).strip();
      return decoded.indexOf('\uFFFD') < 0 ? decoded : text;
    } catch (IllegalArgumentException e) {
      return text;
    }
  }
}
