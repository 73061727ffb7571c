package news.dateline.bench.attribution;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.dateline.model.HouseStyle;
import news.dateline.model.ParagraphBook;
import news.dateline.normalise.Boilerplate;

/**
 * What is cut as boilerplate from texts that are all story, or nearly: characters, their share, and
 * paragraphs by reason. Whether a cut was wrong no file says: {@code --errors} shows them to be
 * judged. Texts with a publisher and a day are read a second time as that publisher's stream, in
 * the order of days, so that what recurs is counted as it would be.
 */
final class RemovedTable implements Table {
  private static final Pattern DAY = Pattern.compile("\\d{4}-(?:0[1-9]|1[0-2])-(?:[0-2]\\d|3[01])");

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
    stream(folder.resolve("polnear"), "en", report);
    texts(folder.resolve("german-wikinews"), "de", report);
    stream(folder.resolve("german-wikinews"), "de", report);
    newspapers(folder.resolve("bylines"), report);
    leads(folder.resolve("reuters21578"), "newid", "lead", report);
    leads(folder.resolve("agnews"), "row", "description", report);
    sentences(folder.resolve("relay"), report);
    gold(folder.resolve("dateline-gold"), report);
  }

  private void texts(Path folder, String language, Report report) {
    for (Path file : Rows.files(folder, ".jsonl")) {
      Cuts cuts = new Cuts(file);
      Cuts glued = new Cuts(Path.of("without breaks"));
      for (JsonNode row : Rows.json(file)) {
        boolean blind = Rows.blind(row.path("id").asText());
        String text = row.path("text").asText();
        String publisher = row.path("publisher").asText("");
        cuts.add(blind, List.of(text.split("\n+")), publisher, language, report);
        List<String> one = List.of(text.replaceAll("\n\\s*", " "));
        glued.add(blind, one, publisher, language, report);
      }
      cuts.print(report);
      glued.print(report);
    }
  }

  private void stream(Path folder, String language, Report report) {
    List<JsonNode> rows = new ArrayList<>();
    Rows.files(folder, ".jsonl").forEach(f -> rows.addAll(Rows.json(f)));
    rows.sort(Comparator.comparing(RemovedTable::day));
    Map<String, ParagraphBook> books = new HashMap<>();
    Cuts cuts = new Cuts(Path.of("as a stream"));
    for (JsonNode row : rows) {
      String publisher = row.path("publisher").asText("");
      List<String> paragraphs = List.of(row.path("text").asText().split("\n+"));
      ParagraphBook book = books.computeIfAbsent(publisher, p -> new ParagraphBook());
      cuts.book = book;
      cuts.add(Rows.blind(row.path("id").asText()), paragraphs, publisher, language, report);
      book.add(Boilerplate.prints(paragraphs), (int) LocalDate.parse(day(row)).toEpochDay());
    }
    cuts.print(report);
  }

  /** Its date, or the one in brackets at the end of its title. */
  private static String day(JsonNode row) {
    String date = row.path("date").asText("");
    String title = row.path("title").asText("");
    Matcher in = DAY.matcher(date.isEmpty() ? title : date);
    return in.find() ? in.group() : "2000-01-01";
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
    private ParagraphBook book = new ParagraphBook();

    Cuts(Path file) {
      this.file = file.getFileName().toString();
    }

    void add(boolean hidden, List<String> given, String publisher, String language, Report report) {
      int k = hidden ? 1 : 0;
      Boilerplate.Context context =
          new Boilerplate.Context(
              publisher, Optional.of(language), List.of(), HouseStyle.NONE, book);
      List<String> paragraphs = boilerplate.unglued(given, context);
      for (String p : paragraphs) {
        all[k] += p.length();
      }
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
