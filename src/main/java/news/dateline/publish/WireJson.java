package news.dateline.publish;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import news.dateline.model.Article;
import news.dateline.model.Hop;
import news.dateline.model.Relation;
import news.dateline.model.Removed;

/** Writes what only wire formats say, for which ninjs has no place. Empty things are left out. */
final class WireJson {
  private WireJson() {}

  /** The item's way to us: {@code hops}, first station first. */
  static void hops(JsonGenerator json, List<Hop> hops) throws IOException {
    if (hops.isEmpty()) {
      return;
    }
    json.writeArrayFieldStart("hops");
    for (Hop hop : hops) {
      json.writeStartObject();
      JsonText.text(json, "party", hop.party());
      JsonText.text(json, "action", hop.action());
      JsonText.text(json, "at", hop.at());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** Other news objects the item names: {@code links}. */
  static void links(JsonGenerator json, List<Relation> relations) throws IOException {
    if (relations.isEmpty()) {
      return;
    }
    json.writeArrayFieldStart("links");
    for (Relation relation : relations) {
      json.writeStartObject();
      JsonText.text(json, "rel", relation.kind());
      JsonText.text(json, "id", relation.id());
      JsonText.text(json, "title", relation.title());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** What is for editors alone: {@code editors}, with the notes and what was cut from the body. */
  static void editors(JsonGenerator json, Article article) throws IOException {
    List<String> cut =
        article.removed().stream().filter(Removed::isForEditors).map(Removed::text).toList();
    if (article.lines().edNote().isEmpty() && cut.isEmpty()) {
      return;
    }
    json.writeObjectFieldStart("editors");
    JsonText.text(json, "note", article.lines().edNote());
    if (!cut.isEmpty()) {
      json.writeArrayFieldStart("removed");
      for (String text : cut) {
        json.writeString(text);
      }
      json.writeEndArray();
    }
    json.writeEndObject();
  }
}
