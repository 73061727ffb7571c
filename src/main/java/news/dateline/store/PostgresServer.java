package news.dateline.store;

import java.sql.SQLException;
import java.time.Duration;
import news.dateline.model.Reason;
import news.dateline.model.RejectedException;
import org.postgresql.PGProperty;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Where a PostgreSQL is, and how long we wait for it. Every wait has an end: for a connection, for
 * an answer (a frozen server gives none), for a lock, for a statement; and the server ends a
 * transaction of ours that has stood idle, should this process be frozen in the middle of one. What
 * the address itself says of these things counts.
 */
final class PostgresServer {
  /** A server that answers at all accepts a connection within this. */
  private static final Duration CONNECT = Duration.ofSeconds(5);

  private PostgresServer() {}

  /**
   * @throws RejectedException {@code CONFIG_INVALID} when the driver does not understand the
   *     address
   */
  static PGSimpleDataSource at(String url, Duration patience) {
    PGSimpleDataSource server = new PGSimpleDataSource();
    try {
      server.setUrl(url);
      server.setApplicationName("dateline");
      // rewritten batches do not say how many rows each statement touched, which we must know
      server.setReWriteBatchedInserts(false);
      server.setTcpKeepAlive(true);
      int connect = seconds(CONNECT.compareTo(patience) < 0 ? CONNECT : patience);
      unlessSaid(server, url, PGProperty.CONNECT_TIMEOUT, connect);
      unlessSaid(server, url, PGProperty.LOGIN_TIMEOUT, connect);
      // after the server's own limit: its word says more than a broken connection does
      unlessSaid(server, url, PGProperty.SOCKET_TIMEOUT, seconds(patience) + 5);
    } catch (IllegalArgumentException | SQLException e) {
      // neither the address nor the cause is repeated: they hold the password
      throw new RejectedException(
          Reason.CONFIG_INVALID,
          "The store's address is not a PostgreSQL address JDBC understands");
    }
    return server;
  }

  /** Said to the server on each new connection: poolers between us do not pass options on. */
  static String limits(Duration patience) {
    long millis = patience.toMillis();
    return "SET statement_timeout = "
        + millis
        + "; SET lock_timeout = "
        + millis / 2
        + "; SET idle_in_transaction_session_timeout = "
        + 2 * millis;
  }

  private static void unlessSaid(
      PGSimpleDataSource server, String url, PGProperty property, int seconds) throws SQLException {
    if (!url.contains(property.getName() + "=")) {
      server.setProperty(property, String.valueOf(seconds));
    }
  }

  private static int seconds(Duration time) {
    return (int) Math.max(1, time.toSeconds());
  }
}
