package news.dateline.attribution;

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
import java.util.stream.Stream;
import news.dateline.bench.attribution.Predictor;
import news.dateline.model.Attribution;
import news.dateline.model.Lines;
import news.dateline.testing.Golden;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The hard cases of attribution, each a text of our own and what must be read in it. */
class GoldenTest {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private final Attributor attributor = new Attributor(Lexicons.SHIPPED);

  @TestFactory
  Stream<DynamicTest> reads_the_hard_cases() {
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
}
