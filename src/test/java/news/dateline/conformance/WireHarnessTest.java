package news.dateline.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import news.dateline.app.ReadingPath;
import news.dateline.testing.Wires;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The wire lanes can tell right from wrong, on a small corpus of our own words. */
class WireHarnessTest {
  @TempDir private Path corpus;

  private void put(String path, String text) throws IOException {
    Path file = corpus.resolve("wire").resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private void list(String name, String... rows) throws IOException {
    put(name, String.join("\n", rows).replace('|', '\t') + "\n");
  }

  private List<Case> run(Lane lane) throws IOException {
    try (ReadingPath reader = new ReadingPath()) {
      return lane.run(Conformance.folder(corpus, lane), reader);
    }
  }

  private void manifest(String... paths) throws IOException {
    String[] rows = new String[paths.length + 1];
    rows[0] = "path|format|agency";
    for (int i = 0; i < paths.length; i++) {
      rows[i + 1] = paths[i] + "|nitf|Quay";
    }
    list("MANIFEST.tsv", rows);
  }

  @Test
  void a_file_nobody_reads_is_a_miss_with_its_reason() throws IOException {
    put("good.xml", Wires.nitf("1", ">", "Rain", "Rain fell on the harbour."));
    put("bad.xml", "<weather>Rain</weather>");
    manifest("good.xml", "bad.xml", "absent.xml");
    List<Case> cases = run(new WireLane(WireLane.Asks.ACCEPTED));
    assertThat(cases)
        .extracting(Case::verdict)
        .containsExactly(Case.Verdict.PASS, Case.Verdict.MISS);
    assertThat(cases.get(1).faults().get(0)).startsWith("UNKNOWN_FORMAT");
  }

  @Test
  void words_that_stand_nowhere_in_the_article_are_lost() throws IOException {
    put("kept.xml", Wires.nitf("1", ">", "Rain", "Rain fell on the harbour."));
    String forgotten =
        "<body.content><p>" + "Nobody reads this second body. ".repeat(9) + "</p></body.content>";
    put(
        "lost.xml",
        Wires.nitf("2", ">", "Rain", "Rain fell.")
            .replace("</nitf>", "<body.end>" + forgotten + "</body.end></nitf>"));
    manifest("kept.xml", "lost.xml");
    List<Case> cases = run(new WireLane(WireLane.Asks.TEXT));
    assertThat(cases)
        .extracting(Case::verdict)
        .containsExactly(Case.Verdict.PASS, Case.Verdict.MISS);
    assertThat(cases.get(1).faults().get(0)).contains("lost:").contains("Nobody");
  }

  @Test
  void each_field_of_the_gold_is_judged_by_itself() throws IOException {
    put("a.xml", Wires.nitf("1", ">", "Rain in harbour", "Rain fell."));
    list(
        "GOLD_FIELDS.tsv",
        "path|format|agency|headline|versioncreated|lang|pubstatus",
        "a.xml|nitf|Quay|Rain in harbour|20260503T100000Z|fr|usable");
    assertThat(run(new WireFieldsLane()))
        .extracting(c -> c.path() + " " + c.verdict())
        .containsExactly(
            "a.xml#versioncreated PASS",
            "a.xml#pubstatus PASS",
            "a.xml#lang MISS",
            "a.xml#headline PASS");
  }

  @Test
  void gold_that_was_read_in_the_wrong_charset_is_mended() {
    assertThat(WireRow.mended("procÃ¨s")).isEqualTo("procès");
    assertThat(WireRow.mended("procès")).isEqualTo("procès");
    assertThat(WireRow.mended("Rain")).isEqualTo("Rain");
  }

  @Test
  void traps_are_seen_where_they_hold_and_where_not() throws IOException {
    put("kill.xml", Wires.nitf("1", "management-status=\"canceled\">", "Rain", "Rain fell."));
    put("usable.xml", Wires.nitf("2", ">", "Rain", "Rain fell."));
    put(
        "embargo.xml",
        Wires.nitf(
            "3",
            "management-status=\"embargoed\"><date.release norm=\"20010503T180000Z\"/>",
            "Rain",
            "Rain fell."));
    put(
        "leak.xml",
        Wires.nitf(
            "4", ">", "Rain", "Rain fell. Call Jane Roe, +00 1 234 5678 90, desk@quay.example."));
    list(
        "PHENOMENA.tsv",
        "phenomenon|split|path|detail",
        "pubstatus_canceled|dev|kill.xml|",
        "pubstatus_canceled|dev|usable.xml|",
        "embargo_time_present|dev|embargo.xml|",
        "embargo_time_present|dev|usable.xml|",
        "non_public_notes_must_not_leak|dev|leak.xml|",
        "non_public_notes_must_not_leak|dev|usable.xml|",
        "colour_of_paper|dev|usable.xml|");
    assertThat(run(new WirePhenomenaLane()))
        .extracting(Case::verdict)
        .containsExactly(
            Case.Verdict.PASS,
            Case.Verdict.MISS,
            Case.Verdict.PASS,
            Case.Verdict.MISS,
            Case.Verdict.MISS,
            Case.Verdict.PASS,
            Case.Verdict.UNMAPPABLE);
  }
}
