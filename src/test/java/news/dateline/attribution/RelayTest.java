package news.dateline.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.dateline.model.Attribution;
import news.dateline.model.Attribution.Quote;
import news.dateline.model.Attribution.Role;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Who speaks and through which agencies, one sentence of our own a construction and language. */
class RelayTest {
  private final Attributor attributor = new Attributor(Lexicons.SHIPPED);

  @TestFactory
  Stream<DynamicTest> an_agency_is_never_the_speaker_of_what_it_relays() throws IOException {
    return Files.readAllLines(Path.of("src/test/resources/attribution/relayed.tsv")).stream()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split("\t", -1))
        .map(row -> dynamicTest(row[3], () -> check(row[0], row[1], row[2], row[3])));
  }

  private void check(String language, String speaker, String agencies, String text) {
    List<String> via = agencies.equals("-") ? List.of() : List.of(agencies.split(" ", -1));
    Attribution found = attributor.attribute(input(text, language));
    Set<String> cited =
        found.agencies().stream()
            .filter(a -> a.role() == Role.CITED)
            .map(Attribution.Agency::code)
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(cited).isEqualTo(new TreeSet<>(via));
    if (speaker.equals("-")) {
      assertThat(found.quotes()).allSatisfy(q -> assertThat(q.speaker()).isEmpty());
    } else {
      assertThat(found.quotes()).anySatisfy(q -> assertSpeaker(q, speaker, via));
    }
    OffsetsTest.check(text, found);
  }

  /** The words printed begin with those asked for: "a source" for "a source in the ministry". */
  private static void assertSpeaker(Quote quote, String speaker, List<String> via) {
    String mention = quote.speaker().map(Attribution.Speaker::mention).orElse("");
    assertThat(mention + " ").startsWith(speaker + " ");
    assertThat(quote.via()).isEqualTo(via);
  }

  private static AttributionInput input(String text, String language) {
    return AttributionInput.of(text, Optional.of(language));
  }
}
