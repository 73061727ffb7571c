package news.dateline.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import news.dateline.model.Reason;
import news.dateline.model.RetryableException;

/**
 * A file beside the SQLite database, locked. The database file itself is not locked: SQLite's own
 * locks are there. Beside the real file, wherever links lead from.
 */
final class FileHold implements Hold {
  private final LockedFile lock;

  private FileHold(LockedFile lock) {
    this.lock = lock;
  }

  static FileHold take(Path database) {
    Path file = database;
    try {
      Files.createDirectories(database.toAbsolutePath().getParent());
      if (Files.exists(database)) {
        file = database.toRealPath();
      }
      Path beside = file.resolveSibling(file.getFileName() + ".lock");
      return new FileHold(
          LockedFile.take(beside)
              .orElseThrow(() -> Hold.taken("another Dateline works on " + database)));
    } catch (IOException e) {
      throw new RetryableException(
          Reason.STORE_FAILED, "The store cannot be locked: " + e.getMessage(), e);
    }
  }

  /** A lock of the operating system is never lost. */
  @Override
  public Optional<String> check() {
    return Optional.empty();
  }

  @Override
  public void close() {
    lock.close();
  }
}
