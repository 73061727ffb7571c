package news.dateline.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import news.dateline.testing.Corpus;
import org.junit.jupiter.api.Test;

class DateCorpusTest {
  private static final DateReader.Hints NO_HINTS =
      new DateReader.Hints(
          Optional.empty(), Optional.empty(), Instant.parse("2026-11-24T12:00:00Z"));

  /**
   * One expectation of the corpus contradicts its own input ("15:05:05" is expected to be 15:00),
   * and one takes a month without a day for its second; nothing else may be wrong.
   */
  @Test
  void reads_the_dates_of_other_feed_readers_suites_and_none_of_them_wrongly() throws IOException {
    int right = 0;
    int valid = 0;
    int invalid = 0;
    List<String> refused = new ArrayList<>();
    List<String> wrong = new ArrayList<>();
    List<String> accepted = new ArrayList<>();
    for (String line : Files.readAllLines(Corpus.require("corpus/feeds/dates.tsv"))) {
      String[] fields = line.split("\t", -1);
      if (fields.length != 3 || fields[0].equals("source")) {
        continue;
      }
      Optional<Instant> read = DateReader.read(fields[1], NO_HINTS);
      if (fields[2].equals("NULL")) {
        invalid++;
        read.ifPresent(r -> accepted.add(fields[1] + " as " + r));
        continue;
      }
      valid++;
      if (read.isEmpty()) {
        refused.add(fields[1]);
      } else if (read.get().equals(Instant.parse(fields[2]))) {
        right++;
      } else {
        wrong.add(fields[1] + " as " + read.get() + ", expected " + fields[2]);
      }
    }
    System.out.printf(
        "dates.tsv: %d of %d right, %d refused, %d differ; %d of %d invalid accepted%n"
            + "  refused: %s%n  differ: %s%n",
        right, valid, refused.size(), wrong.size(), accepted.size(), invalid, refused, wrong);
    assertThat(accepted).isEmpty();
    assertThat(wrong).hasSizeLessThanOrEqualTo(1);
    assertThat(right * 100).isGreaterThanOrEqualTo(valid * 90);
  }
}
