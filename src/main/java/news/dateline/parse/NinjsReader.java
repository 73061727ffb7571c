package news.dateline.parse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import news.dateline.model.Bytes;
import news.dateline.model.Feed;
import news.dateline.model.Reason;

/**
 * ninjs 1.x, 2.x and 3.x (IPTC): one object, a list of them, or the answer of an API that wraps
 * them ({@code data.item}, {@code data.items[].item}), and the objects of such APIs that are
 * written as ninjs is but for private fields.
 */
final class NinjsReader implements Reader {
  private static final Set<String> MARKS =
      Set.of(
          "versioncreated",
          "firstcreated",
          "contentcreated",
          "pubstatus",
          "headline",
          "headlines",
          "representationtype",
          "bodytext",
          "bodyhtml",
          "bodyxhtml",
          "bodies",
          "slugline",
          "copyrightholder",
          "associations",
          "renditions",
          "infosources",
          "descriptions",
          "eventdetails",
          "plannedcoverage");

  private static final String API = "ap-media-json";

  @Override
  public boolean answersTo(String format) {
    return format.startsWith("ninjs") || format.startsWith("ap-media") || format.equals("ap-json");
  }

  @Override
  public boolean recognises(Content content) {
    return content.shape() == Content.Shape.JSON && !items(content.json()).isEmpty();
  }

  @Override
  public Harvest read(Content content) {
    JsonNode root = content.json();
    List<JsonNode> items = items(root);
    JsonNode first = items.isEmpty() ? root : items.get(0);
    boolean api = root.path("data").isObject() && !isNinjs(root);
    Harvest harvest =
        new Harvest(
            Feed.of(api ? API : "ninjs-" + version(JsonFields.of(first)))
                .repaired(content.mended() || content.jsonTree().repaired()));
    if (items.isEmpty()) {
      harvest.refuse(content::bytes, Reason.MALFORMED, "JSON without any field of ninjs");
    }
    // what an API wraps can stand apart: the text beside the item it belongs to
    boolean alone = api || isNinjs(root);
    for (JsonNode item : items) {
      Supplier<Bytes> raw = alone && items.size() == 1 ? content::bytes : Json.bytes(item);
      harvest.take(
          raw,
          () -> {
            if (alone) {
              Ends.requireWhole(content);
            }
            return new NinjsItem(item).read(content);
          });
    }
    return harvest;
  }

  /** The objects: the root, the elements of a list, or what the root wraps. */
  private static List<JsonNode> items(JsonNode root) {
    if (isNinjs(root)) {
      return List.of(root);
    }
    JsonNode wrapped = root.path("data").isObject() ? root.path("data") : root;
    List<JsonNode> list =
        root.isArray() ? Json.elements(root) : Json.list(wrapped, "items", "_items", "item");
    if (list.isEmpty()) {
      for (JsonNode answer : wrapped) { // GraphQL: data, the name of the query, its items
        list = list.isEmpty() ? Json.list(answer, "items", "item") : list;
      }
    }
    List<JsonNode> items = new ArrayList<>();
    for (JsonNode node : list) {
      JsonNode item = isNinjs(node) ? node : node.path("item");
      if (!isNinjs(item)) {
        return List.of();
      }
      items.add(item);
    }
    return items.size() == 1 ? List.of(withText(items.get(0), root)) : items;
  }

  /** The object with the text that a client fetched for it and put beside it. */
  private static JsonNode withText(JsonNode item, JsonNode root) {
    JsonNode text = root.path("nitf").path("body_html");
    if (!text.isTextual() || item.has("body_html") || !item.isObject()) {
      return item;
    }
    return ((ObjectNode) item.deepCopy()).set("body_html", text);
  }

  private static boolean isNinjs(JsonNode node) {
    if (!node.isObject() || node.has("$defs") || node.has("patternProperties")) {
      return false; // the second kind is a schema of ninjs, not an item
    }
    JsonFields n = JsonFields.of(node);
    boolean named = n.has("uri") || n.has("guid") || n.has("itemid") || n.has("altids");
    int marks = 0;
    for (String mark : MARKS) {
      if (n.has(mark)) {
        marks++;
      }
    }
    return marks >= (named ? 1 : 2);
  }

  /** Lists of roles and camel case came with 2.0; 3.0 names its standard. */
  private static String version(JsonFields n) {
    Optional<String> standard = n.object("standard", "$standard").text("version");
    if (standard.isPresent()) {
      return standard.get();
    }
    JsonNode item = n.node();
    boolean lists = item.has("bodies") || item.has("headlines") || item.has("versionCreated");
    return lists ? (item.has("infoSources") || item.has("by") ? "3.0" : "2.0") : "1.0";
  }
}
