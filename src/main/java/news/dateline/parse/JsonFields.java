package news.dateline.parse;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The fields of a JSON object by name, whatever the spelling: {@code version_created}, {@code
 * versioncreated} and {@code versionCreated} are one. Names are asked for in lower case without
 * underscores and hyphens.
 */
final class JsonFields {
  private final JsonNode node;
  private final Map<String, JsonNode> byName = new LinkedHashMap<>();

  private JsonFields(JsonNode node) {
    this.node = node;
    node.properties().forEach(e -> byName.putIfAbsent(fold(e.getKey()), e.getValue()));
  }

  /** Of anything but an object: no fields. */
  static JsonFields of(JsonNode node) {
    return new JsonFields(node);
  }

  static String fold(String name) {
    StringBuilder out = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c != '_' && c != '-') {
        out.append(c);
      }
    }
    return out.toString().toLowerCase(Locale.ROOT);
  }

  JsonNode node() {
    return node;
  }

  boolean has(String name) {
    return byName.containsKey(name);
  }

  /** The field's value; missing node when there is none. */
  JsonNode get(String name) {
    JsonNode value = byName.get(name);
    return value == null ? node.path("") : value;
  }

  /** The fields of the value of the first of these names that is an object; else none. */
  JsonFields object(String... names) {
    for (String name : names) {
      if (get(name).isObject()) {
        return of(get(name));
      }
    }
    return of(node.path(""));
  }

  /** The first of these that is a non-blank string, number or boolean, stripped. */
  Optional<String> text(String... names) {
    for (String name : names) {
      Optional<String> text = text(get(name));
      if (text.isPresent()) {
        return text;
      }
    }
    return Optional.empty();
  }

  private static Optional<String> text(JsonNode value) {
    return value.isValueNode() && !value.isNull() ? Some.text(value.asText()) : Optional.empty();
  }

  /** As {@link #text}, and the name in an object, and the lines of a list of either. */
  Optional<String> lines(String... names) {
    for (String name : names) {
      List<String> lines = all(name);
      if (!lines.isEmpty()) {
        return Optional.of(String.join("\n", lines));
      }
    }
    return Optional.empty();
  }

  /** The texts, or the names of the objects, in the first of these fields that has any. */
  List<String> all(String... names) {
    for (String name : names) {
      List<String> found =
          Json.spread(get(name)).stream()
              .flatMap(v -> (v.isObject() ? of(v).text(NAMING) : text(v)).stream())
              .toList();
      if (!found.isEmpty()) {
        return found;
      }
    }
    return List.of();
  }

  private static final String[] NAMING = {"name", "value", "text", "literal", "title", "code"};

  /**
   * The objects in the first of these fields that has any: of a list, a lone one, or the values of
   * a map of objects ({@code renditions}, {@code associations} of ninjs 1.x).
   */
  List<JsonFields> objects(String... names) {
    for (String name : names) {
      JsonNode value = get(name);
      List<JsonNode> found = new ArrayList<>(Json.spread(value));
      if (value.isObject() && isMap(value)) {
        found = new ArrayList<>();
        value.forEach(found::add);
      }
      List<JsonFields> objects =
          found.stream().filter(JsonNode::isObject).map(JsonFields::of).toList();
      if (!objects.isEmpty()) {
        return objects;
      }
    }
    return List.of();
  }

  private static boolean isMap(JsonNode object) {
    for (JsonNode value : object) {
      if (!value.isObject() && !value.isNull()) {
        return false;
      }
    }
    return !object.isEmpty();
  }

  /** The non-blank strings whose names begin with this, by the rest of their names. */
  Map<String, String> starting(String beginning) {
    return byName.entrySet().stream()
        .filter(e -> e.getKey().startsWith(beginning) && e.getValue().isTextual())
        .filter(e -> !e.getValue().asText().isBlank())
        .collect(
            Collectors.toMap(
                e -> e.getKey().substring(beginning.length()),
                e -> e.getValue().asText(),
                (first, second) -> first,
                LinkedHashMap::new));
  }
}
