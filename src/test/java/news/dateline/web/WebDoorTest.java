package news.dateline.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import news.dateline.app.FreePort;
import news.dateline.app.Home;
import news.dateline.app.Settings;
import news.dateline.app.SettingsReader;
import news.dateline.config.Problems;
import news.dateline.testing.TestHome;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Camel's own server, the page and Camel's observability on one port. */
class WebDoorTest {
  private static final Main MAIN = new Main();
  private static final FakeControl CONTROL = new FakeControl(Clock.systemUTC());
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final WebDoor DOOR = new WebDoor();
  @TempDir static Path folder;
  private static int port;
  private static String before;
  private static String alive;

  @BeforeAll
  static void start() throws Exception {
    port = FreePort.find();
    TestHome files = new TestHome(folder);
    Problems problems = new Problems();
    Settings settings =
        SettingsReader.read(
            Home.of(Path.of("."), files.config().toString(), files.data().toString()),
            Map.of(),
            Map.of(
                "dateline.fetch.max-body", "200KB",
                "dateline.http.header-timeout", "2s",
                "dateline.http.body-timeout", "2s",
                "dateline.http.idle-timeout", "5s",
                "dateline.http.connections", "20"),
            problems);
    assertThat(problems.list()).isEmpty();
    MAIN.bind("door", DOOR.server(settings, Clock.systemUTC()));
    for (String server : new String[] {"camel.server", "camel.management"}) {
      MAIN.addInitialProperty(server + ".enabled", "true");
      MAIN.addInitialProperty(server + ".host", "127.0.0.1");
      MAIN.addInitialProperty(server + ".port", String.valueOf(port));
    }
    MAIN.addInitialProperty("camel.management.healthCheckEnabled", "true");
    MAIN.addInitialProperty("camel.main.autoConfigurationLogSummary", "false");
    MAIN.start();
    before = get("/push/quay").statusCode() + " " + get("/api/status").headers().map();
    alive = get("/observe/health/live").body();
    DOOR.open(CONTROL);
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
    String large = "x".repeat((200 << 10) + 1);
    assertThat(
            send(to("/websub/known").POST(HttpRequest.BodyPublishers.ofString(large))).statusCode())
        .isEqualTo(413);
    assertThat(send(to("/websub/known").DELETE()).statusCode()).isEqualTo(405);
  }

  @Test
  void before_it_is_open_everybody_is_asked_to_come_again_and_liveness_answers() {
    assertThat(before).startsWith("503 ").contains("retry-after=[5]");
    assertThat(alive).contains("UP");
  }

  @Test
  void what_camel_answers_is_behind_the_same_guard() throws Exception {
    for (String path : new String[] {"/observe/health", "/observe/health/live", "/nothing"}) {
      Raw.Answer foreign = raw().ask("GET " + path + " HTTP/1.1\r\nHost: evil.example\r\n\r\n");
      assertThat(foreign.status()).as(path).isEqualTo(421);
    }
  }

  @Test
  void a_pushed_body_comes_through_as_it_was_sent_whatever_it_calls_itself() throws Exception {
    byte[] body = new byte[70_000];
    for (int i = 0; i < body.length; i++) {
      body[i] = (byte) "a=1&b=%41+%zz;\r\n--b\0\u00ff".charAt(i % 21);
    }
    for (String type :
        new String[] {
          "",
          "application/x-www-form-urlencoded",
          "application/x-www-form-urlencoded; charset=utf-16",
          "multipart/form-data; boundary=b",
          "multipart/form-data",
          "text/plain; charset=no-such-thing",
          "application/octet-stream",
          "nonsense",
          ";;;"
        }) {
      String head =
          "POST /push/quay HTTP/1.1\r\nHost: x\r\nX-Dateline-Token: t\r\n"
              + (type.isEmpty() ? "" : "Content-Type: " + type + "\r\n");
      CONTROL.pushed.clear();
      Raw.Answer whole = raw().ask(head + "Content-Length: " + body.length + "\r\n\r\n", body);
      assertThat(whole.status()).as(type).isEqualTo(202);
      assertThat(CONTROL.pushed.get(0).body().array()).as(type).isEqualTo(body);
      Raw.Answer chunked =
          raw().ask(head + "Transfer-Encoding: chunked\r\n\r\n", Raw.chunked(body, 999));
      assertThat(chunked.status()).as(type).isEqualTo(202);
      assertThat(CONTROL.pushed.get(1).body().array()).as(type).isEqualTo(body);
    }
  }

  @Test
  void a_sender_that_asks_first_is_told_to_go_on_or_not() throws Exception {
    String head = "POST /push/quay HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\n";
    try (Raw line = raw()) {
      line.send(head + "X-Dateline-Token: t\r\nContent-Length: 3\r\n\r\n");
      assertThat(line.answer().status()).isEqualTo(100);
      line.send("abc");
      assertThat(line.answer().status()).isEqualTo(202);
    }
    assertThat(raw().ask(head + "Content-Length: 3\r\n\r\n").status()).isEqualTo(401);
    assertThat(raw().ask(head + "X-Dateline-Token: t\r\nContent-Length: 300000\r\n\r\n").status())
        .isEqualTo(413);
  }

  @Test
  void a_body_at_the_limit_passes_and_one_byte_more_does_not() throws Exception {
    String head = "POST /push/quay HTTP/1.1\r\nHost: x\r\nX-Dateline-Token: t\r\n";
    byte[] most = new byte[200 << 10];
    byte[] more = new byte[(200 << 10) + 1];
    String length = "Content-Length: " + most.length + "\r\n\r\n";
    assertThat(raw().ask(head + length, most).status()).isEqualTo(202);
    Raw.Answer over =
        raw().ask(head + "Transfer-Encoding: chunked\r\n\r\n", Raw.chunked(more, 8000));
    assertThat(over.status()).isEqualTo(413);
  }

  @Test
  void heads_and_bodies_that_never_end_are_closed_and_so_are_idle_connections() throws Exception {
    String push = "POST /push/quay HTTP/1.1\r\nHost: x\r\nX-Dateline-Token: t\r\n";
    assertThat(raw().send("GET / HT").isClosedWithin(12_000)).isTrue();
    assertThat(raw().drip("GET / HTTP/1.1\r\nHost: localhost\r\nX: ", 'y', 50, 12_000)).isTrue();
    assertThat(raw().send(push + "Content-Length: 5\r\n\r\nab").isClosedWithin(12_000)).isTrue();
    assertThat(raw().drip(push + "Content-Length: 9999\r\n\r\n", 'y', 50, 12_000)).isTrue();
    Raw idle = raw();
    assertThat(idle.ask("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n").status()).isEqualTo(200);
    assertThat(idle.isClosedWithin(12_000)).isTrue();
    // a refused one, too
    Raw refused = raw();
    refused.send("POST /push/quay HTTP/1.1\r\nHost: x\r\nContent-Length: 99\r\n\r\n");
    assertThat(refused.answer().status()).isEqualTo(401);
    assertThat(refused.isClosedWithin(12_000)).isTrue();
  }

  @Test
  void a_reader_who_does_not_read_is_closed() throws Exception {
    Raw line = raw();
    String get = "GET /page/js/marks.js HTTP/1.1\r\nHost: localhost\r\n\r\n";
    long end = System.nanoTime() + 20_000_000_000L;
    boolean open = true;
    while (open && System.nanoTime() < end) { // asks and asks, and takes no answer
      open = line.writes(get.repeat(20));
    }
    assertThat(open).isFalse();
  }

  @Test
  void there_are_so_many_connections_and_an_idle_one_makes_room() throws Exception {
    List<Raw> idle = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      Raw line = raw();
      idle.add(line);
      Raw.Answer page = line.ask("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
      assertThat(page.status()).as("connection " + i).isEqualTo(200);
    }
    assertThat(idle.get(0).isClosedWithin(100)).isTrue();
    for (Raw line : idle) {
      line.close();
    }
  }

  @Test
  void connections_that_say_nothing_make_room_for_one_that_asks() throws Exception {
    List<Raw> silent = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      silent.add(raw());
    }
    assertThat(raw().ask("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n").status()).isEqualTo(200);
    for (Raw line : silent) {
      line.close();
    }
  }

  @Test
  void requests_that_are_none_are_refused() throws Exception {
    String get = "GET /api/status HTTP/1.1\r\nHost: localhost\r\n";
    assertThat(raw().ask(get + "Host: evil.example\r\n\r\n").status()).isEqualTo(400);
    assertThat(raw().ask("GET /api/%0d%0aX HTTP/1.1\r\nHost: localhost\r\n\r\n").status())
        .isEqualTo(400);
    assertThat(raw().ask("GET /" + "x".repeat(9000) + " HTTP/1.1\r\n\r\n").status()).isEqualTo(414);
    assertThat(raw().ask(get + "X: " + "x".repeat(20_000) + "\r\n\r\n").status()).isEqualTo(431);
    assertThat(raw().ask(get + "Content-Length: 1\r\nContent-Length: 2\r\n\r\nab").status())
        .isEqualTo(400);
    for (String method : new String[] {"TRACE", "OPTIONS", "PUT", "CONNECT", "PROPFIND"}) {
      Raw.Answer odd = raw().ask(method + " /api/status HTTP/1.1\r\nHost: localhost\r\n\r\n");
      assertThat(odd.status()).as(method).isBetween(400, 499);
      assertThat(odd.head()).doesNotContainIgnoringCase("access-control");
    }
    for (String path :
        new String[] {
          "/page/../api/status",
          "/page/%2e%2e/index.html",
          "//page/js/main.js",
          "/page/js/%2e%2e%2f%2e%2e%2findex.html",
          "/page/js/..%5cmain.js"
        }) {
      assertThat(raw().ask("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n").status())
          .as(path)
          .isEqualTo(404);
    }
  }

  private static Raw raw() throws Exception {
    return new Raw(port);
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
