package news.dateline.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import news.dateline.model.Attribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts cut anywhere, shuffled, in capitals, strewn with marks: read without error, proved. */
class MangledTextTest {
  private static final int TEXTS = 30_000;
  private static final List<String> LANGUAGES = List.of("en", "de", "fr", "ru", "es", "it");
  private static final String MARKS = "\"“”„«»'’(),.:;—-/\n ";

  private final Attributor attributor = new Attributor(Lexicons.SHIPPED);

  @Test
  void are_read_and_every_claim_is_proved() throws IOException {
    List<String> whole = texts();
    Random random = new Random(20261127);
    for (int n = 0; n < TEXTS; n++) {
      String text = mangled(whole, random);
      String language = LANGUAGES.get(random.nextInt(LANGUAGES.size()));
      try {
        OffsetsTest.check(text, attribute(text, language));
      } catch (RuntimeException | AssertionError e) {
        throw new AssertionError(language + ": " + text, e);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "saying, \"The pier is old and it will not last.\"",
        "Roe Poe, and Ann said the pier was old: \"It will not last a year.\"",
        "Jan 3 (Unheard of) - The pier is closed."
      })
  void found_broken_once(String text) {
    assertThat(attribute(text, "en").agencies()).isEmpty();
  }

  private Attribution attribute(String text, String language) {
    return attributor.attribute(AttributionInput.of(text, Optional.of(language)));
  }

  private static String mangled(List<String> whole, Random random) {
    String text = whole.get(random.nextInt(whole.size())) + whole.get(random.nextInt(whole.size()));
    int from = random.nextInt(text.length());
    String cut = text.substring(from, from + random.nextInt(text.length() - from) + 1);
    switch (random.nextInt(5)) {
      case 0 -> {
        List<String> words = new ArrayList<>(List.of(cut.split(" ", -1)));
        Collections.shuffle(words, random);
        return String.join(" ", words);
      }
      case 1 -> {
        return cut.toUpperCase(Locale.ROOT);
      }
      case 2 -> {
        return cut.replaceAll("\\p{Ll}+ ", random.nextBoolean() ? "\"" : "“");
      }
      case 3 -> {
        StringBuilder strewn = new StringBuilder(cut);
        for (int k = 0; k < 12; k++) {
          char mark = MARKS.charAt(random.nextInt(MARKS.length()));
          strewn.setCharAt(random.nextInt(strewn.length()), mark);
        }
        return strewn.toString();
      }
      default -> {
        return cut;
      }
    }
  }

  /** The texts of the hard cases. */
  private static List<String> texts() throws IOException {
    List<String> out = new ArrayList<>();
    try (Stream<Path> files = Files.list(Path.of("src/test/resources/golden/hard-cases"))) {
      for (Path file : files.sorted().toList()) {
        for (String line : Files.readAllLines(file)) {
          if (line.startsWith("| ")) {
            out.add(line.substring(2) + "\n\n");
          }
        }
      }
    }
    return out;
  }
}
