package news.dateline.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpGuardTest {
  private final HttpGuard local = Peers.guard("127.0.0.1", Optional.empty());
  private final HttpGuard open = Peers.guard("0.0.0.0", Optional.of("s3cret"));

  @ParameterizedTest
  @ValueSource(
      strings = {"localhost", "LOCALHOST:8080", "127.0.0.1:8080", "127.1.2.3", "[::1]:80", "[::1]"})
  void lets_loopback_names_pass(String host) {
    assertThat(local.refuse(get("host", host), true)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.example",
        "127.0.0.1.evil.example",
        "localhost.evil.example:8080",
        "192.168.1.7:8080",
        "",
        "[",
        "[::1"
      })
  void refuses_other_hosts_because_of_dns_rebinding(String host) {
    assertThat(status(local, get("host", host))).isEqualTo(421);
  }

  @Test
  void refuses_a_request_without_host() {
    assertThat(status(local, get())).isEqualTo(421);
  }

  @Test
  void lets_the_configured_name_pass() {
    HttpGuard named = Peers.guard("Wire.Newsroom.example", Optional.of("t"));
    Request r = get("host", "wire.newsroom.example:8080", "authorization", "Bearer t");
    assertThat(named.refuse(r, true)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://evil.example", "null", "http://127.0.0.1:9999", "127.0.0.1:8080"})
  void refuses_another_origin(String origin) {
    assertThat(status(local, get("host", "127.0.0.1:8080", "origin", origin))).isEqualTo(403);
  }

  @Test
  void lets_its_own_origin_pass() {
    assertThat(local.refuse(get("host", "127.0.0.1:8080", "origin", "http://127.0.0.1:8080"), true))
        .isEmpty();
  }

  @Test
  void a_change_needs_a_header_no_form_can_send() {
    Request form =
        request("POST", "host", "localhost", "content-type", "application/x-www-form-urlencoded");
    assertThat(status(local, form)).isEqualTo(415);
    assertThat(status(local, request("DELETE", "host", "localhost"))).isEqualTo(415);
    assertThat(
            local.refuse(
                request("POST", "host", "localhost", "content-type", "Application/JSON; charset=x"),
                true))
        .isEmpty();
    assertThat(local.refuse(request("DELETE", "host", "localhost", "x-dateline", "1"), true))
        .isEmpty();
  }

  @Test
  void listening_beyond_loopback_without_a_token_is_refused() {
    assertThatThrownBy(() -> Peers.guard("0.0.0.0", Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("token");
    assertThatThrownBy(() -> Peers.guard("::", Optional.of("  ")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void beyond_loopback_the_api_asks_for_the_token_and_the_page_does_not() {
    Request bare = get("host", "192.168.1.7:8080");
    assertThat(open.refuse(bare, true).orElseThrow().headers()).containsKey("WWW-Authenticate");
    assertThat(status(open, bare)).isEqualTo(401);
    assertThat(open.refuse(bare, false)).isEmpty();
  }

  @Test
  void takes_the_right_token_only_and_only_from_the_header() {
    assertThat(open.refuse(get("host", "192.168.1.7", "authorization", "bearer s3cret"), true))
        .isEmpty();
    assertThat(status(open, get("host", "192.168.1.7", "authorization", "Bearer s3cre")))
        .isEqualTo(401);
    assertThat(status(open, get("host", "192.168.1.7", "authorization", "Basic s3cret")))
        .isEqualTo(401);
    Request inUrl =
        Request.of(
            "GET",
            "/api/status",
            "token=s3cret&authorization=Bearer+s3cret",
            Map.of("host", "192.168.1.7"),
            new byte[0],
            Peers.HERE);
    assertThat(status(open, inUrl)).isEqualTo(401);
  }

  @Test
  void a_wildcard_listener_answers_to_addresses_but_not_to_strange_names() {
    assertThat(status(open, get("host", "rebound.example", "authorization", "Bearer s3cret")))
        .isEqualTo(421);
  }

  @Test
  void refuses_a_body_over_one_megabyte() {
    Map<String, String> headers = Map.of("host", "localhost", "x-dateline", "1");
    Request big =
        Request.of("POST", "/api/preview", "", headers, new byte[(1 << 20) + 1], Peers.HERE);
    assertThat(status(local, big)).isEqualTo(413);
  }

  private static int status(HttpGuard guard, Request request) {
    return guard.refuse(request, true).map(Reply::status).orElse(200);
  }

  private static Request get(String... headers) {
    return request("GET", headers);
  }

  private static Request request(String method, String... headers) {
    Map<String, String> map = new HashMap<>();
    for (int i = 0; i < headers.length; i += 2) {
      map.put(headers[i], headers[i + 1]);
    }
    return Request.of(method, "/api/status", "", map, new byte[0], Peers.HERE);
  }
}
