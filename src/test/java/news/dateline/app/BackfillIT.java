package news.dateline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import news.dateline.config.Problems;
import news.dateline.testing.FeedServer;
import news.dateline.testing.Feeds;
import news.dateline.testing.Subscribers;
import news.dateline.testing.TestHome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A feed of ten items with older ones on further pages (RFC 5005), which goes on while nobody reads
 * it, through the real application.
 */
class BackfillIT {
  private static final int PAGE = 10;

  private final AtomicInteger written = new AtomicInteger(30);
  private final Map<Integer, AtomicInteger> asked =
      Map.of(
          1,
          new AtomicInteger(),
          2,
          new AtomicInteger(),
          3,
          new AtomicInteger(),
          4,
          new AtomicInteger(),
          5,
          new AtomicInteger());

  @TempDir Path folder;

  private FeedServer server;
  private TestHome files;

  @BeforeEach
  void start() {
    server = new FeedServer();
    files = new TestHome(folder);
    for (int page = 1; page <= 5; page++) {
      int number = page;
      server.put("/p" + page, () -> page(number, number < 5 ? "/p" + (number + 1) : ""));
    }
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void what_fell_out_of_the_feed_during_an_outage_is_read_from_its_pages_once() throws Exception {
    try (Application app = application()) {
      app.start();
      try (Subscribers.Amqp desk = desk(app)) {
        files.feed("quay", server.url("/p1"), "1s");
        published(app, 10);
        assertThat(asked.get(2).get()).as("a first document opens no gap").isZero();

        written.addAndGet(25); // three pages of ten hold them, the last with five that are known

        published(app, 35);
        await().atMost(Duration.ofSeconds(20)).until(() -> asked.get(1).get() > 4);
        assertThat(asked.get(2).get()).isEqualTo(1);
        assertThat(asked.get(3).get()).isEqualTo(1);
        assertThat(asked.get(4).get()).as("the third page brought known items").isZero();
        assertThat(guids(desk)).containsExactlyInAnyOrderElementsOf(numbers(20, 55));
        Control.Status status = app.control().status();
        assertThat(status.received())
            .isEqualTo(status.published() + status.unchanged() + status.rejected());
      }
    }
  }

  @Test
  void a_crash_between_two_pages_loses_nothing() throws Exception {
    CountDownLatch asking = new CountDownLatch(1);
    CountDownLatch over = new CountDownLatch(1);
    Path crashed = folder.resolve("as-it-was-at-the-crash");
    try (Application app = application()) {
      app.start();
      try (Subscribers.Amqp desk = desk(app)) {
        files.feed("quay", server.url("/p1"), "1s");
        published(app, 10);
        server.put(
            "/p2",
            () -> {
              asking.countDown();
              uninterruptibly(over);
              return page(2, "/p3");
            });
        written.addAndGet(25);
        assertThat(asking.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(guids(desk)).hasSize(20);
        Files.createDirectories(crashed);
        for (String file : List.of("dateline.db", "dateline.db-wal", "dateline.db-shm")) {
          if (Files.exists(files.data().resolve(file))) {
            Files.copy(files.data().resolve(file), crashed.resolve(file));
          }
        }
      } finally {
        over.countDown();
      }
    }
    server.put("/p2", () -> page(2, "/p3"));

    try (Application app = application(crashed)) {
      app.start();
      published(app, 15);
      await()
          .atMost(Duration.ofSeconds(20))
          .untilAsserted(() -> assertThat(app.control().status().outboxPending()).isZero());
      List<Integer> all =
          app.control().latest(200, Optional.of("quay")).stream()
              .map(a -> number(a.json()))
              .toList();
      assertThat(all).containsExactlyInAnyOrderElementsOf(numbers(20, 55));
    }
  }

  private static void uninterruptibly(CountDownLatch latch) {
    try {
      latch.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void pages_that_lead_in_a_circle_end() throws Exception {
    server.put("/p2", () -> page(2, "/p1"));
    try (Application app = application()) {
      app.start();
      files.feed("quay", server.url("/p1"), "1s");
      published(app, 10);
      written.addAndGet(100);
      published(app, 30);
      int before = asked.get(1).get();
      await().atMost(Duration.ofSeconds(20)).until(() -> asked.get(1).get() > before + 3);
      assertThat(asked.get(2).get()).isEqualTo(1);
    }
  }

  @Test
  void pages_without_end_are_left_at_the_limit_and_that_is_said() throws Exception {
    server.put("/p5", () -> page(5, "/p1x"));
    try (Application app = application("dateline.poll.backfill-pages", "3")) {
      app.start();
      Control.Access access = app.control().access();
      files.feed("quay", server.url("/p1"), "1s");
      published(app, 10);
      try (Subscribers.Stomp events =
          new Subscribers.Stomp(
              app.brokerPort(), access.user(), access.password(), "source.events")) {
        written.addAndGet(500);
        published(app, 50);
        await()
            .atMost(Duration.ofSeconds(20))
            .untilAsserted(
                () ->
                    assertThat(events.bodies)
                        .anyMatch(
                            e ->
                                e.contains("\"reason\":\"gap-left\"")
                                    && e.contains("\"source\":\"quay\"")));
      }
      assertThat(asked.get(5).get()).isZero();
    }
  }

  /** Page 1 is the feed itself; items are numbered as they were written. */
  private byte[] page(int number, String next) {
    asked.get(number).incrementAndGet();
    int to = written.get() - (number - 1) * PAGE;
    return Feeds.atom(
        next.isEmpty() ? "" : "<link rel=\"next\" href=\"" + next + "\"/>", to - PAGE, to);
  }

  private static List<Integer> numbers(int from, int to) {
    return IntStream.range(from, to).boxed().toList();
  }

  private static List<Integer> guids(Subscribers.Amqp desk) throws Exception {
    return desk.drain(2000).stream().map(r -> number(r.json())).toList();
  }

  private static int number(String json) {
    return Integer.parseInt(json.replaceFirst("(?s).*https://quay\\.example/(\\d+)\".*", "$1"));
  }

  private static Subscribers.Amqp desk(Application app) throws Exception {
    Control.Access access = app.control().access();
    return new Subscribers.Amqp(app.brokerPort(), access.user(), access.password(), "desk", "all");
  }

  private static void published(Application app, long count) {
    await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(50))
        .untilAsserted(
            () -> assertThat(app.control().status().published()).isGreaterThanOrEqualTo(count));
    assertThat(app.control().status().published()).isEqualTo(count);
  }

  private Application application(String... sets) {
    return application(files.data(), sets);
  }

  private Application application(Path data, String... sets) {
    Home home = Home.of(Path.of("."), files.config().toString(), data.toString());
    Map<String, String> all =
        new HashMap<>(Map.of("dateline.http.port", "0", "dateline.broker.port", "0"));
    for (int i = 0; i < sets.length; i += 2) {
      all.put(sets[i], sets[i + 1]);
    }
    Problems problems = new Problems();
    Settings settings = SettingsReader.read(home, Map.of(), all, problems);
    assertThat(problems.list()).isEmpty();
    return new Application(home, settings, Clock.systemUTC());
  }
}
