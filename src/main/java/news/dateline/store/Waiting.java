package news.dateline.store;

import java.sql.SQLException;
import java.util.concurrent.locks.LockSupport;
import news.dateline.model.RetryableException;
import news.dateline.store.Database.Work;
import org.jspecify.annotations.Nullable;

/**
 * A unit of work that waits for a transaction, and what came of it. The thread that brought it
 * sleeps until another has done it or it is its turn to lead: all that a commit has served wake at
 * once, not one after the other through a lock.
 */
final class Waiting<T> {
  private enum Phase {
    QUEUED,
    LEADING,
    DONE
  }

  private final Thread owner = Thread.currentThread();
  private final Work<T> work;
  // written before the phase is, read after it
  private @Nullable T result;
  private @Nullable Throwable failure;
  private volatile Phase phase = Phase.QUEUED;

  Waiting(Work<T> work) {
    this.work = work;
  }

  /** Does the work as the whole of a transaction. */
  void alone(Session session) throws SQLException {
    result = work.in(session);
  }

  /**
   * Does the work as a part of a transaction: when it fails only its own rows are taken back.
   *
   * @throws SQLException when not even that is possible: then nothing of the transaction stands
   */
  void among(Session session) throws SQLException {
    session.run("SAVEPOINT one");
    try {
      result = work.in(session);
    } catch (SQLException e) {
      failure = Database.failed(e);
    } catch (RuntimeException | Error e) {
      failure = e;
    }
    if (failure != null) {
      session.run("ROLLBACK TO one");
      session.forget();
    }
    session.run("RELEASE one");
  }

  /** The transaction has ended; wakes the thread that waits for it. */
  void end(@Nullable Throwable fault) {
    if (failure == null) {
      failure = fault;
    }
    go(Phase.DONE);
  }

  /** It is first in the queue: its thread is to carry out the next transaction. */
  void lead() {
    go(Phase.LEADING);
  }

  private void go(Phase next) {
    phase = next;
    LockSupport.unpark(owner);
  }

  /**
   * Sleeps until there is something to do or to return; an interrupt is kept for later.
   *
   * @return true when its thread is to lead
   */
  boolean await() {
    boolean interrupted = false;
    while (phase == Phase.QUEUED) {
      LockSupport.park(this);
      interrupted |= Thread.interrupted();
    }
    if (interrupted) {
      owner.interrupt();
    }
    return phase == Phase.LEADING;
  }

  /** The result, or the fault thrown. */
  @SuppressWarnings("NullAway") // a result is what the work gave, null only when it gave that
  T outcome() {
    if (failure instanceof Error e) {
      throw e;
    }
    if (failure instanceof RetryableException e) {
      // others of the transaction throw it too, each with the way it took
      throw new RetryableException(e.reason(), String.valueOf(e.getMessage()), e);
    }
    if (failure instanceof RuntimeException e) {
      throw e;
    }
    return result;
  }
}
