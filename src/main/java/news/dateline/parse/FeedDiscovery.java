package news.dateline.parse;

import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import news.dateline.model.Document;
import news.dateline.model.RejectedException;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** Finds the feeds behind a web page. Asks nobody; stateless. */
public final class FeedDiscovery {
  /** Where publishing systems put feeds that the page does not name. */
  private static final List<String> WELL_KNOWN =
      List.of(
          "feed",
          "rss",
          "rss.xml",
          "feed.xml",
          "atom.xml",
          "index.xml",
          "feed.json",
          "feeds",
          ".rss");

  private static final Set<String> FEED_NAMES =
      Set.of(
          "rss",
          "feed",
          "atom",
          "rss.xml",
          "feed.xml",
          "atom.xml",
          "index.rdf",
          "feed.json",
          "rss2",
          "feed.atom",
          ".rss");
  private static final Pattern COMMENTS =
      Pattern.compile("(?i)comments?\\b|/replies|kommentar|комментари|comentario|commentaire");
  private static final Pattern FEED_QUERY =
      Pattern.compile("(?i)(?:^|&)(?:feed=(?:rss2?|atom|rdf)|format=(?:rss|atom|feed))(?:&|$)");
  private static final Pattern SITEMAP = Pattern.compile("(?im)^\\s*sitemap\\s*:\\s*(\\S+)");

  private static final int MOST = 40;

  /** How a feed came to be a candidate, the surest first. */
  public enum Sign {
    /** The page declares it. */
    DECLARED,
    /** A rule for the site or its publishing system names it. */
    RULE,
    /** The page links to it, and it looks like one. */
    LINKED,
    /** A path where feeds often are. */
    GUESSED
  }

  /**
   * A feed there may be.
   *
   * @param url absolute
   * @param title as the page names it; may be empty
   * @param sign what speaks for it
   */
  public record Candidate(String url, String title, Sign sign) {}

  /**
   * Feeds that an address alone gives away, so that its page need not be fetched: a channel of
   * YouTube, a repository, a subreddit.
   *
   * @return likeliest first; empty when no rule knows the site
   */
  public List<Candidate> ofAddress(URI address) {
    return FeedRules.shipped().ofAddress(address).stream()
        .map(url -> new Candidate(url, "", Sign.RULE))
        .toList();
  }

  /**
   * What a page offers, likeliest first: feeds it declares ({@code <link rel=alternate>}), feeds by
   * rule, links that look like feeds, then well-known paths nobody has promised. Among those of one
   * kind the main feed comes before feeds of comments, RSS and Atom before JSON Feed (which more
   * often holds summaries only), else the page's own order stands. Addresses resolve against the
   * page's {@code <base href>}, else its location.
   *
   * @param page a fetched web page
   * @return without repeats; at most 40; empty when the page is no HTML and has no http address
   */
  public List<Candidate> discover(Document page) {
    Map<String, Candidate> found = new LinkedHashMap<>();
    String text =
        Encodings.decode(page.bytes().array(), page.source().charset(), page.contentType()).text();
    org.jsoup.nodes.Document html = Jsoup.parse(text, page.location());
    for (Element link : html.select("link[rel~=(?i)\\b(alternate|feed)\\b][href]")) {
      if (declares(link)) {
        add(found, address(link), link.attr("title"), Sign.DECLARED);
      }
    }
    byRule(found, page, html, text);
    for (Element a : html.select("a[href]")) {
      if (isFeedType(a.attr("type")) || looksLikeFeed(address(a)) || isFeedScheme(a.attr("href"))) {
        add(found, address(a), a.text(), Sign.LINKED);
      }
    }
    for (String url : wellKnown(page.location())) {
      add(found, url, "", Sign.GUESSED);
    }
    List<Candidate> out = new ArrayList<>(found.values());
    out.sort(
        Comparator.comparing(Candidate::sign)
            .thenComparing(FeedDiscovery::isOfComments)
            .thenComparing(FeedDiscovery::isJson));
    return List.copyOf(out.subList(0, Math.min(MOST, out.size())));
  }

  /**
   * The sitemaps a robots.txt names (<a href="https://www.sitemaps.org/protocol.html">sitemaps.org
   * </a>), those that say {@code news} first.
   */
  public List<String> sitemaps(String robots) {
    return SITEMAP
        .matcher(robots)
        .results()
        .map(m -> m.group(1))
        .filter(Links::isHttp)
        .distinct()
        .sorted(Comparator.comparing(u -> !u.toLowerCase(Locale.ROOT).contains("news")))
        .limit(MOST)
        .toList();
  }

  /** The sitemaps a sitemap index names, those that say {@code news} first; empty for any other. */
  public List<String> indexed(Document sitemap) {
    try {
      Content content = Content.of(sitemap, Profiles.COMMON);
      if (content.shape() != Content.Shape.XML || !content.rootName().equals("sitemapindex")) {
        return List.of();
      }
      List<String> out = new ArrayList<>();
      for (org.jdom2.Element one : content.tree().root().getChildren()) {
        one.getChildren().stream()
            .filter(e -> e.getName().equals("loc"))
            .map(Xml::text)
            .filter(Links::isHttp)
            .forEach(out::add);
      }
      out.sort(Comparator.comparing(u -> !u.toLowerCase(Locale.ROOT).contains("news")));
      return List.copyOf(out.subList(0, Math.min(MOST, out.size())));
    } catch (RejectedException e) {
      return List.of();
    }
  }

  private static void byRule(
      Map<String, Candidate> found, Document page, org.jsoup.nodes.Document html, String text) {
    FeedRules rules = FeedRules.shipped();
    List<String> addresses = new ArrayList<>(List.of(page.location()));
    for (Element link : html.select("link[rel=canonical][href]")) {
      addresses.add(link.absUrl("href"));
    }
    html.select("meta[property=og:url][content]").eachAttr("content").forEach(addresses::add);
    for (String address : addresses) {
      Optional<URI> uri = Links.absolute(address);
      if (uri.isPresent()) {
        rules.ofAddress(uri.get()).forEach(url -> add(found, url, "", Sign.RULE));
      }
    }
    Optional<URI> location = Links.absolute(page.location());
    if (location.isPresent()) {
      rules.ofPage(location.get(), text).forEach(url -> add(found, url, "", Sign.RULE));
      for (String generator : html.select("meta[name=generator]").eachAttr("content")) {
        rules
            .ofGenerator(generator)
            .forEach(path -> add(found, location.get().resolve(path).toString(), "", Sign.RULE));
      }
    }
  }

  private static void add(Map<String, Candidate> found, String url, String title, Sign sign) {
    if (Links.isHttp(url)) {
      found.putIfAbsent(url, new Candidate(url, title.strip(), sign));
    }
  }

  /** Where a link leads; {@code feed:} was a browser's word for http. */
  private static String address(Element link) {
    String href = link.attr("href").strip();
    if (isFeedScheme(href)) {
      String rest = href.substring(5);
      return rest.startsWith("//") ? "http:" + rest : rest;
    }
    return link.absUrl("href");
  }

  private static boolean isFeedScheme(String href) {
    return href.strip().regionMatches(true, 0, "feed:", 0, 5);
  }

  /**
   * A link of another language, an AMP page or an interface for programs is an alternate too; only
   * a feed's type, or a feed's name under a type that can be one, declares a feed.
   */
  private static boolean declares(Element link) {
    String type = link.attr("type").toLowerCase(Locale.ROOT).replaceFirst(";.*", "").strip();
    if (isFeedType(type) || isFeedScheme(link.attr("href"))) {
      return true;
    }
    boolean feedRelation =
        Set.of(link.attr("rel").toLowerCase(Locale.ROOT).split("\\s+")).contains("feed");
    boolean possible =
        type.isEmpty()
            || type.equals("text/xml")
            || type.equals("application/xml")
            || type.equals("application/json");
    return feedRelation || (possible && looksLikeFeed(address(link)));
  }

  private static boolean isFeedType(String type) {
    String t = type.toLowerCase(Locale.ROOT);
    return t.contains("rss") || t.contains("atom") || t.contains("rdf") || t.contains("feed+json");
  }

  private static boolean isOfComments(Candidate c) {
    return COMMENTS.matcher(c.url()).find() || COMMENTS.matcher(c.title()).find();
  }

  private static boolean isJson(Candidate c) {
    return c.url().toLowerCase(Locale.ROOT).replaceFirst("[?#].*", "").endsWith("json");
  }

  private static boolean looksLikeFeed(String url) {
    Optional<URI> uri = Links.absolute(url);
    String path = uri.map(URI::getPath).orElse("").toLowerCase(Locale.ROOT);
    while (path.endsWith("/")) {
      path = path.substring(0, path.length() - 1);
    }
    String last = path.substring(path.lastIndexOf('/') + 1);
    return last.endsWith(".rss")
        || last.endsWith(".atom")
        || last.endsWith(".rdf")
        || FEED_NAMES.contains(last)
        || FEED_QUERY.matcher(uri.map(URI::getQuery).orElse("")).find();
  }

  /** Beside the page and at the root of its site. */
  private static List<String> wellKnown(String location) {
    Optional<URI> page = Links.absolute(location);
    List<String> urls = new ArrayList<>();
    if (page.isPresent()) {
      String path = Optional.ofNullable(page.get().getPath()).orElse("");
      String folder = path.endsWith("/") ? path : path + "/";
      for (String name : WELL_KNOWN) {
        urls.add(page.get().resolve(folder + name).toString());
      }
      for (String name : WELL_KNOWN) {
        urls.add(page.get().resolve("/" + name).toString());
      }
    }
    return urls;
  }
}
