package news.dateline.parse;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.CDataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeVisitor;

/**
 * The last resort: jsoup's XML parser, which takes anything and closes what was left open. Walks
 * without recursion, so that depth is judged by {@link TreeBuilder} alone.
 */
final class LooseXml {
  private LooseXml() {}

  /**
   * @param text already mended
   * @param into receives the tree
   * @return where the elements begin that were still open when the document broke off, outermost
   *     first; empty when the root was closed
   */
  static List<Integer> parse(String text, TreeBuilder into) {
    Document document = Parser.xmlParser().setTrackPosition(true).parseInput(text, "");
    Element root = document.firstElementChild();
    if (root == null) {
      return List.of();
    }
    root.traverse(new Feeder(into));
    return cut(root, text.length());
  }

  private static List<Integer> cut(Element root, int length) {
    List<Integer> open = new ArrayList<>();
    Element e = root;
    while (e != null && e.endSourceRange().isImplicit() && e.endSourceRange().endPos() >= length) {
      open.add(Math.max(0, e.sourceRange().startPos()));
      e = e.lastElementChild();
    }
    return open;
  }

  private static final class Feeder implements NodeVisitor {
    private final TreeBuilder into;

    Feeder(TreeBuilder into) {
      this.into = into;
    }

    @Override
    public void head(Node node, int depth) {
      if (node instanceof Element e) {
        List<String> flat = new ArrayList<>();
        for (Attribute a : e.attributes()) {
          flat.add(a.getKey());
          flat.add(a.getValue());
        }
        into.start(e.tagName(), flat);
      } else if (node instanceof CDataNode c) {
        into.characters(c.getWholeText());
      } else if (node instanceof TextNode t) {
        into.characters(t.getWholeText());
      }
    }

    @Override
    public void tail(Node node, int depth) {
      if (node instanceof Element) {
        into.end();
      }
    }
  }
}
