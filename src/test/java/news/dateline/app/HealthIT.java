package news.dateline.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.StreamSupport;
import news.dateline.broker.Credentials;
import news.dateline.chaos.BrokerProcess;
import news.dateline.testing.FeedServer;
import news.dateline.testing.ShiftedClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Broker, store and clock go away, and what the real application says of it. */
class HealthIT {
  /** Whoever asks is answered at once; a slow machine included. */
  private static final Duration AT_ONCE = Duration.ofMillis(900);

  @TempDir Path folder;

  @Test
  void a_broker_that_is_frozen_or_dead_is_said_at_once_and_told_from_a_dead_process()
      throws Exception {
    Path theirs = Files.createDirectories(folder.resolve("theirs/data"));
    int port = FreePort.find();
    Credentials users = Credentials.in(theirs);
    try (BrokerProcess broker = new BrokerProcess(theirs, port)) {
      broker.start();
      Map<String, String> settings = new HashMap<>();
      settings.put("dateline.broker.url", "tcp://127.0.0.1:" + port);
      settings.put("dateline.broker.user", Credentials.PUBLISHER);
      settings.put("dateline.broker.password", users.publisher());
      settings.put("dateline.broker.timeout", "2s");
      settings.put("dateline.health.outbox-age", "2s");
      try (Wharf wharf = new Wharf(folder, settings);
          FeedServer feeds = new FeedServer()) {
        Wharf.soon(() -> assertThat(health(wharf).status()).isEqualTo(200));

        broker.freeze();
        feeds.put("/quay", Wharf.story("one", 1));
        wharf.files.feed("quay", feeds.url("/quay"), "1m");
        Wharf.soon(
            () -> {
              Asked health = health(wharf);
              assertThat(health.status()).isEqualTo(503);
              assertThat(check(health, "dateline-broker").at("/status").asText()).isEqualTo("DOWN");
              JsonNode outbox = check(health, "dateline-outbox");
              assertThat(outbox.at("/status").asText()).isEqualTo("DOWN");
              assertThat(outbox.at("/data/cause").asText()).isEqualTo("broker");
            });
        assertThat(Asked.get(wharf.http, "/observe/health/live").status()).isEqualTo(200);
        for (int i = 0; i < 5; i++) {
          Asked status = Asked.get(wharf.http, "/api/status");
          assertThat(status.status()).isEqualTo(200);
          assertThat(status.took()).isLessThan(AT_ONCE);
          assertThat(status.json().at("/away/broker/since").asText()).isNotEmpty();
          assertThat(status.json().has("/away/store")).isFalse();
          assertThat(status.json().at("/brokerUp").asBoolean()).isFalse();
          assertThat(status.json().at("/outboxPending").asLong()).isPositive();
          assertThat(status.json().at("/waitsFor/cause").asText()).isEqualTo("broker");
          Asked metrics = Asked.get(wharf.http, "/observe/metrics");
          assertThat(metrics.took()).isLessThan(AT_ONCE);
          assertThat(metrics.metric("dateline_up{part=\"broker\"}")).isZero();
          assertThat(metrics.metric("dateline_up{part=\"store\"}")).isEqualTo(1);
          assertThat(Asked.get(wharf.http, "/").took()).isLessThan(AT_ONCE);
          Asked rejected = Asked.get(wharf.http, "/api/rejected");
          assertThat(rejected.status()).isEqualTo(503);
          assertThat(rejected.took()).isLessThan(AT_ONCE);
        }

        broker.thaw();
        Wharf.soon(() -> assertThat(health(wharf).status()).isEqualTo(200));
        assertThat(wharf.app().sent()).isPositive();

        broker.kill();
        Wharf.soon(() -> assertThat(health(wharf).status()).isEqualTo(503));
        broker.start();
        Wharf.soon(() -> assertThat(health(wharf).status()).isEqualTo(200));
      }
    }
  }

  @Test
  void a_locked_database_is_told_as_the_stores_fault_and_nobody_waits_for_it() throws Exception {
    try (Wharf wharf = new Wharf(folder, Map.of("dateline.store.timeout", "2s"));
        FeedServer feeds = new FeedServer();
        Connection other =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("data/dateline.db"))) {
      feeds.put("/quay", Wharf.story("one", 1));
      wharf.files.feed("quay", feeds.url("/quay"), "1m");
      Wharf.soon(() -> assertThat(wharf.app().sent()).isPositive());
      assertThat(health(wharf).status()).isEqualTo(200);
      try (Statement lock = other.createStatement()) {
        lock.execute("BEGIN IMMEDIATE");
        Wharf.soon(
            () -> {
              Asked health = health(wharf);
              assertThat(health.status()).isEqualTo(503);
              assertThat(check(health, "dateline-store").at("/data/cause").asText())
                  .isEqualTo("store");
              assertThat(check(health, "dateline-broker").at("/status").asText()).isEqualTo("UP");
            });
        Asked status = Asked.get(wharf.http, "/api/status");
        assertThat(status.status()).isEqualTo(200);
        assertThat(status.took()).isLessThan(AT_ONCE);
        assertThat(status.json().at("/away/store/why").asText()).isNotEmpty();
        assertThat(status.json().at("/away").has("broker")).isFalse();
        assertThat(status.json().at("/brokerUp").asBoolean()).isTrue();
        assertThat(status.json().at("/attention").toString()).contains("The store is away");
        assertThat(Asked.get(wharf.http, "/observe/metrics").took()).isLessThan(AT_ONCE);
        assertThat(Asked.get(wharf.http, "/api/articles").took()).isLessThan(AT_ONCE);
        assertThat(Asked.get(wharf.http, "/observe/health/live").status()).isEqualTo(200);
        lock.execute("ROLLBACK");
      }
      Wharf.soon(() -> assertThat(health(wharf).status()).isEqualTo(200));
    }
  }

  @Test
  void polls_go_on_when_the_clock_is_set_back_or_forth() throws Exception {
    ShiftedClock clock = new ShiftedClock();
    try (Wharf wharf = new Wharf(folder, Map.of("dateline.poll.shortest", "1s"), clock);
        FeedServer feeds = new FeedServer()) {
      feeds.put("/quay", Wharf.story("one", 1));
      wharf.files.feed("quay", feeds.url("/quay"), "2s");
      Wharf.soon(() -> assertThat(feeds.requests()).isGreaterThan(1));

      clock.shift(Duration.ofHours(-1));
      long before = feeds.requests();
      Wharf.soon(() -> assertThat(feeds.requests()).isGreaterThan(before + 1));
      assertThat(wharf.state("quay").nextPoll().orElseThrow())
          .isBefore(clock.instant().plusSeconds(60));
      Wharf.soon(
          () ->
              assertThat(Asked.get(wharf.http, "/api/status").json().at("/attention").toString())
                  .contains("set back by 1 h"));
      feeds.put("/quay", Wharf.story("two", 1));
      Wharf.soon(() -> assertThat(wharf.headlines("quay")).contains("Ferry two"));

      clock.shift(Duration.ofHours(2));
      long then = feeds.requests();
      Wharf.soon(() -> assertThat(feeds.requests()).isGreaterThan(then + 1));
      clock.shift(Duration.ofHours(-1));
      long last = feeds.requests();
      Wharf.soon(() -> assertThat(feeds.requests()).isGreaterThan(last + 1));
      assertThat(check(health(wharf), "dateline-clock").at("/status").asText()).isEqualTo("UP");
    }
  }

  @Test
  void it_is_down_when_most_sources_fail_at_once_and_when_a_route_does_not_run() throws Exception {
    try (Wharf wharf = new Wharf(folder, Map.of());
        FeedServer feeds = new FeedServer()) {
      feeds.put("/well", Wharf.story("one", 1));
      wharf.files.feed("well", feeds.url("/well"), "1m");
      for (int i = 0; i < 3; i++) {
        wharf.files.feed("ill-" + i, "http://127.0.0.1:1/" + i, "1m");
      }
      Wharf.soon(
          () -> {
            JsonNode sources = check(health(wharf), "dateline-sources");
            assertThat(sources.at("/status").asText()).isEqualTo("DOWN");
            assertThat(sources.at("/message").asText()).startsWith("3 of 4 sources fail");
          });
      for (int i = 0; i < 3; i++) {
        wharf.control().pause("ill-" + i);
      }
      assertThat(health(wharf).status()).isEqualTo(200);
    }
  }

  private static Asked health(Wharf wharf) throws Exception {
    return Asked.get(wharf.http, "/observe/health?data=true");
  }

  private static JsonNode check(Asked health, String name) throws Exception {
    return StreamSupport.stream(health.json().path("checks").spliterator(), false)
        .filter(c -> c.path("name").asText().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError(name + " is not in " + health.body()));
  }
}
