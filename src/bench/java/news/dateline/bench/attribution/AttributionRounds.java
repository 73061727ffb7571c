package news.dateline.bench.attribution;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import news.dateline.attribution.AttributionInput;
import news.dateline.attribution.Attributor;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** What JMH measures: all articles of a collection once, and one article at a time. */
@State(Scope.Benchmark)
public class AttributionRounds {
  /** Where the corpus lies. */
  static final String CORPUS = "bench.corpus";

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  @Param({"all"})
  public String collection = "all";

  private Attributor attributor = Predictor.shipped().attributor();
  private AttributionInput[] texts = {};
  private int next;

  @Setup
  public void read() {
    Path corpus = Path.of(System.getProperty(CORPUS, "../shared/corpus"));
    texts = SpeedTexts.read(corpus, collection).toArray(AttributionInput[]::new);
  }

  /** Processor time, which tells more than the clock where other programs run. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.EVENTS)
  public static class Processor {
    public long nanos;
    public long rounds;
  }

  /** Every article once. */
  @Benchmark
  public void round(Blackhole hole, Processor processor) {
    long before = THREADS.getCurrentThreadCpuTime();
    for (AttributionInput text : texts) {
      hole.consume(attributor.attribute(text));
    }
    processor.nanos += THREADS.getCurrentThreadCpuTime() - before;
    processor.rounds++;
  }

  /** One article, the next one each time. */
  @Benchmark
  public Object article() {
    next = next + 1 < texts.length ? next + 1 : 0;
    return attributor.attribute(texts[next]);
  }
}
