package news.dateline.fetch;

import static news.dateline.fetch.Polls.failed;
import static news.dateline.fetch.Polls.fetched;
import static news.dateline.fetch.Polls.fetcher;
import static news.dateline.fetch.Polls.internal;
import static news.dateline.fetch.Polls.reason;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import news.dateline.model.Bytes;
import news.dateline.model.Cursor;
import news.dateline.model.Fetch;
import news.dateline.model.Poll;
import news.dateline.model.Reason;
import news.dateline.model.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FetcherTest {
  private static final String BODY_HASH = Bytes.utf8("<rss/>").sha256();

  @Test
  void brings_the_body_with_where_it_came_from_and_what_to_remember() throws Exception {
    try (var server =
            RawServer.saying(
                "HTTP/1.1 200 OK",
                "Content-Type: text/xml; charset=koi8-r",
                "ETag: W/\"v1\"",
                "Last-Modified: Mon, 23 Nov 2026 09:00:00 GMT");
        var fetcher = fetcher()) {
      var document = fetched(fetcher.fetch(internal(server.uri("/feed?a=1")))).document();

      assertThat(document.bytes().utf8()).isEqualTo("<rss/>");
      assertThat(document.location()).isEqualTo(server.uri("/feed?a=1").toString());
      assertThat(document.contentType()).contains("text/xml; charset=koi8-r");
      assertThat(document.visit().status()).hasValue(200);
      assertThat(document.visit().at()).isEqualTo(Polls.NOW);
      assertThat(document.visit().bytes()).isEqualTo(6);
      assertThat(document.visit().took()).isPositive();
      assertThat(document.visit().cursor())
          .isEqualTo(
              new Cursor(
                  Optional.of("W/\"v1\""),
                  Optional.of("Mon, 23 Nov 2026 09:00:00 GMT"),
                  Optional.of(BODY_HASH)));
    }
  }

  @Test
  void sends_validators_exactly_as_they_came() throws Exception {
    Cursor cursor =
        new Cursor(Optional.of("W/\"a b\""), Optional.of("yesterday, 9 o'clock"), Optional.empty());
    try (var server = RawServer.saying("HTTP/1.1 200 OK");
        var fetcher = fetcher()) {
      fetcher.fetch(internal(server.uri("/"), cursor));

      assertThat(server.requests.get(0).header("If-None-Match")).contains("W/\"a b\"");
      assertThat(server.requests.get(0).header("If-Modified-Since"))
          .contains("yesterday, 9 o'clock");
    }
  }

  @Test
  void sends_no_validators_when_the_whole_body_is_wanted() throws Exception {
    Cursor cursor = new Cursor(Optional.of("\"a\""), Optional.of("x"), Optional.empty());
    try (var server = RawServer.saying("HTTP/1.1 200 OK");
        var fetcher = fetcher()) {
      fetcher.fetch(new Poll(internal(server.uri("/")).source(), cursor, false));

      assertThat(server.requests.get(0).header("If-None-Match")).isEmpty();
      assertThat(server.requests.get(0).header("If-Modified-Since")).isEmpty();
    }
  }

  @Test
  void says_who_it_is_and_what_it_reads() throws Exception {
    try (var server = RawServer.saying("HTTP/1.1 200 OK");
        var fetcher =
            new Fetcher(
                Polls.quick()
                    .withUserAgent(
                        FetchSettings.userAgent(
                            "1.2", Optional.of(URI.create("https://news.example/us")))),
                Polls.CLOCK)) {
      fetcher.fetch(internal(server.uri("/")));

      var request = server.requests.get(0);
      assertThat(request.header("User-Agent"))
          .contains("Dateline/1.2 (feed reader; +https://news.example/us)");
      assertThat(request.header("Accept").orElse("")).contains("application/rss+xml");
      assertThat(request.header("Accept-Encoding")).contains("gzip, deflate, br, zstd");
    }
  }

  @Test
  void is_unchanged_when_the_server_says_304_and_keeps_what_it_knew() throws Exception {
    Cursor cursor = new Cursor(Optional.of("\"a\""), Optional.of("x"), Optional.of("hash"));
    try (var server =
            RawServer.start(
                (request, out) ->
                    out.write(
                        "HTTP/1.1 304 Not Modified\r\nCache-Control: max-age=600\r\n\r\n"
                            .getBytes()));
        var fetcher = fetcher()) {
      Fetch fetch = fetcher.fetch(internal(server.uri("/"), cursor));

      assertThat(fetch).isInstanceOf(Fetch.Unchanged.class);
      assertThat(fetch.visit().status()).hasValue(304);
      assertThat(fetch.visit().cursor()).isEqualTo(cursor);
      assertThat(fetch.visit().freshFor()).contains(Duration.ofMinutes(10));
    }
  }

  @Test
  void is_unchanged_when_the_bytes_are_those_seen_last() throws Exception {
    Cursor cursor = new Cursor(Optional.of("\"old\""), Optional.empty(), Optional.of(BODY_HASH));
    try (var server = RawServer.saying("HTTP/1.1 200 OK", "ETag: \"new\"");
        var fetcher = fetcher()) {
      Fetch fetch = fetcher.fetch(internal(server.uri("/"), cursor));

      assertThat(fetch).isInstanceOf(Fetch.Unchanged.class);
      assertThat(fetch.visit().cursor().etag()).contains("\"new\"");
      assertThat(fetch.visit().cursor().bodyHash()).contains(BODY_HASH);
    }
  }

  @Test
  void does_not_believe_a_304_it_did_not_ask_for() throws Exception {
    try (var server =
            RawServer.start(
                (request, out) -> out.write("HTTP/1.1 304 Not Modified\r\n\r\n".getBytes()));
        var fetcher = fetcher()) {
      assertThat(reason(fetcher.fetch(internal(server.uri("/"))))).contains(Reason.PROTOCOL_ERROR);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "400, CLIENT_ERROR, HTTP 400 Bad Request",
    "401, UNAUTHORIZED, HTTP 401 Unauthorized",
    "403, BLOCKED, HTTP 403 Forbidden",
    "404, NOT_FOUND, HTTP 404 Not Found",
    "407, UNAUTHORIZED, HTTP 407 Proxy Authentication Required",
    "410, GONE, HTTP 410 Gone",
    "418, CLIENT_ERROR, HTTP 418",
    "429, THROTTLED, HTTP 429 Too Many Requests",
    "500, SERVER_ERROR, HTTP 500 Internal Server Error",
    "503, SERVER_ERROR, HTTP 503 Service Unavailable",
    "520, SERVER_ERROR, HTTP 520",
    "206, PROTOCOL_ERROR, HTTP 206 Partial Content",
    "305, PROTOCOL_ERROR, HTTP 305 Use Proxy",
    "301, PROTOCOL_ERROR, HTTP 301 Moved Permanently without a Location"
  })
  void tells_what_a_status_means(int status, Reason expected, String line) throws Exception {
    try (var server = RawServer.saying("HTTP/1.1 " + status + " <b>whatever</b>");
        var fetcher = fetcher()) {
      var visit = failed(fetcher.fetch(internal(server.uri("/")))).visit();

      assertThat(visit.reason()).contains(expected);
      assertThat(visit.status()).hasValue(status);
      assertThat(visit.detail()).isEqualTo(line);
      assertThat(visit.cursor()).isEqualTo(Cursor.START);
    }
  }

  @Test
  void keeps_a_page_as_evidence_only_where_it_teaches_something() throws Exception {
    try (var missing = RawServer.saying("HTTP/1.1 404 Not Found");
        var refusing = RawServer.saying("HTTP/1.1 403 Forbidden", "Content-Type: text/html");
        var fetcher = fetcher()) {
      assertThat(failed(fetcher.fetch(internal(missing.uri("/")))).evidence()).isEmpty();
      var evidence = failed(fetcher.fetch(internal(refusing.uri("/")))).evidence().orElseThrow();
      assertThat(evidence.bytes().utf8()).isEqualTo("<rss/>");
      assertThat(evidence.contentType()).contains("text/html");
      assertThat(evidence.visit().reason()).contains(Reason.BLOCKED);
    }
  }

  @ParameterizedTest
  @CsvSource({"403", "503", "200"})
  void recognises_a_page_that_asks_to_prove_being_human(int status) throws Exception {
    byte[] page =
        "<!DOCTYPE html><html><head><title>Just a moment...</title></head></html>".getBytes();
    try (var server =
            RawServer.start(
                (request, out) -> out.write(RawServer.answer(page, "HTTP/1.1 " + status + " X")));
        var fetcher = fetcher()) {
      var failed = failed(fetcher.fetch(internal(server.uri("/"))));

      assertThat(failed.visit().reason()).contains(Reason.BLOCKED);
      assertThat(failed.visit().detail()).contains("Cloudflare wants proof of being human");
      assertThat(failed.evidence()).isPresent();
    }
  }

  @Test
  void an_ordinary_page_that_loads_a_robot_check_is_not_a_challenge() throws Exception {
    byte[] page =
        ("<html><head><script src=\"/cdn-cgi/challenge-platform/scripts/jsd/main.js\"></script>"
                + "</head><body>Just a moment: g-recaptcha</body></html>")
            .getBytes();
    try (var server =
            RawServer.start(
                (request, out) -> out.write(RawServer.answer(page, "HTTP/1.1 200 OK")));
        var fetcher = fetcher()) {
      assertThat(fetcher.fetch(internal(server.uri("/")))).isInstanceOf(Fetch.Fetched.class);
    }
  }

  @Test
  void an_article_about_a_challenge_page_is_a_feed() throws Exception {
    byte[] feed = "<rss><item><title>Just a moment...</title>_cf_chl_opt</item></rss>".getBytes();
    try (var server =
            RawServer.start(
                (request, out) -> out.write(RawServer.answer(feed, "HTTP/1.1 200 OK")));
        var fetcher = fetcher()) {
      assertThat(fetcher.fetch(internal(server.uri("/")))).isInstanceOf(Fetch.Fetched.class);
    }
  }

  @Test
  void a_name_without_an_address_is_told_apart_from_a_dead_server() throws Exception {
    int closed;
    try (ServerSocket socket = new ServerSocket(0)) {
      closed = socket.getLocalPort();
    }
    try (var fetcher = fetcher()) {
      var nowhere = fetcher.fetch(internal(URI.create("http://news.invalid/feed"))).visit();
      var dead = fetcher.fetch(internal(URI.create("http://127.0.0.1:" + closed + "/"))).visit();

      assertThat(nowhere.reason()).contains(Reason.DNS_FAILED);
      assertThat(nowhere.detail()).isEqualTo("no address for news.invalid");
      assertThat(dead.reason()).contains(Reason.UNREACHABLE);
      assertThat(dead.detail()).isEqualTo("127.0.0.1:" + closed + " refuses connections");
      assertThat(dead.status()).isEmpty();
    }
  }

  @Test
  void a_kept_connection_that_the_server_closed_meanwhile_is_replaced() throws Exception {
    try (var server = RawServer.saying("HTTP/1.1 200 OK");
        var fetcher = fetcher()) {
      for (int i = 0; i < 5; i++) {
        fetched(fetcher.fetch(internal(server.uri("/"))));
        server.hangUp();
      }
      assertThat(server.connections).hasValue(5);
    }
  }

  @Test
  void connections_are_kept() throws Exception {
    try (var server = RawServer.saying("HTTP/1.1 200 OK");
        var fetcher = fetcher()) {
      for (int i = 0; i < 20; i++) {
        fetched(fetcher.fetch(internal(server.uri("/"))));
      }
      assertThat(server.connections).hasValue(1);
    }
  }

  @Test
  void user_information_in_the_address_becomes_basic_credentials() throws Exception {
    try (var server = RawServer.saying("HTTP/1.1 200 OK");
        var fetcher = fetcher()) {
      URI uri = URI.create("http://jane:s%40fe@127.0.0.1:" + server.port() + "/feed");
      var document = fetched(fetcher.fetch(internal(uri))).document();

      assertThat(server.requests.get(0).header("Authorization")).contains("Basic amFuZTpzQGZl");
      assertThat(document.location()).doesNotContain("jane");
    }
  }

  @Test
  void a_source_may_set_headers_but_not_those_that_frame_the_request() throws Exception {
    try (var server = RawServer.saying("HTTP/1.1 200 OK");
        var fetcher = fetcher()) {
      var source =
          Polls.source(
              server.uri("/"),
              true,
              Map.of("User-Agent", "Mine", "X-Key", "k", "Content-Length", "5", "Host", "evil"));
      fetcher.fetch(new Poll(source, Cursor.START, true));

      var request = server.requests.get(0);
      assertThat(request.header("User-Agent")).contains("Mine");
      assertThat(request.header("X-Key")).contains("k");
      assertThat(request.header("Content-Length")).isEmpty();
      assertThat(request.header("Host")).contains("127.0.0.1:" + server.port());
    }
  }

  @Test
  void an_address_that_is_not_http_is_refused_in_one_line() {
    try (var fetcher = fetcher()) {
      var visit = fetcher.fetch(internal(URI.create("ftp://example.org/feed"))).visit();
      assertThat(visit.reason()).contains(Reason.CLIENT_ERROR);
      assertThat(visit.detail()).isEqualTo("the feed's address is not a proper http or https one");
    }
  }

  @Test
  void a_source_without_a_feed_is_a_mistake_of_the_caller() {
    try (var fetcher = fetcher()) {
      Source drop = Source.builder("drop", "A Paper").from("file:in").build();
      assertThatThrownBy(() -> fetcher.fetch(new Poll(drop, Cursor.START, true)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("drop");
    }
  }
}
