package news.dateline.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import news.dateline.model.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpApiTest {
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
  private final FakeControl control = new FakeControl(Clock.fixed(NOW, ZoneOffset.UTC));
  private final HttpApi api = new HttpApi(control, Peers.guard("127.0.0.1", Optional.empty()));

  @Test
  void shows_the_status() throws Exception {
    JsonNode status = ok(get("/api/status"));
    assertThat(status.at("/brokerUp").booleanValue()).isTrue();
    assertThat(status.at("/routes/0/id").textValue()).isEqualTo("sources.poll");
    assertThat(status.at("/subscriptions/2/waiting").longValue()).isEqualTo(18_422);
    assertThat(status.at("/attention")).hasSize(2);
  }

  @Test
  void shows_a_source_with_its_cause_and_what_comes_next() throws Exception {
    JsonNode source = ok(get("/api/sources/valley-radio"));
    assertThat(source.at("/state/health").textValue()).isEqualTo("failing");
    assertThat(source.at("/state/reason").textValue()).isEqualTo("timeout");
    assertThat(source.at("/state/nextWhy").textValue()).startsWith("back-off");
    assertThat(source.at("/state/visits/0/outcome").textValue()).isEqualTo("timeout");
  }

  @Test
  void never_shows_request_headers_or_passwords_of_sources() throws Exception {
    String all = text(get("/api/sources"));
    assertThat(all)
        .contains("morning-herald", "sftp://drop.example/rt")
        .doesNotContain("never-shown", "password", "wire@");
  }

  @Test
  void hides_keys_in_addresses_but_gives_a_proposal_back_whole() throws Exception {
    String feed = "https://me:pw@keyed.example/news.xml?page=1&api_key=k3y&tag=x";
    control.add(Source.ofFeed("keyed", "Keyed", URI.create(feed)));
    assertThat(ok(get("/api/sources/keyed")).at("/feed").textValue())
        .isEqualTo("https://keyed.example/news.xml?page=1&api_key=\u2026&tag=x");
    String whole = "https://me:pw@keyed.example/news.xml";
    assertThat(
            ok(post("/api/preview", "{\"url\": \"" + whole + "\"}"))
                .at("/proposal/feed")
                .textValue())
        .isEqualTo(whole);
  }

  @Test
  void takes_a_list_of_subscriptions_after_showing_what_it_would_add() throws Exception {
    String opml =
        "<opml><body><outline text='Lamp' xmlUrl='https://lamp.example/rss'/>"
            + "<outline text='Mail' xmlUrl='mailto:x@lamp.example'/></body></opml>";
    String body = "{\"name\": \"my.opml\", \"opml\": \"" + opml + "\", \"dryRun\": ";
    JsonNode plan = ok(post("/api/opml", body + "true}"));
    assertThat(plan.at("/added/0/id").textValue()).isEqualTo("lamp");
    assertThat(plan.at("/refused/0/reason").textValue()).contains("mailto");
    assertThat(api.serve(get("/api/sources/lamp")).status()).isEqualTo(404);
    assertThat(ok(post("/api/opml", body + "false}")).at("/summary").textValue())
        .isEqualTo("imported 1, already there 0, refused 1");
    Reply exported = api.serve(get("/api/opml"));
    assertThat(exported.contentType()).startsWith("text/x-opml");
    assertThat(exported.body().utf8()).contains("xmlUrl=\"https://lamp.example/rss\"");
    assertThat(api.serve(post("/api/opml", "{\"opml\": \"<html></html>\"}")).status())
        .isEqualTo(422);
    assertThat(api.serve(post("/api/opml", "{}")).status()).isEqualTo(400);
  }

  @Test
  void only_a_source_that_has_moved_can_be_moved_back() {
    assertThat(api.serve(post("/api/sources/valley-radio/undo-move", "{}")).status())
        .isEqualTo(422);
    assertThat(api.serve(post("/api/sources/nobody/undo-move", "{}")).status()).isEqualTo(404);
  }

  @Test
  void gives_articles_as_published_newest_first() throws Exception {
    JsonNode articles = ok(get("/api/articles?limit=2")).get("articles");
    assertThat(articles).hasSize(2);
    assertThat(articles.at("/0/sequence").longValue())
        .isGreaterThan(articles.at("/1/sequence").longValue());
    assertThat(articles.at("/0/article/attribution/agencies/0/code").textValue()).isEqualTo("AFP");
  }

  @Test
  void gives_one_sources_articles_and_only_those_not_seen() throws Exception {
    JsonNode all = ok(get("/api/articles?source=harbour-gazette")).get("articles");
    assertThat(all).hasSize(2);
    long newest = all.at("/0/sequence").longValue();
    assertThat(
            ok(get("/api/articles?source=harbour-gazette&after=" + (newest - 1))).at("/articles"))
        .hasSize(1);
    assertThat(ok(get("/api/articles?source=harbour-gazette&after=" + newest)).at("/articles"))
        .isEmpty();
  }

  @Test
  void answers_not_modified_to_who_has_it_already() {
    Reply first = api.serve(get("/api/sources"));
    Map<String, String> headers = new HashMap<>(Map.of("host", "localhost"));
    headers.put("if-none-match", "W/" + first.headers().get("ETag"));
    Reply second =
        api.serve(Request.of("GET", "/api/sources", "", headers, new byte[0], Peers.HERE));
    assertThat(second.status()).isEqualTo(304);
    assertThat(second.body().isEmpty()).isTrue();
  }

  @Test
  void previews_without_adding() throws Exception {
    JsonNode p = ok(post("/api/preview", "{\"url\": \"https://lamp.example/\"}"));
    assertThat(p.at("/proposal/feed").textValue()).isEqualTo("https://lamp.example/news.xml");
    assertThat(p.at("/alternatives/0/title").textValue()).isEqualTo("Lamp – Sport");
    assertThat(p.at("/articles/0/headlines/0/value").textValue()).startsWith("Lamp of");
    assertThat(control.sources()).noneMatch(v -> v.source().id().equals("lamp"));
  }

  @Test
  void says_why_a_preview_found_nothing() throws Exception {
    JsonNode p = ok(post("/api/preview", "{\"url\": \"https://blocked.example/\"}"));
    assertThat(p.has("proposal")).isFalse();
    assertThat(p.at("/reason").textValue()).isEqualTo("blocked");
    assertThat(p.at("/sentence").textValue()).isEqualTo("The server refuses us");
  }

  @Test
  void adds_pauses_resumes_polls_and_removes_a_source() throws Exception {
    Reply added =
        api.serve(
            post(
                "/api/sources",
                """
                {"id": "lamp", "name": "The Lamp", "feed": "https://lamp.example/news.xml",
                 "language": "pt-BR", "every": "5m", "silent-after": "2d", "zone": "Europe/Lisbon",
                 "charset": "windows-1252", "internal": true, "desk-tags": ["islands"]}\
                """));
    assertThat(added.status()).isEqualTo(201);
    assertThat(added.headers()).containsEntry("Location", "/api/sources/lamp");
    JsonNode source = json(added);
    assertThat(source.at("/every").textValue()).isEqualTo("PT5M");
    assertThat(source.at("/silentAfter").textValue()).isEqualTo("PT48H");
    assertThat(source.at("/deskTags/0").textValue()).isEqualTo("islands");
    assertThat(source.at("/state/health").textValue()).isEqualTo("waiting");

    assertThat(ok(post("/api/sources/lamp/pause", "")).at("/state/health").textValue())
        .isEqualTo("paused");
    assertThat(ok(post("/api/sources/lamp/resume", "")).at("/state/health").textValue())
        .isEqualTo("waiting");
    assertThat(ok(post("/api/sources/lamp/poll", "")).at("/state/published").longValue())
        .isEqualTo(2);
    assertThat(api.serve(request("DELETE", "/api/sources/lamp", "")).status()).isEqualTo(204);
    assertThat(api.serve(get("/api/sources/lamp")).status()).isEqualTo(404);
  }

  @Test
  void names_every_field_that_is_wrong() {
    String all =
        text(
            post(
                "/api/sources",
                """
                {"id": "Bad Id", "feed": "gopher://x", "language": "!", "every": "5", "zone":
                 "Nowhere/At-All", "charset": "utf-99", "strip": "x", "colour": 1}\
                """));
    assertThat(all)
        .contains("id:", "name:", "feed:", "language:", "every:", "zone:", "charset:", "strip:")
        .contains("colour: not a field");
  }

  @Test
  void a_source_has_a_feed_or_a_transport_and_not_both() {
    assertThat(text(post("/api/sources", "{\"id\":\"a\",\"name\":\"A\"}")))
        .contains("feed or from");
  }

  @Test
  void passes_on_why_a_source_is_not_acceptable() throws Exception {
    Reply taken =
        api.serve(
            post(
                "/api/sources",
                "{\"id\":\"iskele\",\"name\":\"A\",\"feed\":\"https://a.example/\"}"));
    assertThat(taken.status()).isEqualTo(422);
    assertThat(json(taken).at("/error/message").textValue())
        .isEqualTo("there is already a source iskele");
    assertThat(api.serve(request("DELETE", "/api/sources/kuestenblatt", "")).status())
        .isEqualTo(422);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "\"x\"", "{} {}", "{\"url\": 5", "nul"})
  void malformed_json_is_a_bad_request(String body) throws Exception {
    Reply reply = api.serve(post("/api/preview", body));
    assertThat(reply.status()).isEqualTo(400);
    assertThat(json(reply).at("/error/reason").textValue()).isEqualTo("bad-request");
  }

  @Test
  void deep_json_is_a_bad_request() {
    String deep = "{\"a\":".repeat(20_000);
    assertThat(api.serve(post("/api/preview", deep)).status()).isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource({
    "GET,/api,404",
    "GET,/api/,404",
    "GET,/apis/status,404",
    "GET,/api/nothing,404",
    "GET,/api/sources/,404",
    "GET,/api/sources/nobody,404",
    "POST,/api/sources/nobody/pause,404",
    "POST,/api/rejected/nothing/drop,404",
    "GET,/api/articles?limit=many,400",
    "PUT,/api/status,405",
    "DELETE,/api/status,405",
    "GET,/api/preview,405",
    "GET,/api/sources/iskele/pause,405",
  })
  void says_what_is_wrong_with_a_request(String method, String path, int status) throws Exception {
    Reply reply = api.serve(request(method, path, ""));
    assertThat(reply.status()).isEqualTo(status);
    assertThat(json(reply).at("/error/message").textValue()).isNotBlank();
  }

  @Test
  void names_the_allowed_methods() {
    Reply reply = api.serve(request("PATCH", "/api/sources/iskele", "{}"));
    assertThat(reply.headers()).containsEntry("Allow", "GET, HEAD, DELETE");
  }

  @Test
  void shows_retries_and_drops_a_rejected_item() throws Exception {
    JsonNode list = ok(get("/api/rejected")).get("rejected");
    assertThat(list).hasSize(4);
    assertThat(list.at("/0").has("raw")).isFalse();
    JsonNode one = ok(get("/api/rejected/b-104"));
    assertThat(one.at("/raw").textValue()).startsWith("<item>");
    assertThat(one.at("/sentence").textValue()).isEqualTo("The item has neither headline nor text");
    assertThat(api.serve(post("/api/rejected/b-104/retry", "")).status()).isEqualTo(204);
    assertThat(api.serve(post("/api/rejected/b-103/drop", "")).status()).isEqualTo(204);
    assertThat(control.rejected(9)).hasSize(2);
  }

  @Test
  void credentials_are_for_this_machine_only_and_never_cached() {
    Reply here = api.serve(get("/api/access"));
    assertThat(here.body().utf8()).contains(FakeControl.PASSWORD);
    assertThat(here.headers()).containsEntry("Cache-Control", "no-store");
    Reply desk = api.serve(get("/api/access?desk=world"));
    assertThat(desk.body().utf8()).contains("desk-world");
    Reply none = api.serve(get("/api/access?desk=nowhere"));
    assertThat(none.status()).isEqualTo(404);
    HttpApi open = new HttpApi(control, Peers.guard("0.0.0.0", Optional.of("t")));
    Map<String, String> far = Map.of("host", "192.168.1.7", "authorization", "Bearer t");
    Reply there = open.serve(Request.of("GET", "/api/access", "", far, new byte[0], Peers.HERE));
    assertThat(there.status()).isEqualTo(403);
    assertThat(there.body().utf8()).doesNotContain(FakeControl.PASSWORD);
  }

  @Test
  void where_a_caller_is_comes_from_the_connection_and_from_no_header() {
    HttpApi open = new HttpApi(control, Peers.guard("0.0.0.0", Optional.of("t")));
    Map<String, String> plain = Map.of("host", "127.0.0.1:8080", "authorization", "Bearer t");
    Map<String, String> passedOn = new java.util.HashMap<>(plain);
    passedOn.put("x-forwarded-for", "127.0.0.1");
    assertThat(open.serve(access(plain, Peers.HERE)).status()).isEqualTo(200);
    assertThat(open.serve(access(plain, Peers.THERE)).status()).isEqualTo(403);
    assertThat(open.serve(access(passedOn, Peers.THERE)).status()).isEqualTo(403);
    assertThat(open.serve(access(passedOn, Peers.HERE)).status()).isEqualTo(403);
    assertThat(open.serve(access(plain, Peer.UNKNOWN)).status()).isEqualTo(403);
  }

  private static Request access(Map<String, String> headers, Peer peer) {
    return Request.of("GET", "/api/access", "", headers, new byte[0], peer);
  }

  @Test
  void a_fault_nobody_foresaw_says_nothing_of_the_inside() {
    String reply = text(post("/api/preview", "{\"url\": \"https://fault.example/\"}"));
    assertThat(reply).contains("unforeseen").doesNotContain("Exception", "inner secret");
  }

  @Test
  void every_answer_carries_the_security_headers() {
    for (String path : new String[] {"/api/status", "/api/nothing"}) {
      assertThat(api.serve(get(path)).headers())
          .containsEntry("X-Content-Type-Options", "nosniff")
          .containsEntry("Referrer-Policy", "no-referrer")
          .hasEntrySatisfying(
              "Content-Security-Policy",
              csp -> assertThat(csp).contains("default-src 'self'", "frame-ancestors 'none'"));
    }
    Reply refused =
        api.serve(Request.of("GET", "/api/status", "", Map.of(), new byte[0], Peers.HERE));
    assertThat(refused.status()).isEqualTo(421);
    assertThat(refused.headers()).containsKey("Content-Security-Policy");
  }

  private JsonNode ok(Request request) throws Exception {
    Reply reply = api.serve(request);
    assertThat(reply.status()).as(reply.body().utf8()).isEqualTo(200);
    return json(reply);
  }

  private static JsonNode json(Reply reply) throws Exception {
    return new ObjectMapper().readTree(reply.body().array());
  }

  private String text(Request request) {
    return api.serve(request).body().utf8();
  }

  private static Request get(String path) {
    return request("GET", path, "");
  }

  private static Request post(String path, String body) {
    return request("POST", path, body);
  }

  private static Request request(String method, String pathAndQuery, String body) {
    int q = pathAndQuery.indexOf('?');
    return Request.of(
        method,
        q < 0 ? pathAndQuery : pathAndQuery.substring(0, q),
        q < 0 ? "" : pathAndQuery.substring(q + 1),
        Map.of("host", "localhost:8080", "content-type", "application/json"),
        body.getBytes(StandardCharsets.UTF_8),
        Peers.HERE);
  }
}
