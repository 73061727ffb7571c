package news.dateline.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import news.dateline.model.Bytes;
import news.dateline.model.Feed;
import news.dateline.model.Item;
import news.dateline.model.Letters;
import news.dateline.model.Lines;
import news.dateline.model.Markup;
import org.jdom2.Element;
import org.jsoup.Jsoup;

/**
 * The XML an agency made up for itself: which elements are items, and where their fields stand, its
 * profile says ({@code wire.items}, {@code wire.fields}). Nothing else is known of it.
 */
final class OwnXmlReader implements Reader {
  @Override
  public boolean answersTo(String format) {
    return format.equals("own-xml");
  }

  @Override
  public boolean recognises(Content content) {
    return content.shape() == Content.Shape.XML
        && content.profiles().ownElements().stream().anyMatch(e -> content.begins("<" + e));
  }

  @Override
  public Harvest read(Content content) {
    XmlTree tree = content.tree();
    Harvest harvest = new Harvest(Feed.of("own-xml").repaired(tree.repaired()));
    List<Element> all = new ArrayList<>(List.of(tree.root()));
    all.addAll(WireXml.all(tree.root()));
    for (Element element : all) {
      content
          .profiles()
          .ownXml(element.getName())
          .ifPresent(
              profile -> {
                House house = content.profiles().house(profile);
                Supplier<Bytes> raw = Xml.bytes(element);
                harvest.take(tree, element, raw, () -> item(element, house, raw));
              });
    }
    return harvest;
  }

  private static Item item(Element element, House house, Supplier<Bytes> raw) {
    Item bare =
        new Item(
            Item.Identity.NONE,
            Optional.empty(),
            Optional.empty(),
            Markup.EMPTY,
            Markup.EMPTY,
            Markup.EMPTY,
            Item.Dates.NONE,
            Item.Editorial.NONE,
            List.of(),
            Lines.NONE,
            List.of(),
            List.of(),
            raw);
    Item read = house.finish(bare, path -> Paths.in(element, path));
    int letters = Letters.count(Jsoup.parseBodyFragment(read.body().value()).text());
    return read.counting(letters);
  }
}
