package news.dateline.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import news.dateline.app.ReadingPath;
import news.dateline.app.ReadingPath.Reading;
import news.dateline.model.Reason;
import news.dateline.model.Rejection;

/**
 * The captures and reference files that {@code NEWS.tsv} and {@code MANIFEST.tsv} list: each must
 * be read, with all the items the list counts. Files that are no feeds (goldens, OPML, web pages)
 * have no count to hold, and are left out.
 */
final class CapturesLane implements Lane {
  private int refusedEmpty;
  private int refusedCut;

  @Override
  public String name() {
    return "captures";
  }

  @Override
  public List<Case> run(Path feeds, ReadingPath reader) throws IOException {
    List<Case> cases = new ArrayList<>();
    for (String list : List.of("NEWS.tsv", "MANIFEST.tsv")) {
      if (!Files.exists(feeds.resolve(list))) {
        continue;
      }
      List<String> lines = Files.readAllLines(feeds.resolve(list));
      Map<String, Integer> columns = columns(lines.get(0));
      for (String line : lines.subList(1, lines.size())) {
        String[] fields = line.split("\t", -1);
        Path file = feeds.resolve(fields[columns.get("path")]);
        String kind = list.equals("NEWS.tsv") ? "news" : fields[columns.get("kind")];
        String items = fields[columns.get("items")];
        if (Files.isRegularFile(file) && isFeed(kind) && !items.isBlank()) {
          cases.add(judge(feeds, file, kind, Integer.parseInt(items), reader));
        }
      }
    }
    return cases;
  }

  private static Map<String, Integer> columns(String head) {
    Map<String, Integer> columns = new HashMap<>();
    for (String name : head.split("\t", -1)) {
      columns.put(name, columns.size());
    }
    return columns;
  }

  private static boolean isFeed(String kind) {
    return !List.of("expected-json", "opml", "html", "other", "json").contains(kind);
  }

  /**
   * Items that were found and refused by name, so that nothing is lost unsaid: one in which there
   * is nothing an article could have, and the one in which the capture itself breaks off.
   */
  private int named(Reading reading) {
    List<Rejection> refused = reading.items().rejections();
    long empty = refused.stream().filter(r -> r.reason() == Reason.ITEM_EMPTY).count();
    long cut = refused.stream().filter(r -> r.message().contains("breaks off")).count();
    refusedEmpty += empty;
    refusedCut += cut;
    return (int) (empty + Math.min(cut, 1));
  }

  /** How many items were refused by name. */
  String refused() {
    return refusedEmpty + " items refused as empty, " + refusedCut + " as cut off";
  }

  private Case judge(Path feeds, Path file, String kind, int items, ReadingPath reader)
      throws IOException {
    String path = feeds.relativize(file).toString();
    Reading reading = reader.read(Files.readAllBytes(file), path, b -> b);
    List<String> faults = new ArrayList<>();
    int found = reading.items().items().size() + named(reading);
    if (found < items) {
      faults.add(found + " of " + items + " items");
    }
    reading.items().rejections().stream()
        .filter(r -> found < items)
        .forEach(r -> faults.add(r.reason() + ": " + r.message()));
    return Case.of(name(), kind, path, true, faults);
  }
}
