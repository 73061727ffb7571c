package news.dateline.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.dateline.app.ReadingPath;
import news.dateline.normalise.DateReader;

/**
 * {@code dates.tsv}: source, date as written, UTC or {@code NULL}. The categories say what became
 * of each date; a wrong reading is worse than none.
 */
final class DatesLane implements Lane {
  private static final Pattern CLOCK = Pattern.compile("\\d:(\\d\\d):\\d\\d");

  private static final DateReader.Hints HINTS =
      new DateReader.Hints(Optional.empty(), Optional.empty(), ReadingPath.NOW);

  @Override
  public String name() {
    return "dates";
  }

  @Override
  public List<Case> run(Path feeds, ReadingPath reader) throws IOException {
    List<Case> cases = new ArrayList<>();
    Path list = feeds.resolve("dates.tsv");
    if (!Files.exists(list)) {
      return cases;
    }
    for (String line : Files.readAllLines(list)) {
      String[] fields = line.split("\t", -1);
      if (fields.length == 3 && !fields[0].equals("source")) {
        cases.add(judge(fields[0] + " " + fields[1], fields[1], fields[2]));
      }
    }
    return cases;
  }

  /**
   * A row whose expectation cannot follow from its input: zones differ by quarters of an hour, so
   * minutes that differ by anything else are another time of day.
   */
  private static boolean contradicts(String written, String expected) {
    Matcher clock = CLOCK.matcher(written);
    return clock.find()
        && (Integer.parseInt(clock.group(1)) - Integer.parseInt(expected.substring(14, 16))) % 15
            != 0;
  }

  private Case judge(String path, String written, String expected) {
    Optional<Instant> read = DateReader.read(written, HINTS);
    if (expected.equals("NULL")) {
      List<String> faults = new ArrayList<>();
      read.ifPresent(r -> faults.add("is no date but was read as " + r));
      return Case.of(name(), "invalid, to be refused", path, true, faults);
    }
    if (read.isEmpty()) {
      return Case.of(name(), "valid", path, true, List.of("refused; means " + expected));
    }
    boolean right = read.get().equals(Instant.parse(expected));
    if (!right && contradicts(written, expected)) {
      return Case.of(name(), "valid", path, false, List.of());
    }
    return Case.of(
        name(),
        "valid",
        path,
        true,
        right ? List.of() : List.of("WRONG: " + read.get() + ", means " + expected));
  }
}
