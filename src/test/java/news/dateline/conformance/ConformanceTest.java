package news.dateline.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import news.dateline.testing.Corpus;
import org.junit.jupiter.api.Test;

/** No lane falls below what it reached before. */
class ConformanceTest {
  @Test
  void every_lane_keeps_its_score() throws IOException {
    String other = System.getProperty("dateline.corpus", "");
    String only = System.getProperty("conformance.only", "");
    Path corpus = other.isEmpty() ? Corpus.require("corpus") : Path.of(other);
    assertThat(corpus).isDirectory();
    Report report = Conformance.run(corpus, only);
    report.write(Path.of("target/conformance"));
    System.out.println(report.table());
    List<String> fallen = new ArrayList<>();
    for (String line : floors()) {
      String[] fields = line.split("\t", -1);
      boolean ran = Conformance.isAsked(fields[0], only);
      int passed = report.passed(fields[0]);
      if (other.isEmpty() && ran && passed < Integer.parseInt(fields[1])) {
        fallen.add(fields[0] + ": " + passed + ", was " + fields[1]);
      }
    }
    assertThat(fallen).isEmpty();
    if (other.isEmpty()) {
      assertThat(report.table()).doesNotContainPattern("dates: [1-9]\\d* silently wrong");
    }
  }

  /** The last score of each lane on the shared corpus. */
  private static List<String> floors() throws IOException {
    try (var in =
        Objects.requireNonNull(
            ConformanceTest.class.getResourceAsStream("/conformance/floors.tsv"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(l -> !l.startsWith("#") && !l.isBlank())
          .toList();
    }
  }
}
