package news.dateline.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FeedDiscoveryTest {
  private static List<FeedDiscovery.Candidate> discover(String html) {
    return new FeedDiscovery().discover(Documents.of(html));
  }

  @Test
  void declared_feeds_come_first_and_resolve_against_the_base() {
    List<FeedDiscovery.Candidate> found =
        discover(
            "<base href='https://g.example/news/'><a href='/rss'>Our RSS</a>"
                + "<link rel='alternate' type='application/rss+xml' title='News' href='feed.rss'>");
    assertThat(found.get(0))
        .isEqualTo(new FeedDiscovery.Candidate("https://g.example/news/feed.rss", "News"));
    assertThat(found.get(1))
        .isEqualTo(new FeedDiscovery.Candidate("https://g.example/rss", "Our RSS"));
  }

  @Test
  void a_page_that_names_none_may_still_have_one() {
    assertThat(discover("<html><body>Hello</body></html>"))
        .extracting(FeedDiscovery.Candidate::url)
        .contains("https://gazette.example/rss.xml", "https://gazette.example/feed/atom.xml");
  }
}
