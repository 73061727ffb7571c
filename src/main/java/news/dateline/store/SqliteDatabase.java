package news.dateline.store;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.locks.ReentrantLock;
import news.dateline.model.Reason;
import news.dateline.model.RejectedException;
import news.dateline.model.RetryableException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * SQLite in one file: one writing connection under a lock, reading ones beside it (WAL: readers
 * never wait).
 *
 * <p>A commit waits for the disk, and all writers for each other. So those that come while one
 * commits go together into the next transaction, in the order in which they came, each behind a
 * savepoint of its own: one that fails takes nothing back but its own rows. Each returns only after
 * the commit that holds its rows.
 */
final class SqliteDatabase implements Database {
  private static final int IDLE_READERS = 8;

  /** Another program that holds the file for longer than this is a fault. */
  private static final int MOST_BUSY_MILLIS = 5_000;

  /** Units of work in one transaction: the first of them waits for the last. */
  private static final int MOST_TOGETHER = 256;

  private final SQLiteDataSource connections;
  private final ReentrantLock writing = new ReentrantLock();
  private final Queue<Waiting<?>> queue = new ArrayDeque<>();

  /** Somebody carries out a transaction, or is about to; guarded by the queue. */
  private boolean led;

  private final BlockingQueue<Session> readers = new ArrayBlockingQueue<>(IDLE_READERS);
  private @Nullable Session writer;
  private volatile boolean closed;

  SqliteDatabase(StoreSettings settings) {
    Path file = settings.file();
    create(file);
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(
        switch (settings.durability()) {
          case PROCESS -> SQLiteConfig.SynchronousMode.NORMAL;
          case POWER -> SQLiteConfig.SynchronousMode.FULL;
        });
    config.setBusyTimeout((int) Math.min(MOST_BUSY_MILLIS, settings.patience().toMillis()));
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

  /** What to say and do when the file is none, or is damaged; empty for any other fault. */
  static Optional<RejectedException> damaged(Throwable fault, StoreSettings settings) {
    Path file = settings.dataFolder().resolve("dateline.db");
    for (Throwable t = fault; t != null; t = t.getCause()) {
      if (t instanceof SQLiteException e
          && (e.getResultCode() == SQLiteErrorCode.SQLITE_NOTADB
              || e.getResultCode() == SQLiteErrorCode.SQLITE_CORRUPT)) {
        return Optional.of(
            new RejectedException(
                Reason.CONFIG_INVALID,
                "the database "
                    + file
                    + " is damaged or none ("
                    + e.getResultCode()
                    + "): put a backup in its place, or move it away with its -wal and -shm and"
                    + " start once with --set dateline.store.rebuild=true"));
      }
    }
    return Optional.empty();
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
    Waiting<T> mine = new Waiting<>(work);
    synchronized (queue) {
      queue.add(mine);
      if (!led) {
        led = true;
        mine.lead();
      }
    }
    if (mine.await()) {
      lead();
    }
    return mine.outcome();
  }

  /** Units of work that wait for their transaction to begin. */
  int waiting() {
    synchronized (queue) {
      return queue.size();
    }
  }

  /** Carries out one transaction and hands over to the first of those that came meanwhile. */
  private void lead() {
    List<Waiting<?>> group = new ArrayList<>();
    synchronized (queue) {
      for (int i = Math.min(queue.size(), MOST_TOGETHER); i > 0; i--) {
        group.add(queue.remove());
      }
    }
    @Nullable Throwable fault = commit(group);
    synchronized (queue) {
      led = !queue.isEmpty();
      if (led) {
        queue.element().lead();
      }
    }
    group.forEach(w -> w.end(fault));
  }

  /** What failed it; nothing of it then stands. */
  private @Nullable Throwable commit(List<Waiting<?>> group) {
    writing.lock();
    @Nullable Throwable fault = null;
    try {
      transact(group);
    } catch (SQLException e) {
      fault = Database.failed(e);
    } catch (RuntimeException | Error e) {
      fault = e;
    } finally {
      if (fault != null) {
        rollback();
      }
      writing.unlock();
    }
    return fault;
  }

  private void transact(List<Waiting<?>> group) throws SQLException {
    Session session = writer;
    if (session == null) {
      session = connect();
      writer = session;
      // What a document wrote is still in memory when the outbox reads it back: 16 MiB, as used.
      session.run("PRAGMA cache_size = -16384");
    }
    // IMMEDIATE: the write lock now, not at the first write, where waiting is not possible
    session.run("BEGIN IMMEDIATE");
    if (group.size() == 1) {
      group.get(0).alone(session);
    } else {
      for (Waiting<?> w : group) {
        w.among(session);
      }
    }
    session.run("COMMIT");
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
