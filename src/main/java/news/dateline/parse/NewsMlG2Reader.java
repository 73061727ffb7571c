package news.dateline.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import news.dateline.model.Bytes;
import news.dateline.model.Feed;
import org.jdom2.Element;

/**
 * NewsML-G2 (IPTC): a news message with any number of items, or an item alone. Namespaces do not
 * matter: some agencies declare none, some a wrong one.
 */
final class NewsMlG2Reader implements Reader {
  /** Items that tell something; a catalogue item only lists schemes. */
  private static final Set<String> ITEMS =
      Set.of("newsitem", "packageitem", "conceptitem", "knowledgeitem", "planningitem");

  @Override
  public boolean answersTo(String format) {
    return format.startsWith("newsml-g2") || format.startsWith("newsml-2");
  }

  @Override
  public boolean recognises(Content content) {
    return content.shape() == Content.Shape.XML
        && (content.rootName().equals("newsmessage") || isItem(content.rootName()));
  }

  private static boolean isItem(String name) {
    return ITEMS.contains(name);
  }

  @Override
  public Harvest read(Content content) {
    XmlTree tree = content.tree();
    Element root = tree.root();
    Optional<Element> header = WireXml.first(root, "header").filter(h -> parentIs(h, root));
    Harvest harvest =
        new Harvest(
            Feed.of("newsml-g2")
                .titled(Optional.empty(), Xml.language(root))
                .repaired(tree.repaired()));
    List<Element> items = new ArrayList<>();
    collect(root, items);
    boolean alone = items.size() == 1;
    for (Element item : items) {
      Supplier<Bytes> raw = alone ? content::bytes : Xml.bytes(item);
      harvest.take(tree, item, raw, () -> new G2Item(item, header, raw).read(content));
    }
    return harvest;
  }

  private static boolean parentIs(Element e, Element parent) {
    return parent.equals(e.getParentElement());
  }

  /** Items never hold items (NewsML-G2 2.35, AnyItem): what lies inside one belongs to it. */
  private static void collect(Element e, List<Element> items) {
    if (isItem(e.getName().toLowerCase(Locale.ROOT))) {
      if (!e.getChildren().isEmpty() || Xml.attribute(e, "guid").isPresent()) {
        items.add(e);
      }
    } else {
      e.getChildren().forEach(c -> collect(c, items));
    }
  }
}
