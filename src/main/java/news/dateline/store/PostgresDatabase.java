package news.dateline.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.sql.Connection;
import java.sql.SQLException;
import news.dateline.model.Reason;
import news.dateline.model.RejectedException;
import news.dateline.model.RetryableException;
import org.postgresql.ds.PGSimpleDataSource;

/** PostgreSQL behind a pool of connections. Statements are kept prepared by the driver itself. */
final class PostgresDatabase implements Database {
  private final HikariDataSource pool;

  PostgresDatabase(String url, int connections) {
    HikariConfig config = new HikariConfig();
    config.setDataSource(server(url));
    config.setPoolName("dateline-store");
    config.setMaximumPoolSize(connections);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(10_000);
    try {
      pool = new HikariDataSource(config);
    } catch (PoolInitializationException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new RetryableException(
          Reason.STORE_FAILED, "PostgreSQL cannot be reached: " + cause.getMessage(), e);
    }
  }

  private static PGSimpleDataSource server(String url) {
    PGSimpleDataSource server = new PGSimpleDataSource();
    try {
      server.setUrl(url);
    } catch (IllegalArgumentException e) {
      // neither the address nor the cause is repeated: they hold the password
      throw new RejectedException(
          Reason.CONFIG_INVALID,
          "The store's address is not a PostgreSQL address JDBC understands");
    }
    server.setApplicationName("dateline");
    // rewritten batches do not say how many rows each statement touched, which we must know
    server.setReWriteBatchedInserts(false);
    return server;
  }

  @Override
  public Dialect dialect() {
    return Dialect.POSTGRESQL;
  }

  @Override
  public <T> T read(Work<T> work) {
    try (Session session = new Session(pool.getConnection())) {
      return work.in(session);
    } catch (SQLException e) {
      throw Database.failed(e);
    }
  }

  @Override
  public <T> T write(Work<T> work) {
    try (Session session = new Session(pool.getConnection())) {
      Connection connection = session.connection();
      connection.setAutoCommit(false); // the pool rolls back and resets when we give it back
      T result = work.in(session);
      connection.commit();
      return result;
    } catch (SQLException e) {
      throw Database.failed(e);
    }
  }

  @Override
  public void close() {
    pool.close();
  }
}
