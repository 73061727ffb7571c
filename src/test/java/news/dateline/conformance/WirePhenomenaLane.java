package news.dateline.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.dateline.app.ReadingPath;
import news.dateline.model.Article;
import news.dateline.model.Change;
import news.dateline.model.Embargo;
import news.dateline.model.PubStatus;

/**
 * The traps of {@code PHENOMENA.tsv} that an article shows: embargoes hold, kills kill, nothing for
 * editors leaks. An embargo is looked at with a clock of long ago, when none was over.
 */
final class WirePhenomenaLane implements Lane {
  private static final Instant LONG_AGO = Instant.parse("1990-01-01T00:00:00Z");

  private static final Pattern CONTACT =
      Pattern.compile("[\\w.+-]+@[\\w-]+\\.[\\w.-]+|\\+\\d{1,3}[ \\d()/.-]{6,20}\\d");

  private static final Set<String> NONE = Set.of("phenomenon");

  /** What must hold of one of a file's articles. */
  private static final Map<String, Predicate<Article>> CHECKS = checks();

  private static Map<String, Predicate<Article>> checks() {
    Map<String, Predicate<Article>> checks = new LinkedHashMap<>();
    Predicate<Article> waits = a -> !(a.status().embargo() instanceof Embargo.None);
    checks.put("embargo_time_present", waits);
    checks.put("pubstatus_embargoed_nonstandard", waits);
    checks.put("pubstatus_canceled", a -> a.status().pubStatus() == PubStatus.CANCELED);
    checks.put(
        "correction",
        a -> a.change().kind() == Change.Kind.CORRECTION || a.change().kind() == Change.Kind.KILL);
    checks.put("desk_signoff_last_par", a -> a.attribution().signoff().isPresent());
    checks.put("no_headline", a -> !a.content().headline().isBlank());
    checks.put("syndication_lineage_hops", a -> !a.wire().hops().isEmpty());
    checks.put("composite_dateline_source", a -> a.attribution().agencies().size() > 1);
    checks.put("multi_agency_credit", a -> a.attribution().agencies().size() > 1);
    checks.put("rtl_arabic", a -> a.language().filter("ar"::equals).isPresent());
    checks.put("bytes_not_utf8", a -> a.content().text().indexOf('\uFFFD') < 0);
    return checks;
  }

  @Override
  public String name() {
    return "wire-phenomena";
  }

  @Override
  public String folder() {
    return "wire";
  }

  @Override
  public List<Case> run(Path wire, ReadingPath reader) throws IOException {
    List<Case> cases = new ArrayList<>();
    try (ReadingPath longAgo = new ReadingPath(LONG_AGO)) {
      for (WireRow row : WireRow.read(wire.resolve("PHENOMENA.tsv"))) {
        Path file = wire.resolve(row.path());
        String phenomenon = row.get("phenomenon");
        if (Files.isRegularFile(file) && !NONE.contains(phenomenon)) {
          boolean embargo = phenomenon.contains("embargo");
          WireReading reading = WireReading.of(file, row.path(), embargo ? longAgo : reader);
          cases.add(judge(row, file, phenomenon, reading));
        }
      }
    }
    return cases;
  }

  private Case judge(WireRow row, Path file, String phenomenon, WireReading reading)
      throws IOException {
    if (phenomenon.equals("non_public_notes_must_not_leak")) {
      List<String> leaks = leaks(file, reading);
      return Case.of(name(), phenomenon, row.path(), reading.isAccepted(), leaks);
    }
    Predicate<Article> check = CHECKS.get(phenomenon);
    boolean holds = check != null && reading.articles().stream().anyMatch(check);
    List<String> faults = new ArrayList<>();
    if (check != null && !holds) {
      faults.add(row.get("detail") + " " + reading.faults());
    }
    return Case.of(name(), phenomenon, row.path(), check != null, faults);
  }

  /** Addresses and telephone numbers of the file that a reader of what is published would see. */
  private static List<String> leaks(Path file, WireReading reading) throws IOException {
    String raw = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    List<String> leaks = new ArrayList<>();
    for (JsonNode published : reading.published()) {
      String all = published.toString();
      Matcher contact = CONTACT.matcher(raw);
      while (contact.find()) {
        if (all.contains(contact.group()) && !leaks.contains(contact.group())) {
          leaks.add(contact.group());
        }
      }
    }
    return leaks;
  }
}
