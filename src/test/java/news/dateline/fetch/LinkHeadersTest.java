package news.dateline.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import news.dateline.model.WebLinks;
import org.junit.jupiter.api.Test;

class LinkHeadersTest {
  @Test
  void reads_every_form_of_the_header() throws Exception {
    WebLinks links =
        links(
            "Link: <https://hub.example/a>; rel=hub, </feed?page=2>; title=\"one, <two>; \\\"3\\\"\"; rel=\"NEXT last\"",
            "link: <https://hub.example/b> ;rel = 'x' , <//other.example/f>;rel=\"self\";type=\"application/rss+xml\"",
            "Link: <prev>;rel=\"prev-archive\";rel=\"hub\"");

    assertThat(links.every("next")).containsExactly(URI.create("http://127.0.0.1/feed?page=2"));
    assertThat(links.every("hub")).containsExactly(URI.create("https://hub.example/a"));
    assertThat(links.first("self")).contains(URI.create("http://other.example/f"));
    assertThat(links.first("prev-archive")).contains(URI.create("http://127.0.0.1/news/prev"));
    assertThat(links.every("last")).isEmpty();
  }

  @Test
  void a_link_of_another_document_does_not_count() throws Exception {
    WebLinks links =
        links(
            "Link: <https://evil.example/>; rel=hub; anchor=\"/comments\"",
            "Link: <https://hub.example/>; rel=hub; anchor=\"feed\"");

    assertThat(links.every("hub")).containsExactly(URI.create("https://hub.example/"));
  }

  @Test
  void what_cannot_be_read_ends_a_header_and_harms_no_other() throws Exception {
    WebLinks links =
        links(
            "Link: <https://hub.example/1>; rel=\"hub",
            "Link: nonsense",
            "Link: <https://hub.example/2> rel=hub, <https://hub.example/3>; rel=hub",
            "Link: <https://hub.example/4; rel=hub",
            "Link: <javascript:alert(1)>; rel=hub, <>; rel=\"self\"",
            "Link:");

    assertThat(links.every("hub"))
        .containsExactly(URI.create("https://hub.example/1"), URI.create("https://hub.example/3"));
  }

  @Test
  void a_server_cannot_make_us_remember_without_end() throws Exception {
    assertThat(links("Link: " + "<https://hub.example/x>; rel=hub, ".repeat(500)).all())
        .hasSizeLessThanOrEqualTo(32);
  }

  /** The links of an answer with these headers, its own port taken out. */
  private static WebLinks links(String... headers) throws Exception {
    String[] head = new String[headers.length + 1];
    head[0] = "HTTP/1.1 200 OK";
    System.arraycopy(headers, 0, head, 1, headers.length);
    try (var server = RawServer.saying(head);
        var fetcher = Polls.fetcher()) {
      WebLinks links =
          Polls.fetched(fetcher.fetch(Polls.internal(server.uri("/news/feed")))).document().links();
      List<WebLinks.Link> plain =
          links.all().stream()
              .map(
                  l ->
                      new WebLinks.Link(
                          l.relation(),
                          URI.create(l.href().toString().replace(":" + server.port(), ""))))
              .toList();
      return new WebLinks(plain);
    }
  }
}
