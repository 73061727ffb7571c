package news.dateline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import news.dateline.chaos.Signals;
import news.dateline.testing.FeedServer;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two processes want one data folder, or one database; and the database goes away. */
class OneProcessIT {
  @TempDir Path folder;

  @Test
  void a_second_run_is_refused_and_changes_nothing_of_the_firsts() throws Exception {
    try (Wharf first = new Wharf(folder, Map.of())) {
      Path announced = folder.resolve("data/instance.properties");
      String before = Files.readString(announced);
      assertThatThrownBy(() -> new Wharf(folder, Map.of()).close())
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("runs on " + folder.resolve("data"))
          .hasMessageContaining("pid " + ProcessHandle.current().pid());
      assertThat(announced).hasContent(before);
      assertThat(Instance.find(folder.resolve("data"))).isPresent();
      assertThat(first.control().status().attention()).isEmpty();
    }
    assertThat(Instance.find(folder.resolve("data"))).isEmpty();
  }

  @Test
  void a_process_id_that_is_another_programs_by_now_blocks_nothing() throws Exception {
    Path data = Files.createDirectories(folder.resolve("data"));
    Files.write(
        data.resolve("instance.properties"),
        List.of("pid=" + ProcessHandle.current().pid(), "http=http://127.0.0.1:1", "broker="));
    assertThat(Instance.find(data)).isEmpty();
    new Wharf(folder, Map.of()).close();
  }

  @Test
  void two_data_folders_with_one_database_file_are_refused() throws Exception {
    try (Wharf first = new Wharf(folder.resolve("a"), Map.of())) {
      Path other = Files.createDirectories(folder.resolve("b/data"));
      Files.createSymbolicLink(
          other.resolve("dateline.db"), folder.resolve("a/data/dateline.db").toRealPath());
      assertThatThrownBy(() -> new Wharf(folder.resolve("b"), Map.of()).close())
          .hasMessageContaining("one database serves one process");
      assertThat(Files.exists(other.resolve("instance.properties"))).isFalse();
      assertThat(first.control().status().condition().store()).isEmpty();
    }
  }

  @Test
  void one_postgresql_serves_one_process_and_its_absence_is_told_at_once() throws Exception {
    try (EmbeddedPostgres server = postgres();
        FeedServer feeds = new FeedServer()) {
      Map<String, String> settings =
          Map.of(
              "dateline.store.url",
              server.getJdbcUrl("postgres", "postgres"),
              "dateline.store.timeout",
              "2s");
      try (Wharf first = new Wharf(folder.resolve("a"), settings)) {
        assertThatThrownBy(() -> new Wharf(folder.resolve("b"), settings).close())
            .hasMessageContaining("one database serves one process");
        feeds.put("/quay", Wharf.story("one", 1));
        first.files.feed("quay", feeds.url("/quay"), "1m");
        Wharf.soon(() -> assertThat(first.app().sent()).isPositive());

        List<ProcessHandle> processes = processes(folder.resolve("pg"));
        processes.forEach(p -> Signals.send(p.pid(), "STOP"));
        try {
          Wharf.soon(() -> assertThat(away(first)).contains("store").doesNotContain("broker"));
          for (String path : List.of("/api/status", "/observe/metrics", "/", "/api/articles")) {
            assertThat(Asked.get(first.http, path).took())
                .as(path)
                .isLessThan(Duration.ofMillis(900));
          }
          assertThat(Asked.get(first.http, "/observe/health").status()).isEqualTo(503);
          assertThat(Asked.get(first.http, "/observe/health/live").status()).isEqualTo(200);
        } finally {
          processes.forEach(p -> Signals.send(p.pid(), "CONT"));
        }
        Wharf.soon(
            () -> assertThat(Asked.get(first.http, "/observe/health").status()).isEqualTo(200));

        rivalTakesOver(server);
        Wharf.soon(
            () -> {
              assertThat(Asked.get(first.http, "/observe/health").body())
                  .contains("publishing and polling have stopped here");
              assertThat(first.control().status().attention().toString())
                  .contains("publishing and polling have stopped here");
            });
      }
    }
  }

  /** Ends the connection that holds the database and takes the lock on another. */
  private static void rivalTakesOver(EmbeddedPostgres server) throws Exception {
    Connection rival = server.getPostgresDatabase().getConnection();
    try (Statement sql = rival.createStatement()) {
      sql.execute(
          "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory'"
              + " AND classid = 492173055");
      sql.execute("SELECT pg_advisory_lock(492173055, hashtext(current_schema()))");
    }
  }

  private static String away(Wharf wharf) throws Exception {
    return Asked.get(wharf.http, "/api/status").json().path("away").toString();
  }

  private EmbeddedPostgres postgres() {
    try {
      return EmbeddedPostgres.builder()
          .setDataDirectory(folder.resolve("pg"))
          .setServerConfig("fsync", "off")
          .start();
    } catch (IOException | RuntimeException e) {
      return Assumptions.abort("skipped: PostgreSQL cannot start here: " + e);
    }
  }

  private static List<ProcessHandle> processes(Path data) throws IOException {
    long postmaster = Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).get(0));
    ProcessHandle parent = ProcessHandle.of(postmaster).orElseThrow();
    return java.util.stream.Stream.concat(java.util.stream.Stream.of(parent), parent.descendants())
        .toList();
  }
}
