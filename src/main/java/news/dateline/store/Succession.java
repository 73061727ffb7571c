package news.dateline.store;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import news.dateline.model.Outgoing;

/**
 * What a new row does to earlier rows of the same address and key that have not left yet.
 *
 * <ul>
 *   <li>A row that withdraws (a kill) removes them all, and leaves itself.
 *   <li>A later version of an article removes those that still wait for their release, by time or
 *       held: the newest version alone says when and whether the story may leave. So it lifts,
 *       sets, moves or keeps the embargo.
 *   <li>Earlier versions that are free to leave stay and leave before it: every version goes out.
 * </ul>
 *
 * <p>A row already in a batch counts as left, because a batch never changes. No row ever overtakes
 * an earlier one of the same address and key (see {@link Batches}).
 */
final class Succession {
  private Succession() {}

  /** Whether the row, once written, may remove earlier ones. Versions count from 1. */
  static boolean replaces(Outgoing row) {
    return row.withdraws() || !(row.version().isEmpty() || row.version().equals("1"));
  }

  /**
   * When the row may leave, as stored: milliseconds, 0 at once, {@link Millis#NEVER} while held.
   */
  static long release(Outgoing row) {
    return row.held() ? Millis.NEVER : row.releaseAt().map(Millis::atLeast).orElse(0L);
  }

  /**
   * The rows of one document that remain once each has done its work on those before it.
   *
   * @param now milliseconds
   */
  static List<Outgoing> among(List<Outgoing> rows, long now) {
    if (rows.stream().noneMatch(Succession::replaces)) {
      return rows;
    }
    Set<List<String>> withdrawn = new HashSet<>();
    Set<List<String>> replaced = new HashSet<>();
    Deque<Outgoing> remaining = new ArrayDeque<>();
    for (int i = rows.size() - 1; i >= 0; i--) {
      Outgoing row = rows.get(i);
      List<String> key = List.of(row.address(), row.key());
      if (!withdrawn.contains(key) && !(replaced.contains(key) && release(row) > now)) {
        remaining.addFirst(row);
      }
      if (row.withdraws()) {
        withdrawn.add(key);
      } else if (replaces(row)) {
        replaced.add(key);
      }
    }
    return new ArrayList<>(remaining);
  }
}
