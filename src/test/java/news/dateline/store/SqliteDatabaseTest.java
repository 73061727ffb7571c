package news.dateline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import news.dateline.model.RetryableException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteDatabaseTest {
  @TempDir Path folder;
  private SqliteDatabase database;
  private final ExecutorService threads = Executors.newFixedThreadPool(20);

  @BeforeEach
  void open() {
    database = new SqliteDatabase(StoreSettings.of("", folder));
    database.write(
        session -> {
          session.run("CREATE TABLE t (n INTEGER PRIMARY KEY)");
          return true;
        });
  }

  @AfterEach
  void close() {
    threads.shutdownNow();
    database.close();
  }

  @Test
  void those_that_come_while_one_commits_share_a_transaction_and_one_that_fails_only_its_own_rows()
      throws Exception {
    CountDownLatch holding = new CountDownLatch(1);
    CountDownLatch first = new CountDownLatch(1);
    Future<Boolean> holder =
        threads.submit(
            () ->
                database.write(
                    session -> {
                      holding.countDown();
                      await(first);
                      return insert(session, 1);
                    }));
    await(holding);
    List<Integer> seenOutside = new ArrayList<>();
    Future<Boolean> good = queued(session -> insert(session, 2));
    Future<Boolean> overtaken =
        queued(
            session -> {
              insert(session, 3);
              throw new OvertakenException();
            });
    Future<Boolean> bad =
        queued(
            session -> {
              PreparedStatement batch = session.prepare("INSERT INTO t (n) VALUES (?)");
              batch.setInt(1, 4);
              batch.addBatch(); // must not leak into the next one
              return insert(session, 2); // is there already
            });
    Future<Integer> last =
        queued(
            session -> {
              seenOutside.addAll(rows());
              insert(session, 5);
              return count(session);
            });
    first.countDown();
    assertThat(holder.get(20, TimeUnit.SECONDS)).isTrue();
    assertThat(good.get(20, TimeUnit.SECONDS)).isTrue();
    assertThatThrownBy(() -> overtaken.get(20, TimeUnit.SECONDS))
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(OvertakenException.class);
    assertThatThrownBy(() -> bad.get(20, TimeUnit.SECONDS))
        .hasCauseInstanceOf(RetryableException.class);
    assertThat(last.get(20, TimeUnit.SECONDS)).as("1, 2 and 5").isEqualTo(3);
    assertThat(seenOutside).as("2 was not committed yet").containsExactly(1);
    assertThat(rows()).containsExactly(1, 2, 5);
  }

  @Test
  void whatever_returned_is_committed() throws Exception {
    List<Future<Boolean>> all =
        IntStream.range(0, 400)
            .mapToObj(
                n ->
                    threads.submit(
                        () -> {
                          database.write(session -> insert(session, n));
                          return rows().contains(n);
                        }))
            .toList();
    for (Future<Boolean> each : all) {
      assertThat(each.get(60, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(rows()).hasSize(400);
  }

  @Test
  void one_alone_that_fails_leaves_nothing_and_the_next_goes_on() {
    assertThatThrownBy(
            () ->
                database.write(
                    session -> {
                      insert(session, 1);
                      return insert(session, 1);
                    }))
        .isInstanceOf(RetryableException.class);
    database.write(session -> insert(session, 2));
    assertThat(rows()).containsExactly(2);
  }

  /** Waits until it is in the queue behind the one that holds the lock. */
  private <T> Future<T> queued(Database.Work<T> work) throws Exception {
    int before = database.waiting();
    Future<T> future = threads.submit(() -> database.write(work));
    for (int i = 0; i < 2000 && database.waiting() == before; i++) {
      Thread.sleep(5);
    }
    assertThat(database.waiting()).isEqualTo(before + 1);
    return future;
  }

  private List<Integer> rows() {
    return database.read(
        session -> {
          List<Integer> rows = new ArrayList<>();
          try (ResultSet row = session.prepare("SELECT n FROM t ORDER BY n").executeQuery()) {
            while (row.next()) {
              rows.add(row.getInt(1));
            }
          }
          return rows;
        });
  }

  private static int count(Session session) throws SQLException {
    try (ResultSet row = session.prepare("SELECT count(*) FROM t").executeQuery()) {
      row.next();
      return row.getInt(1);
    }
  }

  private static boolean insert(Session session, int n) throws SQLException {
    PreparedStatement row = session.prepare("INSERT INTO t (n) VALUES (" + n + ")");
    row.executeUpdate();
    return true;
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await(20, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
