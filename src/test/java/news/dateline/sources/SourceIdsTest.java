package news.dateline.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceIdsTest {
  @ParameterizedTest
  @CsvSource({
    "The Quay Gazette, the-quay-gazette",
    "Café Zürich, cafe-zurich",
    "Новая гавань, novaa-gavan",
    "Straße & Ørsted, strasse-orsted",
    "Η Αυγή, e-auge",
    "★ ★, ''",
    "Harbour's  --  Edge, harbours-edge"
  })
  void are_made_of_names_in_any_script(String name, String id) {
    assertThat(SourceIds.of(name)).isEqualTo(id);
  }

  @Test
  void of_scripts_without_letters_are_made_of_their_sound() {
    assertThat(SourceIds.of("港口新闻")).matches("[a-z-]{4,}");
  }

  @Test
  void are_cut_between_words() {
    assertThat(SourceIds.of("a long name of a newsroom beyond the northern harbour"))
        .hasSizeLessThanOrEqualTo(40)
        .isEqualTo("a-long-name-of-a-newsroom-beyond-the");
    assertThat(SourceIds.of("x".repeat(60))).hasSize(40);
  }

  @Test
  void get_a_number_when_taken() {
    assertThat(SourceIds.free("quay", Set.of("quay", "quay-2")::contains)).isEqualTo("quay-3");
    assertThat(SourceIds.free("pier", Set.of("quay")::contains)).isEqualTo("pier");
  }
}
