package news.dateline.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A piece of YAML that knows where it stands. */
public sealed interface YamlNode {
  /** The file as the user knows it. */
  String file();

  /** Counts from 1. */
  int line();

  /**
   * A single value; numbers, booleans and null come as their printed characters.
   *
   * @param value as printed, without quotes
   */
  record Scalar(String file, int line, String value) implements YamlNode {}

  /** A list. */
  record Sequence(String file, int line, List<YamlNode> items) implements YamlNode {
    public Sequence {
      items = List.copyOf(items);
    }
  }

  /**
   * Keys and values in written order.
   *
   * @param keyLines the line of each key
   */
  record Mapping(
      String file, int line, Map<String, YamlNode> entries, Map<String, Integer> keyLines)
      implements YamlNode {
    /** The value of a key, if it is there. */
    public Optional<YamlNode> get(String key) {
      return Optional.ofNullable(entries.get(key));
    }

    /** The text of a key whose value is a scalar; empty when it is absent or something else. */
    public Optional<String> text(String key) {
      return get(key).filter(Scalar.class::isInstance).map(n -> ((Scalar) n).value());
    }

    /**
     * The texts of a key whose value is a list of scalars, or one scalar; empty list when absent.
     */
    public List<String> texts(String key) {
      List<String> out = new ArrayList<>();
      YamlNode node = entries.get(key);
      if (node instanceof Scalar s) {
        out.add(s.value());
      } else if (node instanceof Sequence seq) {
        for (YamlNode item : seq.items()) {
          if (item instanceof Scalar s) {
            out.add(s.value());
          }
        }
      }
      return out;
    }

    /** The mapping under a key; empty when absent or something else. */
    public Optional<Mapping> mapping(String key) {
      return get(key).filter(Mapping.class::isInstance).map(Mapping.class::cast);
    }
  }
}
