package news.dateline.bench.attribution;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import news.dateline.normalise.Boilerplate;

/**
 * What is cut as boilerplate from texts that are all story, or nearly: characters, their share, and
 * paragraphs by reason. Whether a cut was wrong no file says: {@code --errors} shows them to be
 * judged. Paragraphs are read alone; what recurs in a source's items is unknown here.
 */
final class RemovedTable implements Table {
  private final Boilerplate boilerplate = new Boilerplate();

  @Override
  public String name() {
    return "removed";
  }

  @Override
  public String folder() {
    return ".";
  }

  @Override
  public void run(Path folder, Predictor predictor, Report report) {
    report.begin("what is cut as boilerplate");
    texts(folder.resolve("polnear"), "en", report);
    texts(folder.resolve("german-wikinews"), "de", report);
    newspapers(folder.resolve("bylines"), report);
    leads(folder.resolve("reuters21578"), "newid", "lead", report);
    leads(folder.resolve("agnews"), "row", "description", report);
    sentences(folder.resolve("relay"), report);
    gold(folder.resolve("dateline-gold"), report);
  }

  private void texts(Path folder, String language, Report report) {
    for (Path file : Rows.files(folder, ".jsonl")) {
      Cuts cuts = new Cuts(file);
      for (JsonNode row : Rows.json(file)) {
        cuts.add(
            Rows.blind(row.path("id").asText()),
            List.of(row.path("text").asText().split("\n+")),
            row.path("publisher").asText(""),
            language,
            report);
      }
      cuts.print(report);
    }
  }

  private void newspapers(Path folder, Report report) {
    for (Path file : Rows.files(folder, ".jsonl")) {
      Cuts cuts = new Cuts(file);
      int n = 0;
      for (JsonNode row : Rows.json(file)) {
        List<String> paragraphs = new ArrayList<>();
        row.path("paragraphs").forEach(p -> paragraphs.add(p.asText()));
        String publisher = row.path("publisher").asText();
        String language = BylineTable.language(row.path("country").asText());
        cuts.add(Rows.blind(publisher + n++), paragraphs, publisher, language, report);
      }
      cuts.print(report);
    }
  }

  private void leads(Path folder, String id, String text, Report report) {
    for (Path file : Rows.files(folder, ".tsv")) {
      Cuts cuts = new Cuts(file);
      for (Map<String, String> row : Rows.tsv(file)) {
        cuts.add(
            Rows.blind(row.getOrDefault(id, "")),
            List.of(row.getOrDefault(text, "")),
            "",
            "en",
            report);
      }
      cuts.print(report);
    }
  }

  private void sentences(Path folder, Report report) {
    for (Path file : Rows.files(folder, ".jsonl")) {
      Cuts cuts = new Cuts(file);
      for (JsonNode row : Rows.json(file)) {
        cuts.add(
            Rows.blind(row.path("id").asText()),
            List.of(row.path("sentence").asText()),
            "",
            row.path("lang").asText("en"),
            report);
      }
      cuts.print(report);
    }
  }

  /** Here the file says what is boilerplate: only what it does not name was wrongly cut. */
  private void gold(Path folder, Report report) {
    for (Path file : Rows.files(folder, ".jsonl")) {
      Cuts cuts = new Cuts(file);
      for (JsonNode row : Rows.json(file)) {
        List<String> wanted = new ArrayList<>();
        row.path("gold").path("boilerplate").forEach(b -> wanted.add(b.asText()));
        wanted.add(row.path("gold").path("signoff").asText("\0"));
        cuts.wanted = wanted;
        cuts.add(
            false,
            List.of(row.path("text").asText().split("\n\n")),
            row.path("publisher").asText(""),
            row.path("lang").asText(),
            report);
      }
      cuts.print(report);
    }
  }

  /** The sums of one file. */
  private final class Cuts {
    private final String file;
    private final long[] all = new long[2];
    private final long[] cut = new long[2];
    private final Map<String, Integer> reasons = new TreeMap<>();
    private List<String> wanted = List.of();

    Cuts(Path file) {
      this.file = file.getFileName().toString();
    }

    void add(
        boolean hidden, List<String> paragraphs, String publisher, String language, Report report) {
      int k = hidden ? 1 : 0;
      for (String p : paragraphs) {
        all[k] += p.length();
      }
      Boilerplate.Context context =
          new Boilerplate.Context(publisher, Optional.of(language), List.of());
      for (Boilerplate.Cut c : boilerplate.cuts(paragraphs, context)) {
        String p = paragraphs.get(c.paragraph());
        if (wanted.stream().noneMatch(w -> w.contains(p) || p.contains(w))) {
          cut[k] += p.length();
          reasons.merge(c.reason(), 1, Integer::sum);
          report.mistake(hidden, "%s, %s: %s", publisher, c.reason(), p);
        }
      }
    }

    void print(Report report) {
      report.line(
          "   %-24s %d of %d characters %.3f %%   not looked at: %d of %d %.3f %%   %s",
          file,
          cut[0],
          all[0],
          100.0 * cut[0] / Math.max(1, all[0]),
          cut[1],
          all[1],
          100.0 * cut[1] / Math.max(1, all[1]),
          reasons);
    }
  }
}
