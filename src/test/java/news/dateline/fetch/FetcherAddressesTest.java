package news.dateline.fetch;

import static news.dateline.fetch.Polls.fetched;
import static news.dateline.fetch.Polls.fetcher;
import static news.dateline.fetch.Polls.internal;
import static news.dateline.fetch.Polls.internet;
import static news.dateline.fetch.Polls.quick;
import static news.dateline.fetch.Polls.reason;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import news.dateline.model.Fetch;
import news.dateline.model.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FetcherAddressesTest {
  /** Names a test chooses the address of; anything else as the system has it. */
  private static AddressLookup names(Map<String, String> names) {
    return host -> InetAddress.getAllByName(names.getOrDefault(host, host));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "2130706433",
        "127.1",
        "[::1]",
        "[::ffff:127.0.0.1]",
        "localhost",
        "LOCALHOST",
        "169.254.169.254",
        "0.0.0.0",
        "0",
        "[::]",
        "[64:ff9b::7f00:1]",
        "[2002:7f00:1::]",
        "[2001:0:53aa:64c::1]",
        "100.64.0.1",
        "10.1.2.3",
        "192.168.0.1",
        "172.20.0.1",
        "224.0.0.1",
        "[fd00::1]",
        "[fe80::1]",
        "[::127.0.0.1]",
        "user@127.0.0.1"
      })
  void a_source_on_the_internet_never_reaches_a_private_address(String host) throws Exception {
    try (var server = RawServer.on("0.0.0.0", (request, out) -> {});
        var fetcher = fetcher()) {
      var fetch = fetcher.fetch(internet(URI.create("http://" + host + ":" + server.port() + "/")));

      assertThat(reason(fetch)).contains(Reason.ADDRESS_REFUSED);
      assertThat(fetch.visit().detail()).endsWith("on the public internet");
      assertThat(server.connections).hasValue(0);
    }
  }

  @Test
  void an_internal_source_may() throws Exception {
    try (var server = RawServer.saying("HTTP/1.1 200 OK");
        var fetcher = fetcher()) {
      assertThat(fetcher.fetch(internal(server.uri("/")))).isInstanceOf(Fetch.Fetched.class);
    }
  }

  @Test
  void a_connection_kept_for_an_internal_source_never_serves_another() throws Exception {
    try (var server = RawServer.saying("HTTP/1.1 200 OK");
        var fetcher = fetcher()) {
      URI uri = server.uri("/");
      fetched(fetcher.fetch(internal(uri)));

      assertThat(reason(fetcher.fetch(internet(uri)))).contains(Reason.ADDRESS_REFUSED);
      assertThat(server.requests).hasSize(1);
    }
  }

  @Test
  void a_public_server_cannot_send_us_to_a_private_one() throws Exception {
    try (var inside = RawServer.saying("HTTP/1.1 200 OK");
        var outside =
            RawServer.on(
                "127.0.0.2",
                (request, out) ->
                    out.write(
                        RawServer.answer(
                            new byte[0],
                            "HTTP/1.1 302 Found",
                            "Location: " + inside.uri("/secret"))));
        var fetcher = fetcher(quick(), AddressLookup.SYSTEM)) {
      var fetch = fetcher.fetch(internet(outside.uri("/")));

      assertThat(reason(fetch)).contains(Reason.ADDRESS_REFUSED);
      assertThat(fetch.visit().detail()).isEqualTo("127.0.0.1 is not on the public internet");
      assertThat(outside.requests).hasSize(1);
      assertThat(inside.connections).hasValue(0);
    }
  }

  @Test
  void a_name_with_one_private_address_among_public_ones_is_refused() {
    AddressLookup mixed =
        host ->
            new InetAddress[] {
              InetAddress.getByName("127.0.0.2"), InetAddress.getByName("10.0.0.1")
            };
    try (var fetcher = fetcher(quick(), mixed)) {
      var fetch = fetcher.fetch(internet(URI.create("http://mixed.example/")));

      assertThat(reason(fetch)).contains(Reason.ADDRESS_REFUSED);
      assertThat(fetch.visit().detail())
          .isEqualTo("mixed.example is 10.0.0.1, which is not on the public internet");
    }
  }

  @Test
  void a_name_that_changes_its_mind_is_connected_where_it_was_checked() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    AddressLookup rebinding =
        host -> InetAddress.getAllByName(asked.getAndIncrement() == 0 ? "127.0.0.2" : "127.0.0.1");
    try (var inside = RawServer.saying("HTTP/1.1 200 OK");
        var fetcher = fetcher(quick(), rebinding)) {
      // Nothing listens at the first, public answer; the second, private one would be served.
      var uri = URI.create("http://rebind.example:" + inside.port() + "/");

      assertThat(reason(fetcher.fetch(internet(uri)))).contains(Reason.UNREACHABLE);
      assertThat(reason(fetcher.fetch(internet(uri)))).contains(Reason.ADDRESS_REFUSED);
      assertThat(inside.connections).hasValue(0);
    }
  }

  @Test
  void a_name_with_an_underscore_or_national_letters_is_a_name() throws Exception {
    try (var server =
            RawServer.on(
                "127.0.0.2",
                (request, out) -> out.write(RawServer.answer("x".getBytes(), "HTTP/1.1 200 OK")));
        var fetcher =
            fetcher(
                quick(),
                names(
                    Map.of(
                        "my_feeds.example", "127.0.0.2", "xn--bcher-kva.example", "127.0.0.2")))) {
      fetched(
          fetcher.fetch(internet(URI.create("http://my_feeds.example:" + server.port() + "/a"))));
      fetched(fetcher.fetch(internet(URI.create("http://bücher.example:" + server.port() + "/b"))));

      assertThat(server.requests.get(0).header("Host"))
          .contains("my_feeds.example:" + server.port());
      assertThat(server.requests.get(1).header("Host"))
          .contains("xn--bcher-kva.example:" + server.port());
    }
  }
}
