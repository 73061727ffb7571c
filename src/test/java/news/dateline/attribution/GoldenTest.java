package news.dateline.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import news.dateline.bench.attribution.Predictor;
import news.dateline.model.Attribution;
import news.dateline.model.Lines;
import news.dateline.testing.Golden;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What attribution must read in texts of our own: single forms with their proofs as JSON, and the
 * sixty hard cases, whose claims are written by hand after the annotation guide: no switch rewrites
 * those.
 */
class GoldenTest {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private static final Path HARD_CASES = Path.of("src/test/resources/golden/hard-cases");

  private final Attributor attributor = new Attributor(Lexicons.SHIPPED);

  @TestFactory
  Stream<DynamicTest> proves_each_form() {
    return Golden.tests("attribution", "json", this::read);
  }

  private String read(Path in) {
    try {
      String text = Files.readString(in).strip();
      Attribution found =
          attributor.attribute(
              new AttributionInput(
                  text,
                  "",
                  Optional.empty(),
                  "",
                  Optional.empty(),
                  Optional.of(Instant.parse("2026-05-04T10:00:00Z")),
                  List.of(),
                  Lines.NONE,
                  List.of()));
      OffsetsTest.check(text, found);
      return JSON.writeValueAsString(Predictor.json(found));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> hardCases() throws IOException {
    try (Stream<Path> all = Files.list(HARD_CASES)) {
      return all.sorted().toList();
    }
  }

  @TestFactory
  Stream<DynamicTest> reads_each_hard_case_right() throws IOException {
    return hardCases().stream()
        .map(
            file ->
                DynamicTest.dynamicTest(
                    file.getFileName().toString(),
                    () -> {
                      for (HardCase.Section section : HardCase.of(file).sections()) {
                        List<String> right =
                            section.claims().equals(List.of("nothing"))
                                ? List.of()
                                : section.claims();
                        assertThat(section.read(attributor))
                            .as(section.text())
                            .containsExactlyElementsOf(right);
                      }
                    }));
  }

  @Test
  void all_sixty_hard_cases_are_there() throws IOException {
    Set<Integer> numbers =
        hardCases().stream()
            .map(f -> Integer.valueOf(f.getFileName().toString().substring(0, 2)))
            .collect(Collectors.toSet());
    assertThat(numbers).containsAll(IntStream.rangeClosed(1, 60).boxed().toList());
  }
}
