package news.dateline.bench.attribution;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Map;
import news.dateline.attribution.Attributor;

/**
 * How time grows with texts made to be slow: the processor time of a text four times as long, over
 * that of the short one. Four is linear, sixteen is quadratic.
 */
final class Growth {
  private static final int SHORT = 250_000;
  private static final int TIMES = 4;
  private static final int ROUNDS = 5;

  private final Attributor attributor;
  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

  Growth(Attributor attributor) {
    this.attributor = attributor;
  }

  void run(Report report) {
    report.begin(
        "hostile texts: what a text of a megabyte costs over one of a quarter; 4 is linear");
    double worst = 0;
    for (Map.Entry<String, HostileTexts.Hostile> e : HostileTexts.all().entrySet()) {
      long small = nanos(e.getValue(), SHORT);
      long large = nanos(e.getValue(), SHORT * TIMES);
      double ratio = (double) large / small;
      worst = Math.max(worst, ratio);
      report.line(
          "   %-44s %5.1f times, %6.1f MB/s", e.getKey(), ratio, 1e3 * SHORT * TIMES / large);
    }
    report.line("   worst: %.1f times", worst);
  }

  /** The least of some rounds: what else ran on the machine only ever adds. */
  private long nanos(HostileTexts.Hostile text, int length) {
    String made = text.make(length);
    long best = Long.MAX_VALUE;
    for (int i = 0; i < ROUNDS; i++) {
      long before = threads.getCurrentThreadCpuTime();
      attributor.attribute(SpeedTexts.input(made, text.language()));
      best = Math.min(best, threads.getCurrentThreadCpuTime() - before);
    }
    return Math.max(1, best);
  }
}
