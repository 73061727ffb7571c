package news.dateline.broker;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A lock for each queue: a step of dropping and the making of a consumer come one after the other.
 * Thread-safe.
 */
final class QueueLocks {
  private final Map<String, Lock> locks = new ConcurrentHashMap<>();

  /** The lock of a queue. */
  Lock of(String queue) {
    return locks.computeIfAbsent(queue, q -> new ReentrantLock());
  }

  /** The queue is no more. */
  void forget(String queue) {
    locks.remove(queue);
  }
}
