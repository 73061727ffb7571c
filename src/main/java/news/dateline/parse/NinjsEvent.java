package news.dateline.parse;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * What ninjs 3.x says of an event and of the coverage planned for it ({@code eventDetails}, {@code
 * plannedCoverage}): nothing for readers, all for the desk, telephone numbers included.
 */
final class NinjsEvent {
  private NinjsEvent() {}

  /** A note for the event, and one for each thing planned; empty when it is none. */
  static List<String> notes(JsonFields n) {
    List<String> notes = new ArrayList<>();
    for (String field : List.of("eventdetails", "plannedcoverage")) {
      for (JsonNode part : Json.spread(n.get(field))) {
        List<String> lines = new ArrayList<>();
        lines(part, "", lines);
        Some.text(String.join("\n", lines)).ifPresent(notes::add);
      }
    }
    return notes;
  }

  /** A line for each value, under the names that lead to it. */
  private static void lines(JsonNode node, String name, List<String> lines) {
    if (node.isObject()) {
      node.properties().forEach(e -> lines(e.getValue(), join(name, e.getKey()), lines));
    } else if (node.isArray()) {
      node.forEach(e -> lines(e, name, lines));
    } else if (!node.isNull()) {
      Some.text(node.asText()).ifPresent(v -> lines.add(name.isEmpty() ? v : name + ": " + v));
    }
  }

  private static String join(String name, String key) {
    return name.isEmpty() ? key : name + " " + key;
  }
}
