package news.dateline.parse;

import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import news.dateline.model.Letters;
import news.dateline.model.Markup;
import org.jdom2.Attribute;
import org.jdom2.Content;
import org.jdom2.Element;
import org.jdom2.Text;

/**
 * A body of XHTML or NITF written as HTML, whole: every tag and every tail. Namespaces do not
 * matter: agencies declare wrong ones, and what is meant is in the local name.
 */
final class WireHtml {
  /** NITF's own block elements in HTML's terms; its inline ones hold plain text all the same. */
  private static final Map<String, String> HTML =
      Map.of(
          "hl1",
          "h1",
          "hl2",
          "h2",
          "block",
          "div",
          "body.content",
          "div",
          "fn",
          "p",
          "note",
          "div",
          "nitf-table",
          "div",
          "abstract",
          "div",
          "copyrite",
          "span",
          "caption",
          "caption");

  private static final Set<String> VOID =
      Set.of("br", "hr", "img", "input", "meta", "link", "area", "base", "col", "embed", "source");

  /** Attributes a reader sees the effect of. */
  private static final Set<String> ATTRIBUTES =
      Set.of(
          "href",
          "src",
          "alt",
          "title",
          "width",
          "height",
          "colspan",
          "rowspan",
          "lang",
          "dir",
          "class",
          "id",
          "start",
          "type",
          "value",
          "datetime",
          "cite");

  /**
   * @param markup the body; {@link Markup#EMPTY} when there is nothing in it
   * @param letters letters and digits that went in; empty when they could not be counted
   */
  record Body(Markup markup, OptionalInt letters) {
    static final Body EMPTY = new Body(Markup.EMPTY, OptionalInt.empty());
  }

  private final Predicate<Element> skip;
  private final StringBuilder out = new StringBuilder();
  private int letters;

  private WireHtml(Predicate<Element> skip) {
    this.skip = skip;
  }

  /**
   * What stands inside an element.
   *
   * @param skip elements that are no part of the text
   */
  static Body of(Element body, Predicate<Element> skip) {
    WireHtml html = new WireHtml(skip);
    html.inside(body);
    if (html.letters == 0 && html.out.indexOf("<img") < 0) {
      return Body.EMPTY;
    }
    Markup markup =
        Xml.hasElements(body)
            ? Markup.html(html.out.toString().strip())
            : Markup.text(Xml.text(body));
    return new Body(markup, OptionalInt.of(html.letters));
  }

  /** A text whose form nobody tells: HTML if it looks like it. */
  static Body guess(String text) {
    boolean plain = text.indexOf('<') < 0 && text.indexOf('&') < 0;
    return new Body(
        plain ? Markup.text(text.strip()) : Markup.guess(text.strip()),
        plain ? OptionalInt.of(Letters.count(text)) : OptionalInt.empty());
  }

  private void inside(Element e) {
    for (Content c : e.getContent()) {
      if (c instanceof Text t) {
        letters += Letters.count(t.getText());
        escape(t.getText(), false);
      } else if (c instanceof Element child && !skip.test(child)) {
        element(child);
      }
    }
  }

  private void element(Element e) {
    String own = e.getName().toLowerCase(Locale.ROOT);
    String name = HTML.getOrDefault(own, own);
    out.append('<').append(name);
    for (Attribute a : e.getAttributes()) {
      String attribute = a.getName().toLowerCase(Locale.ROOT);
      if (ATTRIBUTES.contains(attribute)) {
        out.append(' ').append(attribute).append("=\"");
        escape(a.getValue(), true);
        out.append('"');
      }
    }
    out.append('>');
    if (e.getContentSize() > 0 || !VOID.contains(name)) {
      inside(e);
      out.append("</").append(name).append('>');
    }
  }

  private void escape(String text, boolean attribute) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append(attribute ? "&quot;" : "\"");
        default -> out.append(c);
      }
    }
  }
}
