package news.dateline.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import news.dateline.app.ReadingPath;

/**
 * The values of {@code GOLD_FIELDS.tsv}, each one expectation: the article that would be published
 * must carry it. Rows are by format and agency; the path of a case ends in the field.
 */
final class WireFieldsLane implements Lane {
  @Override
  public String name() {
    return "wire-fields";
  }

  @Override
  public String folder() {
    return "wire";
  }

  @Override
  public List<Case> run(Path wire, ReadingPath reader) throws IOException {
    List<Case> cases = new ArrayList<>();
    for (WireRow row : WireRow.read(wire.resolve("GOLD_FIELDS.tsv"))) {
      Path file = wire.resolve(row.path());
      if (!Files.isRegularFile(file)) {
        continue;
      }
      WireReading reading = WireReading.of(file, row.path(), reader);
      for (String field : WireFields.NAMES) {
        String expected = WireRow.mended(row.get(field));
        if (!expected.isBlank()) {
          cases.add(judge(row, field, expected, reading));
        }
      }
    }
    return cases;
  }

  /** The gold is of the file's first item; a package's order of items is the reader's. */
  private Case judge(WireRow row, String field, String expected, WireReading reading) {
    Optional<Boolean> held = Optional.of(false);
    for (int i = 0; i < reading.articles().size(); i++) {
      JsonNode published = reading.published().get(i);
      held = WireFields.holds(field, expected, published, reading.articles().get(i));
      if (held.isEmpty() || held.get()) {
        break;
      }
    }
    List<String> faults = new ArrayList<>();
    if (held.isPresent() && !held.get()) {
      String was =
          reading.published().isEmpty()
              ? "nothing published"
              : WireFields.shown(field, reading.published().get(0));
      faults.add(field + ": " + expected + " <> " + was);
    }
    return Case.of(name(), row.category(), row.path() + "#" + field, held.isPresent(), faults);
  }
}
