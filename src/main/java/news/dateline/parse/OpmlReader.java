package news.dateline.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import news.dateline.model.Document;
import news.dateline.model.Reason;
import news.dateline.model.RejectedException;
import news.dateline.model.Subscription;
import org.jdom2.Attribute;
import org.jdom2.Element;
import org.jsoup.parser.Parser;

/**
 * Reads OPML 1.0, 1.1 and 2.0 (<a href="http://opml.org/spec2.opml">opml.org</a>) as readers really
 * export it: names of attributes in any case, types left out, {@code url} for {@code xmlUrl},
 * broken XML mended as feeds are. An entry's folders are the outlines around it, else its first
 * {@code category} (slash-delimited). Stateless.
 */
public final class OpmlReader {
  /** The prefix of what Dateline adds to an outline; the tree keeps prefixes of unknown spaces. */
  private static final String OURS = "dateline";

  private static final Set<String> SUBSCRIPTIONS =
      Set.of("rss", "rss1", "rss2", "atom", "feed", "rdf", "json", "jsonfeed", "podcast");

  private static final int LONGEST_TITLE = 200;

  /**
   * Reads a list.
   *
   * @throws RejectedException with {@link Reason#UNKNOWN_FORMAT} when the document is no OPML, and
   *     as parsing does when it cannot be read at all
   */
  public Opml read(Document document) {
    Content content = Content.of(document, Profiles.COMMON);
    if (content.shape() != Content.Shape.XML) {
      throw notOpml(content.shape().name().toLowerCase(Locale.ROOT));
    }
    XmlTree tree = content.tree();
    Element root = tree.root();
    Walk walk = new Walk();
    walk.into(root, List.of());
    if (!root.getName().equalsIgnoreCase("opml") && walk.outlines == 0) {
      throw notOpml("<" + root.getName() + ">");
    }
    return new Opml(title(root), walk.entries, walk.headings, tree.repaired());
  }

  private static RejectedException notOpml(String what) {
    return new RejectedException(Reason.UNKNOWN_FORMAT, "no OPML, but " + what);
  }

  private static Optional<String> title(Element root) {
    for (Element head : root.getChildren()) {
      if (head.getName().equalsIgnoreCase("head")) {
        for (Element e : head.getChildren()) {
          if (e.getName().equalsIgnoreCase("title")) {
            return Some.text(Xml.plain(e));
          }
        }
      }
    }
    return Optional.empty();
  }

  /** Depth is bounded by {@link TreeBuilder}. */
  private static final class Walk {
    final List<Subscription> entries = new ArrayList<>();
    int headings;
    int outlines;

    void into(Element parent, List<String> path) {
      for (Element e : parent.getChildren()) {
        if (e.getName().equalsIgnoreCase("outline")) {
          outline(e, path);
        } else {
          into(e, path);
        }
      }
    }

    private void outline(Element e, List<String> path) {
      outlines++;
      String type = Xml.attribute(e, "type").orElse("").toLowerCase(Locale.ROOT);
      Optional<String> xmlUrl = Xml.attribute(e, "xmlUrl");
      Optional<String> url = Xml.attribute(e, "url");
      Optional<String> page = Xml.attribute(e, "htmlUrl");
      boolean promised = SUBSCRIPTIONS.contains(type);
      String title = text(e, "title", "text");
      if (xmlUrl.isPresent() || url.isPresent() || page.isPresent() || promised) {
        entries.add(
            new Subscription(
                title,
                xmlUrl.or(() -> type.equals("link") ? Optional.empty() : url),
                page.or(() -> type.equals("link") ? url : Optional.empty()),
                xmlUrl.isPresent() ? "rss" : type,
                Xml.attribute(e, "language").filter(l -> !l.equalsIgnoreCase("unknown")),
                id(e),
                path.isEmpty() ? category(e) : path));
      } else {
        headings++;
      }
      if (!e.getChildren().isEmpty()) {
        List<String> inner = new ArrayList<>(path);
        if (!title.isEmpty()) {
          inner.add(title);
        }
        into(e, inner);
      }
    }

    private static Optional<String> id(Element e) {
      for (Attribute a : e.getAttributes()) {
        if (a.getName().equals("id") && a.getNamespacePrefix().equals(OURS)) {
          return Some.text(a.getValue());
        }
      }
      return Optional.empty();
    }

    private static List<String> category(Element e) {
      String first = Xml.attribute(e, "category").orElse("").split(",", 2)[0];
      List<String> out = new ArrayList<>();
      for (String step : first.split("/", -1)) {
        if (!step.isBlank()) {
          out.add(clean(step));
        }
      }
      return out;
    }

    private static String text(Element e, String... names) {
      for (String name : names) {
        String value = Xml.attribute(e, name).map(Walk::clean).orElse("");
        if (!value.isEmpty()) {
          return value;
        }
      }
      return "";
    }

    /** Exporters escape titles that were escaped already. */
    private static String clean(String title) {
      String plain = Parser.unescapeEntities(title, false).replaceAll("[\\s\\p{Cntrl}]+", " ");
      String once = plain.strip();
      return once.length() <= LONGEST_TITLE ? once : once.substring(0, LONGEST_TITLE).strip();
    }
  }
}
