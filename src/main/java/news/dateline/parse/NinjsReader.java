package news.dateline.parse;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import news.dateline.model.Feed;
import news.dateline.model.Reason;

/**
 * ninjs 1.x, 2.x and 3.x (IPTC): one item, a list of items, or a search answer that wraps items.
 */
final class NinjsReader implements Reader {
  private static final Set<String> MARKS =
      Set.of(
          "versioncreated",
          "versionCreated",
          "firstcreated",
          "firstCreated",
          "contentCreated",
          "pubstatus",
          "pubStatus",
          "headline",
          "headlines",
          "representationtype",
          "representationType",
          "body_text",
          "body_html",
          "body_xhtml",
          "bodies",
          "slugline",
          "copyrightholder",
          "copyrightHolder",
          "associations",
          "renditions",
          "infoSources",
          "descriptions");

  @Override
  public boolean answersTo(String format) {
    return format.startsWith("ninjs");
  }

  @Override
  public boolean recognises(Content content) {
    return content.shape() == Content.Shape.JSON && !items(content.json()).isEmpty();
  }

  @Override
  public Harvest read(Content content) {
    List<JsonNode> items = items(content.json());
    JsonNode first = items.isEmpty() ? content.json() : items.get(0);
    Harvest harvest =
        new Harvest(
            Feed.of("ninjs-" + version(first))
                .repaired(content.mended() || content.jsonTree().repaired()));
    if (items.isEmpty()) {
      harvest.refuse(content::bytes, Reason.MALFORMED, "JSON without any field of ninjs");
    }
    for (JsonNode item : items) {
      harvest.take(Json.bytes(item), () -> new NinjsItem(item).read());
    }
    return harvest;
  }

  /** The ninjs objects: the root, the elements of a list, or of the list a root wraps. */
  private static List<JsonNode> items(JsonNode root) {
    if (isNinjs(root)) {
      return List.of(root);
    }
    JsonNode wrapped = root.path("data").isObject() ? root.path("data") : root;
    List<JsonNode> list =
        root.isArray() ? Json.elements(root) : Json.list(wrapped, "items", "_items", "item");
    for (JsonNode node : list) {
      if (!isNinjs(node) && !isNinjs(node.path("item"))) {
        return List.of();
      }
    }
    return list.stream().map(n -> isNinjs(n) ? n : n.path("item")).toList();
  }

  private static boolean isNinjs(JsonNode node) {
    if (!node.isObject() || node.has("$defs") || node.has("patternProperties")) {
      return false; // the second kind is a schema of ninjs, not an item
    }
    boolean named = node.has("uri") || node.has("guid") || node.has("itemid") || node.has("altids");
    int marks = 0;
    for (String mark : MARKS) {
      if (node.has(mark)) {
        marks++;
      }
    }
    return marks >= (named ? 1 : 2);
  }

  /** Lists of roles and camel case came with 2.0; 3.0 names its standard. */
  private static String version(JsonNode item) {
    Optional<String> standard = Json.text(item.path("standard"), "version");
    if (standard.isPresent()) {
      return standard.get();
    }
    boolean lists = item.has("bodies") || item.has("headlines") || item.has("versionCreated");
    return lists ? (item.has("infoSources") || item.has("by") ? "3.0" : "2.0") : "1.0";
  }
}
