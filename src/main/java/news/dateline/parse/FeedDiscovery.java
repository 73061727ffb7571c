package news.dateline.parse;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import news.dateline.model.Document;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** Finds the feeds behind a web page. */
public final class FeedDiscovery {
  /** Where publishing systems put feeds that the page does not name. */
  private static final List<String> WELL_KNOWN =
      List.of("feed", "rss", "rss.xml", "feed.xml", "atom.xml", "index.xml", "feed.json", "feeds");

  private static final int MOST = 40;

  /**
   * A feed there may be.
   *
   * @param url absolute
   * @param title as the page names it; may be empty
   */
  public record Candidate(String url, String title) {}

  /**
   * What a page offers, likeliest first: feeds it declares ({@code <link rel=alternate>}), links
   * that look like feeds, then well-known paths nobody has promised. Addresses resolve against the
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
      if (isFeedType(link.attr("type"))
          || link.attr("rel").toLowerCase(Locale.ROOT).contains("feed")) {
        add(found, link.absUrl("href"), link.attr("title"));
      }
    }
    for (Element a : html.select("a[href]")) {
      if (isFeedType(a.attr("type")) || looksLikeFeed(a.absUrl("href"))) {
        add(found, a.absUrl("href"), a.text());
      }
    }
    for (String url : wellKnown(page.location())) {
      add(found, url, "");
    }
    return new ArrayList<>(found.values());
  }

  private static void add(Map<String, Candidate> found, String url, String title) {
    if (Links.isHttp(url) && found.size() < MOST) {
      found.putIfAbsent(url, new Candidate(url, title.strip()));
    }
  }

  private static boolean isFeedType(String type) {
    String t = type.toLowerCase(Locale.ROOT);
    return t.contains("rss") || t.contains("atom") || t.contains("rdf") || t.contains("feed+json");
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
        || List.of("rss", "feed", "atom", "rss.xml", "feed.xml", "atom.xml", "feed.json", "rss2")
            .contains(last);
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
