package news.dateline.conformance;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import news.dateline.model.Markup;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;

/**
 * Texts compared as a reader of them would: markup by its elements, their attributes in any order,
 * and its words; white space and the spelling of references do not count.
 */
final class Texts {
  private static final String[] REFERENCES = {"href", "src", "cite", "poster", "longdesc"};

  private Texts() {}

  /** Markup as HTML, whatever its kind. */
  static String html(Markup markup) {
    return markup.kind() == Markup.Kind.TEXT ? escape(markup.value()) : markup.value();
  }

  static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /** References made absolute, as other readers hand them out. */
  static String resolved(String html, String base) {
    Document document = Jsoup.parseBodyFragment(html, base);
    document.outputSettings().prettyPrint(false);
    for (String name : REFERENCES) {
      for (Element e : document.select("[" + name + "]")) {
        String absolute = e.absUrl(name);
        if (!absolute.isEmpty()) {
          e.attr(name, absolute);
        }
      }
    }
    return document.body().html();
  }

  /** Elements and words in one spelling. */
  static String canonical(String html) {
    Document document = Jsoup.parseBodyFragment(Parser.unescapeEntities(html, false), "");
    StringBuilder out = new StringBuilder();
    Element body = document.body();
    Element only = body.childrenSize() == 1 ? body.child(0) : body;
    boolean wrapped =
        only.normalName().equals("div") && only.attributesSize() == 0 && body.ownText().isBlank();
    for (Node node : (wrapped ? only : body).childNodes()) {
      write(node, out);
    }
    return out.toString();
  }

  private static void write(Node node, StringBuilder out) {
    if (node instanceof TextNode text) {
      out.append(squeeze(text.getWholeText()));
    } else if (node instanceof Element e) {
      out.append('<').append(e.normalName());
      List<String> attributes = new ArrayList<>();
      for (Attribute a : e.attributes()) {
        if (a.getKey().startsWith("xmlns")) {
          continue; // says how it was written, not what
        }
        attributes.add(a.getKey().toLowerCase(java.util.Locale.ROOT) + "=" + squeeze(a.getValue()));
      }
      attributes.sort(null);
      attributes.forEach(a -> out.append(' ').append(a));
      out.append('>');
      for (Node child : e.childNodes()) {
        write(child, out);
      }
      out.append("</").append(e.normalName()).append('>');
    }
  }

  /** The words of a fragment as shown. */
  static String words(String html) {
    return squeeze(Jsoup.parseBodyFragment(html, "").body().wholeText());
  }

  /** Without white space and in one Unicode form. */
  static String squeeze(String text) {
    String nfc = Normalizer.normalize(text, Normalizer.Form.NFC);
    StringBuilder out = new StringBuilder(nfc.length());
    nfc.codePoints()
        .filter(c -> !Character.isWhitespace(c) && c != 0xA0 && !isInvisible(c))
        .forEach(out::appendCodePoint);
    return out.toString();
  }

  private static boolean isInvisible(int c) {
    return c == 0xAD
        || c == 0xFEFF
        || c == 0xFFFC
        || (c >= 0x2000 && c <= 0x200F)
        || (c >= 0x2028 && c <= 0x202F)
        || (c >= 0x205F && c <= 0x2064)
        || Character.isISOControl(c)
        || c == 0x3000;
  }

  /** In one Unicode form, without the characters that only tell where a word may be broken. */
  static String unhyphened(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .replaceAll("[\\u00ad\\u200b-\\u200f]", "");
  }

  /** Whether markup says what was expected, its addresses as written or absolute. */
  static boolean sameMarkup(Markup ours, Optional<String> base, String expected) {
    String wanted = canonical(expected);
    String html = html(ours);
    return (ours.kind() == Markup.Kind.TEXT && squeeze(ours.value()).equals(squeeze(expected)))
        || canonical(html).equals(wanted)
        || (base.isPresent() && canonical(resolved(html, base.get())).equals(wanted));
  }

  /**
   * Whether the words a reader sees are those expected. The expectation does not say whether it is
   * text or markup, so it may be taken as either.
   */
  static boolean sameWords(String ours, String expected) {
    String shown = squeeze(ours);
    return shown.equals(squeeze(expected))
        || shown.equals(words(expected))
        || shown.equals(words(Parser.unescapeEntities(expected, false)));
  }
}
