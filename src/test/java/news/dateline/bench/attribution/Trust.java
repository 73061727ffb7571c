package news.dateline.bench.attribution;

import java.util.Locale;

/** Whether claims are right as often as their confidence says. */
final class Trust {
  private static final double SURE = 0.9;

  private final Half sure = new Half();
  private final Half less = new Half();

  private static final class Half {
    private double claimed;
    private int right;
    private int made;

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "claims %.3f, right %.3f of %d",
          made == 0 ? 0 : claimed / made,
          made == 0 ? 0 : (double) right / made,
          made);
    }
  }

  void add(double confidence, boolean isRight) {
    Half half = confidence >= SURE ? sure : less;
    half.claimed += confidence;
    half.made++;
    half.right += isRight ? 1 : 0;
  }

  @Override
  public String toString() {
    return "at least 0.9: " + sure + "; below: " + less;
  }
}
