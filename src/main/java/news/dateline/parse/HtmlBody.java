package news.dateline.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import news.dateline.model.Letters;
import news.dateline.model.Markup;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/**
 * A text in HTML as JSON formats carry it: a fragment or a whole page, the headline often once more
 * in it, parts for editors marked by their classes.
 *
 * @param text without what is not the story
 * @param letters of the story as it stood there
 * @param notes what was for editors, in order; may be empty
 */
record HtmlBody(Markup text, int letters, List<String> notes) {
  /** HTML's parser reads on until the end tag that XHTML never writes. */
  private static final Pattern EMPTY_RAW =
      Pattern.compile("(?i)<(?:title|script|style|textarea|iframe|noscript)(?:\\s[^<>]*)?/>");

  /** Classes of sections that are for editors: dpa's notepad and closing line, editors' notes. */
  private static final Pattern FOR_EDITORS =
      Pattern.compile("(?i)\\b(?:notepad|np-(?:non)?public|non-?public|ed-?note|closing-?line)\\b");

  /** Stands for the end of a line until white space is folded. */
  private static final String LINE = "\u0001";

  HtmlBody {
    notes = List.copyOf(notes);
  }

  /**
   * @param headline not repeated in the body; may be empty
   */
  static HtmlBody of(String html, String headline) {
    Document page = Jsoup.parse(EMPTY_RAW.matcher(html).replaceAll(""));
    page.outputSettings().prettyPrint(false);
    Element body = page.body();
    boolean changed = isPage(html);
    String title = AuthorForms.fold(headline);
    for (Element h1 : body.select("h1")) {
      if (!title.isEmpty() && AuthorForms.fold(h1.text()).equalsIgnoreCase(title)) {
        h1.remove();
        changed = true;
      }
    }
    List<String> notes = new ArrayList<>();
    for (Element e : body.select("[class]")) {
      // one within another went with it
      if (e.ownerDocument() != null && FOR_EDITORS.matcher(e.className()).find()) {
        Some.text(lines(e)).ifPresent(notes::add);
        e.remove();
        changed = true;
      }
    }
    return new HtmlBody(
        Markup.html(changed ? body.html() : html), Letters.count(body.text()), notes);
  }

  private static boolean isPage(String html) {
    String head = html.substring(0, Math.min(html.length(), 500)).toLowerCase(Locale.ROOT);
    return head.contains("<html") || head.contains("<body") || head.contains("<head>");
  }

  /** The text of HTML, a line a block. */
  static String lines(String html) {
    return lines(Jsoup.parseBodyFragment(html).body());
  }

  private static String lines(Element e) {
    StringBuilder out = new StringBuilder();
    e.traverse(
        new NodeVisitor() {
          @Override
          public void head(Node node, int depth) {
            if (node instanceof TextNode t) {
              out.append(t.getWholeText());
            } else if (node instanceof Element block) {
              out.append(block.isBlock() ? LINE : block.nameIs("br") ? " " : "");
            }
          }

          @Override
          public void tail(Node node, int depth) {
            if (node instanceof Element block && block.isBlock()) {
              out.append(LINE);
            }
          }
        });
    List<String> lines = new ArrayList<>();
    for (String line : out.toString().split(LINE, -1)) {
      Some.text(AuthorForms.fold(line)).ifPresent(lines::add);
    }
    return String.join("\n", lines);
  }
}
