package news.dateline.bench.attribution;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import news.dateline.attribution.AttributionInput;
import news.dateline.attribution.Attributor;
import news.dateline.attribution.LearntNames;
import news.dateline.model.Attribution;
import news.dateline.model.Attribution.Quote;
import news.dateline.model.NameRecord;
import news.dateline.model.SpokenNames;

/**
 * What the stream teaches of names: the texts of several publishers in the order of their days,
 * each read with what those before it taught. Prints how many spellings were established and how
 * many speakers they renamed; whether rightly no file says, {@code --errors} shows them to be
 * judged.
 */
final class NamesTable implements Table {
  private final Map<String, NameRecord> names = new HashMap<>();

  @Override
  public String name() {
    return "names";
  }

  @Override
  public String folder() {
    return "polnear";
  }

  @Override
  public void run(Path folder, Predictor predictor, Report report) {
    report.begin("names learnt from the stream");
    List<JsonNode> rows = new ArrayList<>();
    Rows.files(folder, ".jsonl").forEach(f -> rows.addAll(Rows.json(f)));
    rows.sort(Comparator.comparing(r -> r.path("date").asText()));
    LearntNames learnt = new LearntNames();
    Attributor taught = predictor.attributor(learnt);
    Shares renamed = new Shares();
    for (JsonNode row : rows) {
      boolean hidden = Rows.blind(row.path("id").asText());
      Attribution before = predictor.attribute(row.path("text").asText(), "en");
      learnt.replace(names.values());
      Attribution after = taught.attribute(AttributionInput.of(row.path("text").asText()));
      compare(before, after, hidden, renamed, report);
      int day = (int) LocalDate.parse(row.path("date").asText()).toEpochDay();
      for (String name : SpokenNames.of(before)) {
        names.compute(
            name,
            (n, r) ->
                (r == null ? NameRecord.unknown(n) : r).after(row.path("publisher").asText(), day));
      }
    }
    long known = names.values().stream().filter(NameRecord::isKnown).count();
    report.line("   %d names met, %d established", names.size(), known);
    renamed.print(report, "speakers renamed");
  }

  private static void compare(
      Attribution before, Attribution after, boolean hidden, Shares renamed, Report report) {
    for (int i = 0; i < Math.min(before.quotes().size(), after.quotes().size()); i++) {
      Quote was = before.quotes().get(i);
      Quote is = after.quotes().get(i);
      if (was.speaker().isPresent() && is.speaker().isPresent()) {
        String name = is.speaker().get().name();
        boolean other = !name.equals(was.speaker().get().name());
        renamed.add(hidden, other);
        if (other) {
          report.mistake(
              hidden, "\"%s\" is understood as \"%s\"", was.speaker().get().name(), name);
        }
      }
    }
  }
}
