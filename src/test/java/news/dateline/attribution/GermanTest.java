package news.dateline.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import news.dateline.model.Attribution;
import news.dateline.model.Attribution.Quote;
import news.dateline.model.Attribution.Quote.QuoteKind;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Who says what stands between German marks, and what of it nobody says. */
class GermanTest {
  private final Attributor attributor = new Attributor(Lexicons.SHIPPED);

  @TestFactory
  Stream<DynamicTest> the_speaker_stands_on_either_side_of_the_verb_or_in_no_clause_at_all()
      throws IOException {
    return Files.readAllLines(Path.of("src/test/resources/attribution/german.tsv")).stream()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split("\t", -1))
        .map(row -> dynamicTest(row[0] + ": " + row[2], () -> check(row[0], row[1], row[2])));
  }

  @Test
  void a_statement_on_a_source_is_told_once() {
    Attribution found =
        attributor.attribute(
            AttributionInput.of("Laut Polizei war die Halle leer.", Optional.of("de")));

    assertThat(found.quotes()).extracting(Quote::text).containsExactly("war die Halle leer");
  }

  private void check(String words, String speaker, String line) {
    String text = line.replace(" / ", "\n\n");
    Attribution found = attributor.attribute(AttributionInput.of(text, Optional.of("de")));
    List<Quote> marked =
        found.quotes().stream()
            .filter(q -> q.kind() != QuoteKind.INDIRECT && q.text().startsWith(words))
            .toList();
    if (speaker.equals("!")) {
      assertThat(marked).isEmpty();
    } else {
      assertThat(marked)
          .first()
          .extracting(q -> q.speaker().map(Attribution.Speaker::mention).orElse("-"))
          .isEqualTo(speaker);
    }
    OffsetsTest.check(text, found);
  }
}
