package news.dateline.parse;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import news.dateline.model.Bytes;

/** What readers ask of a JSON object. */
final class Json {
  private Json() {}

  /** The first of these fields that is a non-blank string, number or boolean. */
  static Optional<String> text(JsonNode object, String... names) {
    for (String name : names) {
      JsonNode value = object.path(name);
      if (value.isValueNode() && !value.isNull()) {
        Optional<String> text = Some.text(value.asText());
        if (text.isPresent()) {
          return text;
        }
      }
    }
    return Optional.empty();
  }

  /** The elements of the first of these fields that is an array; a lone object counts as one. */
  static List<JsonNode> list(JsonNode object, String... names) {
    for (String name : names) {
      JsonNode value = object.path(name);
      if (value.isArray() || value.isObject()) {
        return value.isArray() ? elements(value) : List.of(value);
      }
    }
    return List.of();
  }

  /** The elements of an array; a null is none (it holds the place of an item left out as known). */
  static List<JsonNode> elements(JsonNode array) {
    List<JsonNode> all = new ArrayList<>(array.size());
    array.forEach(
        e -> {
          if (!e.isNull()) {
            all.add(e);
          }
        });
    return all;
  }

  /** The elements of an array; else the node itself, or nothing when it is missing or null. */
  static List<JsonNode> spread(JsonNode node) {
    if (node.isArray()) {
      return elements(node);
    }
    return node.isMissingNode() || node.isNull() ? List.of() : List.of(node);
  }

  /** The node alone as UTF-8 JSON. */
  static Supplier<Bytes> bytes(JsonNode node) {
    return () -> Bytes.utf8(node.toString());
  }
}
