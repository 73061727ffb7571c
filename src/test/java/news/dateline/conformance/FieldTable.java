package news.dateline.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which fields of another reader's result an article of ours carries, and how each is compared. A
 * field that is not in the table is one we do not carry: an expectation of it cannot be judged, and
 * is never a pass.
 */
final class FieldTable {
  /** Whether the fact holds in a reading. */
  interface Check {
    /**
     * @param at the numbers of the path, outermost first: entry, then author, category ...
     */
    boolean holds(Shown shown, int[] at, JsonNode expected);
  }

  private final Map<String, Check> checks = new LinkedHashMap<>();

  /**
   * @param pattern names joined by dots, {@code *} for each number
   */
  FieldTable put(String pattern, Check check) {
    checks.put(pattern, check);
    return this;
  }

  /** Several patterns with one meaning. */
  FieldTable put(List<String> patterns, Check check) {
    patterns.forEach(p -> put(p, check));
    return this;
  }

  Optional<Check> find(List<String> path) {
    List<String> pattern = new ArrayList<>();
    path.forEach(p -> pattern.add(isNumber(p) ? "*" : p));
    return Optional.ofNullable(checks.get(String.join(".", pattern)));
  }

  static int[] numbers(List<String> path) {
    return path.stream().filter(FieldTable::isNumber).mapToInt(Integer::parseInt).toArray();
  }

  private static boolean isNumber(String part) {
    return !part.isEmpty() && part.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
