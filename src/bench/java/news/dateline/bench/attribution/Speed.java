package news.dateline.bench.attribution;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import news.dateline.attribution.AttributionInput;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.openjdk.jmh.util.Statistics;

/**
 * How fast attribution reads: warm, one thread, by JMH; then how its time grows with hostile texts;
 * then beside CoreNLP when the build has it.
 *
 * <pre>{@code
 * Speed CORPUS [--seconds N] [--peer-seconds N]
 * }</pre>
 *
 * {@code --seconds} is how long each figure is measured (5 by default, after as long a warm-up),
 * {@code --peer-seconds} how long CoreNLP may read (90 by default).
 */
public final class Speed {
  private static final List<String> COLLECTIONS = List.of("all", "polnear", "german", "gold");

  private Speed() {}

  public static void main(String[] args) throws RunnerException {
    Path corpus = Path.of(args.length == 0 ? "../shared/corpus" : args[0]);
    int seconds = 5;
    int peerSeconds = 90;
    for (int i = 1; i + 1 < args.length; i += 2) {
      switch (args[i]) {
        case "--seconds" -> seconds = Integer.parseInt(args[i + 1]);
        case "--peer-seconds" -> peerSeconds = Integer.parseInt(args[i + 1]);
        default -> throw new IllegalArgumentException("unknown: " + args[i]);
      }
    }
    Report report = new Report(System.out, 0);
    throughput(corpus, seconds, report);
    percentiles(corpus, seconds, report);
    new Growth(Predictor.shipped().attributor()).run(report);
    Peers.run(corpus, peerSeconds, report);
  }

  private static void throughput(Path corpus, int seconds, Report report) throws RunnerException {
    report.begin("speed of attribution, warm, one thread");
    report.line(
        "load of the machine when it began: %.2f on %d processors",
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
        Runtime.getRuntime().availableProcessors());
    report.line(
        "%-10s %6s %6s %20s %18s %18s",
        "", "texts", "MB", "MB/s processor time", "MB/s by the clock", "allocated a text");
    Collection<RunResult> results =
        run(
            options(corpus, seconds, "round")
                .mode(Mode.AverageTime)
                .timeUnit(TimeUnit.NANOSECONDS)
                .param("collection", COLLECTIONS.toArray(String[]::new))
                .addProfiler(GCProfiler.class));
    for (RunResult result : results) {
      String collection = result.getParams().getParam("collection");
      List<AttributionInput> texts = SpeedTexts.read(corpus, collection);
      double megabytes = SpeedTexts.megabytes(texts);
      report.line(
          "%-10s %6d %6.2f %20.1f %18.1f %15.1f KB",
          collection,
          texts.size(),
          megabytes,
          1e9 * megabytes * second(result, "rounds") / second(result, "nanos"),
          1e9 * megabytes / result.getPrimaryResult().getScore(),
          second(result, "gc.alloc.rate.norm") / 1000 / texts.size());
    }
  }

  /** A figure that JMH took beside the time. */
  private static double second(RunResult result, String name) {
    return result.getSecondaryResults().entrySet().stream()
        .filter(e -> e.getKey().endsWith(name))
        .mapToDouble(e -> e.getValue().getScore())
        .findFirst()
        .orElse(Double.NaN);
  }

  private static void percentiles(Path corpus, int seconds, Report report) throws RunnerException {
    Collection<RunResult> results =
        run(
            options(corpus, seconds, "article")
                .mode(Mode.SampleTime)
                .timeUnit(TimeUnit.MICROSECONDS)
                .param("collection", "all"));
    for (RunResult result : results) {
      Statistics took = result.getPrimaryResult().getStatistics();
      report.line(
          "one article: median %.0f us, p99 %.0f us, p99.9 %.0f us (%d samples)",
          took.getPercentile(50), took.getPercentile(99), took.getPercentile(99.9), took.getN());
    }
  }

  private static ChainedOptionsBuilder options(Path corpus, int seconds, String benchmark) {
    TimeValue second = TimeValue.seconds(1);
    return new OptionsBuilder()
        .include(AttributionRounds.class.getName() + "." + benchmark + "$")
        .forks(1)
        .threads(1)
        .warmupIterations(seconds)
        .warmupTime(second)
        .measurementIterations(seconds)
        .measurementTime(second)
        .verbosity(VerboseMode.SILENT)
        .jvmArgs(
            "-XX:+UseSerialGC",
            "-Xmx1g",
            "-D" + AttributionRounds.CORPUS + "=" + corpus.toAbsolutePath());
  }

  private static Collection<RunResult> run(ChainedOptionsBuilder options) throws RunnerException {
    return new Runner(options.build()).run();
  }
}
