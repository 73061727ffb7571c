package news.dateline.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import news.dateline.model.Article;
import news.dateline.model.Attribution;
import news.dateline.model.Change;
import news.dateline.model.Hop;
import news.dateline.model.HouseStyle;
import news.dateline.model.Media;
import news.dateline.model.Relation;
import news.dateline.model.Removed;
import news.dateline.model.Wire;
import news.dateline.testing.ArticleSchema;
import org.junit.jupiter.api.Test;

class WireJsonTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final Article WIRE = wire(Articles.full());

  private static Article wire(Article a) {
    return new Article(
        a.uri(),
        "7",
        a.source(),
        "newsml-g2",
        a.received(),
        new Change(
            Change.Kind.CORRECTION,
            Optional.of("6"),
            List.of("body"),
            Optional.of("CORRECTS spelling in para 3")),
        a.imprint(),
        a.link(),
        a.times(),
        a.status(),
        a.language(),
        a.content(),
        a.people(),
        a.lines(),
        a.subjects(),
        a.genre(),
        List.of(Media.of("quay 1.jpg", Optional.of("image/jpeg"))),
        a.altIds(),
        new Wire(
            Optional.of("AFP"),
            Optional.of("composite"),
            OptionalInt.empty(),
            Optional.empty(),
            List.of(new Hop("Quay Press", Optional.of("published"), Optional.of("2026-05-03"))),
            List.of(new Relation("evolvedFrom", "urn:quay:1", Optional.of("First report"))),
            HouseStyle.NONE),
        Attribution.NONE,
        List.of(new Removed("Desk: +00 1", "non-public"), new Removed("ab/cd", "signoff")));
  }

  private static JsonNode written(boolean editors) throws IOException {
    byte[] bytes = new ArticleJson(editors).write(WIRE).array();
    assertThat(ArticleSchema.problems(new String(bytes, UTF_8))).isEmpty();
    return JSON.readTree(bytes);
  }

  @Test
  void what_only_wires_say_is_published_and_fits_the_schema() throws IOException {
    JsonNode json = written(false);
    assertThat(json.path("type").asText()).isEqualTo("composite");
    assertThat(json.at("/change/note").asText()).isEqualTo("CORRECTS spelling in para 3");
    assertThat(json.at("/source/credit").asText()).isEqualTo("AFP");
    assertThat(json.at("/source/hops/0/party").asText()).isEqualTo("Quay Press");
    assertThat(json.at("/links/0/rel").asText()).isEqualTo("evolvedFrom");
    assertThat(json.at("/links/0/id").asText()).isEqualTo("urn:quay:1");
  }

  @Test
  void a_file_that_comes_beside_the_item_is_named_by_its_file_name() throws IOException {
    JsonNode picture = written(false).at("/associations/0");
    assertThat(picture.at("/altIds/0/value").asText()).isEqualTo("quay 1.jpg");
    assertThat(picture.path("uri").asText()).endsWith("#quay%201.jpg");
    assertThat(picture.has("renditions")).isFalse();
  }

  @Test
  void what_is_for_editors_is_told_of_but_not_told() throws IOException {
    JsonNode json = written(false);
    assertThat(json.toString()).doesNotContain("+00 1").doesNotContain("call the desk");
    assertThat(json.at("/removed/0/characters").asInt()).isEqualTo(11);
    assertThat(json.at("/removed/1/text").asText()).isEqualTo("ab/cd");
  }

  @Test
  void editors_see_it_where_the_setting_says_so() throws IOException {
    JsonNode json = written(true);
    assertThat(json.at("/editors/note").asText()).isEqualTo("EDITORS: call the desk");
    assertThat(json.at("/editors/removed/0").asText()).isEqualTo("Desk: +00 1");
    assertThat(json.at("/removed/0/text").asText()).isEmpty();
  }
}
