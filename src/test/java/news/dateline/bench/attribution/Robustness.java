package news.dateline.bench.attribution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * How much the score of the gold set falls when its texts are spoilt as transport spoils them:
 * curly quotation marks made straight, every space a no-break space, one name misspelt in each
 * text, paragraph breaks gone.
 */
final class Robustness {
  private final Path script;

  Robustness(Path script) {
    this.script = script;
  }

  void run(List<JsonNode> rows, Predictor predictor, Report report) {
    double plain = score(rows, rows, predictor);
    report.line("robustness (score as printed above: %.3f)", plain);
    show(report, "quotation marks made straight", plain, rows, predictor, Robustness::straight);
    show(
        report,
        "every space a no-break space",
        plain,
        rows,
        predictor,
        t -> t.replace(' ', '\u00a0'));
    List<JsonNode> misspelt = rows.stream().map(Robustness::misspelt).toList();
    double m = score(misspelt, misspelt, predictor);
    report.line(
        "   %-32s %.3f, %.1f points lost", "one name misspelt a text", m, 100 * (plain - m));
    show(
        report,
        "paragraph breaks removed",
        plain,
        rows,
        predictor,
        t -> t.replaceAll("\\n\\s*", " "));
  }

  private void show(
      Report report,
      String what,
      double plain,
      List<JsonNode> rows,
      Predictor predictor,
      UnaryOperator<String> spoil) {
    List<JsonNode> spoilt = rows.stream().map(r -> spoilt(r, spoil)).toList();
    double s = score(rows, spoilt, predictor);
    report.line("   %-32s %.3f, %.1f points lost", what, s, 100 * (plain - s));
  }

  private static JsonNode spoilt(JsonNode row, UnaryOperator<String> spoil) {
    ObjectNode out = row.deepCopy();
    out.put("text", spoil.apply(row.get("text").asText()));
    out.put("headline", spoil.apply(row.path("headline").asText("")));
    return out;
  }

  static String straight(String text) {
    return text.replaceAll("[“”„«»]", "\"").replaceAll("[‘’‚‹›]", "'");
  }

  /** The first person quoted by full name is misspelt, once, where first printed. */
  private static JsonNode misspelt(JsonNode row) {
    for (JsonNode quote : row.path("gold").path("quotes")) {
      String name = quote.path("speaker").asText("");
      boolean person = quote.path("speaker_type").asText("").equals("person");
      int space = name.indexOf(' ');
      if (!person || space < 3 || !row.get("text").asText().contains(name)) {
        continue;
      }
      String wrong = name.substring(0, space - 2) + name.charAt(space - 1) + name.substring(space);
      ObjectNode out = row.deepCopy();
      out.put("text", first(row.get("text").asText(), name, wrong));
      ObjectNode gold = (ObjectNode) out.get("gold");
      for (JsonNode q : gold.path("quotes")) {
        ObjectNode one = (ObjectNode) q;
        if (q.path("speaker").asText("").equals(name)) {
          ArrayNode alt = one.withArray("speaker_alt");
          alt.add(wrong);
        }
        if (q.path("mention").asText("").equals(name)) {
          one.put("mention", wrong);
        }
      }
      return out;
    }
    return row;
  }

  private static String first(String text, String name, String wrong) {
    int at = text.indexOf(name);
    return text.substring(0, at) + wrong + text.substring(at + name.length());
  }

  private double score(List<JsonNode> gold, List<JsonNode> texts, Predictor predictor) {
    Path wanted = ScoredTable.predictions(gold, row -> row);
    Path made = ScoredTable.predictions(texts, predictor::gold);
    List<String> lines =
        ScoredTable.lines(
            List.of("python3", script.toString(), wanted.toString(), made.toString()));
    ScoredTable.delete(wanted);
    ScoredTable.delete(made);
    String last = lines.isEmpty() ? "" : lines.get(lines.size() - 1);
    String figure = last.substring(last.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
    return figure.matches("[0-9.]+") ? Double.parseDouble(figure) : Double.NaN;
  }
}
