package news.dateline.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Everything the two databases say differently. */
enum Dialect {
  /** One file, one process, one writer at a time: nothing to lock beyond the transaction. */
  SQLITE("sqlite", "", "", "", "") {
    @Override
    long[] numbers(Session session, int count) throws SQLException {
      PreparedStatement next =
          session.prepare("UPDATE counter SET value = value + ? RETURNING value");
      next.setInt(1, count);
      try (ResultSet rows = next.executeQuery()) {
        rows.next();
        return upTo(rows.getLong(1), count);
      }
    }

    @Override
    long numberFrom(Session session, long least) throws SQLException {
      PreparedStatement raise = session.prepare("UPDATE counter SET value = ? WHERE value < ?");
      raise.setLong(1, least);
      raise.setLong(2, least);
      return raise.executeUpdate();
    }

    private long[] upTo(long last, int count) {
      long[] numbers = new long[count];
      for (int i = 0; i < count; i++) {
        numbers[i] = last - count + 1 + i;
      }
      return numbers;
    }
  },

  /** Many nodes at once. */
  POSTGRESQL(
      "postgresql",
      // a large table takes its time to change: no limit within this transaction
      "SELECT set_config('statement_timeout', '0', true), set_config('lock_timeout', '0', true),"
          + " pg_advisory_xact_lock("
          + Locks.SCHEMA
          + ")",
      "SELECT pg_advisory_xact_lock(" + Locks.LEAVING + ")",
      "SELECT pg_advisory_xact_lock_shared(" + Locks.LEAVING + ")",
      " FOR UPDATE SKIP LOCKED") {
    @Override
    void unhurried(Session session) throws SQLException {
      session.connection().setNetworkTimeout(Runnable::run, 0); // the pool sets it again
    }

    @Override
    long[] numbers(Session session, int count) throws SQLException {
      PreparedStatement next =
          session.prepare("SELECT nextval('counter') FROM generate_series(1, ?)");
      next.setInt(1, count);
      long[] numbers = new long[count];
      try (ResultSet rows = next.executeQuery()) {
        for (int i = 0; i < count; i++) {
          rows.next();
          numbers[i] = rows.getLong(1);
        }
      }
      return numbers;
    }

    @Override
    long numberFrom(Session session, long least) throws SQLException {
      PreparedStatement raise =
          session.prepare("SELECT setval('counter', GREATEST(nextval('counter'), ?))");
      raise.setLong(1, least);
      try (ResultSet row = raise.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  };

  private final String scripts;
  private final String lockSchema;
  private final String lockLeaving;
  private final String lockStaying;
  private final String skipLocked;

  Dialect(
      String scripts,
      String lockSchema,
      String lockLeaving,
      String lockStaying,
      String skipLocked) {
    this.scripts = scripts;
    this.lockSchema = lockSchema;
    this.lockLeaving = lockLeaving;
    this.lockStaying = lockStaying;
    this.skipLocked = skipLocked;
  }

  /** A transaction that may take as long as it takes. */
  void unhurried(Session session) throws SQLException {}

  /** Numbers never given before, rising, gaps allowed. */
  abstract long[] numbers(Session session, int count) throws SQLException;

  /** All numbers given from now on are higher than this one. */
  abstract long numberFrom(Session session, long least) throws SQLException;

  /** The resource folder of the schema scripts. */
  String scripts() {
    return scripts;
  }

  /** Whether other nodes work on the same outbox, so that a batch may be somebody else's. */
  boolean shared() {
    return this == POSTGRESQL;
  }

  /** One migration at a time, until the transaction ends. */
  void lockSchema(Session session) throws SQLException {
    runUnlessEmpty(session, lockSchema);
  }

  /**
   * One claim at a time, and none while rows are being withdrawn, until the transaction ends. Two
   * claims side by side, each skipping what the other has locked, could put an article's second
   * version into one batch while the first is on its way into another.
   */
  void lockLeaving(Session session) throws SQLException {
    runUnlessEmpty(session, lockLeaving);
  }

  /** No claim while this transaction withdraws rows; others may withdraw at the same time. */
  void lockStaying(Session session) throws SQLException {
    runUnlessEmpty(session, lockStaying);
  }

  /** Suffix of a query that takes rows nobody else is taking. */
  String skipLocked() {
    return skipLocked;
  }

  private static void runUnlessEmpty(Session session, String sql) throws SQLException {
    if (!sql.isEmpty()) {
      session.run(sql);
    }
  }

  /** Keys of PostgreSQL's advisory locks, chosen at random so that other programs' differ. */
  private static final class Locks {
    static final long SCHEMA = 4_921_730_551L;
    static final long LEAVING = 4_921_730_552L;
  }
}
