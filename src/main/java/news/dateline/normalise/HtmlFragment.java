package news.dateline.normalise;

import java.util.BitSet;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * An HTML fragment, parsed once and written as clean paragraphs and as safe HTML in one walk. The
 * walk is a loop, so nesting costs no stack.
 */
final class HtmlFragment {
  /** What lies deeper is attached at this depth, text and all. */
  private static final int DEPTH = 256;

  private final Element root;
  private final @Nullable String base;

  private HtmlFragment(Element root, @Nullable String base) {
    this.root = root;
    this.base = base;
  }

  /**
   * @param base what relative addresses resolve against; null when there is nothing
   */
  static HtmlFragment parse(String html, @Nullable String base) {
    Parser parser = Parser.htmlParser().setMaxDepth(DEPTH);
    Element root = new Element("body");
    for (Node node : parser.parseFragmentInput(Repair.html(html), root, "")) {
      root.appendChild(node);
    }
    return new HtmlFragment(root, base);
  }

  /**
   * @param paragraphs all of them, cut ones included
   * @param html without the cut paragraphs
   * @param words letters and digits of the visible text nodes
   */
  record Written(List<String> paragraphs, String html, int words) {}

  /**
   * @param cut indexes of paragraphs that are left out of the HTML
   */
  Written write(BitSet cut) {
    HtmlWriter writer = new HtmlWriter(base, cut);
    Node node = root.childNodeSize() == 0 ? root : root.childNode(0);
    while (!node.equals(root)) {
      boolean inside = head(node, writer);
      if (inside && node.childNodeSize() > 0) {
        node = node.childNode(0);
      } else {
        node = next(node, inside, writer);
      }
    }
    return writer.finish();
  }

  private static boolean head(Node node, HtmlWriter writer) {
    if (node instanceof TextNode text) {
      writer.text(text.getWholeText());
      return false;
    }
    return node instanceof Element element && writer.open(element);
  }

  /** Closes what ends here and gives the next node to open; the root when all is done. */
  private Node next(Node from, boolean opened, HtmlWriter writer) {
    Node node = from;
    boolean close = opened;
    while (true) {
      if (close && node instanceof Element element) {
        writer.close(element);
      }
      Node sibling = node.nextSibling();
      if (sibling != null) {
        return sibling;
      }
      Node parent = node.parent();
      if (parent == null || parent.equals(root)) {
        return root;
      }
      node = parent;
      close = true;
    }
  }
}
