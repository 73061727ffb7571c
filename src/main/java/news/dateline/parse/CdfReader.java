package news.dateline.parse;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import news.dateline.model.Item;
import news.dateline.model.Lines;
import news.dateline.model.Markup;
import org.jdom2.Element;

/** Channel Definition Format (W3C NOTE-CDFsubmit), the oldest of the feed formats. */
final class CdfReader implements Reader {
  @Override
  public boolean answersTo(String format) {
    return format.equals("cdf");
  }

  @Override
  public boolean recognises(Content content) {
    return content.shape() == Content.Shape.XML && content.rootName().equals("channel");
  }

  @Override
  public boolean isFeed() {
    return true;
  }

  @Override
  public Harvest read(Content content) {
    XmlTree tree = content.tree();
    Element root = tree.root();
    Fields head = Fields.of(root, "");
    Optional<URI> base = Xml.attribute(root, "base").flatMap(Links::absolute).or(content::location);
    Harvest harvest = new Harvest(FeedHead.read("cdf", root, head, base, tree.repaired()));
    for (Element e : head.all("item")) {
      harvest.take(tree, e, Xml.bytes(e), () -> read(e, base));
    }
    return harvest;
  }

  private static Item read(Element e, Optional<URI> base) {
    Fields f = Fields.of(e, "");
    Optional<String> link =
        Xml.attribute(e, "href").or(() -> f.first("a").flatMap(a -> Xml.attribute(a, "href")));
    return new Item(
        new Item.Identity(Optional.empty(), false, link, Optional.empty(), List.of()),
        base,
        Xml.language(e),
        f.text("title").map(Markup::guess).orElse(Markup.EMPTY),
        Markup.EMPTY,
        f.text("abstract", "description").map(Markup::guess).orElse(Markup.EMPTY),
        new Item.Dates(
            f.text("pubdate").or(() -> Xml.attribute(e, "pubdate")),
            Xml.attribute(e, "lastmod"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()),
        Item.Editorial.NONE,
        f.text("author").flatMap(a -> AuthorForms.read(a, "author")).stream().toList(),
        Lines.NONE,
        List.of(),
        MediaRss.of(f),
        Xml.bytes(e));
  }
}
