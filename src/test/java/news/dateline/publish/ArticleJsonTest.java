package news.dateline.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import news.dateline.model.Article;
import news.dateline.model.Change;
import news.dateline.model.Embargo;
import news.dateline.model.PubStatus;
import news.dateline.model.Reason;
import news.dateline.model.RejectedException;
import news.dateline.testing.Corpus;
import org.junit.jupiter.api.Test;

class ArticleJsonTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Schema SCHEMA = schema(Path.of("docs/article.schema.json"));

  private final ArticleJson writer = new ArticleJson();

  @Test
  void the_barest_article_is_valid() {
    assertThat(errors(SCHEMA, written(Articles.bare()))).isEmpty();
  }

  @Test
  void an_article_with_everything_is_valid() {
    assertThat(errors(SCHEMA, written(Articles.full()))).isEmpty();
  }

  @Test
  void the_schema_refuses_what_it_does_not_know() {
    ObjectNode json = (ObjectNode) tree(Articles.full());
    json.put("surprise", 1);
    assertThat(errors(SCHEMA, json.toString())).isNotEmpty();
    json = (ObjectNode) tree(Articles.full());
    ((ObjectNode) json.get("attribution")).put("surprise", 1);
    assertThat(errors(SCHEMA, json.toString())).isNotEmpty();
    json = (ObjectNode) tree(Articles.full());
    json.put("edNote", "call the desk");
    assertThat(errors(SCHEMA, json.toString())).isNotEmpty();
    json = (ObjectNode) tree(Articles.full());
    json.put("versionCreated", "yesterday");
    assertThat(errors(SCHEMA, json.toString())).as("formats are asserted").isNotEmpty();
    json = (ObjectNode) tree(Articles.full());
    json.put("uri", "no uri");
    assertThat(errors(SCHEMA, json.toString())).isNotEmpty();
  }

  @Test
  void without_our_four_properties_it_is_plain_ninjs() {
    Path dir = Corpus.require("corpus/wire/iptc+newsinjson/specification");
    Schema ninjs = schema(dir.resolve("ninjs-schema_3.1.json"));
    for (Article article : List.of(Articles.bare(), Articles.full())) {
      ObjectNode json = (ObjectNode) tree(article);
      json.remove(List.of("source", "change", "attribution", "removed"));
      assertThat(errors(ninjs, json.toString())).isEmpty();
    }
  }

  @Test
  void every_ninjs_example_with_our_properties_is_valid_so_our_copy_of_ninjs_is_true()
      throws Exception {
    Path dir = Corpus.require("corpus/wire/iptc+newsinjson/examples/3.0");
    try (var files = Files.list(dir)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".json")).toList()) {
        ObjectNode json = (ObjectNode) JSON.readTree(file.toFile());
        boolean plain =
            errors(
                    schema(dir.resolve("../../specification/ninjs-schema_3.1.json")),
                    json.toString())
                .isEmpty();
        if (plain && !json.has("edNote")) {
          ObjectNode ours = (ObjectNode) tree(Articles.bare());
          ours.setAll(json);
          assertThat(errors(SCHEMA, ours.toString())).as(file.toString()).isEmpty();
        }
      }
    }
  }

  @Test
  void says_everything_where_ninjs_says_it() {
    JsonNode json = tree(Articles.full());
    assertThat(json.at("/headlines/0/value").asText()).isEqualTo("Ships \"wait\" \\ in\tOslo");
    assertThat(json.at("/bodies/0/role").asText()).isEqualTo("text");
    assertThat(json.at("/bodies/0/charCount").asInt()).isEqualTo(63);
    assertThat(json.at("/bodies/0/wordCount").asInt()).isEqualTo(13);
    assertThat(json.at("/bodies/1/role").asText()).isEqualTo("html");
    assertThat(json.at("/by").asText()).isEqualTo("Jane Roe, Max Doe");
    assertThat(json.at("/located").asText()).isEqualTo("OSLO");
    assertThat(json.at("/embargoedUntil").asText()).isEqualTo("2026-11-24T12:00:00Z");
    assertThat(json.at("/subjects/1/uri").asText())
        .isEqualTo("http://cv.iptc.org/newscodes/mediatopic/04000000");
    assertThat(json.at("/subjects/2/literal").asText()).isEqualTo("desk:L 1");
    assertThat(json.at("/renditions/0/href").asText()).isEqualTo("https://harbour.example/story/7");
    assertThat(json.at("/attribution/quotes/0/via/0").asText()).isEqualTo("TASS");
  }

  @Test
  void the_words_at_the_offsets_are_the_text_also_beyond_the_basic_plane() {
    JsonNode json = tree(Articles.full());
    String body = json.at("/bodies/0/value").asText();
    JsonNode quote = json.at("/attribution/quotes/0");
    int from = body.offsetByCodePoints(0, quote.get("start").asInt());
    int to = body.offsetByCodePoints(0, quote.get("end").asInt());
    assertThat(body.substring(from, to)).isEqualTo(quote.get("text").asText());
  }

  @Test
  void a_picture_is_an_associated_object_and_one_without_an_address_is_left_out() {
    JsonNode media = tree(Articles.full()).get("associations");
    assertThat(media).hasSize(1);
    assertThat(media.at("/0/type").asText()).isEqualTo("picture");
    assertThat(media.at("/0/by").asText()).isEqualTo("AFP/M. Doe");
    assertThat(media.at("/0/renditions/0/href").asText())
        .isEqualTo("https://harbour.example/a%20b/sch%C3%B6n.jpg");
  }

  @Test
  void agencies_are_info_sources_unless_only_mentioned() {
    JsonNode sources = tree(Articles.full()).get("infoSources");
    assertThat(sources.findValuesAsText("literal")).containsExactly("AFP", "TASS");
    assertThat(sources.at("/0/role").asText()).endsWith("contentprodpartyrole/origcont");
  }

  @Test
  void notes_to_editors_never_reach_the_body() {
    assertThat(written(Articles.full())).doesNotContain("call the desk").doesNotContain("edNote");
  }

  @Test
  void a_lone_surrogate_becomes_a_replacement_character_and_offsets_stay() {
    String json =
        written(
            Articles.article(
                new Article.Status(PubStatus.USABLE, OptionalInt.empty(), Embargo.NONE),
                Change.NEW,
                new Article.Content("half \uD83D of it", "\uDEA2\uD83D\uDEA2", "", "")));
    assertThat(json).contains("half \uFFFD of it").contains("\uFFFD\uD83D\uDEA2");
    assertThat(errors(SCHEMA, json)).isEmpty();
  }

  @Test
  void an_article_without_a_uri_of_its_own_is_rejected() {
    Article bare = Articles.bare();
    Article bad =
        new Article(
            "no uri at all",
            "1",
            bare.source(),
            bare.format(),
            bare.received(),
            bare.change(),
            bare.imprint(),
            Optional.empty(),
            bare.times(),
            bare.status(),
            bare.language(),
            bare.content(),
            bare.people(),
            bare.lines(),
            bare.subjects(),
            bare.genre(),
            bare.media(),
            bare.altIds(),
            bare.wire(),
            bare.attribution(),
            bare.removed());
    assertThatThrownBy(() -> writer.write(bad))
        .isInstanceOfSatisfying(
            RejectedException.class, e -> assertThat(e.reason()).isEqualTo(Reason.INVALID_ARTICLE));
  }

  private String written(Article article) {
    return writer.write(article).utf8();
  }

  private JsonNode tree(Article article) {
    try {
      return JSON.readTree(written(article));
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static Schema schema(Path file) {
    try {
      return SchemaRegistry.withDefaultDialect(
              SpecificationVersion.DRAFT_2020_12,
              builder ->
                  builder.schemaLoader(
                      loader ->
                          loader.resourceLoaders(
                              loaders ->
                                  loaders.values(
                                      list ->
                                          list.add(
                                              0,
                                              iri ->
                                                  iri.toString().contains("geojson")
                                                      ? () ->
                                                          new java.io.ByteArrayInputStream(
                                                              "{}".getBytes())
                                                      : null)))))
          .getSchema(Files.readString(file));
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static List<String> errors(Schema schema, String json) {
    return schema
        .validate(
            json,
            InputFormat.JSON,
            context -> context.executionConfig(c -> c.formatAssertionsEnabled(true)))
        .stream()
        .map(Object::toString)
        .toList();
  }
}
