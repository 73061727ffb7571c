package news.dateline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import news.dateline.config.Problems;
import news.dateline.model.SourceState;
import news.dateline.testing.Subscribers;
import news.dateline.testing.TestHome;
import news.dateline.web.WebDoor;

/** The real application in a folder of a test's own, and what tests of transports ask of it. */
final class Wharf implements AutoCloseable {
  final TestHome files;
  final int http = FreePort.find();
  private final Path folder;
  private final Map<String, String> more;
  private final Map<String, String> secrets = new ConcurrentHashMap<>();
  private final Clock clock;
  private Application app;

  Wharf(Path folder, Map<String, String> settings) throws Exception {
    this(folder, settings, Clock.systemUTC());
  }

  Wharf(Path folder, Map<String, String> settings, Clock clock) throws Exception {
    this.clock = clock;
    this.folder = folder;
    this.files = new TestHome(folder);
    this.more = settings;
    start();
  }

  void start() throws Exception {
    Problems problems = new Problems();
    Home home = Home.of(Path.of("."), files.config().toString(), files.data().toString());
    Map<String, String> settings = new HashMap<>(more);
    settings.put("dateline.http.port", String.valueOf(http));
    settings.put("dateline.broker.port", "0");
    Settings read = SettingsReader.read(home, Map.of(), settings, problems);
    assertThat(problems.list()).isEmpty();
    app = new Application(home, read, clock, new WebDoor());
    try {
      app.start();
    } catch (Exception e) {
      app.close(); // as the command does when a start fails
      throw e;
    }
  }

  Application app() {
    return app;
  }

  Control control() {
    return app.control();
  }

  /** A durable subscriber by AMQP; the same one each time, so that it can go away and return. */
  Subscribers.Amqp reader() throws Exception {
    Control.Access access = control().access();
    return new Subscribers.Amqp(app.brokerPort(), access.user(), access.password(), "desk", "away");
  }

  /** Writes a secret into a file, as sources refer to it. */
  String secret(String name, String value) throws Exception {
    return secrets.computeIfAbsent(
        name,
        n -> {
          try {
            java.nio.file.Files.writeString(folder.resolve(n), value);
          } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
          }
          return "${file:" + folder.resolve(n).toAbsolutePath() + "}";
        });
  }

  /** Declares a source that delivers, and waits until it is known. */
  void source(String id, String from) {
    files.source(id, "id: " + id + "\nname: The Quay\nfrom: \"" + from + "\"\n");
    soon(() -> assertThat(control().sources()).anyMatch(s -> s.source().id().equals(id)));
  }

  SourceState state(String id) {
    return control().sources().stream()
        .filter(s -> s.source().id().equals(id))
        .findFirst()
        .orElseThrow()
        .state();
  }

  /** Headlines of what was published of a source, any order. */
  List<String> headlines(String id) {
    return control().latest(20_000, Optional.of(id)).stream()
        .map(a -> a.json().replaceFirst("(?s).*\"value\":\"(Ferry [^\"]*)\".*", "$1"))
        .toList();
  }

  static void soon(org.awaitility.core.ThrowingRunnable check) {
    await()
        .atMost(Duration.ofSeconds(40))
        .pollInterval(Duration.ofMillis(200))
        .ignoreExceptions()
        .untilAsserted(check);
  }

  /** One story as a feed of one item. */
  static byte[] story(String name, int edition) {
    return ("<?xml version=\"1.0\" encoding=\"UTF-8\"?><rss version=\"2.0\"><channel><title>The"
            + " Quay</title><item><guid>https://quay.example/"
            + name
            + "</guid><title>Ferry "
            + name
            + "</title><description>The ferry "
            + name
            + " leaves the old quay at noon, edition "
            + edition
            + ".</description></item></channel></rss>")
        .getBytes(StandardCharsets.UTF_8);
  }

  static byte[] broken() {
    return "{\"version\": \"https://jsonfeed.org/version/1.1\", \"items\": [{]"
        .getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    app.close();
  }
}
