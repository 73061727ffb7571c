package news.dateline.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.sql.Connection;
import java.sql.SQLException;
import news.dateline.model.Reason;
import news.dateline.model.RetryableException;

/** PostgreSQL behind a pool of connections. Statements are kept prepared by the driver itself. */
final class PostgresDatabase implements Database {
  private final HikariDataSource pool;

  PostgresDatabase(StoreSettings settings) {
    HikariConfig config = new HikariConfig();
    config.setDataSource(PostgresServer.at(settings.url(), settings.patience()));
    config.setConnectionInitSql(PostgresServer.limits(settings.patience()));
    config.setPoolName("dateline-store");
    config.setMaximumPoolSize(settings.connections());
    config.setMinimumIdle(1);
    config.setConnectionTimeout(Math.min(10_000, settings.patience().toMillis()));
    config.setValidationTimeout(Math.min(5_000, config.getConnectionTimeout()));
    try {
      pool = new HikariDataSource(config);
    } catch (PoolInitializationException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new RetryableException(
          Reason.STORE_FAILED, "PostgreSQL cannot be reached: " + cause.getMessage(), e);
    }
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
