package news.dateline.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.CollectionNode;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Where the values of a YAML text stand, so that one of them can be changed and every other byte
 * stays: comments, order, quotes and line ends.
 */
public final class YamlPlaces {
  private YamlPlaces() {}

  /** How a value is written. */
  public enum Style {
    PLAIN,
    SINGLE_QUOTED,
    DOUBLE_QUOTED,
    /** Over several lines, or anything else that is not replaced by a word. */
    OTHER
  }

  /**
   * A value that is one word or text.
   *
   * @param value without quotes
   * @param key where its key begins; UTF-16 units, as the others
   * @param start where the value begins, its quotes included
   * @param end after its last character, quotes included
   */
  public record Place(String value, Style style, int key, int start, int end) {}

  /**
   * A mapping that is a document or an item of a document's list.
   *
   * @param start where its first key begins
   * @param end after its last value
   * @param item true when it stands in a list
   * @param values its keys whose values are one text, in written order
   */
  public record Entry(int start, int end, boolean item, Map<String, Place> values) {}

  /**
   * The entries of all documents, in written order.
   *
   * @throws IllegalArgumentException when the text is not valid YAML
   */
  public static List<Entry> entries(String text) {
    List<Entry> out = new ArrayList<>();
    try {
      for (Node document : new Compose(Yaml.settings("")).composeAllFromString(text)) {
        if (document instanceof SequenceNode list) {
          list.getValue().forEach(n -> add(out, text, n, true));
        } else {
          add(out, text, document, false);
        }
      }
    } catch (YamlEngineException e) {
      throw new IllegalArgumentException("not valid YAML", e);
    }
    return out;
  }

  private static void add(List<Entry> out, String text, Node node, boolean item) {
    if (!(node instanceof MappingNode mapping)) {
      return;
    }
    Map<String, Place> values = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      if (tuple.getKeyNode() instanceof ScalarNode key
          && tuple.getValueNode() instanceof ScalarNode value) {
        values.put(
            key.getValue(),
            new Place(
                value.getValue(),
                style(value),
                start(text, key),
                start(text, value),
                end(text, value)));
      }
    }
    out.add(new Entry(start(text, mapping), lastEnd(text, mapping, 0), item, values));
  }

  private static Style style(ScalarNode node) {
    ScalarStyle style = node.getScalarStyle();
    boolean oneLine =
        node.getStartMark().map(Mark::getLine).equals(node.getEndMark().map(Mark::getLine));
    if (!oneLine) {
      return Style.OTHER;
    }
    return switch (style) {
      case PLAIN -> Style.PLAIN;
      case SINGLE_QUOTED -> Style.SINGLE_QUOTED;
      case DOUBLE_QUOTED -> Style.DOUBLE_QUOTED;
      default -> Style.OTHER;
    };
  }

  /** A block collection's own end lies after the comments that follow it. */
  private static int lastEnd(String text, Node node, int depth) {
    if (depth > 50
        || !(node instanceof CollectionNode<?> collection)
        || collection.getFlowStyle() == FlowStyle.FLOW
        || collection.getValue().isEmpty()) {
      return end(text, node);
    }
    Object last = collection.getValue().get(collection.getValue().size() - 1);
    return lastEnd(text, last instanceof NodeTuple t ? t.getValueNode() : (Node) last, depth + 1);
  }

  private static int start(String text, Node node) {
    return node.getStartMark().map(m -> units(text, m)).orElse(0);
  }

  private static int end(String text, Node node) {
    return node.getEndMark().map(m -> units(text, m)).orElse(text.length());
  }

  /** Marks count code points. */
  private static int units(String text, Mark mark) {
    return text.offsetByCodePoints(0, mark.getIndex());
  }
}
