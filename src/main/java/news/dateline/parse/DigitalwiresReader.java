package news.dateline.parse;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import news.dateline.model.Feed;
import news.dateline.model.Reason;

/**
 * digitalwires (JSON): an entry, or the {@code entries} an API lists. Its ids, dates, texts and
 * rights are written as in ninjs; its own are the typed {@code categories}, the {@code ednotes}
 * with roles, the notepad and the body in sections.
 */
final class DigitalwiresReader implements Reader {
  @Override
  public boolean answersTo(String format) {
    return format.contains("digitalwires");
  }

  @Override
  public boolean recognises(Content content) {
    return content.shape() == Content.Shape.JSON && !entries(content.json()).isEmpty();
  }

  @Override
  public Harvest read(Content content) {
    List<JsonNode> entries = entries(content.json());
    Harvest harvest =
        new Harvest(
            Feed.of("dpa-digitalwires-json")
                .repaired(content.mended() || content.jsonTree().repaired()));
    if (entries.isEmpty()) {
      harvest.refuse(content::bytes, Reason.MALFORMED, "JSON without an entry of digitalwires");
    }
    for (JsonNode entry : entries) {
      boolean alone = isSame(entry, content.json());
      harvest.take(
          alone ? content::bytes : Json.bytes(entry),
          () -> {
            if (alone) {
              Ends.requireWhole(content);
            }
            return new DigitalwiresItem(entry).read(content);
          });
    }
    return harvest;
  }

  private static List<JsonNode> entries(JsonNode root) {
    List<JsonNode> all =
        isEntry(root)
            ? List.of(root)
            : root.isArray() ? Json.elements(root) : Json.list(root, "entries", "items");
    return all.stream().allMatch(DigitalwiresReader::isEntry) ? all : List.of();
  }

  private static boolean isEntry(JsonNode node) {
    return (node.has("article_html") && (node.has("urn") || node.has("entry_id")))
        || node.path("format").asText("").startsWith("digitalwires");
  }

  /** The document itself, not one that is like it. */
  @SuppressWarnings("ReferenceEquality")
  private static boolean isSame(JsonNode entry, JsonNode document) {
    return entry == document;
  }
}
