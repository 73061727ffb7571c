package news.dateline.publish;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import news.dateline.model.Media;

/**
 * Pictures, sound and video as ninjs wants them: associated news objects of their own, each with
 * the file as its rendition.
 */
final class MediaJson {
  private MediaJson() {}

  /** Writes the {@code associations} field; media whose address is no URI are left out. */
  static void associations(JsonGenerator json, List<Media> media) throws IOException {
    int count = 0;
    for (Media one : media) {
      Optional<String> href = Uris.absolute(one.href());
      if (href.isPresent()) {
        if (count++ == 0) {
          json.writeArrayFieldStart("associations");
        }
        association(json, "media" + count, href.get(), one);
      }
    }
    if (count > 0) {
      json.writeEndArray();
    }
  }

  private static void association(JsonGenerator json, String name, String href, Media media)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("name", name);
    json.writeStringField("uri", href);
    Optional<String> type = newsObjectType(media);
    if (type.isPresent()) {
      json.writeStringField("type", type.get());
    }
    JsonText.text(json, "title", media.title());
    JsonText.text(json, "by", media.credit());
    if (media.caption().filter(c -> !c.isEmpty()).isPresent()) {
      ArticleJson.values(json, "descriptions", "caption", media.caption().get());
    }
    json.writeArrayFieldStart("renditions");
    json.writeStartObject();
    json.writeStringField("name", "main");
    json.writeStringField("href", href);
    JsonText.text(json, "contentType", media.contentType());
    JsonText.number(json, "width", media.width());
    JsonText.number(json, "height", media.height());
    if (media.size().isPresent()) {
      json.writeNumberField("sizeInBytes", media.size().getAsLong());
    }
    JsonText.number(json, "duration", media.duration());
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
  }

  /** The ninjs type of a file; empty when its media type does not say. */
  static Optional<String> newsObjectType(Media media) {
    String type = media.contentType().orElse("").toLowerCase(Locale.ROOT);
    if (type.startsWith("image/")) {
      return Optional.of("picture");
    }
    if (type.startsWith("audio/")) {
      return Optional.of("audio");
    }
    if (type.startsWith("video/")) {
      return Optional.of("video");
    }
    return type.startsWith("text/") ? Optional.of("text") : Optional.empty();
  }
}
