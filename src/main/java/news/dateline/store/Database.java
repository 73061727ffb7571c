package news.dateline.store;

import java.sql.SQLException;
import news.dateline.model.Reason;
import news.dateline.model.RetryableException;

/** Connections and transactions. Thread-safe. */
interface Database extends AutoCloseable {
  /** What is said differently here than elsewhere. */
  Dialect dialect();

  /** Runs single queries outside a transaction. Faults become {@code STORE_FAILED}. */
  <T> T read(Work<T> work);

  /** Runs one transaction: all or nothing. Faults become {@code STORE_FAILED}. */
  <T> T write(Work<T> work);

  @Override
  void close();

  /** What is done with a session; must leave no result set open. */
  interface Work<T> {
    T in(Session session) throws SQLException;
  }

  /** A database fault as the pipeline knows it: one line, tried again later. */
  static RetryableException failed(SQLException e) {
    // The head of a failed JDBC batch repeats the statement with its values; the server's words
    // come last.
    SQLException last = e;
    while (last.getNextException() != null) {
      last = last.getNextException();
    }
    String why = String.valueOf(last.getMessage()).strip().replaceAll("\\s*\\R\\s*", "; ");
    return new RetryableException(Reason.STORE_FAILED, "The store failed: " + why, e);
  }
}
