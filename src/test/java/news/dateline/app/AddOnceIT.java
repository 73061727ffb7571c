package news.dateline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import news.dateline.config.Problems;
import news.dateline.model.Source;
import news.dateline.testing.FeedServer;
import news.dateline.testing.Feeds;
import news.dateline.testing.TestHome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Adding a feed that has just been previewed fetches it once, and loses nothing by that. */
class AddOnceIT {
  @TempDir Path folder;

  @Test
  void the_document_of_the_preview_is_the_first_and_its_validators_are_kept() throws Exception {
    TestHome files = new TestHome(folder);
    Home home = Home.of(Path.of("."), files.config().toString(), files.data().toString());
    Settings settings =
        SettingsReader.read(
            home,
            Map.of(),
            Map.of("dateline.http.port", "0", "dateline.broker.port", "0"),
            new Problems());
    try (FeedServer server = new FeedServer();
        Application app = new Application(home, settings, Clock.systemUTC())) {
      server.put("/rss", Feeds.rss("quay", 0, 4, 2, 0));
      app.start();
      Source found = app.control().preview(server.url("/rss"), true).proposal().orElseThrow();
      Control.SourceView added = app.control().add(found);
      assertThat(added.state().published()).isEqualTo(4);
      assertThat(app.control().status().published()).isEqualTo(4);
      assertThat(added.state().nextPoll().orElseThrow())
          .isAfter(Clock.systemUTC().instant().plusSeconds(10));
      assertThat(added.state().cursor().etag()).as("sent with the next request").isPresent();
      assertThat(server.requests()).isEqualTo(1);

      app.control().poll(found.id());
      await().atMost(Duration.ofSeconds(30)).until(() -> server.requests() == 2);
      await()
          .atMost(Duration.ofSeconds(30))
          .untilAsserted(
              () ->
                  assertThat(app.control().sources().get(0).state().visits())
                      .extracting(v -> v.outcome())
                      .containsExactly("unchanged", "new"));
      assertThat(app.control().status().published()).isEqualTo(4);
    }
  }
}
