package news.dateline.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An advisory lock of PostgreSQL on a connection that does nothing else. The server frees it when
 * that connection ends: at once when the process dies, after keep-alives when its machine does.
 *
 * <p>When the connection breaks (the server was restarted, a cable was pulled) the lock is free for
 * a moment: it is taken again at the next look. Whoever was faster has the database then.
 */
final class PostgresHold implements Hold {
  private static final Logger LOG = LoggerFactory.getLogger(PostgresHold.class);

  /** The first half of the lock's key, chosen at random; the second is the schema's. */
  private static final int KEY = 492_173_055;

  /** A server that has not noticed yet that the former holder died notices within this. */
  private static final Duration JUST_DIED = Duration.ofSeconds(3);

  private static final String LOCK =
      "SELECT pg_try_advisory_lock(" + KEY + ", hashtext(current_schema())), pg_backend_pid()";

  private static final String HOLDER =
      "SELECT COALESCE(host(a.client_addr), 'this machine'), a.backend_start, a.pid FROM pg_locks l"
          + " JOIN pg_stat_activity a USING (pid) WHERE l.locktype = 'advisory' AND l.granted"
          + " AND l.classid = "
          + KEY
          + " AND l.objid::bigint = hashtext(current_schema())::bigint & 4294967295"
          + " AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())";

  private final PGSimpleDataSource server;
  private final StoreSettings settings;
  private @Nullable Connection connection;
  private Optional<String> lost = Optional.empty();
  private boolean closed;

  /** True when the lock was given on the connection there is. */
  private boolean held;

  /** The server's process that had the lock for us; 0 before the first. */
  private int pid;

  PostgresHold(StoreSettings settings) {
    this.settings = settings;
    server = PostgresServer.at(settings.url(), settings.patience());
    long end = System.nanoTime() + JUST_DIED.toNanos();
    try {
      Optional<String> other = lock();
      while (other.isPresent() && System.nanoTime() < end) {
        Thread.sleep(100);
        other = lock();
      }
      if (other.isPresent()) {
        close();
        throw Hold.taken(other.get());
      }
    } catch (SQLException e) {
      close();
      throw Database.failed(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      close();
      throw Hold.taken("interrupted while another Dateline was stopping");
    }
  }

  @Override
  public synchronized Optional<String> check() {
    if (lost.isPresent() || closed) {
      return lost;
    }
    try {
      if (!held || !answers()) {
        held = false;
        close(connection);
        connection = null;
        Optional<String> other = lock();
        if (held) {
          LOG.info("The database was away and is ours again");
        } else if (other.isPresent()) {
          LOG.error("The database is somebody else's now: {}", other.get());
          lost = other;
        } // else the server has not noticed yet that our former connection is dead
      }
    } catch (SQLException e) {
      LOG.debug("The lock on the database cannot be looked at", e); // the store's own check says it
    }
    return lost;
  }

  private boolean answers() {
    Connection held = connection;
    if (held == null) {
      return false;
    }
    try (Statement ask = held.createStatement()) {
      return ask.execute("SELECT 1");
    } catch (SQLException e) {
      return false;
    }
  }

  /** Empty when we have it, or our own former connection still does; else who has it. */
  private Optional<String> lock() throws SQLException {
    Connection asking = connection;
    if (asking == null) {
      asking = server.getConnection();
      connection = asking;
      try (Statement limits = asking.createStatement()) {
        limits.execute(
            PostgresServer.limits(settings.patience())
                + "; SET tcp_keepalives_idle = 10; SET tcp_keepalives_interval = 5;"
                + " SET tcp_keepalives_count = 3");
      }
    }
    try (PreparedStatement lock = asking.prepareStatement(LOCK);
        ResultSet row = lock.executeQuery()) {
      row.next();
      held = row.getBoolean(1);
      if (held) {
        pid = row.getInt(2);
        return Optional.empty();
      }
    }
    return holder(asking);
  }

  private Optional<String> holder(Connection asking) throws SQLException {
    try (PreparedStatement query = asking.prepareStatement(HOLDER);
        ResultSet row = query.executeQuery()) {
      if (!row.next()) {
        return Optional.of("another Dateline works on this database");
      }
      return row.getInt(3) == pid
          ? Optional.empty()
          : Optional.of(
              "another Dateline, on %s, has worked on this database since %s"
                  .formatted(row.getString(1), row.getTimestamp(2).toInstant()));
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    close(connection);
    connection = null;
  }

  private static void close(@Nullable Connection closing) {
    if (closing != null) {
      try {
        closing.close();
      } catch (SQLException e) {
        // it is gone either way
      }
    }
  }
}
