package news.dateline.parse;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jdom2.Namespace;
import org.jdom2.Verifier;

/**
 * The XML vocabularies feeds and wires use. Publishers spell the same namespace in many ways, bind
 * it to any prefix or forget to declare it; here each gets the one prefix readers ask for. The
 * namespaces of RSS itself count as none, as RSS 2.0 has none.
 */
final class Vocabulary {
  private static final Map<String, Namespace> BY_URI = new HashMap<>();
  private static final Map<String, Namespace> BY_PREFIX = new HashMap<>();

  static {
    none("http://backend.userland.com/rss");
    none("http://backend.userland.com/rss2");
    none("http://backend.userland.com/rss091");
    none("http://backend.userland.com/rss092");
    none("http://blogs.law.harvard.edu/tech/rss");
    none("http://purl.org/rss/1.0");
    none("http://purl.org/net/rss1.1#");
    none("http://my.netscape.com/rdf/simple/0.9");
    none("http://channel.netscape.com/rdf/simple/0.9");
    none("http://my.netscape.com/publish/formats/rss-0.91.dtd");
    none("http://iptc.org/std/nitf/2006-10-18");
    known(
        "atom", "http://www.w3.org/2005/Atom", "http://purl.org/atom/ns#", "http://purl.org/atom");
    known("dc", "http://purl.org/dc/elements/1.1/", "http://purl.org/dc/elements/1.0/");
    known("dcterms", "http://purl.org/dc/terms/");
    known("content", "http://purl.org/rss/1.0/modules/content/");
    known("sy", "http://purl.org/rss/1.0/modules/syndication/");
    known("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#");
    known("xhtml", "http://www.w3.org/1999/xhtml");
    known(
        "media",
        "http://search.yahoo.com/mrss/",
        "http://tools.search.yahoo.com/mrss/",
        "http://www.rssboard.org/media-rss",
        "http://video.search.yahoo.com/mrss/");
    known(
        "itunes",
        "http://www.itunes.com/dtds/podcast-1.0.dtd",
        "http://www.itunes.com/dtds/podcast-1.0",
        "http://example.com/dtds/podcast-1.0.dtd");
    known("googleplay", "http://www.google.com/schemas/play-podcasts/1.0");
    known("feedburner", "http://rssnamespace.org/feedburner/ext/1.0");
    known("pheedo", "http://www.pheedo.com/namespace/pheedo");
    known("prism", "http://prismstandard.org/namespaces/1.2/basic/");
    known("creativecommons", "http://backend.userland.com/creativecommonsrssmodule");
    known("cc", "http://web.resource.org/cc/", "http://creativecommons.org/ns#");
    known("svg", "http://www.w3.org/2000/svg");
    known("math", "http://www.w3.org/1998/math/mathml");
    known("at", "http://purl.org/atompub/tombstones/1.0");
    known("yt", "http://www.youtube.com/xml/schemas/2015", "http://gdata.youtube.com/schemas/2007");
    known("news", "http://www.google.com/schemas/sitemap-news/0.9");
    known("sitemap", "http://www.sitemaps.org/schemas/sitemap/0.9");
    known("image", "http://www.google.com/schemas/sitemap-image/1.1");
    known("video", "http://www.google.com/schemas/sitemap-video/1.1");
  }

  private Vocabulary() {}

  /**
   * @param prefix as declared; empty for the default namespace
   * @param uri as declared
   */
  static Namespace of(String prefix, String uri) {
    Namespace known = BY_URI.get(key(uri));
    if (known != null) {
      return known;
    }
    return prefix.isEmpty() || uri.isBlank() ? Namespace.NO_NAMESPACE : unknown(prefix);
  }

  /** What a prefix nobody declared must mean. */
  static Namespace undeclared(String prefix) {
    if (prefix.equals("rss")) {
      return Namespace.NO_NAMESPACE;
    }
    Namespace known = BY_PREFIX.get(prefix.toLowerCase(Locale.ROOT));
    return known != null ? known : unknown(prefix);
  }

  /** None for a prefix that is no name: the parser that takes anything takes those, too. */
  private static Namespace unknown(String prefix) {
    boolean legal = !prefix.startsWith("xml") && Verifier.checkNamespacePrefix(prefix) == null;
    return legal ? Namespace.getNamespace(prefix, "unknown:" + prefix) : Namespace.NO_NAMESPACE;
  }

  private static void none(String uri) {
    BY_URI.put(key(uri), Namespace.NO_NAMESPACE);
  }

  private static void known(String prefix, String... uris) {
    Namespace namespace = Namespace.getNamespace(prefix, uris[0]);
    BY_PREFIX.put(prefix, namespace);
    for (String uri : uris) {
      BY_URI.put(key(uri), namespace);
    }
  }

  private static String key(String uri) {
    String key = uri.strip().toLowerCase(Locale.ROOT);
    if (key.startsWith("https:")) {
      key = "http:" + key.substring("https:".length());
    }
    return key.endsWith("/") ? key.substring(0, key.length() - 1) : key;
  }
}
