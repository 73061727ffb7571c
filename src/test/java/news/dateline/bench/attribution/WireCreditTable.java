package news.dateline.bench.attribution;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Wire copy in newspapers, on rows of {@code id, text, author, wire}: the wire must be the origin,
 * told by text and author or by the text alone; where {@code wire} is {@code None} no agency may be
 * the origin. Rows with {@code NA} were not annotated and are left out.
 */
final class WireCreditTable implements Table {
  @Override
  public String name() {
    return "wire";
  }

  @Override
  public String folder() {
    return "polnear";
  }

  @Override
  public void run(Path folder, Predictor predictor, Report report) {
    report.begin("wire copy in newspapers");
    for (Path file : Rows.files(folder, ".jsonl")) {
      Shares both = new Shares();
      Shares text = new Shares();
      Shares wrong = new Shares();
      for (JsonNode row : Rows.json(file)) {
        String wire = row.path("wire").asText("NA");
        if (wire.equals("NA")) {
          continue;
        }
        boolean hidden = Rows.blind(row.get("id").asText());
        String body = row.get("text").asText();
        String author = row.path("author").asText("");
        List<String> found = AgNewsTable.origins(predictor.authored(body, List.of(author), "en"));
        if (wire.equals("None")) {
          wrong.add(hidden, !found.isEmpty());
          if (!found.isEmpty()) {
            report.mistake(hidden, "no wire, found %s, author %s: %s", found, author, ends(body));
          }
          continue;
        }
        Optional<String> wanted =
            predictor.code(wire).or(() -> Optional.of(wire.toUpperCase(Locale.ROOT)));
        boolean hit = found.contains(wanted.orElseThrow());
        both.add(hidden, hit);
        text.add(
            hidden,
            AgNewsTable.origins(predictor.attribute(body, "en")).contains(wanted.orElseThrow()));
        if (!hit) {
          report.mistake(hidden, "%s, found %s, author %s: %s", wire, found, author, ends(body));
        }
      }
      report.line("%s", file.getFileName());
      both.print(report, "wire found from text and author");
      text.print(report, "wire found from the text alone");
      wrong.print(report, "a wire where there is none");
    }
  }

  private static String ends(String text) {
    int n = text.length();
    String all = n < 300 ? text : text.substring(0, 150) + " … " + text.substring(n - 150);
    return all.replace('\n', ' ');
  }
}
