package news.dateline.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import news.dateline.app.ReadingPath;

/**
 * The wire files that {@code MANIFEST.tsv} lists: is each read, and does all its text come out
 * again? Schemas and catalogues are no wire files. A file counts once where another is its copy.
 */
final class WireLane implements Lane {
  /** Which of the two questions. */
  enum Asks {
    ACCEPTED,
    TEXT
  }

  private static final Set<String> NO_WIRE = Set.of("schema", "format");

  private final Asks asks;

  WireLane(Asks asks) {
    this.asks = asks;
  }

  @Override
  public String name() {
    return asks == Asks.ACCEPTED ? "wire-accepted" : "wire-text";
  }

  @Override
  public String folder() {
    return "wire";
  }

  @Override
  public List<Case> run(Path wire, ReadingPath reader) throws IOException {
    List<Case> cases = new ArrayList<>();
    for (WireRow row : WireRow.read(wire.resolve("MANIFEST.tsv"))) {
      Path file = wire.resolve(row.path());
      if (Files.isRegularFile(file) && !NO_WIRE.contains(row.get("format"))) {
        WireReading reading = WireReading.of(file, row.path(), reader);
        cases.add(
            asks == Asks.ACCEPTED
                ? Case.of(name(), row.category(), row.path(), true, faults(reading))
                : text(row, file, reading));
      }
    }
    return cases;
  }

  private static List<String> faults(WireReading reading) {
    return reading.isAccepted() ? List.of() : reading.faults();
  }

  /** Judged for files that were accepted: 99 of 100 letters of the body must be told somewhere. */
  private Case text(WireRow row, Path file, WireReading reading) throws IOException {
    String body = WireBodies.of(Files.readAllBytes(file));
    boolean mappable = reading.isAccepted() && !body.isBlank();
    List<String> faults = new ArrayList<>();
    if (mappable) {
      Map<String, Integer> told = words(reading.told());
      int letters = 0;
      int kept = 0;
      StringBuilder lost = new StringBuilder();
      for (Map.Entry<String, Integer> word : words(body).entrySet()) {
        int length = word.getKey().length();
        int found = Math.min(word.getValue(), told.getOrDefault(word.getKey(), 0));
        letters += length * word.getValue();
        kept += length * found;
        if (found < word.getValue() && lost.length() < 200) {
          lost.append(' ').append(word.getKey());
        }
      }
      if (kept * 100L < letters * 99L) {
        faults.add(kept + " of " + letters + " letters, lost:" + lost);
      }
    }
    return Case.of(name(), row.category(), row.path(), mappable, faults);
  }

  private static Map<String, Integer> words(String text) {
    Map<String, Integer> words = new LinkedHashMap<>();
    for (String word : Texts.unhyphened(text).split("[^\\p{L}\\p{N}\\p{M}]+")) {
      if (!word.isEmpty()) {
        words.merge(word, 1, Integer::sum);
      }
    }
    return words;
  }
}
