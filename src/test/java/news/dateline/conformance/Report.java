package news.dateline.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The score of a run: the table for people, the misses for whoever works on them. */
final class Report {
  private final Map<String, List<Case>> byLane = new LinkedHashMap<>();
  private final List<String> notes = new ArrayList<>();

  void add(Lane lane, List<Case> cases) {
    byLane.put(lane.name(), cases);
    if (lane instanceof GoldenLane golden) {
      notes.add(lane.name() + ", by value: " + golden.byLeaf() + " hold");
    }
    if (lane instanceof CapturesLane captures) {
      notes.add("captures: " + captures.refused());
    }
    if (lane instanceof DatesLane) {
      long wrong = cases.stream().filter(c -> c.faults().toString().contains("WRONG")).count();
      notes.add("dates: " + wrong + " silently wrong");
    }
  }

  int passed(String lane) {
    return (int) count(byLane.getOrDefault(lane, List.of()), c -> c.verdict() == Case.Verdict.PASS);
  }

  Iterable<String> lanes() {
    return byLane.keySet();
  }

  List<Case> cases(String lane) {
    return byLane.getOrDefault(lane, List.of());
  }

  /** Markdown: a row a category, a row a lane, both halves of each lane. */
  String table() {
    StringBuilder out = new StringBuilder();
    out.append("| lane | category | pass | mappable | total | % | dev half | held-out half |\n");
    out.append("|---|---|---:|---:|---:|---:|---:|---:|\n");
    byLane.forEach(
        (lane, cases) -> {
          Map<String, List<Case>> categories = new LinkedHashMap<>();
          cases.forEach(
              c -> categories.computeIfAbsent(c.category(), k -> new ArrayList<>()).add(c));
          categories.forEach((category, list) -> row(out, lane, category, list));
          row(out, "**" + lane + "**", "**all**", cases);
        });
    notes.forEach(n -> out.append('\n').append(n).append('\n'));
    return out.toString();
  }

  private static void row(StringBuilder out, String lane, String category, List<Case> cases) {
    long pass = count(cases, c -> c.verdict() == Case.Verdict.PASS);
    long mappable = count(cases, c -> c.verdict() != Case.Verdict.UNMAPPABLE);
    out.append(
        String.format(
            "| %s | %s | %d | %d | %d | %s | %s | %s |%n",
            lane,
            category,
            pass,
            mappable,
            cases.size(),
            percent(pass, mappable),
            half(cases, true),
            half(cases, false)));
  }

  private static String half(List<Case> cases, boolean dev) {
    List<Case> half = cases.stream().filter(c -> c.isDev() == dev).toList();
    return count(half, c -> c.verdict() == Case.Verdict.PASS)
        + "/"
        + count(half, c -> c.verdict() != Case.Verdict.UNMAPPABLE);
  }

  private static String percent(long part, long whole) {
    return whole == 0 ? "" : String.format(java.util.Locale.ROOT, "%.1f", 100.0 * part / whole);
  }

  private static long count(List<Case> cases, Predicate<Case> wanted) {
    return cases.stream().filter(wanted).count();
  }

  /** Writes {@code table.md}, {@code misses.tsv} and {@code unmappable.tsv}. */
  void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("table.md"), table());
    List<String> misses = new ArrayList<>();
    List<String> unmappable = new ArrayList<>();
    byLane.values().stream()
        .flatMap(List::stream)
        .forEach(
            c -> {
              String line =
                  String.join(
                      "\t", c.lane(), c.category(), c.isDev() ? "dev" : "held-out", c.path());
              if (c.verdict() == Case.Verdict.MISS) {
                misses.add(line + "\t" + String.join(" | ", c.faults()).replaceAll("\\s+", " "));
              } else if (c.verdict() == Case.Verdict.UNMAPPABLE) {
                unmappable.add(line);
              }
            });
    Files.write(folder.resolve("misses.tsv"), misses);
    Files.write(folder.resolve("unmappable.tsv"), unmappable);
  }
}
