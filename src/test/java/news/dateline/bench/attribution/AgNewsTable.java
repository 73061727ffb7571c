package news.dateline.bench.attribution;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.dateline.model.Attribution;
import news.dateline.model.Attribution.Role;

/**
 * Credits in headline and lead, on rows of {@code row, title, description, title_credit,
 * lead_credit}: the agency credited must be the origin; where the credit names no agency, no agency
 * may be.
 */
final class AgNewsTable implements Table {
  @Override
  public String name() {
    return "agnews";
  }

  @Override
  public String folder() {
    return "agnews";
  }

  @Override
  public void run(Path folder, Predictor predictor, Report report) {
    report.begin("credits in headline and lead");
    for (Path file : Rows.files(folder, ".tsv")) {
      Shares right = new Shares();
      Shares fromLead = new Shares();
      Shares wrong = new Shares();
      for (Map<String, String> row : Rows.tsv(file)) {
        boolean hidden = Rows.blind(row.getOrDefault("row", ""));
        String title = row.getOrDefault("title", "");
        String lead = row.getOrDefault("description", "");
        String credit =
            row.getOrDefault("lead_credit", "").isEmpty()
                ? row.getOrDefault("title_credit", "")
                : row.getOrDefault("lead_credit", "");
        Optional<String> wanted = predictor.code(credit);
        List<String> origins = origins(predictor.attribute(title, lead, "en"));
        if (wanted.isPresent()) {
          boolean hit = origins.contains(wanted.get());
          right.add(hidden, hit);
          if (!hit) {
            report.mistake(hidden, "%s, found %s: %s | %s", wanted.get(), origins, title, lead);
          }
          if (!row.getOrDefault("lead_credit", "").isEmpty()) {
            fromLead.add(
                hidden, origins(predictor.attribute("", lead, "en")).contains(wanted.get()));
          }
        } else {
          wrong.add(hidden, !origins.isEmpty());
          if (!origins.isEmpty()) {
            report.mistake(hidden, "no agency, found %s: %s | %s", origins, title, lead);
          }
        }
      }
      report.line("%s", file.getFileName());
      right.print(report, "agency found from headline and lead");
      fromLead.print(report, "agency found from the lead alone");
      wrong.print(report, "an agency where the credit is another's");
    }
  }

  static List<String> origins(Attribution a) {
    return a.agencies().stream()
        .filter(x -> x.role() == Role.ORIGIN)
        .map(Attribution.Agency::code)
        .toList();
  }
}
