package news.dateline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import news.dateline.model.Outgoing;
import news.dateline.model.Reason;
import news.dateline.model.RejectedException;
import news.dateline.model.RetryableException;
import news.dateline.publish.OutboxBatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class PostgresStoreTest extends StoreContract {
  @TempDir static Path folder;
  private static EmbeddedPostgres server;
  private static int schemas;

  private String url;

  @BeforeAll
  static void start() {
    for (String chatty : List.of("io.zonky", "com.zaxxer")) {
      ((Logger) LoggerFactory.getLogger(chatty)).setLevel(Level.WARN);
    }
    try {
      server =
          EmbeddedPostgres.builder()
              .setDataDirectory(folder.resolve("pg"))
              .setServerConfig("fsync", "off") // these tests cut no power
              .start();
    } catch (IOException | RuntimeException e) {
      Assumptions.abort("skipped: PostgreSQL cannot start here: " + e);
    }
  }

  @AfterAll
  static void stop() throws IOException {
    if (server != null) {
      server.close();
    }
  }

  @Override
  Store open(InstantSource clock) {
    if (url == null) {
      String schema = "test" + ++schemas;
      try (Connection c = server.getPostgresDatabase().getConnection();
          Statement s = c.createStatement()) {
        s.execute("CREATE SCHEMA " + schema);
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
      url = server.getJdbcUrl("postgres", "postgres") + "&currentSchema=" + schema;
    }
    return Store.open(StoreSettings.of(url, folder), clock);
  }

  @Test
  void a_dead_nodes_batch_is_taken_over_as_it_was_once_its_lease_has_ended() {
    store.commit(Make.settlement(Make.many("urn:x:", 5)));
    OutboxBatch formed = store.next(Make.NOON, 3).orElseThrow();
    try (Store other = open(clock)) {
      assertThat(other.unconfirmed()).isEmpty();
      OutboxBatch rest = other.next(Make.NOON, 3).orElseThrow();
      assertThat(rest.messages()).hasSize(2);
      clock.move(Duration.ofSeconds(31));

      assertThat(other.next(clock.instant(), 1)).contains(formed);
      assertThat(other.next(clock.instant(), 1)).isEmpty();
      assertThat(store.next(clock.instant(), 1)).contains(rest);
    }
  }

  @Test
  void a_version_waits_for_the_earlier_one_on_another_node() {
    store.commit(Make.settlement(Make.article("urn:a", 1)));
    OutboxBatch first = store.next(Make.NOON, 9).orElseThrow();
    store.commit(Make.settlement(Make.article("urn:a", 2)));
    try (Store other = open(clock)) {
      assertThat(other.next(Make.NOON, 9)).isEmpty();
      store.confirm(first.id());
      assertThat(other.next(Make.NOON, 9)).isPresent();
    }
  }

  @Test
  void what_one_node_learns_the_others_know() {
    try (Store other = open(clock)) {
      store.commit(
          Make.settlement(Make.printed(Make.spoken(Make.article("urn:a", 1), "Marta Osei"), 1, 7)));
      other.commit(
          Make.settlement(Make.printed(Make.spoken(Make.article("urn:b", 1), "Marta Osei"), 2, 7)));

      assertThat(store.names()).isEqualTo(other.names()).hasSize(1);
      assertThat(store.paragraphs("desk").find(7).orElseThrow().stories()).isEqualTo(2);
    }
  }

  @Test
  void two_nodes_starting_at_once_make_one_schema() throws Exception {
    store.close();
    url = null;
    open(clock).close(); // fixes the address
    String schema = url.substring(url.lastIndexOf('=') + 1);
    try (Connection c = server.getPostgresDatabase().getConnection();
        Statement s = c.createStatement()) {
      s.execute("DROP SCHEMA " + schema + " CASCADE");
      s.execute("CREATE SCHEMA " + schema);
    }
    ExecutorService threads = Executors.newFixedThreadPool(3);
    Callable<Void> start =
        () -> {
          open(clock).close();
          return null;
        };
    for (Future<Void> done : threads.invokeAll(List.of(start, start, start))) {
      done.get();
    }
    threads.shutdown();
    store = open(clock);
    assertThat(store.loadAll()).isEmpty();
  }

  /**
   * Commits of rising versions on two nodes while both publish: a small broker keeps the record.
   */
  @Test
  void two_nodes_publish_each_version_once_and_in_order() throws Exception {
    int keys = 10;
    int versions = 12;
    List<Outgoing> broker = Collections.synchronizedList(new ArrayList<>());
    AtomicBoolean written = new AtomicBoolean();
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try (Store other = open(clock)) {
      List<Future<?>> publishers = new ArrayList<>();
      for (Store node : List.of(store, other)) {
        publishers.add(
            threads.submit(
                () -> {
                  for (boolean last = false; !last; ) {
                    last = written.get();
                    for (Optional<OutboxBatch> b = node.next(Make.NOON, 7);
                        b.isPresent();
                        b = node.next(Make.NOON, 7)) {
                      broker.addAll(b.get().messages());
                      node.confirm(b.get().id());
                      last = false;
                    }
                  }
                }));
      }
      List<Future<?>> writers = new ArrayList<>();
      for (int w = 0; w < 2; w++) {
        Store node = w == 0 ? store : other;
        int from = w * keys / 2;
        writers.add(
            threads.submit(
                () -> {
                  for (int v = 1; v <= versions; v++) {
                    for (int k = from; k < from + keys / 2; k++) {
                      node.commit(Make.settlement(Make.article("urn:" + k, v)));
                    }
                  }
                }));
      }
      for (Future<?> writer : writers) {
        writer.get();
      }
      written.set(true);
      for (Future<?> publisher : publishers) {
        publisher.get();
      }
    }
    threads.shutdown();

    Map<String, List<String>> byKey = new HashMap<>();
    broker.forEach(m -> byKey.computeIfAbsent(m.key(), k -> new ArrayList<>()).add(m.version()));
    List<String> expected = new ArrayList<>();
    for (int v = 1; v <= versions; v++) {
      expected.add("" + v);
    }
    assertThat(byKey).hasSize(keys);
    assertThat(byKey.values()).allSatisfy(v -> assertThat(v).isEqualTo(expected));
  }

  @Test
  void a_server_that_is_not_there_is_one_line_without_the_password() {
    String nowhere = "jdbc:postgresql://127.0.0.1:9/none?user=u&password=secret";

    assertThatThrownBy(() -> Store.open(StoreSettings.of(nowhere, folder), clock))
        .isInstanceOf(RetryableException.class)
        .extracting(e -> ((RetryableException) e).reason())
        .isEqualTo(Reason.STORE_FAILED);
    assertThatThrownBy(() -> Store.open(StoreSettings.of(nowhere, folder), clock))
        .message()
        .doesNotContain("secret", "\n");
    assertThatThrownBy(
            () ->
                Store.open(
                    StoreSettings.of("jdbc:postgresql://h:x/d?password=secret", folder), clock))
        .isInstanceOf(RejectedException.class)
        .message()
        .doesNotContain("secret");
  }
}
