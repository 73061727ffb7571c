package news.dateline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import news.dateline.config.Problems;
import news.dateline.testing.ArticleSchema;
import news.dateline.testing.Corpus;
import news.dateline.testing.FeedServer;
import news.dateline.testing.Subscribers;
import news.dateline.testing.TestHome;
import news.dateline.web.WebDoor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Captured real feeds from a local server, through the real application, to durable subscribers
 * that are not ours.
 */
class EndToEndIT {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** One captured feed of NEWS.tsv. */
  private record Capture(Path file, int items) {}

  @TempDir Path folder;

  @Test
  void every_article_of_the_captured_feeds_reaches_every_kind_of_subscriber_once()
      throws Exception {
    List<Capture> captures = captures();
    TestHome files = new TestHome(folder);
    Home home = Home.of(Path.of("."), files.config().toString(), files.data().toString());
    Set<String> published = new HashSet<>();
    try (FeedServer server = new FeedServer()) {
      try (Application app = application(home)) {
        app.start();
        Control.Access access = app.control().access();
        int port = app.brokerPort();
        try (Subscribers.Amqp amqp =
                new Subscribers.Amqp(port, access.user(), access.password(), "desk", "all");
            Subscribers.Stomp stomp =
                new Subscribers.Stomp(port, access.user(), access.password());
            Subscribers.Mqtt mqtt = new Subscribers.Mqtt(port, access.user(), access.password())) {
          int n = 0;
          for (Capture capture : captures) {
            String id = "news-" + n++;
            server.put("/" + id, Files.readAllBytes(capture.file()));
            files.feed(id, server.url("/" + id), "1h");
          }
          settled(app, captures.size());
          List<Subscribers.Received> received = amqp.drain(2000);

          for (Subscribers.Received article : received) {
            JsonNode json = JSON.readTree(article.json());
            assertThat(ArticleSchema.problems(article.json()))
                .as(json.path("uri").asText())
                .isEmpty();
            String key = json.path("uri").asText() + " " + json.path("version").asText();
            assertThat(published.add(key)).as("published once: " + key).isTrue();
            assertThat(article.properties().get("uri")).isEqualTo(json.path("uri").asText());
            assertThat(article.properties().get("version"))
                .isEqualTo(json.path("version").asText());
            assertThat(article.properties().get("source"))
                .isEqualTo(json.path("source").path("id").asText());
          }

          Control.Status status = app.control().status();
          long expected = captures.stream().mapToLong(Capture::items).sum();
          System.out.printf(
              "EndToEndIT: %d captures, %d items listed, %d received, %d published, %d unchanged, %d rejected, %d at the subscriber%n",
              captures.size(),
              expected,
              status.received(),
              status.published(),
              status.unchanged(),
              status.rejected(),
              received.size());
          assertThat(status.received()).isEqualTo(expected);
          assertThat(status.received())
              .isEqualTo(status.published() + status.unchanged() + status.rejected());
          assertThat(received).hasSize((int) status.published());
          await()
              .atMost(Duration.ofSeconds(20))
              .untilAsserted(() -> assertThat(stomp.bodies).hasSameSizeAs(received));
          await()
              .atMost(Duration.ofSeconds(20))
              .untilAsserted(() -> assertThat(mqtt.bodies).hasSameSizeAs(received));
          for (String body : stomp.bodies) {
            assertThat(published)
                .contains(
                    JSON.readTree(body).path("uri").asText()
                        + " "
                        + JSON.readTree(body).path("version").asText());
          }
          assertThat(new HashSet<>(mqtt.bodies)).isEqualTo(new HashSet<>(stomp.bodies));
        }
      }
      long asked = server.requests();
      try (Application again = application(home)) {
        again.start();
        again.control().sources().forEach(s -> again.control().poll(s.source().id()));
        await()
            .atMost(Duration.ofSeconds(60))
            .until(() -> server.requests() >= asked + captures.size());
        Control.Access access = again.control().access();
        try (Subscribers.Amqp amqp =
            new Subscribers.Amqp(
                again.brokerPort(), access.user(), access.password(), "desk", "all")) {
          assertThat(amqp.drain(3000)).as("a second run publishes nothing").isEmpty();
        }
      }
    }
  }

  private static Application application(Home home) {
    Problems problems = new Problems();
    Map<String, String> sets = Map.of("dateline.http.port", "0", "dateline.broker.port", "0");
    Settings settings = SettingsReader.read(home, Map.of(), sets, problems);
    assertThat(problems.list()).isEmpty();
    return new Application(home, settings, Clock.systemUTC(), new WebDoor());
  }

  /** Waits until every source was polled with success and the outbox is empty. */
  private static void settled(Application app, int sources) {
    await()
        .atMost(Duration.ofSeconds(120))
        .pollInterval(Duration.ofMillis(200))
        .untilAsserted(
            () -> {
              List<Control.SourceView> views = app.control().sources();
              assertThat(views).hasSize(sources);
              assertThat(views)
                  .allSatisfy(
                      v -> assertThat(v.state().lastPoll()).as(v.source().id()).isPresent());
              assertThat(app.control().status().outboxPending()).isZero();
            });
  }

  private static List<Capture> captures() throws Exception {
    Path feeds = Corpus.require("corpus/feeds");
    List<Capture> out = new ArrayList<>();
    List<String> lines = Files.readAllLines(feeds.resolve("NEWS.tsv"));
    for (String line : lines.subList(1, lines.size())) {
      String[] columns = line.split("\t", -1);
      out.add(new Capture(feeds.resolve(columns[0]), Integer.parseInt(columns[5])));
    }
    return out;
  }
}
