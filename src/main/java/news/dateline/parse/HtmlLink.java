package news.dateline.parse;

import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/**
 * A link in a piece of HTML.
 *
 * @param href as written; never blank
 * @param text its words on one line; may be empty
 * @param beside what stands beside it on its line or in its row of a table: in a directory's page
 *     date and size; may be empty
 */
record HtmlLink(String href, String text, String beside) {
  /** All links, in order. */
  static List<HtmlLink> in(String html) {
    if (html.isBlank()) {
      return List.of();
    }
    return Jsoup.parse(html).select("a[href]").stream()
        .map(a -> new HtmlLink(a.attr("href").strip(), AuthorForms.fold(a.text()), beside(a)))
        .filter(l -> !l.href().isEmpty())
        .toList();
  }

  private static String beside(Element a) {
    Element row = a.closest("tr");
    if (row != null) {
      return AuthorForms.fold(row.text());
    }
    return Optional.ofNullable(a.nextSibling())
        .filter(TextNode.class::isInstance)
        .map(n -> AuthorForms.fold(((TextNode) n).getWholeText()))
        .orElse("");
  }
}
