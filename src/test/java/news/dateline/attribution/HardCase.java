package news.dateline.attribution;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.dateline.model.Attribution;
import news.dateline.model.Lines;
import news.dateline.model.Person;
import news.dateline.normalise.Boilerplate;

/**
 * A file of {@code golden/hard-cases}: texts of our own and what must be read in each. Lines that
 * begin with {@code |} are the text, with {@code =} a claim, with {@code #} a comment; {@code key:
 * value} before a text says what is known beside it. Claims and headers end at the next text.
 *
 * @param sections in file order
 */
record HardCase(List<Section> sections) {
  private static final Instant PUBLISHED = Instant.parse("2026-05-04T10:00:00Z");
  private static final Boilerplate BOILERPLATE = new Boilerplate();

  HardCase {
    sections = List.copyOf(sections);
  }

  /**
   * @param known lang, headline, publisher, by
   * @param text as it comes in
   * @param claims as the file has them
   */
  record Section(Map<String, String> known, String text, List<String> claims) {
    /** What is read in the text, offsets checked, one claim a line. */
    List<String> read(Attributor attributor) {
      Optional<String> language = Optional.ofNullable(known.get("lang"));
      String publisher = known.getOrDefault("publisher", "");
      Boilerplate.Parted parted =
          BOILERPLATE.parted(text, new Boilerplate.Context(publisher, language, List.of()));
      Attribution found =
          attributor.attribute(
              new AttributionInput(
                  parted.text(),
                  known.getOrDefault("headline", ""),
                  language,
                  publisher,
                  Optional.empty(),
                  Optional.of(PUBLISHED),
                  known.containsKey("by")
                      ? List.of(Person.author(known.getOrDefault("by", "")))
                      : List.of(),
                  Lines.NONE,
                  parted.removed()));
      OffsetsTest.check(parted.text(), found);
      return ClaimLines.of(parted.text(), found, parted.removed());
    }
  }

  static HardCase of(Path file) {
    List<Section> out = new ArrayList<>();
    Map<String, String> known = new HashMap<>();
    List<String> text = new ArrayList<>();
    List<String> claims = new ArrayList<>();
    try {
      for (String line : Files.readAllLines(file)) {
        boolean begins = !line.startsWith("=") && !line.isBlank() && !claims.isEmpty();
        if (begins) {
          out.add(new Section(Map.copyOf(known), String.join("\n", text), List.copyOf(claims)));
          known.clear();
          text.clear();
          claims.clear();
        }
        if (line.startsWith("|")) {
          text.add(line.substring(1).strip());
        } else if (line.startsWith("=")) {
          claims.add(line.substring(1).strip());
        } else if (!line.isBlank() && !line.startsWith("#")) {
          int colon = line.indexOf(": ");
          known.put(line.substring(0, colon), line.substring(colon + 2).strip());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    out.add(new Section(Map.copyOf(known), String.join("\n", text), List.copyOf(claims)));
    return new HardCase(out);
  }
}
