package news.dateline.store;

import java.util.Optional;
import news.dateline.model.Reason;
import news.dateline.model.RejectedException;

/**
 * That this process alone works on a database, for as long as it is open: two on one database would
 * ask every source twice and overtake each other. A process that dies gives it back at once.
 * Thread-safe.
 */
public interface Hold extends AutoCloseable {
  /**
   * Takes it: an advisory lock on a connection of its own (PostgreSQL), or a locked file beside the
   * database (SQLite).
   *
   * @throws RejectedException {@code CONFIG_INVALID}, one clear line, when another process has it
   * @throws news.dateline.model.RetryableException {@code STORE_FAILED} when the database cannot be
   *     reached
   */
  static Hold take(StoreSettings settings) {
    return settings.url().isEmpty() ? FileHold.take(settings.file()) : new PostgresHold(settings);
  }

  /**
   * Looks whether it is still ours, and takes it again when the connection that held it has broken;
   * to be called now and then.
   *
   * @return who has it now, in one sentence, when it was lost to another process: from then on and
   *     for good, for what that one wrote is not what this one remembers
   */
  Optional<String> check();

  @Override
  void close();

  /** Somebody else works on the database. */
  static RejectedException taken(String who) {
    return new RejectedException(
        Reason.CONFIG_INVALID,
        who
            + "; one database serves one process: stop that one, or give this one another"
            + " database");
  }
}
