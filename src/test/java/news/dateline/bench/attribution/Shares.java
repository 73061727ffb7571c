package news.dateline.bench.attribution;

/** How many of how many, apart for rows looked at and rows not. */
final class Shares {
  private final int[] yes = new int[2];
  private final int[] all = new int[2];

  void add(boolean hidden, boolean isYes) {
    int k = hidden ? 1 : 0;
    all[k]++;
    yes[k] += isYes ? 1 : 0;
  }

  void print(Report report, String what) {
    report.line("   %-46s %s   not looked at: %s", what, share(0), share(1));
  }

  private String share(int k) {
    return String.format(
        java.util.Locale.ROOT,
        "%d/%d %.2f %%",
        yes[k],
        all[k],
        all[k] == 0 ? 0 : 100.0 * yes[k] / all[k]);
  }
}
