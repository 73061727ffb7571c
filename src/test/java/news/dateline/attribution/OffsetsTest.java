package news.dateline.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import news.dateline.model.Attribution;
import news.dateline.testing.Corpus;
import org.junit.jupiter.api.Test;

/** Words at the offsets are exactly the words claimed, in code points. */
class OffsetsTest {
  private final Attributor attributor = new Attributor(Lexicons.SHIPPED);

  static String at(String text, int start, int end) {
    return text.substring(text.offsetByCodePoints(0, start), text.offsetByCodePoints(0, end));
  }

  static void check(String text, Attribution found) {
    found.dateline().ifPresent(d -> assertThat(at(text, d.start(), d.end())).isEqualTo(d.text()));
    found.bylines().stream()
        .filter(b -> b.field().equals("body"))
        .forEach(b -> assertThat(at(text, b.start(), b.end())).isEqualTo(b.text()));
    found.agencies().stream()
        .flatMap(a -> a.evidence().stream())
        .filter(e -> e.field().equals("body"))
        .forEach(e -> assertThat(at(text, e.start(), e.end())).isEqualTo(e.text()));
    for (Attribution.Quote q : both(found)) {
      assertThat(at(text, q.start(), q.end())).isEqualTo(q.text());
      assertThat(q.fragments())
          .isNotEmpty()
          .allSatisfy(f -> assertThat(f.start()).isBetween(q.start(), q.end()).isLessThan(f.end()));
      q.speaker().ifPresent(s -> assertThat(at(text, s.start(), s.end())).isEqualTo(s.mention()));
      q.cue().ifPresent(c -> assertThat(at(text, c.start(), c.end())).isEqualTo(c.text()));
    }
  }

  private static List<Attribution.Quote> both(Attribution found) {
    return Stream.concat(found.quotes().stream(), found.stances().stream()).toList();
  }

  @Test
  void counts_code_points_not_utf_16_units() {
    String text = "PARIS (AFP) - 🎉🎉 “We danced 🎉 all night,” Ann Roe 🎉 told AFP.";
    Attribution found = attributor.attribute(AttributionInput.of(text));
    check(text, found);
    assertThat(found.quotes()).hasSize(1);
    assertThat(found.quotes().get(0).text()).isEqualTo("We danced 🎉 all night,");
  }

  @Test
  void the_words_at_the_offsets_are_the_words_claimed_on_every_text() throws IOException {
    ObjectMapper json = new ObjectMapper();
    int claims = 0;
    Path root = Corpus.require("corpus/attribution");
    List<Path> files;
    try (Stream<Path> all = Files.walk(root)) {
      files = all.filter(f -> f.toString().endsWith(".jsonl")).toList();
    }
    for (Path file : files) {
      try (Stream<String> lines = Files.lines(file)) {
        for (String line : lines.limit(30).toList()) {
          JsonNode row = json.readTree(line);
          String text = row.path("text").asText(row.path("sentence").asText(""));
          Attribution found = attributor.attribute(AttributionInput.of(text));
          check(text, found);
          claims += found.quotes().size();
        }
      }
    }
    assertThat(claims).isGreaterThan(300);
  }
}
