package news.dateline.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinksTest {
  private static final String BASE = "https://news.example/world/feed.xml?x=1";

  @ParameterizedTest
  @CsvSource({
    "HTTP://News.Example:80/A, http://news.example/A",
    "https://news.example:443, https://news.example/",
    "https://news.example:8443/a, https://news.example:8443/a",
    "../a/./b, https://news.example/a/b",
    "/a, https://news.example/a",
    "a?b, https://news.example/world/a?b",
    "?page=2, https://news.example/world/feed.xml?page=2",
    "//cdn.example/a, https://cdn.example/a",
    "https://news.example/a#top, https://news.example/a",
    "https://news.example/#!/story/1, https://news.example/#!/story/1",
    "https://news.example/a?utm_source=rss&id=7&UTM_medium=x&fbclid=9, https://news.example/a?id=7",
    "https://news.example/a?at_medium=RSS&at_campaign=x, https://news.example/a",
    "https://news.example/a?ref=rss&b=1, https://news.example/a?b=1",
    "https://news.example/a?ref=42, https://news.example/a?ref=42",
    "https://news.example/a b|c, https://news.example/a%20b%7Cc",
    "https://news.example/100%, https://news.example/100%25",
    "https://news.example/é, https://news.example/%C3%A9",
    "https://bücher.example/a, https://xn--bcher-kva.example/a",
    "https:\\\\news.example\\a, https://news.example/a",
    "https://user:secret@news.example/a, https://news.example/a",
    "' https://news.example/a ', https://news.example/a",
    "https://news.example/../../a, https://news.example/a",
    "https://[::1]:8080/a, https://[::1]:8080/a",
    "http:news.example/a, http://news.example/a",
  })
  void a_link_is_absolute_and_canonical(String written, String canonical) {
    assertThat(Links.canonical(written, BASE)).contains(URI.create(canonical));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)", "data:text/html,x", "mailto:a@b.example", "ftp://a.example/", "",
        "http://", "https://a b/", "java\nscript:alert(1)", "https://news.example:x/", "tel:1"
      })
  void what_is_no_web_address_is_no_link(String written) {
    assertThat(Links.canonical(written, BASE)).isEmpty();
  }
}
