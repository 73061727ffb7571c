package news.dateline.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jdom2.Element;

/** RSS 0.90 to 2.0 and RSS 1.0 (RDF), with whatever version they claim. */
final class RssReader implements Reader {
  @Override
  public boolean answersTo(String format) {
    return format.equals("rss") || format.startsWith("rss-") || format.equals("rdf");
  }

  @Override
  public boolean recognises(Content content) {
    return content.shape() == Content.Shape.XML
        && Set.of("rss", "rdf").contains(content.rootName());
  }

  @Override
  public boolean isFeed() {
    return true;
  }

  @Override
  public Harvest read(Content content) {
    XmlTree tree = content.tree();
    List<Element> channels = new ArrayList<>();
    List<Element> items = new ArrayList<>();
    collect(tree.root(), channels, items, 0);
    if (items.isEmpty() && tree.repaired()) { // an element that was never closed holds them
      WireXml.all(tree.root()).stream().filter(RssReader::isItem).forEach(items::add);
    }
    Element head = channels.isEmpty() ? tree.root() : channels.get(0);
    Fields fields = Fields.of(head, "");
    Harvest harvest =
        new Harvest(
            FeedHead.read(
                format(tree.root(), content), head, fields, content.location(), tree.repaired()));
    RssItem reader = new RssItem(content, tree, fields);
    for (Element e : items) {
      harvest.take(tree, e, Xml.bytes(e), () -> reader.read(e));
    }
    return harvest;
  }

  /** Items stand in the channel, or beside it (RSS 1.0), or in an {@code items} list of it. */
  private static void collect(Element at, List<Element> channels, List<Element> items, int depth) {
    for (Element e : at.getChildren()) {
      String name = e.getName();
      String prefix = e.getNamespacePrefix();
      if (!prefix.isEmpty() && !prefix.equals("rss") && !prefix.equals("atom")) {
        continue;
      }
      if (isItem(e)) {
        items.add(e);
      } else if (depth < 3
          && (name.equalsIgnoreCase("channel")
              || name.equalsIgnoreCase("items")
              || name.equalsIgnoreCase("rss"))) {
        if (name.equalsIgnoreCase("channel")) {
          channels.add(e);
        }
        collect(e, channels, items, depth + 1);
      }
    }
  }

  private static boolean isItem(Element e) {
    return e.getName().equalsIgnoreCase("item") || e.getName().equalsIgnoreCase("entry");
  }

  /** RSS 0.90 was RDF too, and is told from 1.0 by Netscape's namespace alone. */
  private static String format(Element root, Content content) {
    if (root.getName().equalsIgnoreCase("rdf")) {
      return content.begins("netscape.com/rdf/simple/0.9") ? "rss-0.9" : "rss-1.0";
    }
    return Xml.attribute(root, "version").map(v -> "rss-" + v).orElse("rss-2.0");
  }
}
