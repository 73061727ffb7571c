package news.dateline.publish;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import news.dateline.model.AltId;
import news.dateline.model.Article;
import news.dateline.model.Attribution;
import news.dateline.model.Bytes;
import news.dateline.model.Embargo;
import news.dateline.model.Person;
import news.dateline.model.Reason;
import news.dateline.model.RejectedException;
import news.dateline.model.Subject;
import news.dateline.model.Uris;

/**
 * The published article: ninjs 3.1 with our {@code source}, {@code change}, {@code attribution} and
 * {@code removed}, as {@code docs/article.schema.json} describes it. Empty things are left out.
 * Notes to editors are written only when asked for, and then in a place of their own: {@code
 * editors}. Thread-safe.
 */
public final class ArticleJson {
  /** Names the schema in every article's {@code standard}, and is the schema's {@code $id}. */
  public static final String SCHEMA = "urn:dateline:schema:article:1";

  private static final String ROLES = "http://cv.iptc.org/newscodes/contentprodpartyrole/";

  /** One for each worker: fresh buffers of this size cost more than the writing. */
  private static final ThreadLocal<ByteArrayOutputStream> BUFFER =
      ThreadLocal.withInitial(() -> new ByteArrayOutputStream(32 << 10));

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .build();

  private final boolean editors;

  /** Without what is for editors. */
  public ArticleJson() {
    this(false);
  }

  /**
   * @param editors whether what is for editors alone is written too
   */
  public ArticleJson(boolean editors) {
    this.editors = editors;
  }

  /**
   * Writes one article.
   *
   * @return UTF-8 JSON
   * @throws RejectedException {@code INVALID_ARTICLE} when the article's own uri is not a URI
   */
  public Bytes write(Article article) {
    ByteArrayOutputStream out = BUFFER.get();
    out.reset();
    try (JsonGenerator json = FACTORY.createGenerator(out)) {
      json.writeStartObject();
      identity(json, article);
      times(json, article);
      words(json, article);
      about(json, article);
      MediaJson.associations(json, article.media(), uri(article));
      ours(json, article);
      json.writeEndObject();
      json.flush();
      return Bytes.wrap(out.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
  }

  private static String uri(Article article) {
    if (!Uris.isAbsolute(article.uri())) {
      throw new RejectedException(Reason.INVALID_ARTICLE, "not a URI: " + head(article.uri()));
    }
    return article.uri();
  }

  private static void identity(JsonGenerator json, Article article) throws IOException {
    json.writeStringField("uri", uri(article));
    json.writeStringField("version", article.version());
    json.writeStringField("type", type(article));
    json.writeObjectFieldStart("standard");
    json.writeStringField("name", "ninjs");
    json.writeStringField("version", "3.1");
    json.writeStringField("schema", SCHEMA);
    json.writeEndObject();
    json.writeStringField("pubStatus", article.status().pubStatus().code());
    JsonText.number(json, "urgency", article.status().urgency());
    JsonText.text(json, "language", article.language());
    if (!article.altIds().isEmpty()) {
      json.writeArrayFieldStart("altIds");
      for (AltId id : article.altIds()) {
        json.writeStartObject();
        JsonText.text(json, "role", id.role());
        JsonText.text(json, "value", id.value());
        json.writeEndObject();
      }
      json.writeEndArray();
    }
  }

  /** What kind of news object it is: as its agency says, else text unless it is but a file. */
  static String type(Article article) {
    if (article.wire().type().isPresent()) {
      return article.wire().type().get();
    }
    if (article.content().text().isEmpty()
        && article.content().summary().isEmpty()
        && !article.media().isEmpty()) {
      return MediaJson.newsObjectType(article.media().get(0)).orElse("text");
    }
    return "text";
  }

  private static void times(JsonGenerator json, Article article) throws IOException {
    JsonText.time(json, "firstCreated", article.times().firstCreated());
    JsonText.time(json, "versionCreated", article.times().versionCreated());
    JsonText.time(json, "contentCreated", article.times().contentCreated());
    if (article.status().embargo() instanceof Embargo.Until until) {
      JsonText.time(json, "embargoedUntil", until.time());
    }
    JsonText.time(json, "expires", article.times().expires());
  }

  private static void words(JsonGenerator json, Article article) throws IOException {
    Article.Content content = article.content();
    JsonText.text(json, "slugline", article.lines().slugline());
    if (!content.headline().isEmpty()) {
      values(json, "headlines", "main", content.headline());
    }
    if (!content.summary().isEmpty()) {
      values(json, "descriptions", "summary", content.summary());
    }
    if (!content.text().isEmpty() || !content.html().isEmpty()) {
      json.writeArrayFieldStart("bodies");
      if (!content.text().isEmpty()) {
        body(json, "text", "text/plain", content.text());
      }
      if (!content.html().isEmpty()) {
        body(json, "html", "text/html", content.html());
      }
      json.writeEndArray();
    }
    JsonText.text(json, "by", by(article));
    JsonText.text(
        json,
        "located",
        article
            .lines()
            .located()
            .or(() -> article.attribution().dateline().flatMap(Attribution.Dateline::place)));
    JsonText.text(json, "copyrightHolder", article.lines().copyrightHolder());
    JsonText.text(json, "copyrightNotice", article.lines().copyrightNotice());
    JsonText.text(json, "usageTerms", article.lines().usageTerms());
  }

  /** Writes a list of one plain value with its role, as headlines and descriptions are. */
  static void values(JsonGenerator json, String name, String role, String value)
      throws IOException {
    json.writeArrayFieldStart(name);
    json.writeStartObject();
    json.writeStringField("role", role);
    json.writeStringField("contentType", "text/plain");
    JsonText.text(json, "value", value);
    json.writeEndObject();
    json.writeEndArray();
  }

  private static void body(JsonGenerator json, String role, String type, String value)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("role", role);
    json.writeStringField("contentType", type);
    if (role.equals("text")) {
      counts(json, value);
    }
    JsonText.text(json, "value", value);
    json.writeEndObject();
  }

  /** Characters are code points, as all offsets; words are runs without white space. */
  private static void counts(JsonGenerator json, String value) throws IOException {
    int chars = 0;
    int words = 0;
    boolean inWord = false;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (!Character.isLowSurrogate(c)
          || i == 0
          || !Character.isHighSurrogate(value.charAt(i - 1))) {
        chars++;
      }
      boolean space = c <= ' ' || c == '\u00a0' || (c >= '\u2000' && Character.isWhitespace(c));
      if (!space && !inWord) {
        words++;
      }
      inWord = !space;
    }
    json.writeNumberField("charCount", chars);
    json.writeNumberField("wordCount", words);
  }

  private static String by(Article article) {
    return article
        .lines()
        .byline()
        .orElseGet(
            () ->
                article.people().stream()
                    .filter(p -> p.role().equals("author"))
                    .map(Person::name)
                    .filter(n -> !n.isEmpty())
                    .collect(Collectors.joining(", ")));
  }

  private static void about(JsonGenerator json, Article article) throws IOException {
    infoSources(json, article.attribution().agencies());
    if (!article.subjects().isEmpty()) {
      json.writeArrayFieldStart("subjects");
      for (Subject subject : article.subjects()) {
        json.writeStartObject();
        JsonText.text(json, "name", subject.name());
        if (subject.code().isPresent()) {
          Optional<String> uri = SubjectCodes.uri(subject);
          if (uri.isPresent()) {
            json.writeStringField("uri", uri.get());
          }
          JsonText.text(json, "literal", SubjectCodes.literal(subject));
        }
        json.writeEndObject();
      }
      json.writeEndArray();
    }
    if (article.genre().filter(g -> !g.isEmpty()).isPresent()) {
      json.writeArrayFieldStart("genres");
      json.writeStartObject();
      JsonText.text(json, "name", article.genre());
      json.writeEndObject();
      json.writeEndArray();
    }
    Optional<String> link = link(article);
    if (link.isPresent()) {
      json.writeArrayFieldStart("renditions");
      json.writeStartObject();
      json.writeStringField("name", "web");
      json.writeStringField("href", link.get());
      json.writeStringField("contentType", "text/html");
      json.writeEndObject();
      json.writeEndArray();
    }
  }

  /**
   * Agencies for readers of plain ninjs. The roles are IPTC's content production party roles; an
   * agency that is only mentioned is no source of information.
   */
  private static void infoSources(JsonGenerator json, List<Attribution.Agency> agencies)
      throws IOException {
    boolean any = false;
    for (Attribution.Agency agency : agencies) {
      String role =
          switch (agency.role()) {
            case ORIGIN -> "origcont";
            case CONTRIBUTOR -> "contentSource";
            case CITED -> "originfo";
            case PHOTO -> "imgSupplier";
            case MENTIONED -> "";
          };
      if (!role.isEmpty()) {
        if (!any) {
          json.writeArrayFieldStart("infoSources");
          any = true;
        }
        json.writeStartObject();
        JsonText.text(json, "name", agency.name());
        json.writeStringField("role", ROLES + role);
        JsonText.text(json, "literal", agency.code());
        json.writeEndObject();
      }
    }
    if (any) {
      json.writeEndArray();
    }
  }

  private void ours(JsonGenerator json, Article article) throws IOException {
    json.writeObjectFieldStart("source");
    json.writeStringField("id", article.source().id());
    JsonText.text(json, "name", article.source().name());
    JsonText.text(json, "link", link(article));
    JsonText.text(json, "format", article.format());
    JsonText.time(json, "received", article.received());
    JsonText.text(json, "credit", article.lines().credit());
    WireJson.hops(json, article.wire().hops());
    json.writeEndObject();
    json.writeObjectFieldStart("change");
    json.writeStringField("kind", article.change().kind().code());
    JsonText.text(json, "previousVersion", article.change().previousVersion());
    if (!article.change().changed().isEmpty()) {
      json.writeArrayFieldStart("changed");
      for (String field : article.change().changed()) {
        json.writeString(field);
      }
      json.writeEndArray();
    }
    JsonText.text(json, "note", article.change().note());
    json.writeEndObject();
    WireJson.links(json, article.wire().relations());
    json.writeFieldName("attribution");
    AttributionJson.write(json, article.attribution());
    if (!article.removed().isEmpty()) {
      json.writeFieldName("removed");
      AttributionJson.removed(json, article.removed());
    }
    if (editors) {
      WireJson.editors(json, article);
    }
  }

  private static Optional<String> link(Article article) {
    return article.link().flatMap(l -> Uris.absolute(l.toString()));
  }

  private static String head(String text) {
    return text.length() <= 200 ? text : text.substring(0, 200) + "...";
  }
}
