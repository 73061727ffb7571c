package news.dateline.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import news.dateline.app.ReadingPath;

/**
 * Runs the suites of other feed readers through ours. {@code main} runs the lanes of {@code
 * -Dconformance.only=LANE[,LANE]} over {@code -Ddateline.corpus=DIR}; see docs/conformance.md.
 */
public final class Conformance {
  private Conformance() {}

  /** The folder of feeds in a corpus: its {@code feeds}, else the folder itself. */
  static Path feeds(Path corpus) {
    Path feeds = corpus.resolve("feeds");
    return Files.isDirectory(feeds) ? feeds : corpus;
  }

  /**
   * @param only lanes to run, comma between; empty: all
   */
  static Report run(Path corpus, String only) throws IOException {
    Report report = new Report();
    try (ReadingPath reader = new ReadingPath()) {
      for (Lane lane : lanes()) {
        if (only.isEmpty() || List.of(only.split(",", -1)).contains(lane.name())) {
          report.add(lane, lane.run(feeds(corpus), reader));
        }
      }
    }
    return report;
  }

  private static List<Lane> lanes() {
    return List.of(
        new FeedparserLane(),
        new GoldenLane("gofeed"),
        new GoldenLane("feedsmith"),
        new DatesLane(),
        new CapturesLane());
  }

  /**
   * @param arguments none
   * @throws IOException when the corpus cannot be read
   */
  public static void main(String[] arguments) throws IOException {
    Path corpus = Path.of(System.getProperty("dateline.corpus", "../shared/corpus"));
    Report report = run(corpus, System.getProperty("conformance.only", ""));
    report.write(Path.of("target/conformance"));
    System.out.println(report.table());
  }
}
