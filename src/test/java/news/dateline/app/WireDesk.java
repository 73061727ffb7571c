package news.dateline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import news.dateline.config.Problems;
import news.dateline.testing.ShiftedClock;
import news.dateline.testing.Subscribers;
import news.dateline.testing.TestHome;

/**
 * An agency's folder, the real application that watches it, and a subscriber behind the broker: for
 * tests of what becomes of wire files.
 */
final class WireDesk implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  final ShiftedClock clock = new ShiftedClock();

  private final TestHome files;
  private final Path drop;
  private Application app;
  private Subscribers.Amqp desk;
  private int dropped;

  WireDesk(Path folder) throws Exception {
    files = new TestHome(folder);
    drop = Files.createDirectories(folder.resolve("drop"));
    files.source(
        "quay", "id: quay\nname: Quay Press\nfrom: file:" + drop + "?delay=100&initialDelay=0\n");
    start();
  }

  private void start() throws Exception {
    Home home = Home.of(Path.of("."), files.config().toString(), files.data().toString());
    Problems problems = new Problems();
    Settings settings =
        SettingsReader.read(
            home,
            Map.of(),
            Map.of("dateline.http.port", "0", "dateline.broker.port", "0"),
            problems);
    assertThat(problems.list()).isEmpty();
    app = new Application(home, settings, clock);
    app.start();
    Control.Access access = app.control().access();
    desk =
        new Subscribers.Amqp(app.brokerPort(), access.user(), access.password(), "desk", "wires");
  }

  /** Stops everything and starts it again on the same data. */
  void restart() throws Exception {
    close();
    start();
  }

  /** Delivers a file and waits until its items are settled. */
  void deliver(String document) throws Exception {
    long before = received();
    Path temporary =
        Files.write(drop.resolveSibling("coming"), document.getBytes(StandardCharsets.UTF_8));
    // long at rest, so that nobody need wait whether it is whole
    Files.setLastModifiedTime(temporary, FileTime.from(Instant.now().minusSeconds(86_400)));
    Files.move(temporary, drop.resolve("wire-" + ++dropped + ".txt"));
    await()
        .atMost(Duration.ofSeconds(20))
        .pollInterval(Duration.ofMillis(20))
        .until(() -> received() > before);
  }

  private long received() {
    Control.Status status = app.control().status();
    return status.received() + status.rejected();
  }

  /** What has come to the subscriber since the last look, as JSON, in order. */
  List<JsonNode> came() throws Exception {
    List<JsonNode> all = new ArrayList<>();
    for (Subscribers.Received one : desk.drain(400)) {
      all.add(JSON.readTree(one.json()));
    }
    return all;
  }

  /** The same as a line each: kind, version, headline. */
  List<String> lines() throws Exception {
    return came().stream()
        .map(
            j ->
                (j.at("/change/kind").asText()
                        + " "
                        + j.path("version").asText()
                        + " "
                        + j.at("/headlines/0/value").asText())
                    .strip())
        .toList();
  }

  Application application() {
    return app;
  }

  @Override
  public void close() throws Exception {
    desk.close();
    app.close();
  }
}
