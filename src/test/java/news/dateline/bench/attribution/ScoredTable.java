package news.dateline.bench.attribution;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A collection whose own scorer, a Python script, says what the predictions are worth. */
final class ScoredTable implements Table {
  private final String name;
  private final String folder;
  private final Path eval;

  ScoredTable(String name, String folder, Path eval) {
    this.name = name;
    this.folder = folder;
    this.eval = eval;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String folder() {
    return folder;
  }

  @Override
  public void run(Path folder, Predictor predictor, Report report) {
    boolean relay = name.equals("relay");
    Path script = eval.resolve(relay ? "score_relay.py" : "score_attribution.py");
    for (Path gold : Rows.files(folder, ".jsonl")) {
      report.begin(name + ": " + gold.getFileName());
      if (!Files.isRegularFile(script)) {
        report.line("no scorer %s, skipped", script);
        continue;
      }
      List<JsonNode> rows = Rows.json(gold);
      if (relay) {
        score(report, script, gold, predictions(rows, predictor::relay), "--errors");
      } else {
        score(report, script, gold, predictions(rows, predictor::gold), "--errors");
        new Robustness(script).run(rows, predictor, report);
      }
    }
  }

  /** What turns one row of a collection into a prediction. */
  interface Prediction {
    JsonNode of(JsonNode row);
  }

  static Path predictions(List<JsonNode> rows, Prediction prediction) {
    try {
      Path out = Files.createTempFile("predictions", ".jsonl");
      try (BufferedWriter writer = Files.newBufferedWriter(out)) {
        for (JsonNode row : rows) {
          writer.write(Rows.JSON.writeValueAsString(prediction.of(row)));
          writer.newLine();
        }
      }
      return out;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void score(Report report, Path script, Path gold, Path made, String errors) {
    List<String> command = new ArrayList<>(List.of("python3", script.toString()));
    if (script.getFileName().toString().contains("relay")) {
      command.addAll(List.of("--gold", gold.toString(), "--pred", made.toString()));
      command.addAll(List.of("--agencies", agencies(script).toString()));
    } else {
      command.addAll(List.of(gold.toString(), made.toString()));
    }
    if (report.errors() > 0) {
      command.addAll(List.of(errors, Integer.toString(report.errors())));
    }
    lines(command).forEach(l -> report.line("%s", l));
    delete(made);
  }

  private static Path agencies(Path script) {
    Path facts = script.toAbsolutePath().getParent().resolveSibling("facts");
    return facts.resolve("agencies.yaml");
  }

  static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a command prints. */
  static List<String> lines(List<String> command) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      try (BufferedReader reader =
          new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
        return reader.lines().toList();
      }
    } catch (IOException e) {
      return List.of("could not run " + command.get(0) + ": " + e.getMessage());
    }
  }
}
