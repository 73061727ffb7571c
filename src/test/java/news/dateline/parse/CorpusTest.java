package news.dateline.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import news.dateline.model.Batch;
import news.dateline.model.Item;
import news.dateline.model.Rejection;
import news.dateline.testing.Corpus;
import org.junit.jupiter.api.Test;

/** Every captured feed and wire file there is. */
class CorpusTest {
  /** CPU time, so that other work on the machine does not count. */
  private static final long SLOWEST_MILLIS = 3_000;

  private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

  @Test
  void every_news_capture_yields_all_its_items() throws IOException {
    Path feeds = Corpus.require("corpus/feeds");
    List<String> lacking = new ArrayList<>();
    int captures = 0;
    for (String line : Files.readAllLines(Corpus.require("corpus/feeds/NEWS.tsv"))) {
      String[] columns = line.split("\t");
      if (columns[0].equals("path")) {
        continue;
      }
      captures++;
      int items = parse(feeds.resolve(columns[0])).items().size();
      if (items < Integer.parseInt(columns[5])) {
        lacking.add(columns[0] + ": " + items + " of " + columns[5]);
      }
    }
    System.out.printf(
        "news captures with all their items: %d of %d%n", captures - lacking.size(), captures);
    assertThat(lacking).isEmpty();
  }

  @Test
  void no_feed_crashes_or_stalls_the_parser() throws IOException {
    Map<String, Integer> outcomes = survey(Corpus.require("corpus/feeds"));
    // One item of three captures lies across the point where the capture breaks off.
    assertThat(outcomes.getOrDefault("rejected MALFORMED", 0)).isLessThanOrEqualTo(3);
    assertThat(outcomes).doesNotContainKeys("rejected TOO_COMPLEX", "rejected UNFORESEEN");
  }

  @Test
  void no_wire_file_crashes_or_stalls_the_parser() throws IOException {
    assertThat(survey(Corpus.require("corpus/wire")))
        .doesNotContainKeys("rejected TOO_COMPLEX", "rejected UNFORESEEN", "rejected MALFORMED");
  }

  /** Prints and gives the outcomes by reason; the failures one by one go to {@code target}. */
  private static Map<String, Integer> survey(Path folder) throws IOException {
    Map<String, Integer> outcomes = new TreeMap<>();
    List<String> failures = new ArrayList<>();
    List<Path> files;
    try (Stream<Path> walk = Files.walk(folder)) {
      files = walk.filter(Files::isRegularFile).filter(CorpusTest::isDocument).sorted().toList();
    }
    int items = 0;
    long slowest = 0;
    for (Path file : files) {
      long start = CPU.getCurrentThreadCpuTime();
      Batch<Item> batch = parse(file);
      slowest = Math.max(slowest, (CPU.getCurrentThreadCpuTime() - start) / 1_000_000);
      items += batch.items().size();
      for (Rejection r : batch.rejections()) {
        outcomes.merge("rejected " + r.reason(), 1, Integer::sum);
        failures.add(r.reason() + "\t" + folder.relativize(file) + "\t" + r.message());
      }
      String outcome = batch.items().isEmpty() ? "documents without items" : "documents with items";
      outcomes.merge(outcome, 1, Integer::sum);
      outcomes.merge("format " + batch.feed().format(), 1, Integer::sum);
      if (batch.feed().repaired()) {
        outcomes.merge("documents repaired", 1, Integer::sum);
      }
    }
    System.out.printf(
        "%s: %d files, %d items, slowest %d ms%n", folder, files.size(), items, slowest);
    outcomes.forEach((k, v) -> System.out.printf("  %5d %s%n", v, k));
    Path report = Path.of("target/parse-" + folder.getFileName() + ".tsv");
    Files.createDirectories(report.getParent());
    Files.write(report, failures);
    assertThat(slowest).isLessThan(SLOWEST_MILLIS);
    return outcomes;
  }

  /** The corpus describes itself in tables that are no documents. */
  private static boolean isDocument(Path file) {
    String name = file.toString();
    return !name.endsWith(".tsv") && !name.endsWith(".jsonl");
  }

  private static Batch<Item> parse(Path file) throws IOException {
    return Documents.parse(
        Documents.of(
            Files.readAllBytes(file),
            Documents.SOURCE,
            Optional.empty(),
            file.getFileName().toString()));
  }
}
