package news.dateline.bench.attribution;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import news.dateline.model.Attribution.Dateline;

/**
 * Datelines, on rows of {@code newid, dateline, author, lead}: the dateline is set before the lead
 * and must be found as printed; the lead alone must yield none.
 */
final class DatelineTable implements Table {
  @Override
  public String name() {
    return "datelines";
  }

  @Override
  public String folder() {
    return "reuters21578";
  }

  @Override
  public void run(Path folder, Predictor predictor, Report report) {
    report.begin("datelines");
    for (Path file : Rows.files(folder, ".tsv")) {
      int[] rows = new int[2];
      int[] right = new int[2];
      int[] falseFires = new int[2];
      for (Map<String, String> row : Rows.tsv(file)) {
        String printed = row.getOrDefault("dateline", "");
        String lead = row.getOrDefault("lead", "");
        if (printed.isBlank() || lead.isBlank()) {
          continue;
        }
        boolean hidden = Rows.blind(row.getOrDefault("newid", ""));
        int k = hidden ? 1 : 0;
        rows[k]++;
        Optional<Dateline> found = predictor.attribute(printed + " " + lead, "en").dateline();
        if (found.isPresent() && bare(found.get().text()).equals(bare(printed))) {
          right[k]++;
        } else {
          report.mistake(
              hidden,
              "dateline, gold \"%s\", found %s: %s",
              printed,
              found.map(Dateline::text).orElse("none"),
              lead.substring(0, Math.min(60, lead.length())));
        }
        Optional<Dateline> none = predictor.attribute(lead, "en").dateline();
        if (none.isPresent()) {
          falseFires[k]++;
          report.mistake(hidden, "no dateline: \"%s\" in %s", none.get().text(), lead);
        }
      }
      for (int k = 0; k < 2; k++) {
        report.line(
            "%s, rows %slooked at: %d of %d right = %.2f %%, false fires %d of %d leads",
            file.getFileName(),
            k == 0 ? "" : "not ",
            right[k],
            rows[k],
            100.0 * right[k] / Math.max(1, rows[k]),
            falseFires[k],
            rows[k]);
      }
    }
  }

  private static String bare(String dateline) {
    return dateline.replaceAll("[\\s.,–—-]+$", "").replaceAll("\\s+", " ");
  }
}
