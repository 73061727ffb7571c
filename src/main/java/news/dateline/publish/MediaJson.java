package news.dateline.publish;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import news.dateline.model.Media;
import news.dateline.model.Uris;

/**
 * Pictures, sound and video as ninjs wants them: associated news objects of their own, each with
 * the file as its rendition.
 */
final class MediaJson {
  private MediaJson() {}

  /**
   * Writes the {@code associations} field. A file that came or will come beside the item is named
   * by its file name; media whose address is neither are left out.
   *
   * @param article uri of the article
   */
  static void associations(JsonGenerator json, List<Media> media, String article)
      throws IOException {
    int count = 0;
    for (Media one : media) {
      Optional<String> href = Uris.absolute(one.href());
      Optional<String> uri = href.or(() -> file(article, one.href()));
      if (uri.isPresent()) {
        if (count++ == 0) {
          json.writeArrayFieldStart("associations");
        }
        association(json, "media" + count, uri.get(), href, one);
      }
    }
    if (count > 0) {
      json.writeEndArray();
    }
  }

  /** A file beside the item, as a part of the article (RFC 3986 section 3.5). */
  private static Optional<String> file(String article, String name) {
    return name.indexOf(':') >= 0 || article.indexOf('#') >= 0
        ? Optional.empty()
        : Uris.absolute(article + "#" + name);
  }

  private static void association(
      JsonGenerator json, String name, String uri, Optional<String> href, Media media)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("name", name);
    json.writeStringField("uri", uri);
    Optional<String> type = newsObjectType(media);
    if (type.isPresent()) {
      json.writeStringField("type", type.get());
    }
    JsonText.text(json, "title", media.title());
    JsonText.text(json, "by", media.credit());
    if (media.caption().filter(c -> !c.isEmpty()).isPresent()) {
      ArticleJson.values(json, "descriptions", "caption", media.caption().get());
    }
    if (href.isPresent()) {
      rendition(json, href.get(), media);
    } else {
      json.writeArrayFieldStart("altIds");
      json.writeStartObject();
      json.writeStringField("role", "filename");
      JsonText.text(json, "value", media.href());
      json.writeEndObject();
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  private static void rendition(JsonGenerator json, String href, Media media) throws IOException {
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
