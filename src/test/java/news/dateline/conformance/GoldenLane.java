package news.dateline.conformance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import news.dateline.app.ReadingPath;

/**
 * Suites that keep the result as JSON beside the feed: {@code x.xml} and {@code x.json}, or {@code
 * x.json} and {@code x_expected.json}. Each value of the golden that an article carries must hold;
 * a golden without any such value cannot be judged.
 */
final class GoldenLane implements Lane {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final FieldTable table = GoldenFields.table();
  private final String suite;
  private int leaves;
  private int held;

  /**
   * @param suite the folder below the feeds
   */
  GoldenLane(String suite) {
    this.suite = suite;
  }

  @Override
  public String name() {
    return suite;
  }

  /** Values judged, and how many of them held. */
  String byLeaf() {
    return held + " of " + leaves + " values";
  }

  @Override
  public List<Case> run(Path feeds, ReadingPath reader) throws IOException {
    List<Case> cases = new ArrayList<>();
    Path folder = feeds.resolve(suite);
    if (!Files.isDirectory(folder)) {
      return cases;
    }
    List<Path> files;
    try (Stream<Path> walk = Files.walk(folder)) {
      files = walk.filter(Files::isRegularFile).sorted().toList();
    }
    for (Path file : files) {
      Optional<Path> golden = golden(file);
      if (golden.isPresent()) {
        judge(feeds, file, golden.get(), reader).ifPresent(cases::add);
      }
    }
    return cases;
  }

  private static Optional<Path> golden(Path file) {
    String name = file.getFileName().toString();
    int dot = name.lastIndexOf('.');
    String stem = dot < 0 ? name : name.substring(0, dot);
    boolean json = name.endsWith(".json");
    if (name.endsWith(".opml")) {
      return Optional.empty();
    }
    Path beside = file.resolveSibling(stem + (json ? "_expected.json" : ".json"));
    return Files.isRegularFile(beside) ? Optional.of(beside) : Optional.empty();
  }

  private Optional<Case> judge(Path feeds, Path file, Path golden, ReadingPath reader)
      throws IOException {
    JsonNode expected;
    try {
      expected = JSON.readTree(golden.toFile());
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
    String path = feeds.relativize(file).toString();
    Shown shown = new Shown(reader.read(Files.readAllBytes(file), path, b -> b));
    Map<List<String>, JsonNode> values = new LinkedHashMap<>();
    flatten(List.of(), expected, values);
    List<String> faults = new ArrayList<>();
    boolean mappable = false;
    for (Map.Entry<List<String>, JsonNode> value : values.entrySet()) {
      Optional<FieldTable.Check> check = table.find(value.getKey());
      if (check.isPresent() && !isSecondForm(value.getKey(), values)) {
        boolean frame = GoldenFields.isFrame(value.getKey().get(0));
        mappable |= !frame;
        boolean good =
            check.get().holds(shown, FieldTable.numbers(value.getKey()), value.getValue());
        if (!good) {
          faults.add(String.join(".", value.getKey()) + " = " + value.getValue());
        }
        leaves += frame ? 0 : 1;
        held += good && !frame ? 1 : 0;
      }
    }
    String category = feeds.resolve(suite).relativize(file.getParent()).toString();
    return Optional.of(Case.of(suite, category, path, mappable, faults));
  }

  /** The same text once more as plain text: one form is enough for an article. */
  private static boolean isSecondForm(List<String> path, Map<List<String>, JsonNode> all) {
    int last = path.size() - 1;
    List<String> html = new ArrayList<>(path);
    html.set(last, "content_html");
    return path.get(last).equals("content_text") && all.containsKey(html);
  }

  private static void flatten(List<String> path, JsonNode node, Map<List<String>, JsonNode> into) {
    if (node.isObject()) {
      node.fields().forEachRemaining(f -> flatten(with(path, f.getKey()), f.getValue(), into));
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        flatten(with(path, String.valueOf(i)), node.get(i), into);
      }
    } else if (!node.isNull()) {
      into.put(path, node);
    }
  }

  private static List<String> with(List<String> path, String next) {
    List<String> longer = new ArrayList<>(path);
    longer.add(next);
    return longer;
  }
}
