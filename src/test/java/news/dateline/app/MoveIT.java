package news.dateline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import news.dateline.config.Problems;
import news.dateline.testing.Feeds;
import news.dateline.testing.TestHome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A feed that answers 308 for days, through the real application: its file follows, once. */
class MoveIT {
  /** The machine's clock, set forward by the test. */
  private static final class LeapingClock extends Clock {
    volatile Duration ahead = Duration.ZERO;

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return Clock.systemUTC().instant().plus(ahead);
    }
  }

  @TempDir Path folder;
  private final LeapingClock clock = new LeapingClock();
  private final List<String> asked = new CopyOnWriteArrayList<>();

  @Test
  void the_file_follows_and_nothing_is_published_again() throws Exception {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16);
    byte[] feed = Feeds.rss("quay", 0, 5, 2, 0);
    server.createContext(
        "/old",
        x -> {
          x.getResponseHeaders().set("Location", "/new");
          x.sendResponseHeaders(308, -1);
          x.close();
        });
    server.createContext(
        "/new",
        x -> {
          String known = x.getRequestHeaders().getFirst("If-None-Match");
          asked.add(String.valueOf(known));
          x.getResponseHeaders().set("ETag", "\"one\"");
          if ("\"one\"".equals(known)) {
            x.sendResponseHeaders(304, -1);
          } else {
            x.getResponseHeaders().set("Content-Type", "application/rss+xml");
            x.sendResponseHeaders(200, feed.length);
            x.getResponseBody().write(feed);
          }
          x.close();
        });
    server.start();
    String base = "http://127.0.0.1:" + server.getAddress().getPort();
    TestHome files = new TestHome(folder);
    String yaml =
        "# harbour news\n- id: quay\n  name: Quay\n  internal: true\n  feed: "
            + base
            + "/old   # as they gave it\n  every: 300d\n- id: idle\n  name: Idle\n  paused: true\n  feed: "
            + base
            + "/idle\n";
    files.source("list", yaml);
    Path file = files.config().resolve("sources/list.yaml");
    Home home = Home.of(Path.of("."), files.config().toString(), files.data().toString());
    Settings settings =
        SettingsReader.read(
            home,
            Map.of(),
            Map.of("dateline.http.port", "0", "dateline.broker.port", "0"),
            new Problems());
    try (Application app = new Application(home, settings, clock)) {
      app.start();
      visits(app, 1);
      assertThat(app.control().status().published()).isEqualTo(5);
      for (int n = 2; n <= 5; n++) {
        assertThat(Files.readString(file)).as("too early").isEqualTo(yaml);
        leap(app, n);
      }
      await()
          .atMost(Duration.ofSeconds(20))
          .untilAsserted(() -> assertThat(Files.readString(file)).contains("/new"));
      String moved = Files.readString(file);
      assertThat(moved.replaceFirst("  # moved .*\n", "").replace("/new ", "/old "))
          .isEqualTo(yaml);
      await().atMost(Duration.ofSeconds(20)).until(() -> view(app).move().isPresent());
      Control.SourceView view = view(app);
      assertThat(view.source().feed().orElseThrow()).hasToString(base + "/new");
      assertThat(view.move().orElseThrow().answers()).isGreaterThanOrEqualTo(4);
      // asked at the new address itself, with the validators learnt by redirect
      visits(app, 6);
      assertThat(view(app).state().health().code()).isIn("ok", "quiet");
      assertThat(asked.get(asked.size() - 1)).isEqualTo("\"one\"");
      assertThat(app.control().status().published()).isEqualTo(5);
      assertThat(app.control().status().received()).isGreaterThanOrEqualTo(5);

      app.control().undoMove("quay");
      assertThat(Files.readString(file)).isEqualTo(yaml);
      visits(app, 7);
      for (int n = 8; n <= 12; n++) {
        leap(app, n);
      }
      await()
          .atMost(Duration.ofSeconds(20))
          .untilAsserted(() -> assertThat(view(app).state().detail()).contains("was taken back"));
      assertThat(Files.readString(file)).isEqualTo(yaml);
      assertThat(app.control().status().attention()).noneMatch(l -> l.startsWith("quay"));
      assertThat(app.control().status().published()).isEqualTo(5);
      assertThat(files.data().resolve("audit.jsonl")).content().hasLineCount(2);
    } finally {
      server.stop(0);
    }
  }

  private void leap(Application app, int visits) {
    clock.ahead = clock.ahead.plusHours(13);
    app.control().poll("quay");
    visits(app, visits);
  }

  private static void visits(Application app, int n) {
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(view(app).state().visits()).hasSizeGreaterThanOrEqualTo(n));
  }

  private static Control.SourceView view(Application app) {
    return app.control().sources().stream()
        .filter(v -> v.source().id().equals("quay"))
        .findFirst()
        .orElseThrow();
  }
}
