package news.dateline.bench.attribution;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import news.dateline.model.Attribution;
import news.dateline.model.Attribution.Evidence;

/**
 * Agencies in printed newspapers of the nineteenth and twentieth century, read by machine, on CoNLL
 * files with one word a line: columns word, label ({@code B-org.ent.pressagency.NAME} …) and the
 * rendering. A mention is right when it overlaps an annotated one.
 */
final class ImpressoTable implements Table {
  private static final String AGENCY = "org.ent.pressagency.";

  @Override
  public String name() {
    return "impresso";
  }

  @Override
  public String folder() {
    return "impresso";
  }

  private record Mention(int from, int to, String name) {}

  private static final class Page {
    private final StringBuilder text = new StringBuilder();
    private final List<Mention> mentions = new ArrayList<>();
    private String id = "";
  }

  @Override
  public void run(Path folder, Predictor predictor, Report report) {
    report.begin("agencies in historical newspapers");
    for (Path file : Rows.files(folder, ".tsv")) {
      String language = file.getFileName().toString().contains("-de") ? "de" : "fr";
      Prf[] all = {new Prf(), new Prf()};
      Prf[] named = {new Prf(), new Prf()};
      for (Page page : pages(file)) {
        score(page, predictor.attribute(page.text.toString(), language), all, named, report);
      }
      report.line("%s", file.getFileName());
      report.line("   every mention                 %s", all[0]);
      report.line("     not looked at               %s", all[1]);
      report.line("   without agencies unnamed (unk, ag)  %s", named[0]);
      report.line("     not looked at               %s", named[1]);
    }
  }

  private static void score(Page page, Attribution found, Prf[] all, Prf[] named, Report report) {
    boolean hidden = Rows.blind(page.id);
    int k = hidden ? 1 : 0;
    List<Evidence> made = new ArrayList<>();
    for (Attribution.Agency a : found.agencies()) {
      for (Evidence e : a.evidence()) {
        if (e.field().equals("body")) {
          made.add(e);
        }
      }
    }
    int[] cp = page.text.toString().codePoints().toArray();
    for (Mention m : page.mentions) {
      boolean unnamed = m.name().equals("unk") || m.name().equals("ag");
      boolean hit = made.stream().anyMatch(e -> e.start() < m.to() && m.from() < e.end());
      all[k].wanted(hit);
      if (!unnamed) {
        named[k].wanted(hit);
      }
      if (!hit) {
        report.mistake(hidden, "missed %s: %s", m.name(), around(cp, m.from(), m.to()));
      }
    }
    for (Evidence e : made) {
      boolean hit = page.mentions.stream().anyMatch(m -> e.start() < m.to() && m.from() < e.end());
      boolean unnamed =
          page.mentions.stream()
              .anyMatch(
                  m ->
                      e.start() < m.to()
                          && m.from() < e.end()
                          && (m.name().equals("unk") || m.name().equals("ag")));
      all[k].made(hit);
      if (!unnamed) {
        named[k].made(hit);
      }
      if (!hit) {
        report.mistake(hidden, "no agency (%s): %s", e.rule(), around(cp, e.start(), e.end()));
      }
    }
  }

  private static String around(int[] cp, int from, int to) {
    int f = Math.max(0, from - 60);
    int t = Math.min(cp.length, to + 60);
    return new String(cp, f, from - f)
        + "⟦"
        + new String(cp, from, to - from)
        + "⟧"
        + new String(cp, to, t - to);
  }

  private static List<Page> pages(Path file) {
    List<Page> out = new ArrayList<>();
    Page page = new Page();
    try {
      for (String line : Files.readAllLines(file)) {
        if (line.startsWith("# document_id")) {
          page = new Page();
          page.id = line.substring(line.indexOf('=') + 1).strip();
          out.add(page);
          continue;
        }
        String[] cells = line.split("\t", -1);
        if (line.startsWith("#") || cells.length < 4 || cells[0].equals("TOKEN")) {
          continue;
        }
        int from = page.text.codePointCount(0, page.text.length());
        page.text.append(cells[0]);
        int to = page.text.codePointCount(0, page.text.length());
        String label = agency(cells);
        if (label.startsWith("B-")) {
          page.mentions.add(new Mention(from, to, label.substring(2 + AGENCY.length())));
        } else if (label.startsWith("I-") && !page.mentions.isEmpty()) {
          Mention last = page.mentions.remove(page.mentions.size() - 1);
          page.mentions.add(new Mention(last.from(), to, last.name()));
        }
        if (!line.contains("NoSpaceAfter")) {
          page.text.append(' ');
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out;
  }

  private static String agency(String[] cells) {
    for (int i = 1; i < cells.length; i++) {
      if (cells[i].startsWith("B-" + AGENCY) || cells[i].startsWith("I-" + AGENCY)) {
        return cells[i];
      }
    }
    return "O";
  }
}
