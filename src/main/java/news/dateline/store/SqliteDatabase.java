package news.dateline.store;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.locks.ReentrantLock;
import news.dateline.model.Reason;
import news.dateline.model.RetryableException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * SQLite in one file: one writing connection under a lock, reading ones beside it (WAL: readers
 * never wait).
 */
final class SqliteDatabase implements Database {
  private static final int IDLE_READERS = 8;

  private final SQLiteDataSource connections;
  private final ReentrantLock writing = new ReentrantLock();
  private final BlockingQueue<Session> readers = new ArrayBlockingQueue<>(IDLE_READERS);
  private @Nullable Session writer;
  private volatile boolean closed;

  SqliteDatabase(Path file, StoreSettings.Durability durability) {
    create(file);
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(
        switch (durability) {
          case PROCESS -> SQLiteConfig.SynchronousMode.NORMAL;
          case POWER -> SQLiteConfig.SynchronousMode.FULL;
        });
    config.setBusyTimeout(5_000);
    connections = new SQLiteDataSource(config);
    connections.setUrl("jdbc:sqlite:" + file);
  }

  /** The file holds articles under embargo: nobody but the owner reads it. */
  private static void create(Path file) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
        Files.createFile(
            file,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      }
    } catch (FileAlreadyExistsException e) {
      // Not the first start. A folder of that name is SQLite's to refuse.
    } catch (IOException e) {
      throw new RetryableException(Reason.STORE_FAILED, "The store cannot be made: " + e, e);
    }
  }

  @Override
  public Dialect dialect() {
    return Dialect.SQLITE;
  }

  @Override
  public <T> T read(Work<T> work) {
    Session session = readers.poll();
    boolean sound = false;
    try {
      if (session == null) {
        session = connect();
      }
      T result = work.in(session);
      sound = true;
      return result;
    } catch (SQLException e) {
      throw Database.failed(e);
    } finally {
      if (session != null && !(sound && !closed && readers.offer(session))) {
        closeQuietly(session);
      }
    }
  }

  @Override
  public <T> T write(Work<T> work) {
    writing.lock();
    boolean done = false;
    try {
      Session session = writer;
      if (session == null) {
        session = connect();
        writer = session;
        // What a document wrote is still in memory when the outbox reads it back: 16 MiB, as used.
        session.run("PRAGMA cache_size = -16384");
      }
      // IMMEDIATE: the write lock now, not at the first write, where waiting is not possible
      session.run("BEGIN IMMEDIATE");
      T result = work.in(session);
      session.run("COMMIT");
      done = true;
      return result;
    } catch (SQLException e) {
      throw Database.failed(e);
    } finally {
      if (!done) {
        rollback();
      }
      writing.unlock();
    }
  }

  /** SQLite rolls back when its connection closes; a new one is cheap and surely clean. */
  private void rollback() {
    if (writer != null) {
      closeQuietly(writer);
      writer = null;
    }
  }

  private Session connect() throws SQLException {
    if (closed) {
      throw new SQLException("it is closed");
    }
    return new Session(connections.getConnection());
  }

  @Override
  public void close() {
    closed = true;
    writing.lock();
    try {
      rollback();
    } finally {
      writing.unlock();
    }
    for (Session s = readers.poll(); s != null; s = readers.poll()) {
      closeQuietly(s);
    }
  }

  private static void closeQuietly(Session session) {
    try {
      session.close();
    } catch (SQLException e) {
      // Nothing to save here: what was committed is safe, and what was not is gone either way.
    }
  }
}
