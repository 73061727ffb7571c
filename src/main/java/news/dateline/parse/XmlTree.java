package news.dateline.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
record XmlTree(Element root, boolean repaired, boolean based, List<Element> cut) {

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
    return of(loose, true, LooseXml.parse(mended, loose));
  }

  private static XmlTree of(TreeBuilder built, boolean repaired, List<String> open) {
    Element root = built.root();
    if (root == null) {
      throw new RejectedException(Reason.MALFORMED, "no element could be read");
    }
    return new XmlTree(root, repaired, built.based(), cut(root, open));
  }

  /** True for an element that the end of the document cut through. */
  boolean isCut(Element element) {
    return cut.contains(element);
  }

  private static List<Element> cut(Element root, List<String> open) {
    List<Element> cut = new ArrayList<>();
    Optional<Element> e = Optional.of(root);
    for (int i = 0; i < open.size() && e.isPresent(); i++) {
      cut.add(e.get());
      e = Optional.ofNullable(last(e.get()));
    }
    return cut;
  }

  private static @Nullable Element last(Element parent) {
    List<Element> children = parent.getChildren();
    return children.isEmpty() ? null : children.get(children.size() - 1);
  }
}
