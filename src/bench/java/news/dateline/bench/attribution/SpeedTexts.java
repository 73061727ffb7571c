package news.dateline.bench.attribution;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import news.dateline.attribution.AttributionInput;

/** Whole articles of a corpus, each with its language, as attribution is handed them. */
final class SpeedTexts {
  private SpeedTexts() {}

  /** The collections that hold whole articles; {@code all} is the three of them. */
  static List<AttributionInput> read(Path corpus, String collection) {
    Path inner = corpus.resolve("attribution");
    Path base = Files.isDirectory(inner) ? inner : corpus;
    return switch (collection) {
      case "polnear" -> articles(base.resolve("polnear"), "en");
      case "german" -> articles(base.resolve("german-wikinews"), "de");
      case "gold" -> articles(base.resolve("dateline-gold"), "");
      case "all" -> {
        List<AttributionInput> all = new ArrayList<>(read(corpus, "polnear"));
        all.addAll(read(corpus, "german"));
        all.addAll(read(corpus, "gold"));
        yield all;
      }
      default -> throw new IllegalArgumentException(collection);
    };
  }

  private static List<AttributionInput> articles(Path folder, String language) {
    List<AttributionInput> out = new ArrayList<>();
    for (Path file : Rows.files(folder, ".jsonl")) {
      for (JsonNode row : Rows.json(file)) {
        String own = language.isEmpty() ? row.path("lang").asText("en") : language;
        out.add(input(row.path("text").asText(), own));
      }
    }
    return out;
  }

  static AttributionInput input(String text, String language) {
    return AttributionInput.of(text, Optional.of(language));
  }

  /** How long texts are in UTF-8, in millions of bytes. */
  static double megabytes(List<AttributionInput> texts) {
    long bytes = 0;
    for (AttributionInput text : texts) {
      bytes += text.text().getBytes(StandardCharsets.UTF_8).length;
    }
    return bytes / 1e6;
  }
}
