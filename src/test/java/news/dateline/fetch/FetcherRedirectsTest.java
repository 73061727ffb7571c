package news.dateline.fetch;

import static news.dateline.fetch.Polls.fetched;
import static news.dateline.fetch.Polls.fetcher;
import static news.dateline.fetch.Polls.internal;
import static news.dateline.fetch.Polls.internet;
import static news.dateline.fetch.Polls.quick;
import static news.dateline.fetch.Polls.reason;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import news.dateline.model.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FetcherRedirectsTest {
  private static RawServer.Handler to(int status, String location) {
    return (request, out) ->
        out.write(
            request.path().startsWith("/end")
                ? RawServer.answer("<rss/>".getBytes(), "HTTP/1.1 200 OK")
                : RawServer.answer(
                    "moved".getBytes(), "HTTP/1.1 " + status + " X", "Location: " + location));
  }

  @ParameterizedTest
  @CsvSource({"301, true", "308, true", "302, false", "303, false", "307, false"})
  void follows_and_says_whether_it_was_for_good(int status, boolean forGood) throws Exception {
    try (var server = RawServer.start(to(status, "/end"));
        var fetcher = fetcher()) {
      var document = fetched(fetcher.fetch(internal(server.uri("/")))).document();

      assertThat(document.location()).isEqualTo(server.uri("/end").toString());
      assertThat(document.visit().movedTo().isPresent()).isEqualTo(forGood);
      if (forGood) {
        assertThat(document.visit().movedTo()).contains(server.uri("/end"));
      }
    }
  }

  @Test
  void one_temporary_hop_makes_the_whole_way_temporary() throws Exception {
    try (var second = RawServer.start(to(302, "/end"));
        var first = RawServer.start(to(301, second.uri("/").toString()));
        var fetcher = fetcher()) {
      var visit = fetcher.fetch(internal(first.uri("/"))).visit();
      assertThat(visit.status()).hasValue(200);
      assertThat(visit.movedTo()).isEmpty();
    }
  }

  @Test
  void a_permanent_redirect_into_nothing_does_not_move_the_source() throws Exception {
    try (var gone = RawServer.saying("HTTP/1.1 404 Not Found");
        var server = RawServer.start(to(301, gone.uri("/end").toString()));
        var fetcher = fetcher()) {
      var visit = fetcher.fetch(internal(server.uri("/"))).visit();
      assertThat(visit.reason()).contains(Reason.NOT_FOUND);
      assertThat(visit.movedTo()).isEmpty();
    }
  }

  @Test
  void a_circle_is_seen_at_once() throws Exception {
    try (var server =
            RawServer.start(
                (request, out) ->
                    out.write(
                        RawServer.answer(
                            new byte[0],
                            "HTTP/1.1 302 Found",
                            "Location: " + (request.path().equals("/a") ? "/b" : "/a"))));
        var fetcher = fetcher()) {
      var visit = fetcher.fetch(internal(server.uri("/a"))).visit();

      assertThat(visit.reason()).contains(Reason.REDIRECT_REFUSED);
      assertThat(visit.detail()).startsWith("the redirects go in a circle");
      assertThat(server.requests).hasSize(2);
    }
  }

  @Test
  void a_way_without_end_stops_after_the_redirects_allowed() throws Exception {
    try (var server =
            RawServer.start(
                (request, out) ->
                    out.write(
                        RawServer.answer(
                            new byte[0],
                            "HTTP/1.1 302 Found",
                            "Location: " + request.path() + "x")));
        var fetcher = new Fetcher(quick().withMaxRedirects(3), Polls.CLOCK)) {
      var visit = fetcher.fetch(internal(server.uri("/"))).visit();

      assertThat(visit.reason()).contains(Reason.REDIRECT_REFUSED);
      assertThat(visit.detail()).isEqualTo("more than 3 redirects");
      assertThat(server.requests).hasSize(4);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "file:///etc/passwd",
        "ftp://example.org/",
        "javascript:alert(1)",
        "gopher://x/",
        "http:///",
        "http://:80/",
        "https://host:99999/",
        "mailto:desk@example.org"
      })
  void only_http_is_followed(String location) throws Exception {
    try (var server = RawServer.start(to(302, location));
        var fetcher = fetcher()) {
      assertThat(reason(fetcher.fetch(internal(server.uri("/")))))
          .contains(Reason.REDIRECT_REFUSED);
    }
  }

  @Test
  void secrets_stay_with_the_origin_they_were_given_for() throws Exception {
    Map<String, String> headers =
        Map.of(
            "Authorization", "Bearer t",
            "Cookie", "session=1",
            "X-Api-Key", "k",
            "Accept-Language", "ru");
    try (var other = RawServer.on("127.0.0.3", to(200, ""));
        var home = RawServer.on("127.0.0.2", to(302, other.uri("/end").toString()));
        var fetcher = fetcher(quick(), AddressLookup.SYSTEM)) {
      fetched(fetcher.fetch(internet(home.uri("/"), headers)));

      var atHome = home.requests.get(0);
      var elsewhere = other.requests.get(0);
      for (String secret : new String[] {"Authorization", "Cookie", "X-Api-Key"}) {
        assertThat(atHome.header(secret)).isPresent();
        assertThat(elsewhere.header(secret)).isEmpty();
      }
      assertThat(elsewhere.header("Accept-Language")).contains("ru");
    }
  }

  @Test
  void secrets_stay_with_the_port_they_were_given_for() throws Exception {
    try (var other = RawServer.on("127.0.0.2", to(200, ""));
        var home = RawServer.on("127.0.0.2", to(302, other.uri("/end").toString()));
        var fetcher = fetcher(quick(), AddressLookup.SYSTEM)) {
      fetched(fetcher.fetch(internet(home.uri("/"), Map.of("Authorization", "Bearer t"))));

      assertThat(other.requests.get(0).header("Authorization")).isEmpty();
    }
  }

  @Test
  void secrets_go_along_within_the_origin() throws Exception {
    try (var home = RawServer.on("127.0.0.2", to(302, "/end"));
        var fetcher = fetcher(quick(), AddressLookup.SYSTEM)) {
      fetched(fetcher.fetch(internet(home.uri("/"), Map.of("Authorization", "Bearer t"))));

      assertThat(home.requests.get(1).header("Authorization")).contains("Bearer t");
    }
  }
}
