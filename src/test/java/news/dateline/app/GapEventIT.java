package news.dateline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import news.dateline.config.Problems;
import news.dateline.testing.FeedServer;
import news.dateline.testing.Feeds;
import news.dateline.testing.Subscribers;
import news.dateline.testing.TestHome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A feed that holds fewer items than come between two polls, and offers no older pages. */
class GapEventIT {
  @TempDir Path folder;

  @Test
  void a_window_that_rolls_over_at_every_poll_is_told_once_with_an_estimate() throws Exception {
    AtomicInteger written = new AtomicInteger();
    TestHome files = new TestHome(folder);
    try (FeedServer server = new FeedServer()) {
      server.put(
          "/feed",
          () -> {
            int from = written.getAndAdd(25);
            return Feeds.atom("", from, from + 10);
          });
      try (Application app = application(files)) {
        app.start();
        Control.Access access = app.control().access();
        try (Subscribers.Stomp events =
            new Subscribers.Stomp(
                app.brokerPort(), access.user(), access.password(), "source.events")) {
          files.feed("quay", server.url("/feed"), "1s");
          await()
              .atMost(Duration.ofSeconds(60))
              .until(() -> app.control().status().published() >= 60);
          await()
              .atMost(Duration.ofSeconds(20))
              .untilAsserted(
                  () ->
                      assertThat(events.bodies)
                          .filteredOn(e -> e.contains("\"reason\":\"gap\""))
                          .singleElement()
                          .asString()
                          .contains("\"gap\":{\"from\":", "\"count\":", "\"estimated\":true"));
          assertThat(app.control().sources().get(0).state().detail())
              .contains("fell out of it before they were read");
        }
      }
    }
  }

  private static Application application(TestHome files) {
    Home home = Home.of(Path.of("."), files.config().toString(), files.data().toString());
    Problems problems = new Problems();
    Settings settings =
        SettingsReader.read(
            home,
            Map.of(),
            Map.of("dateline.http.port", "0", "dateline.broker.port", "0"),
            problems);
    assertThat(problems.list()).isEmpty();
    return new Application(home, settings, Clock.systemUTC());
  }
}
