package news.dateline.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import news.dateline.model.Bytes;
import news.dateline.model.Feed;
import org.jdom2.Element;

/**
 * NewsML 1.x (IPTC): any nesting of components, any number of items a file, with or without
 * version.
 */
final class NewsMlReader implements Reader {
  @Override
  public boolean answersTo(String format) {
    return format.equals("newsml") || format.startsWith("newsml-1");
  }

  @Override
  public boolean recognises(Content content) {
    return content.shape() == Content.Shape.XML
        && (content.rootName().equals("newsml")
            // an item of NewsML 1 alone; one of NewsML-G2 has its management in itemMeta
            || (content.rootName().equals("newsitem") && content.begins("<NewsManagement")));
  }

  @Override
  public Harvest read(Content content) {
    XmlTree tree = content.tree();
    Element root = tree.root();
    Feed plain = Feed.of("newsml-" + Xml.attribute(root, "Version").orElse("1.2"));
    Harvest harvest =
        new Harvest(
            plain
                .titled(WireXml.attribute(root, "NewsService", "FormalName"), Xml.language(root))
                .repaired(tree.repaired()));
    List<Element> items = items(root);
    boolean alone = items.size() == 1;
    Optional<Element> envelope = WireXml.first(root, "NewsEnvelope");
    for (Element item : items) {
      Supplier<Bytes> raw = alone ? content::bytes : Xml.bytes(item);
      harvest.take(tree, item, raw, () -> new NewsMlItem(item, envelope, raw).read(content));
    }
    return harvest;
  }

  /** The innermost NewsItems: an outer one that only packs others is no story. */
  private static List<Element> items(Element root) {
    List<Element> items = new ArrayList<>();
    for (Element e : WireXml.descendants(root, "NewsItem")) {
      if (WireXml.first(e, "NewsItem").isEmpty()) {
        items.add(e);
      }
    }
    return items.isEmpty() && WireXml.first(root, "NewsComponent").isPresent()
        ? List.of(root)
        : items;
  }
}
