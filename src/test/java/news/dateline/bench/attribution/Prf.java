package news.dateline.bench.attribution;

import java.util.Locale;

/** Counts of one measure: right and made predictions, found and wanted things. */
final class Prf {
  private int right;
  private int made;
  private int found;
  private int wanted;

  void made(boolean isRight) {
    made++;
    right += isRight ? 1 : 0;
  }

  void wanted(boolean isFound) {
    wanted++;
    found += isFound ? 1 : 0;
  }

  void add(Prf other) {
    right += other.right;
    made += other.made;
    found += other.found;
    wanted += other.wanted;
  }

  double precision() {
    return made == 0 ? 0 : (double) right / made;
  }

  double recall() {
    return wanted == 0 ? 0 : (double) found / wanted;
  }

  double f1() {
    double p = precision();
    double r = recall();
    return p + r == 0 ? 0 : 2 * p * r / (p + r);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "P %.3f (%d/%d)  R %.3f (%d/%d)  F1 %.3f",
        precision(),
        right,
        made,
        recall(),
        found,
        wanted,
        f1());
  }
}
