package news.dateline.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import news.dateline.model.Article;
import news.dateline.model.Item;
import news.dateline.model.Markup;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;

/**
 * For files that try to smuggle something in: nothing that runs or calls home survives, and what is
 * harmless does. Which harmless elements and attributes are kept is a matter of taste, so only
 * words and pictures are looked for.
 */
final class SafetyCheck {
  private static final List<String> ELEMENTS =
      List.of(
          "script",
          "style",
          "iframe",
          "frame",
          "frameset",
          "object",
          "embed",
          "applet",
          "base",
          "meta",
          "link",
          "form",
          "input",
          "button",
          "textarea",
          "svg",
          "math",
          "video",
          "audio",
          "noscript",
          "template",
          "title",
          "xml");

  private SafetyCheck() {}

  /** What survived of the danger in an article; empty when nothing. */
  static List<String> dangers(Article article) {
    List<String> found = new ArrayList<>();
    String html = article.content().html();
    for (Element e : Jsoup.parseBodyFragment(html).body().getAllElements()) {
      if (ELEMENTS.contains(e.normalName())) {
        found.add("the element " + e.normalName());
      }
      for (Attribute a : e.attributes()) {
        String name = a.getKey().toLowerCase(Locale.ROOT);
        String value = a.getValue().toLowerCase(Locale.ROOT).replaceAll("[\\s\\p{Cntrl}]", "");
        boolean runs =
            name.startsWith("on")
                || value.startsWith("javascript:")
                || value.startsWith("vbscript:")
                || value.startsWith("data:")
                || (name.equals("style")
                    && (value.contains("url(")
                        || value.contains("expression")
                        || value.contains("-moz-binding")
                        || value.contains("behavior")));
        if (runs) {
          found.add(e.normalName() + " " + a.getKey() + "=" + a.getValue());
        }
      }
    }
    if (html.contains("<!--") || html.contains("<?") || html.contains("<!")) {
      found.add("a comment or declaration");
    }
    return found;
  }

  /** What of the harmless part is missing from the n-th item; empty when nothing. */
  static List<String> losses(Shown shown, int n, Markup written, String expected) {
    Optional<Item> item = shown.item(n);
    if (item.isEmpty()) {
      return List.of("no item");
    }
    if (written.isBlank() && !expected.isBlank()) {
      return List.of("the text was not read");
    }
    List<String> lost = new ArrayList<>();
    String words = Texts.words(expected);
    Optional<Article> article = shown.article(n);
    if (!words.isEmpty()) {
      String all =
          article
              .map(a -> a.content().headline() + a.content().summary() + a.content().text())
              .map(Texts::squeeze)
              .orElse("");
      if (!all.contains(words)) {
        lost.add("the words " + words + " in " + all);
      }
    }
    boolean body = article.filter(a -> !a.content().html().isEmpty()).isPresent();
    for (Element img : Jsoup.parseBodyFragment(expected).select("img[src^=http]")) {
      if (body && !shown.picture(n, img.attr("src"))) {
        lost.add("the picture " + img.attr("src"));
      }
    }
    return lost;
  }
}
