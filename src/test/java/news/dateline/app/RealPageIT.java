package news.dateline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import news.dateline.config.Problems;
import news.dateline.testing.FeedServer;
import news.dateline.testing.Feeds;
import news.dateline.testing.TestHome;
import news.dateline.web.PageFlow;
import news.dateline.web.WebDoor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page in a real browser over the real application and a feed on this machine. */
class RealPageIT {
  private final HttpClient http = HttpClient.newHttpClient();

  @TempDir Path folder;

  @Test
  void a_source_added_on_the_page_shows_its_articles_with_marks() throws Exception {
    TestHome files = new TestHome(folder);
    Home home = Home.of(Path.of("."), files.config().toString(), files.data().toString());
    Problems problems = new Problems();
    Map<String, String> sets = Map.of("dateline.http.port", "0", "dateline.broker.port", "0");
    Settings settings = SettingsReader.read(home, Map.of(), sets, problems);
    assertThat(problems.list()).isEmpty();
    try (FeedServer server = new FeedServer();
        Application app = new Application(home, settings, Clock.systemUTC(), new WebDoor())) {
      server.put("/quay", Feeds.rss("quay", 0, 12, 6, 0));
      app.start();
      String base = "http://127.0.0.1:" + app.httpPort();
      try (PageFlow flow = PageFlow.open(base + "/")) {
        flow.preview(server.url("/quay"), false);
        assertThat(flow.refusal()).contains("not on the public internet");

        flow.preview(server.url("/quay"), true);
        assertThat(flow.previewedHeadlines())
            .hasSize(12)
            .contains("Port Ellery to close its northern quay, part 11");
        assertThat(app.control().sources()).as("a preview adds nothing").isEmpty();
        assertThat(flow.page().locator("#add-form input[name=internal]").isChecked()).isTrue();

        flow.add("quay", "The Quay", false);
        assertThat(flow.headlines()).contains("Port Ellery to close its northern quay, part 11");
        flow.read("northern quay, part 11");
        assertThat(flow.marked("quote"))
            .anyMatch(q -> q.contains("Nobody will be left without a berth"))
            .anyMatch(q -> q.contains("It is a mistake"));
        assertThat(flow.marked("speaker")).anyMatch(s -> s.contains("Marta Osei"));
        assertThat(flow.explanation("Nobody will be left")).contains("Ada Lindqvist");
        flow.awaitState("quay", "ok");
        assertThat(flow.complaints()).isEmpty();
      }
      assertThat(Files.readString(files.config().resolve("sources/quay.yaml")))
          .contains(server.url("/quay"), "internal: true", "The Quay");
      await()
          .atMost(Duration.ofSeconds(10))
          .until(() -> app.control().status().outboxPending() == 0);

      HttpResponse<String> health = get(base + "/observe/health");
      assertThat(health.statusCode()).as(health.body()).isEqualTo(200);
      assertThat(health.body()).contains("UP");
      assertThat(get(base + "/observe/metrics").body())
          .contains("dateline_items_received 12.0", "dateline_articles_published 12.0")
          .contains("dateline_outbox_pending 0.0");
    }
  }

  private HttpResponse<String> get(String url) throws Exception {
    return http.send(
        HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(10)).build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
