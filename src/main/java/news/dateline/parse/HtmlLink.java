package news.dateline.parse;

import java.util.List;
import org.jsoup.Jsoup;

/**
 * A link in a piece of HTML.
 *
 * @param href as written; never blank
 * @param text its words on one line; may be empty
 */
record HtmlLink(String href, String text) {
  /** All links, in order. */
  static List<HtmlLink> in(String html) {
    if (html.isBlank()) {
      return List.of();
    }
    return Jsoup.parseBodyFragment(html).select("a[href]").stream()
        .map(a -> new HtmlLink(a.attr("href").strip(), AuthorForms.fold(a.text())))
        .filter(l -> !l.href().isEmpty())
        .toList();
  }
}
