package news.dateline.publish;

import java.util.List;
import java.util.Optional;

/**
 * Port: whether a batch may leave now. While a valve is shut articles wait in the outbox: a
 * subscriber that is connected would lose some, or the disk is nearly full. Asked before each
 * batch, by one thread; must answer from memory.
 */
public interface Valve {
  /** Never shut. */
  Valve OPEN = Optional::empty;

  /** Empty when a batch may leave. */
  Optional<Shut> look();

  /**
   * Why nothing may leave.
   *
   * @param cause a short word for metrics and health, of a fixed set: {@code subscriber}, {@code
   *     disk}
   * @param why one sentence for people, naming what is waited for
   */
  record Shut(String cause, String why) {}

  /** Shut while any of them is; says what the first shut one says. */
  static Valve all(List<Valve> valves) {
    List<Valve> copy = List.copyOf(valves);
    return () -> copy.stream().map(Valve::look).flatMap(Optional::stream).findFirst();
  }
}
