package news.dateline.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.Optional;
import org.apache.camel.Route;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Camel's own server, the page and Camel's observability on one port. */
class WebRoutesTest {
  private static final Main MAIN = new Main();
  private static final FakeControl CONTROL = new FakeControl(Clock.systemUTC());
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static int port;

  @BeforeAll
  static void start() throws Exception {
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    HttpGuard guard = Peers.guard("127.0.0.1", Optional.empty());
    MAIN.addInitialProperty("camel.server.enabled", "true");
    MAIN.addInitialProperty("camel.server.host", "127.0.0.1");
    MAIN.addInitialProperty("camel.server.port", String.valueOf(port));
    MAIN.addInitialProperty("camel.management.enabled", "true");
    MAIN.addInitialProperty("camel.management.host", "127.0.0.1");
    MAIN.addInitialProperty("camel.management.port", String.valueOf(port));
    MAIN.addInitialProperty("camel.management.healthCheckEnabled", "true");
    MAIN.addInitialProperty("camel.main.autoConfigurationLogSummary", "false");
    MAIN.configure()
        .addRoutesBuilder(
            new WebRoutes(
                new HttpApi(CONTROL, guard),
                new Page(guard),
                new HubCallback(CONTROL, 1000),
                new PushEndpoint(CONTROL, 1000, new Attempts(Clock.systemUTC()))));
    MAIN.start();
  }

  @AfterAll
  static void stop() {
    MAIN.stop();
  }

  @Test
  void serves_page_files_api_and_observability_side_by_side() throws Exception {
    assertThat(get("/").body()).contains("<title>Dateline</title>");
    assertThat(get("/page/js/main.js").headers().firstValue("content-type"))
        .hasValue("text/javascript; charset=utf-8");
    assertThat(get("/api/articles?limit=1&source=al-mina").body()).contains("سوق السمك");
    assertThat(get("/observe/health").body()).contains("UP");
    assertThat(get("/nothing").statusCode()).isEqualTo(404);
    assertThat(get("/api/nothing").body()).contains("not-found");
  }

  @Test
  void headers_reach_the_client_whole() throws Exception {
    HttpResponse<String> r = get("/api/access");
    assertThat(r.headers().firstValue("cache-control")).hasValue("no-store");
    assertThat(r.headers().firstValue("content-security-policy")).isPresent();
    assertThat(r.headers().firstValue("x-dateline")).isEmpty();
    String etag = get("/").headers().firstValue("etag").orElseThrow();
    HttpResponse<String> again = send(to("/").header("If-None-Match", etag));
    assertThat(again.statusCode()).isEqualTo(304);
  }

  @Test
  void a_query_parameter_never_passes_for_a_header() throws Exception {
    HttpResponse<String> r =
        send(
            to("/api/sources/iskele/pause?x-dateline=1&content-type=application%2Fjson")
                .POST(HttpRequest.BodyPublishers.noBody()));
    assertThat(r.statusCode()).isEqualTo(415);
  }

  @Test
  void takes_bodies_and_answers_without_one() throws Exception {
    String form = "{\"url\": \"https://lamp.example/été\"}";
    HttpResponse<String> p =
        send(
            to("/api/preview")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    assertThat(p.body()).contains("Lamp of the old pier");
    HttpResponse<String> dropped =
        send(
            to("/api/rejected/b-101/drop")
                .header("X-Dateline", "1")
                .POST(HttpRequest.BodyPublishers.noBody()));
    assertThat(dropped.statusCode()).isEqualTo(204);
    HttpResponse<String> head = send(to("/").method("HEAD", HttpRequest.BodyPublishers.noBody()));
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
  }

  @Test
  void a_body_that_is_not_json_is_refused_whatever_it_calls_itself() throws Exception {
    for (String type :
        new String[] {"application/x-www-form-urlencoded", "multipart/form-data; boundary=b"}) {
      HttpResponse<String> r =
          send(
              to("/api/preview")
                  .header("Content-Type", type)
                  .POST(HttpRequest.BodyPublishers.ofString("url=https://a.example")));
      assertThat(r.statusCode()).as(type).isBetween(400, 415);
    }
  }

  @Test
  void hubs_may_call_by_any_host_and_get_nowhere_without_a_token() throws Exception {
    HttpResponse<String> asked = get("/websub/known?hub.challenge=%3Cscript%3E");
    assertThat(asked.body()).isEqualTo("<script>");
    assertThat(asked.headers().firstValue("content-type")).hasValue("text/plain; charset=utf-8");
    assertThat(asked.headers().firstValue("x-content-type-options")).hasValue("nosniff");
    assertThat(get("/websub/other?hub.challenge=x").statusCode()).isEqualTo(404);
    assertThat(get("/websub/").statusCode()).isEqualTo(404);
    assertThat(get("/websub").statusCode()).isEqualTo(404);

    HttpResponse<String> delivered =
        send(
            to("/websub/known")
                .header("Content-Type", "application/rss+xml")
                .header("Origin", "https://hub.example")
                .header("X-Hub-Signature", "sha1=00")
                .header("Link", "<https://hub.example/>; rel=hub")
                .header("Link", "<https://quay.example/feed>; rel=self")
                .POST(HttpRequest.BodyPublishers.ofString("a=b&c")));
    assertThat(delivered.statusCode()).isEqualTo(202);
    assertThat(CONTROL.delivered)
        .containsExactly(
            "sha1=00 [<https://hub.example/>; rel=hub, <https://quay.example/feed>; rel=self]"
                + " a=b&c");
  }

  @Test
  void a_delivery_beyond_the_limit_and_other_methods_are_refused() throws Exception {
    String large = "x".repeat(1001);
    assertThat(
            send(to("/websub/known").POST(HttpRequest.BodyPublishers.ofString(large))).statusCode())
        .isEqualTo(413);
    assertThat(send(to("/websub/known").DELETE()).statusCode()).isEqualTo(405);
  }

  @Test
  void every_route_has_a_name_and_a_sentence() {
    assertThat(MAIN.getCamelContext().getRoutes())
        .extracting(Route::getId)
        .containsExactlyInAnyOrder("web.api", "web.page", "web.files", "web.websub", "web.push");
    assertThat(MAIN.getCamelContext().getRoutes())
        .allSatisfy(r -> assertThat(r.getDescription()).endsWith("."));
  }

  private static HttpResponse<String> get(String path) throws Exception {
    return send(to(path));
  }

  private static HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(
        URI.create("http://127.0.0.1:" + port + path.replace("é", "%C3%A9")));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }
}
