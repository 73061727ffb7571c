package news.dateline.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.dateline.model.Reason;
import news.dateline.model.SourceState.Health;
import org.junit.jupiter.api.Test;

/** {@code docs/errors.md} explains every word that the program uses for trouble, and no other. */
class ErrorsDocTest {
  private static final String STATES = "# States of a source";

  @Test
  void every_reason_has_a_heading_with_an_explanation() throws IOException {
    Map<String, String> sections = sections();
    for (Reason reason : Reason.values()) {
      assertThat(sections.get(reason.slug())).as(reason.slug()).isNotBlank();
    }
  }

  @Test
  void every_state_of_a_source_is_explained() throws IOException {
    String states = text().substring(text().indexOf(STATES));
    Set<String> reasons = slugs();
    for (Health health : Health.values()) {
      boolean own = states.contains("\n### " + health.code() + "\n");
      boolean asReason =
          reasons.contains(health.code()) && states.contains("`" + health.code() + "`");
      assertThat(own || asReason).as(health.code()).isTrue();
    }
  }

  @Test
  void no_heading_is_left_over_from_a_word_that_is_gone() throws IOException {
    Set<String> known =
        Stream.concat(slugs().stream(), Arrays.stream(Health.values()).map(Health::code))
            .collect(Collectors.toSet());
    assertThat(known).containsAll(sections().keySet());
  }

  private static Set<String> slugs() {
    return Arrays.stream(Reason.values())
        .map(Reason::slug)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Map<String, String> sections() throws IOException {
    Map<String, String> sections = new LinkedHashMap<>();
    for (String part : List.of(text().split("\n### "))) {
      int end = part.indexOf('\n');
      if (!part.startsWith("#")) {
        sections.put(part.substring(0, end), part.substring(end).strip());
      }
    }
    return sections;
  }

  private static String text() throws IOException {
    return Files.readString(Path.of("docs/errors.md"));
  }
}
