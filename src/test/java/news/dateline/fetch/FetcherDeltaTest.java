package news.dateline.fetch;

import static news.dateline.fetch.Polls.fetched;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import news.dateline.model.Cursor;
import news.dateline.model.Document;
import news.dateline.model.Fetch;
import news.dateline.model.Poll;
import news.dateline.model.Reason;
import news.dateline.model.Source;
import news.dateline.model.Visit;
import org.junit.jupiter.api.Test;

/** Against a server that keeps all its entries and sends only those a client lacks (RFC 3229). */
class FetcherDeltaTest {
  /** Entries in the order they were written; the entity tag is how many there are. */
  private final List<String> entries = new ArrayList<>(List.of("one", "two"));

  @Test
  void only_what_is_new_comes_and_the_entity_tag_is_the_whole_feeds() throws Exception {
    try (var server = server();
        var fetcher = Polls.fetcher()) {
      Source source = Polls.internal(server.uri("/feed")).source();

      Document first = fetched(fetcher.fetch(poll(source, Cursor.START))).document();
      assertThat(first.bytes().utf8()).isEqualTo("one two");
      assertThat(server.requests.get(0).header("A-IM")).isEmpty();

      entries.add("three");
      Document delta = fetched(fetcher.fetch(poll(source, first.visit().cursor()))).document();
      assertThat(delta.visit().status()).hasValue(226);
      assertThat(delta.bytes().utf8()).isEqualTo("three");
      assertThat(delta.visit().cursor().etag()).contains("\"3\"");

      assertThat(fetcher.fetch(poll(source, delta.visit().cursor())).visit().status())
          .hasValue(304);
    }
  }

  @Test
  void a_delta_is_never_taken_for_a_whole_body_nor_the_other_way_round() throws Exception {
    try (var server = server();
        var fetcher = Polls.fetcher()) {
      Source source = Polls.internal(server.uri("/feed")).source();
      Cursor one = new Cursor(Optional.of("\"1\""), Optional.empty(), Optional.empty());
      Document delta = fetched(fetcher.fetch(poll(source, one))).document();
      assertThat(delta.bytes().utf8()).isEqualTo("two");

      entries.clear();
      entries.add("two"); // the whole feed is now what the delta was
      Fetch whole = fetcher.fetch(new Poll(source, delta.visit().cursor(), false));
      assertThat(whole).isInstanceOf(Fetch.Fetched.class);
    }
  }

  @Test
  void the_same_delta_again_is_nothing_new() throws Exception {
    try (var server = RawServer.saying("HTTP/1.1 226 IM Used", "IM: feed", "ETag: \"always\"");
        var fetcher = Polls.fetcher()) {
      Source source = Polls.internal(server.uri("/feed")).source();
      Cursor some = new Cursor(Optional.of("\"x\""), Optional.empty(), Optional.empty());
      Document delta = fetched(fetcher.fetch(poll(source, some))).document();

      assertThat(fetcher.fetch(poll(source, delta.visit().cursor())))
          .isInstanceOf(Fetch.Unchanged.class);
    }
  }

  @Test
  void a_delta_that_would_have_to_be_applied_is_refused() throws Exception {
    for (String im : List.of("IM: vcdiff", "IM: feed, gzip", "X: y")) {
      try (var server = RawServer.saying("HTTP/1.1 226 IM Used", im);
          var fetcher = Polls.fetcher()) {
        Fetch fetch = fetcher.fetch(Polls.internal(server.uri("/feed")));
        assertThat(Polls.reason(fetch)).contains(Reason.PROTOCOL_ERROR);
      }
    }
  }

  @Test
  void a_page_is_asked_at_its_own_address_with_the_sources_headers_only_at_home() throws Exception {
    try (var home = RawServer.saying("HTTP/1.1 200 OK");
        var foreign = RawServer.saying("HTTP/1.1 200 OK");
        var fetcher = Polls.fetcher()) {
      Source source =
          Polls.source(home.uri("/feed"), true, java.util.Map.of("Authorization", "Bearer s3cret"));
      Document page =
          fetched(fetcher.fetch(Poll.page(source, home.uri("/feed?page=2")))).document();
      fetcher.fetch(Poll.page(source, foreign.uri("/2")));
      fetcher.fetch(Poll.listed(source, foreign.uri("/3.xml")));

      assertThat(page.visit().way()).isEqualTo(Visit.Way.PAGED);
      assertThat(page.location()).isEqualTo(home.uri("/feed?page=2").toString());
      assertThat(home.requests.get(0).path()).isEqualTo("/feed?page=2");
      assertThat(home.requests.get(0).header("Authorization")).isPresent();
      assertThat(foreign.requests.get(0).header("Authorization")).isEmpty();
    }
  }

  private static Poll poll(Source source, Cursor cursor) {
    return new Poll(source, cursor, true);
  }

  private RawServer server() throws Exception {
    return RawServer.start(
        (request, out) -> {
          int now = entries.size();
          int known =
              request
                  .header("If-None-Match")
                  .map(t -> t.replace("\"", ""))
                  .map(Integer::valueOf)
                  .orElse(0);
          boolean delta =
              known > 0 && known < now && request.header("A-IM").filter("feed"::equals).isPresent();
          if (known == now) {
            out.write("HTTP/1.1 304 Not Modified\r\n\r\n".getBytes(StandardCharsets.UTF_8));
            return;
          }
          byte[] body =
              String.join(" ", entries.subList(delta ? known : 0, now))
                  .getBytes(StandardCharsets.UTF_8);
          String tag = "ETag: \"" + now + "\"";
          out.write(
              delta
                  ? RawServer.answer(body, "HTTP/1.1 226 IM Used", tag, "IM: feed")
                  : RawServer.answer(body, "HTTP/1.1 200 OK", tag));
        });
  }
}
