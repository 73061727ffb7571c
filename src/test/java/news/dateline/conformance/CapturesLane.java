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

/**
 * The captures and reference files that {@code NEWS.tsv} and {@code MANIFEST.tsv} list: each must
 * be read, with all the items the list counts. Files that are no feeds (goldens, OPML, web pages)
 * have no count to hold, and are left out.
 */
final class CapturesLane implements Lane {
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

  private Case judge(Path feeds, Path file, String kind, int items, ReadingPath reader)
      throws IOException {
    String path = feeds.relativize(file).toString();
    Reading reading = reader.read(Files.readAllBytes(file), path, b -> b);
    List<String> faults = new ArrayList<>();
    int found = reading.items().items().size();
    if (found < items) {
      faults.add(found + " of " + items + " items");
    }
    reading.items().rejections().stream()
        .filter(r -> found < items)
        .forEach(r -> faults.add(r.reason() + ": " + r.message()));
    return Case.of(name(), kind, path, true, faults);
  }
}
