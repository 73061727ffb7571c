package news.dateline.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import news.dateline.model.Feed;
import news.dateline.model.Item;
import news.dateline.model.Lines;
import news.dateline.model.Markup;
import news.dateline.model.Media;
import news.dateline.model.Subject;
import org.jdom2.Element;

/** Google News sitemaps: a headline, an address and a date for each story. */
final class SitemapReader implements Reader {
  @Override
  public boolean answersTo(String format) {
    return format.equals("sitemap") || format.equals("news-sitemap");
  }

  @Override
  public boolean recognises(Content content) {
    return content.shape() == Content.Shape.XML
        && content.rootName().equals("urlset")
        && content.text().contains("sitemap-news");
  }

  @Override
  public boolean isFeed() {
    return true;
  }

  @Override
  public Harvest read(Content content) {
    XmlTree tree = content.tree();
    Harvest harvest = new Harvest(Feed.of("news-sitemap").repaired(tree.repaired()));
    for (Element url : Fields.of(tree.root(), "sitemap").all("url")) {
      harvest.take(tree, url, Xml.bytes(url), () -> read(content, url));
    }
    return harvest;
  }

  private static Item read(Content content, Element url) {
    Fields f = Fields.of(url, "sitemap");
    Fields news = f.first("news:news").map(n -> Fields.of(n, "news")).orElse(f);
    Fields publication = news.first("publication").map(p -> Fields.of(p, "news")).orElse(news);
    List<Media> media = new ArrayList<>();
    for (Element image : f.all("image:image")) {
      Fields i = Fields.of(image, "image");
      i.text("loc").ifPresent(loc -> media.add(Media.of(loc, Optional.empty())));
    }
    List<Subject> subjects = new ArrayList<>();
    for (String word : news.text("keywords").orElse("").split(",", 50)) {
      Some.text(word).map(Subject::named).ifPresent(subjects::add);
    }
    return new Item(
        new Item.Identity(f.text("loc"), true, f.text("loc"), Optional.empty(), List.of()),
        content.location(),
        publication.text("language"),
        news.text("title").map(Markup::text).orElse(Markup.EMPTY),
        Markup.EMPTY,
        Markup.EMPTY,
        new Item.Dates(
            news.text("publication_date"),
            f.text("lastmod"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()),
        new Item.Editorial(
            Item.Editorial.NONE.status(),
            Item.Editorial.NONE.urgency(),
            false,
            news.text("genres")),
        List.of(),
        Lines.NONE,
        subjects,
        media,
        Xml.bytes(url));
  }
}
