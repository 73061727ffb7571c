package news.dateline.bench.attribution;

import java.util.Map;
import java.util.TreeMap;

/** How often each rule is right: what {@code Confidence} is filled from. */
final class RuleShares {
  private final Map<String, int[]> byRule = new TreeMap<>();

  void made(String rule, boolean right) {
    int[] counts = byRule.computeIfAbsent(rule, r -> new int[2]);
    counts[0] += right ? 1 : 0;
    counts[1]++;
  }

  /** One line a rule: {@code rule right/made share}. */
  void print(Report report, String title) {
    report.line("   %s", title);
    byRule.forEach(
        (rule, n) ->
            report.line("     %-32s %5d/%-5d %.3f", rule, n[0], n[1], (double) n[0] / n[1]));
  }
}
