package news.dateline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import news.dateline.config.Problems;
import news.dateline.testing.FeedServer;
import news.dateline.testing.TestHome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Addresses that list documents which lie elsewhere, through the real application. */
class ListingIT {
  private final AtomicInteger written = new AtomicInteger(4);
  private final MovableClock clock = new MovableClock();

  @TempDir Path folder;

  private FeedServer server;
  private TestHome files;

  @BeforeEach
  void start() {
    server = new FeedServer();
    files = new TestHome(folder);
    for (int i = 0; i < 40; i++) {
      server.put("/doc/" + i + ".xml", nitf(i, "It rained."));
    }
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void what_an_api_lists_is_fetched_once_and_never_again_after_a_restart() throws Exception {
    server.put("/api", () -> listing(0, written.get(), ""));
    source("/api", "{items: data/items, document: item/renditions/nitf/href, key: item/etag}");
    try (Application app = application(files.data())) {
      app.start();
      published(app, 4);
      written.addAndGet(2);
      published(app, 6);
    }
    try (Application app = application(files.data())) {
      app.start();
      written.addAndGet(1);
      published(app, 1);
      assertThat(guids(app)).containsExactlyInAnyOrderElementsOf(numbers(0, 7));
    }
    assertThat(IntStream.range(0, 7)).allMatch(i -> server.asked("/doc/" + i + ".xml") == 1);
  }

  @Test
  void a_crash_between_a_page_and_its_documents_loses_none() throws Exception {
    server.put("/api", () -> listing(0, 4, ""));
    CountDownLatch asking = new CountDownLatch(1);
    CountDownLatch over = new CountDownLatch(1);
    server.put(
        "/doc/2.xml",
        () -> {
          asking.countDown();
          uninterruptibly(over);
          return nitf(2, "It rained.");
        });
    source("/api", "{items: data/items, document: item/renditions/nitf/href}");
    Path crashed = folder.resolve("as-it-was-at-the-crash");
    try (Application app = application(files.data())) {
      app.start();
      assertThat(asking.await(30, TimeUnit.SECONDS)).isTrue();
      Files.createDirectories(crashed);
      for (String file : List.of("dateline.db", "dateline.db-wal", "dateline.db-shm")) {
        if (Files.exists(files.data().resolve(file))) {
          Files.copy(files.data().resolve(file), crashed.resolve(file));
        }
      }
      over.countDown();
    }
    try (Application app = application(crashed)) {
      app.start();
      await()
          .atMost(Duration.ofSeconds(30))
          .untilAsserted(
              () -> assertThat(guids(app)).containsExactlyInAnyOrderElementsOf(numbers(0, 4)));
      assertThat(app.control().status().rejected()).isZero();
    }
    assertThat(server.asked("/doc/0.xml")).as("committed before the crash").isEqualTo(1);
  }

  @Test
  void a_cursor_goes_on_where_it_stood_before_the_restart() throws Exception {
    server.put("/feed", () -> listing(0, 2, "t2"));
    server.put("/feed?size=2&since=t2", () -> listing(2, 4, "t4"));
    server.put("/feed?size=2&since=t4", () -> listing(4, 4, "t4"));
    source(
        "/feed?size=2",
        "{items: data/items, document: item/renditions/nitf/href, next: data/next, cursor: since}");
    try (Application app = application(files.data())) {
      app.start();
      published(app, 4);
    }
    long first = server.asked("/feed?size=2");
    server.put("/feed?size=2&since=t4", () -> listing(4, 5, "t5"));
    server.put("/feed?size=2&since=t5", () -> listing(5, 5, "t5"));
    try (Application app = application(files.data())) {
      app.start();
      published(app, 1);
      assertThat(guids(app)).containsExactlyInAnyOrderElementsOf(numbers(0, 5));
    }
    assertThat(first).isEqualTo(1);
    assertThat(server.asked("/feed?size=2")).isEqualTo(1);
    assertThat(IntStream.range(0, 5)).allMatch(i -> server.asked("/doc/" + i + ".xml") == 1);
  }

  @Test
  void a_cursor_that_the_server_has_forgotten_begins_anew_and_asks_nothing_twice()
      throws Exception {
    server.put("/feed", () -> listing(0, 2, "t2"));
    source(
        "/feed?from=all",
        "{items: data/items, document: item/renditions/nitf/href, next: data/next, cursor: since}");
    server.put("/feed?from=all&since=t2", () -> listing(2, 2, "t2"));
    try (Application app = application(files.data())) {
      app.start();
      published(app, 2);
      server.put("/feed", () -> listing(0, 3, "t3"));
      server.put("/feed?from=all&since=t3", () -> listing(3, 3, "t3"));
      server.gone("/feed?from=all&since=t2");
      await()
          .atMost(Duration.ofSeconds(30))
          .until(
              () -> {
                clock.forward(Duration.ofMinutes(10)); // past the wait after a failure
                return app.control().status().published() == 3;
              });
    }
    assertThat(IntStream.range(0, 3)).allMatch(i -> server.asked("/doc/" + i + ".xml") == 1);
  }

  @Test
  void a_folder_on_a_web_server_is_read_file_by_file_and_a_changed_file_again() throws Exception {
    AtomicInteger hour = new AtomicInteger(10);
    server.put("/doc/", () -> folder(hour.get()));
    source("/doc/", "{match: '\\.xml$'}");
    try (Application app = application(files.data())) {
      app.start();
      published(app, 3);
      server.put("/doc/1.xml", nitf(1, "It rained, and then it snowed."));
      hour.incrementAndGet();
      published(app, 4);
      assertThat(guids(app)).contains(0, 1, 2);
    }
    assertThat(server.asked("/doc/0.xml")).isEqualTo(1);
    assertThat(server.asked("/doc/1.xml")).isEqualTo(2);
    assertThat(server.asked("/doc/readme.txt")).isZero();
  }

  @Test
  void entries_that_are_documents_themselves_are_published_beside_those_that_lie_elsewhere()
      throws Exception {
    server.put(
        "/api",
        () ->
            utf8(
                "{\"data\":{\"items\":[{\"item\":{\"renditions\":{\"nitf\":{\"href\":\"/doc/0.xml\"}}}},"
                    + "{\"item\":{\"uri\":\"urn:quay:1\",\"versioncreated\":\"2026-11-24T10:00:00Z\",\"headline\":\"Snow\",\"body_text\":\"It snowed.\"}}]}}"));
    source("/api", "{items: data/items/item, document: renditions/nitf/href}");
    try (Application app = application(files.data())) {
      app.start();
      published(app, 2);
      Control.Status status = app.control().status();
      assertThat(status.received())
          .isEqualTo(status.published() + status.unchanged() + status.rejected());
    }
  }

  @Test
  void a_document_that_is_not_there_is_tried_again_and_buried_at_last() throws Exception {
    server.put("/api", () -> listing(0, 3, ""));
    server.remove("/doc/1.xml");
    source("/api", "{items: data/items, document: item/renditions/nitf/href}");
    try (Application app = application(files.data())) {
      app.start();
      published(app, 2);
      for (int tries = 1; tries < 4; tries++) {
        int made = tries;
        await().atMost(Duration.ofSeconds(30)).until(() -> server.asked("/doc/1.xml") >= made);
        clock.forward(Duration.ofMinutes(90));
      }
      await()
          .atMost(Duration.ofSeconds(30))
          .untilAsserted(
              () ->
                  assertThat(app.control().rejected(10))
                      .singleElement()
                      .asString()
                      .contains("/doc/1.xml"));
      assertThat(app.control().status().published()).isEqualTo(2);
    }
    assertThat(server.asked("/doc/1.xml")).isEqualTo(4);
    try (Application app = application(files.data())) {
      app.start();
      await().during(Duration.ofSeconds(2)).until(() -> server.asked("/doc/1.xml") == 4);
    }
  }

  private void source(String path, String listing) {
    files.source(
        "quay",
        "id: quay\nname: The Quay\nfeed: "
            + server.url(path)
            + "\ninternal: true\nevery: 1s\nlisting: "
            + listing
            + "\n");
  }

  private static byte[] listing(int from, int to, String next) {
    String items =
        IntStream.range(from, to)
            .mapToObj(
                i ->
                    "{\"item\":{\"etag\":\"e"
                        + i
                        + "\",\"renditions\":{\"nitf\":{\"href\":\"/doc/"
                        + i
                        + ".xml\"}}}}")
            .collect(Collectors.joining(","));
    String end = next.isEmpty() ? "" : ",\"next\":\"" + next + "\"";
    return utf8("{\"data\":{\"items\":[" + items + "]" + end + "}}");
  }

  private static byte[] folder(int hour) {
    return utf8(
        "<!DOCTYPE html><html><body><h1>Index of /doc</h1><pre><a href=\"?C=N;O=D\">Name</a> <a href=\"../\">Parent</a>\n"
            + "<a href=\"0.xml\">0.xml</a>  2026-11-24 10:00  2K\n<a href=\"1.xml\">1.xml</a>  2026-11-24 "
            + hour
            + ":00  2K\n<a href=\"2.xml\">2.xml</a>  2026-11-24 10:00  2K\n<a href=\"readme.txt\">readme.txt</a>  2026-11-24 10:00  1K\n"
            + "<a href=\"old/\">old/</a>\n</pre></body></html>");
  }

  private static byte[] nitf(int number, String text) {
    return utf8(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><nitf><head><docdata><doc-id id-string=\"quay-"
            + number
            + "\"/><date.issue norm=\"20261124T100000Z\"/></docdata></head><body><body.head><hedline><hl1>Rain on quay "
            + number
            + "</hl1></hedline></body.head><body.content><p>"
            + text
            + " The harbour master of quay number "
            + number
            + " said so.</p></body.content></body></nitf>");
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static List<Integer> numbers(int from, int to) {
    return IntStream.range(from, to).boxed().toList();
  }

  private static List<Integer> guids(Application app) {
    return app.control().latest(200, Optional.of("quay")).stream()
        .map(a -> Integer.parseInt(a.json().replaceFirst("(?s).*?Rain on quay (\\d+).*", "$1")))
        .toList();
  }

  private static void published(Application app, long count) {
    await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(50))
        .untilAsserted(
            () -> assertThat(app.control().status().published()).isGreaterThanOrEqualTo(count));
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(app.control().status().outboxPending()).isZero());
    assertThat(app.control().status().published()).isEqualTo(count);
  }

  private static void uninterruptibly(CountDownLatch latch) {
    try {
      latch.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Application application(Path data) {
    Home home = Home.of(Path.of("."), files.config().toString(), data.toString());
    Problems problems = new Problems();
    Settings settings =
        SettingsReader.read(
            home,
            Map.of(),
            Map.of("dateline.http.port", "0", "dateline.broker.port", "0"),
            problems);
    assertThat(problems.list()).isEmpty();
    return new Application(home, settings, clock);
  }

  /** The machine's clock, put forward at will. */
  private static final class MovableClock extends Clock {
    private volatile Duration ahead = Duration.ZERO;

    void forward(Duration by) {
      ahead = ahead.plus(by);
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Instant instant() {
      return Clock.systemUTC().instant().plus(ahead);
    }
  }
}
