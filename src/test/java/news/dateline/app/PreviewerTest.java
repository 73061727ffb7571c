package news.dateline.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import news.dateline.config.Problems;
import news.dateline.fetch.Fetcher;
import news.dateline.model.Reason;
import news.dateline.model.Source;
import news.dateline.testing.Feeds;
import news.dateline.testing.TestHome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a preview makes of an address, against a real server. */
class PreviewerTest {
  @TempDir Path folder;
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private HttpServer server;
  private Fetcher fetcher;
  private Previewer previewer;

  @BeforeEach
  void start() throws IOException {
    TestHome files = new TestHome(folder);
    Home home = Home.of(Path.of("."), files.config().toString(), files.data().toString());
    Problems problems = new Problems();
    Settings settings = SettingsReader.read(home, Map.of(), Map.of(), problems);
    fetcher = new Fetcher(Wiring.fetchSettings(settings), Clock.systemUTC());
    previewer =
        new Previewer(fetcher, Stages.make(home, Clock.systemUTC(), problems), Clock.systemUTC());
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16);
    server.createContext(
        "/",
        x -> {
          asked.add(x.getRequestURI().toString());
          x.sendResponseHeaders(404, -1);
          x.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
    fetcher.close();
  }

  @Test
  void a_feed_that_has_moved_for_good_is_proposed_where_it_is_and_kept_for_adding() {
    put("/new", "application/rss+xml", 200, Feeds.rss("quay", 0, 2, 1, 0));
    put("/old", "/new", 301, new byte[0]);
    Control.Preview preview = previewer.preview(url("/old"), true);
    assertThat(preview.proposal().flatMap(Source::feed)).contains(URI.create(url("/new")));
    assertThat(previewer.recent(URI.create(url("/new")))).isPresent();
    assertThat(previewer.recent(URI.create(url("/new")))).as("handed out once").isEmpty();
    assertThat(asked).containsExactly("/old", "/new");
  }

  @Test
  void the_feed_scheme_is_understood() {
    put("/rss", "application/rss+xml", 200, Feeds.rss("quay", 0, 2, 1, 0));
    assertThat(previewer.preview("feed:" + url("/rss"), true).items()).isEqualTo(2);
  }

  @Test
  void a_page_without_a_word_of_feeds_costs_a_bounded_number_of_requests() {
    put("/page/", "text/html", 200, bytes("<html><body>Hello</body></html>"));
    Control.Preview preview = previewer.preview(url("/page/"), true);
    assertThat(preview.reason()).contains(Reason.NOT_A_FEED);
    assertThat(preview.alternatives()).as("guesses are not offered").isEmpty();
    assertThat(asked).hasSizeLessThanOrEqualTo(17);
  }

  @Test
  void once_a_host_refuses_nothing_more_is_guessed() {
    put("/page/", "text/html", 200, bytes("<html><body>Hello</body></html>"));
    put("/page/feed", "text/html", 429, new byte[0]);
    previewer.preview(url("/page/"), true);
    assertThat(asked).containsExactly("/page/", "/page/feed");
  }

  @Test
  void the_news_sitemap_of_robots_txt_is_the_last_resort() {
    String sitemap =
        "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'"
            + " xmlns:news='http://www.google.com/schemas/sitemap-news/0.9'><url>"
            + "<loc>https://quay.example/a</loc><news:news><news:publication><news:name>Quay</news:name>"
            + "<news:language>en</news:language></news:publication>"
            + "<news:publication_date>2026-11-24T08:00:00Z</news:publication_date>"
            + "<news:title>The quay closes</news:title></news:news></url></urlset>";
    put("/", "text/html", 200, bytes("<html><body>Hello</body></html>"));
    for (String guess : new String[] {"/feed", "/rss", "/rss.xml", "/feed.xml", "/atom.xml"}) {
      put(guess, "text/plain", 404, new byte[0]);
    }
    for (String guess : new String[] {"/index.xml", "/feed.json", "/feeds", "/.rss"}) {
      put(guess, "text/plain", 404, new byte[0]);
    }
    put("/robots.txt", "text/plain", 200, bytes("Sitemap: " + url("/index-of-maps.xml") + "\n"));
    put(
        "/index-of-maps.xml",
        "application/xml",
        200,
        bytes(
            "<sitemapindex><sitemap><loc>" + url("/news.xml") + "</loc></sitemap></sitemapindex>"));
    put("/news.xml", "application/xml", 200, bytes(sitemap));
    Control.Preview preview = previewer.preview(url("/"), true);
    assertThat(preview.proposal().flatMap(Source::feed)).contains(URI.create(url("/news.xml")));
    assertThat(preview.message()).contains("news sitemap");
  }

  @Test
  void a_podcast_is_called_one() {
    String item =
        "<item><title>Part %d</title><guid>g%d</guid>"
            + "<enclosure url='https://quay.example/%d.mp3' type='audio/mpeg' length='1'/></item>";
    put(
        "/pod",
        "application/rss+xml",
        200,
        bytes(
            "<rss version='2.0'><channel><title>Quay talk</title>"
                + String.format(item, 1, 1, 1)
                + String.format(item, 2, 2, 2)
                + "</channel></rss>"));
    assertThat(previewer.preview(url("/pod"), true).message()).contains("(a podcast)");
  }

  private void put(String path, String typeOrTarget, int status, byte[] body) {
    if (path.equals("/")) {
      server.removeContext("/");
    }
    server.createContext(
        path,
        x -> {
          asked.add(x.getRequestURI().toString());
          boolean redirect = status == 301;
          x.getResponseHeaders().set(redirect ? "Location" : "Content-Type", typeOrTarget);
          boolean exact = x.getRequestURI().getPath().equals(path);
          x.sendResponseHeaders(exact ? status : 404, exact && body.length > 0 ? body.length : -1);
          if (exact) {
            x.getResponseBody().write(body);
          }
          x.close();
        });
  }

  private String url(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
