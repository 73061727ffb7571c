package news.dateline.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import news.dateline.parse.FeedDiscovery.Candidate;
import news.dateline.parse.FeedDiscovery.Sign;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedDiscoveryTest {
  private static List<Candidate> discover(String html) {
    return new FeedDiscovery().discover(Documents.of(html));
  }

  @Test
  void declared_feeds_come_first_and_resolve_against_the_base() {
    List<Candidate> found =
        discover(
            "<base href='https://g.example/news/'><a href='/rss'>Our RSS</a>"
                + "<link rel='alternate' type='application/rss+xml' title='News' href='feed.rss'>");
    assertThat(found.get(0))
        .isEqualTo(new Candidate("https://g.example/news/feed.rss", "News", Sign.DECLARED));
    assertThat(found.get(1))
        .isEqualTo(new Candidate("https://g.example/rss", "Our RSS", Sign.LINKED));
  }

  @Test
  void a_page_that_names_none_may_still_have_one() {
    assertThat(discover("<html><body>Hello</body></html>"))
        .extracting(Candidate::url)
        .contains("https://gazette.example/rss.xml", "https://gazette.example/feed/atom.xml");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<link rel='alternate' type='application/rss' href='/n'>",
        "<link rel='ALTERNATE' type='application/x-rss+xml; charset=utf-8' href='/n'>",
        "<link rel='alternate home' type='application/atom+xml' href='/n'>",
        "<link rel='feed' href='/n'>",
        "<link rel='alternate' type='application/feed+json' href='/n'>",
        "<link rel='alternate' type='text/xml' href='/n/rss.xml'>",
        "<link rel='alternate' href='/?feed=rss2'>",
        "<link rel='alternate' href='feed://gazette.example/n'>"
      })
  void odd_types_declare_a_feed_too(String link) {
    assertThat(discover(link).get(0).sign()).isEqualTo(Sign.DECLARED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<link rel='alternate' hreflang='de' href='https://gazette.example/de/'>",
        "<link rel='alternate' type='application/json+oembed' href='/oembed?url=x'>",
        "<link rel='alternate' type='application/json' href='/wp-json/wp/v2/pages/2'>",
        "<link rel='alternate' type='text/html' href='/feed'>",
        "<link rel='stylesheet' href='/feed.css'>"
      })
  void other_alternates_declare_none(String link) {
    assertThat(discover(link)).noneMatch(c -> c.sign() == Sign.DECLARED);
  }

  @Test
  void the_main_feed_comes_before_comments_and_json() {
    assertThat(
            discover(
                "<link rel='alternate' type='application/rss+xml' title='Comments' href='/a'>"
                    + "<link rel='alternate' type='application/rss+xml' href='/comments/feed/'>"
                    + "<link rel='alternate' type='application/feed+json' href='/feed.json'>"
                    + "<link rel='alternate' type='application/rss+xml' title='News' href='/b'>"))
        .extracting(Candidate::url)
        .startsWith(
            "https://gazette.example/b",
            "https://gazette.example/feed.json",
            "https://gazette.example/a",
            "https://gazette.example/comments/feed/");
  }

  @Test
  void rules_know_sites_and_publishing_systems() {
    assertThat(discover("<meta name=generator content='Hugo 0.140.0'>").get(0))
        .isEqualTo(new Candidate("https://gazette.example/index.xml", "", Sign.RULE));
    assertThat(
            discover(
                    "<link rel=canonical href='https://www.youtube.com/channel/UCabcdefghijklmnopqrstuv'>")
                .get(0)
                .url())
        .isEqualTo("https://www.youtube.com/feeds/videos.xml?channel_id=UCabcdefghijklmnopqrstuv");
    assertThat(new FeedDiscovery().ofAddress(URI.create("https://github.com/quay/gazette")))
        .first()
        .isEqualTo(new Candidate("https://github.com/quay/gazette/releases.atom", "", Sign.RULE));
    assertThat(new FeedDiscovery().ofAddress(URI.create("https://gazette.example/"))).isEmpty();
  }

  @Test
  void sitemaps_of_news_come_first() {
    FeedDiscovery discovery = new FeedDiscovery();
    assertThat(
            discovery.sitemaps(
                "User-agent: *\nDisallow: /x\nSitemap: https://g.example/pages.xml\r\n"
                    + " sitemap : https://g.example/news.xml\nSitemap: /relative.xml\n"))
        .containsExactly("https://g.example/news.xml", "https://g.example/pages.xml");
    assertThat(
            discovery.indexed(
                Documents.of(
                    "<sitemapindex xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>"
                        + "<sitemap><loc>https://g.example/a.xml</loc></sitemap>"
                        + "<sitemap><loc>https://g.example/news-1.xml</loc></sitemap></sitemapindex>")))
        .containsExactly("https://g.example/news-1.xml", "https://g.example/a.xml");
    assertThat(discovery.indexed(Documents.of("<html><body>x</body></html>"))).isEmpty();
  }
}
