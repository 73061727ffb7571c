package news.dateline.parse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.dateline.model.Bytes;
import news.dateline.model.Reason;
import news.dateline.model.RejectedException;
import org.jdom2.Element;
import org.jspecify.annotations.Nullable;

/**
 * A document as a tree.
 *
 * @param root the root element
 * @param repaired true when the document was malformed
 * @param based true when an {@code xml:base} occurs, so that readers may skip looking for it
 * @param cut the elements that were still open when the document broke off, outermost first
 */
record XmlTree(Element root, boolean repaired, boolean based, List<Cut> cut) {
  /**
   * An element that the end of the document cut through.
   *
   * @param text the document, mended
   * @param start where in it the element begins
   * @param end where the next of its name begins that was left open too, else the end
   */
  record Cut(Element element, String text, int start, int end) {
    /** All that came of it, as it stands: not closed. */
    Bytes bytes() {
      return Bytes.utf8(text.substring(start, end));
    }
  }

  /**
   * Strictly first; then mended; then by the parser that takes anything.
   *
   * @param text the document
   * @param start where the XML begins
   * @param repaired true when mending was needed already to get here
   * @throws RejectedException when nothing helps, or a limit is passed
   */
  static XmlTree build(String text, int start, boolean repaired) {
    String xml = start == 0 ? text : text.substring(start);
    TreeBuilder strict = new TreeBuilder();
    if (StrictXml.parse(xml, strict)) {
      return of(strict, repaired || strict.undeclared(), List.of());
    }
    String mended = Mender.mend(xml);
    TreeBuilder second = new TreeBuilder();
    if (StrictXml.parse(mended, second)) {
      return of(second, true, List.of());
    }
    TreeBuilder loose = new TreeBuilder();
    List<Integer> open = LooseXml.parse(mended, loose);
    XmlTree tree = of(loose, true, List.of());
    return new XmlTree(tree.root, true, tree.based, cut(tree.root, open, mended));
  }

  private static XmlTree of(TreeBuilder built, boolean repaired, List<Cut> cut) {
    Element root = built.root();
    if (root == null) {
      throw new RejectedException(Reason.MALFORMED, "no element could be read");
    }
    return new XmlTree(root, repaired, built.based(), cut);
  }

  /** True when the document broke off before its root was closed. */
  boolean isCutOff() {
    return !cut.isEmpty();
  }

  /** What came of an element that the end of the document cut through; empty for any other. */
  @SuppressWarnings("ReferenceEquality") // jsoup's elements are equal only to themselves
  Optional<Cut> cutThrough(Element element) {
    for (Cut c : cut) {
      if (c.element() == element) {
        return Optional.of(c);
      }
    }
    return Optional.empty();
  }

  private static List<Cut> cut(Element root, List<Integer> open, String text) {
    List<Element> chain = new ArrayList<>();
    for (Element e = root; e != null && chain.size() < open.size(); e = last(e)) {
      chain.add(e);
    }
    Map<String, Integer> next = new HashMap<>();
    List<Cut> cut = new ArrayList<>();
    for (int i = chain.size() - 1; i >= 0; i--) {
      Integer end = next.put(chain.get(i).getName(), open.get(i));
      cut.add(0, new Cut(chain.get(i), text, open.get(i), end == null ? text.length() : end));
    }
    return cut;
  }

  private static @Nullable Element last(Element parent) {
    List<Element> children = parent.getChildren();
    return children.isEmpty() ? null : children.get(children.size() - 1);
  }
}
