package news.dateline.sources;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import news.dateline.model.Cursor;
import news.dateline.model.Poll;
import news.dateline.model.Source;
import news.dateline.model.SourceState;
import news.dateline.model.SourceState.Health;
import org.jspecify.annotations.Nullable;

/**
 * Which source is asked when: one small entry a source instead of a route or a timer each. A source
 * handed out is not handed out again until {@link #done} or {@link #release}. Sources that deliver
 * by themselves ({@code from}) are never handed out. Thread-safe.
 */
public final class DueQueue {
  private final Clock clock;
  private final PollSettings settings;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Condition back = lock.newCondition();
  private final Map<String, Entry> entries = new HashMap<>();
  private final TreeSet<Entry> due =
      new TreeSet<>(
          Comparator.comparingLong((Entry e) -> e.dueAt).thenComparing(e -> e.source.id()));
  // at most one waiting worker watches the clock for the first entry, the others sleep
  private @Nullable Thread leader;
  private long nextStart = Long.MIN_VALUE;

  /** An empty queue. */
  public DueQueue(PollSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  private static final class Entry {
    Source source;
    Cursor cursor;
    long dueAt;
    boolean waiting;
    boolean out;
    boolean paused;
    boolean validators;
    boolean full;
    boolean again;

    Entry(Source source) {
      this.source = source;
      this.cursor = Cursor.START;
    }
  }

  /**
   * Adds a source, or takes up an edit of one. What is overdue (new sources, and all after a long
   * stop) is started one after the other, {@link PollSettings#startSpacing} apart.
   */
  public void put(Source source, SourceState state) {
    if (source.feed().isEmpty()) {
      remove(source.id());
      return;
    }
    lock.lock();
    try {
      Entry e = entries.get(source.id());
      if (e == null) {
        e = new Entry(source);
        entries.put(source.id(), e);
      }
      unschedule(e);
      e.source = source;
      e.paused = source.paused() || state.health() == Health.PAUSED;
      note(e, state);
      if (e.out) {
        // whoever has it brings it back; then it is asked as it is declared now
        e.again = true;
      } else if (!e.paused && state.nextPoll().isPresent()) {
        schedule(e, paced(trusted(state, state.nextPoll().get())));
      }
    } finally {
      lock.unlock();
    }
  }

  /** Forgets a source; what is under way with it ends in peace. */
  public void remove(String id) {
    lock.lock();
    try {
      Entry e = entries.remove(id);
      if (e != null) {
        unschedule(e);
      }
      back.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits for the next source that is due.
   *
   * @param wait at most this long; zero only looks
   * @return empty when none came due in time
   */
  public Optional<Poll> take(Duration wait) throws InterruptedException {
    long deadline = System.nanoTime() + wait.toNanos();
    lock.lockInterruptibly();
    try {
      while (true) {
        long now = clock.millis();
        Entry first = due.isEmpty() ? null : due.first();
        if (first != null && first.dueAt <= now) {
          return Optional.of(handOut(first));
        }
        long left = deadline - System.nanoTime();
        if (left <= 0) {
          return Optional.empty();
        }
        await(first == null ? left : TimeUnit.MILLISECONDS.toNanos(first.dueAt - now), left);
      }
    } finally {
      if (leader == null && !due.isEmpty()) {
        changed.signal();
      }
      lock.unlock();
    }
  }

  @SuppressWarnings("WaitNotInLoop") // the loop is in take
  private void await(long untilDue, long left) throws InterruptedException {
    if (leader != null) {
      changed.awaitNanos(left);
      return;
    }
    Thread me = Thread.currentThread();
    leader = me;
    try {
      changed.awaitNanos(Math.min(untilDue, left));
    } finally {
      if (leader == me) {
        leader = null;
      }
    }
  }

  private Poll handOut(Entry e) {
    due.remove(e);
    e.waiting = false;
    e.out = true;
    boolean conditional = !e.full && e.validators && !e.cursor.equals(Cursor.START);
    e.full = false;
    return new Poll(e.source, e.cursor, conditional);
  }

  /**
   * Takes a source out of the queue, due or not, for work that is no poll of it; {@link #done}
   * gives it back. Waits while somebody else has it.
   *
   * @param wait at most this long
   * @return false when there is no such polled source, or it was not given back in time
   */
  public boolean claim(String id, Duration wait) throws InterruptedException {
    long left = wait.toNanos();
    lock.lockInterruptibly();
    try {
      for (Entry e = entries.get(id); e != null; e = entries.get(id)) {
        if (!e.out) {
          unschedule(e);
          e.out = true;
          return true;
        }
        if (left <= 0) {
          return false;
        }
        left = back.awaitNanos(left);
      }
      return false;
    } finally {
      lock.unlock();
    }
  }

  /** The visit is over and committed: the source is asked again when its new state says. */
  public void done(String id, SourceState state) {
    lock.lock();
    try {
      Entry e = entries.get(id);
      if (e == null || !e.out) {
        return;
      }
      e.out = false;
      back.signalAll();
      note(e, state);
      Optional<Instant> next = state.nextPoll();
      if (e.again) {
        e.again = false;
        e.full = true;
        next = Optional.of(clock.instant());
      } else if (e.paused) {
        return;
      }
      next.ifPresent(at -> schedule(e, at.toEpochMilli()));
    } finally {
      lock.unlock();
    }
  }

  /** The visit could not be committed: the source is asked again as if it had not been asked. */
  public void release(String id, Instant at) {
    lock.lock();
    try {
      Entry e = entries.get(id);
      if (e != null && e.out) {
        e.out = false;
        back.signalAll();
        e.again = false;
        if (!e.paused) {
          schedule(e, at.toEpochMilli());
        }
      }
    } finally {
      lock.unlock();
    }
  }

  /**
   * Asks now and for the whole body, even a source that is paused or gone; one being asked just now
   * is asked once more.
   *
   * @return false when there is no such polled source
   */
  public boolean wake(String id) {
    lock.lock();
    try {
      Entry e = entries.get(id);
      if (e == null) {
        return false;
      }
      if (e.out) {
        e.again = true;
      } else {
        e.full = true;
        schedule(e, clock.millis());
      }
      return true;
    } finally {
      lock.unlock();
    }
  }

  /** Not asked any more until {@link #resume}. */
  public void pause(String id) {
    lock.lock();
    try {
      Entry e = entries.get(id);
      if (e != null) {
        e.paused = true;
        e.again = false;
        unschedule(e);
      }
    } finally {
      lock.unlock();
    }
  }

  /** Asked again, at once. */
  public void resume(String id) {
    lock.lock();
    try {
      Entry e = entries.get(id);
      if (e != null && e.paused) {
        e.paused = false;
        if (!e.out) {
          schedule(e, clock.millis());
        }
      }
    } finally {
      lock.unlock();
    }
  }

  /** How many sources are known, those handed out and paused included. */
  public int size() {
    lock.lock();
    try {
      return entries.size();
    } finally {
      lock.unlock();
    }
  }

  /** How many are due now and wait for a worker. */
  public int overdue() {
    lock.lock();
    try {
      int n = 0;
      long now = clock.millis();
      for (Entry e : due) {
        if (e.dueAt > now) {
          break;
        }
        n++;
      }
      return n;
    } finally {
      lock.unlock();
    }
  }

  private static void note(Entry e, SourceState state) {
    e.cursor = state.cursor();
    e.validators = PollPlanner.sendsValidators(e.source, state);
  }

  private void schedule(Entry e, long at) {
    unschedule(e);
    e.dueAt = at;
    e.waiting = true;
    due.add(e);
    if (due.first() == e) {
      leader = null;
      changed.signal();
    }
  }

  private void unschedule(Entry e) {
    if (e.waiting) {
      due.remove(e);
      e.waiting = false;
    }
  }

  /** Like the last visit, the next may have been set by a clock that has been set back since. */
  private Instant trusted(SourceState state, Instant next) {
    Instant now = clock.instant();
    return state
        .lastPoll()
        .filter(now::isBefore)
        .map(last -> now.plus(Duration.between(last, next)))
        .filter(next::isAfter)
        .orElse(next);
  }

  /**
   * The clock was set back: all that is due stays as far away as it was.
   *
   * @param by positive
   */
  public void clockSetBack(Duration by) {
    lock.lock();
    try {
      List<Entry> waiting = List.copyOf(due);
      due.clear();
      waiting.forEach(e -> e.dueAt -= by.toMillis());
      due.addAll(waiting);
      nextStart = Long.MIN_VALUE;
      leader = null;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private long paced(Instant at) {
    long now = clock.millis();
    if (at.toEpochMilli() > now) {
      return at.toEpochMilli();
    }
    long start = Math.max(now, nextStart);
    nextStart = start + settings.startSpacing().toMillis();
    return start;
  }
}
