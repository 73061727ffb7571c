package news.dateline.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads YAML 1.2 into nodes that know their lines. */
public final class Yaml {
  /** A list of 200,000 sources has some 30 million; the library's own limit is 3. */
  private static final int MOST_CHARACTERS = 64 << 20;

  private Yaml() {}

  /**
   * Reads all documents of a file.
   *
   * @param file to read
   * @param shownAs how problems name it
   * @param problems receives a syntax error, with its line
   * @return the documents, empty ones left out; those before a syntax error when there is one
   * @throws UncheckedIOException when the file cannot be read
   */
  public static List<YamlNode> read(Path file, String shownAs, Problems problems) {
    try {
      return parse(Files.readString(file), shownAs, problems);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads all documents of a text; see {@link #read}. */
  public static List<YamlNode> parse(String text, String shownAs, Problems problems) {
    List<YamlNode> out = new ArrayList<>();
    try {
      for (Node node : new Compose(settings(shownAs)).composeAllFromString(text)) {
        YamlNode converted = convert(node, shownAs, problems, 0);
        if (!(converted instanceof YamlNode.Scalar s && s.value().isEmpty())) {
          out.add(converted);
        }
      }
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(Mark::getLine).orElse(-1) + 1;
      problems.add(
          new Problem(
              shownAs,
              line,
              "",
              "not valid YAML: " + firstLine(e.getProblem()),
              "check indentation and quotes"));
    } catch (YamlEngineException e) {
      problems.add(new Problem(shownAs, 0, "", "not valid YAML: " + firstLine(e.getMessage()), ""));
    }
    return out;
  }

  static LoadSettings settings(String shownAs) {
    return LoadSettings.builder()
        .setLabel(shownAs)
        .setUseMarks(true)
        .setAllowDuplicateKeys(false)
        .setMaxAliasesForCollections(50)
        .setCodePointLimit(MOST_CHARACTERS)
        .build();
  }

  private static YamlNode convert(Node node, String file, Problems problems, int depth) {
    int line = node.getStartMark().map(Mark::getLine).orElse(-1) + 1;
    if (depth > 50) {
      problems.add(new Problem(file, line, "", "nested too deeply", ""));
      return new YamlNode.Scalar(file, line, "");
    }
    if (node instanceof ScalarNode scalar) {
      return new YamlNode.Scalar(file, line, scalar.getValue());
    }
    if (node instanceof SequenceNode sequence) {
      List<YamlNode> items = new ArrayList<>();
      for (Node item : sequence.getValue()) {
        items.add(convert(item, file, problems, depth + 1));
      }
      return new YamlNode.Sequence(file, line, items);
    }
    LinkedHashMap<String, YamlNode> entries = new LinkedHashMap<>();
    Map<String, Integer> keyLines = new LinkedHashMap<>();
    for (NodeTuple tuple : ((MappingNode) node).getValue()) {
      int keyLine = tuple.getKeyNode().getStartMark().map(Mark::getLine).orElse(-1) + 1;
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        problems.add(new Problem(file, keyLine, "", "a key must be a plain word", ""));
        continue;
      }
      if (entries.containsKey(key.getValue())) {
        problems.add(
            new Problem(file, keyLine, key.getValue(), "is given twice", "keep one of them"));
      }
      entries.put(key.getValue(), convert(tuple.getValueNode(), file, problems, depth + 1));
      keyLines.put(key.getValue(), keyLine);
    }
    return new YamlNode.Mapping(file, line, entries, keyLines);
  }

  private static String firstLine(@org.jspecify.annotations.Nullable String message) {
    if (message == null) {
      return "cannot be read";
    }
    int end = message.indexOf('\n');
    return end < 0 ? message : message.substring(0, end);
  }
}
