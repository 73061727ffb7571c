package news.dateline.parse;

import java.util.ArrayList;
import java.util.List;
import org.jdom2.Element;

/** Atom 1.0 (RFC 4287) and 0.3: a feed, or one entry alone. */
final class AtomReader implements Reader {
  @Override
  public boolean answersTo(String format) {
    return format.equals("atom") || format.startsWith("atom-");
  }

  @Override
  public boolean recognises(Content content) {
    return content.shape() == Content.Shape.XML
        && (content.rootName().equals("feed") || content.rootName().equals("entry"));
  }

  @Override
  public boolean isFeed() {
    return true;
  }

  @Override
  public Harvest read(Content content) {
    XmlTree tree = content.tree();
    Element root = tree.root();
    Fields head = Fields.of(root, "atom");
    Harvest harvest =
        new Harvest(
            FeedHead.read(format(root, head), root, head, content.location(), tree.repaired()));
    AtomEntry reader = new AtomEntry(content, tree, head);
    for (Element e : head.all("at:deleted-entry")) {
      harvest.take(tree, e, Xml.bytes(e), () -> Tombstone.read(e));
    }
    for (Element e : entries(root, head)) {
      harvest.take(tree, e, Xml.bytes(e), () -> reader.read(e));
    }
    return harvest;
  }

  private static List<Element> entries(Element root, Fields head) {
    if (root.getName().equalsIgnoreCase("entry")) {
      return List.of(root);
    }
    List<Element> entries = new ArrayList<>(head.all("entry"));
    entries.addAll(head.all("item"));
    return entries;
  }

  private static String format(Element root, Fields head) {
    boolean old = Xml.attribute(root, "version").isPresent() || head.has("tagline");
    return old ? "atom-0.3" : "atom-1.0";
  }
}
