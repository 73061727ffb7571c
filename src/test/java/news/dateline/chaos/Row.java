package news.dateline.chaos;

/**
 * A row of the table in {@code docs/guarantees.md}.
 *
 * @param fault what happens
 * @param how how it is caused
 * @param times how often
 * @param said what was said of it: gaps told, repairs, lines; empty when there was nothing to say
 */
record Row(
    String fault,
    String how,
    int times,
    int offered,
    int lost,
    int doubled,
    int early,
    String said) {
  static final String HEAD =
      "| fault | how it is caused | times | stories | lost | doubled | early | said |\n"
          + "|---|---|---:|---:|---:|---:|---:|---|\n";

  static Row of(String fault, String how, int times, Verdict verdict, String said) {
    return new Row(
        fault,
        how,
        times,
        verdict.offered(),
        verdict.lost().size(),
        verdict.doubled().size() + verdict.disorder().size(),
        verdict.early().size(),
        said);
  }

  @Override
  public String toString() {
    return "| %s | %s | %d | %d | %d | %d | %d | %s |"
        .formatted(fault, how, times, offered, lost, doubled, early, said);
  }
}
