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

  /** The folder of a lane in a corpus: the one it names, else the corpus itself. */
  static Path folder(Path corpus, Lane lane) {
    Path folder = corpus.resolve(lane.folder());
    return Files.isDirectory(folder) ? folder : corpus;
  }

  /** Whether a lane is asked for: by its name, or by its name up to the first dash. */
  static boolean isAsked(String lane, String only) {
    List<String> names = List.of(only.split(",", -1));
    return only.isEmpty() || names.contains(lane) || names.contains(lane.replaceFirst("-.*", ""));
  }

  /**
   * @param only lanes to run, comma between; empty: all
   */
  static Report run(Path corpus, String only) throws IOException {
    Report report = new Report();
    try (ReadingPath reader = new ReadingPath()) {
      for (Lane lane : lanes()) {
        if (isAsked(lane.name(), only)) {
          report.add(lane, lane.run(folder(corpus, lane), reader));
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
        new CapturesLane(),
        new WireLane(WireLane.Asks.ACCEPTED),
        new WireLane(WireLane.Asks.TEXT),
        new WireFieldsLane(),
        new WirePhenomenaLane());
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
