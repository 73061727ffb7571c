package news.dateline.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import news.dateline.model.Article;
import news.dateline.testing.Corpus;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One story in two formats is one article, field by field, but for what a format cannot say. The
 * pairs are what the corpus holds as {@code input/X.json} and {@code output/X.*}: a converter's
 * own.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SameStoryTest {
  /** What cannot be said, by the beginning of the other format's name, and why. */
  private static final Map<String, Map<String, String>> UNSAID =
      Map.of(
          "newsml-g2",
          Map.of(
              "summary",
              "the teaser stands in the body before the dateline, not always beside it as well",
              "type",
              "an object with parts is \"text\" in itemClass, \"composite\" in JSON"),
          "iptc7901",
          Map.ofEntries(
              Map.entry("uri", "a transmission has a service and a number, no identifier"),
              Map.entry("version", "and no version"),
              Map.entry("seconds", "the time has none"),
              Map.entry("embargo", "words, not a field"),
              Map.entry("subjects", "the category is a letter or two, the slug is words"),
              Map.entry("people", "nobody is named"),
              Map.entry("genre", "not said"),
              Map.entry("slugline", "the keyword line stands for what JSON has as categories"),
              Map.entry("credit", "the service is the credit"),
              Map.entry("copyright", "not said"),
              Map.entry("usage", "not said"),
              Map.entry("summary", "the teaser is the first paragraph"),
              Map.entry("language", "not said"),
              Map.entry("edNote", "the notepad in another layout"),
              Map.entry("type", "not said")));

  private final ReadingPath path = new ReadingPath();

  @AfterAll
  void close() {
    path.close();
  }

  /** Two files of one story. */
  record Pair(Path json, Path other) {
    @Override
    public String toString() {
      return other.getFileName().toString();
    }
  }

  static List<Pair> pairs() {
    List<Pair> pairs = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Corpus.require("corpus/wire"))) {
      for (Path json : files.sorted().toList()) {
        String name = json.getFileName().toString();
        if (name.endsWith(".json") && json.getParent().endsWith("input")) {
          String stem = name.substring(0, name.length() - ".json".length());
          Path output = json.getParent().resolveSibling("output");
          for (String ending : List.of(".xml", ".iptc")) {
            Path other = output.resolve(stem + ending);
            if (Files.exists(other)) {
              pairs.add(new Pair(json, other));
            }
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return pairs;
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void a_story_is_the_same_article_in_both_formats(Pair pair) throws IOException {
    Article json = read(pair.json()).orElseThrow();
    Optional<Article> read = read(pair.other());
    String format = read.map(Article::format).orElse("nothing");
    Optional<Map<String, String>> unsaid =
        UNSAID.entrySet().stream()
            .filter(e -> format.startsWith(e.getKey()))
            .map(Map.Entry::getValue)
            .findFirst();
    Assumptions.assumeTrue(unsaid.isPresent(), () -> "no reader yet: read as " + format);
    Map<String, Object> expected = fields(json);
    Map<String, Object> actual = fields(read.orElseThrow());
    unsaid.get().keySet().forEach(expected::remove);
    unsaid.get().keySet().forEach(actual::remove);
    assertThat(actual).containsExactlyInAnyOrderEntriesOf(expected);
  }

  private Optional<Article> read(Path file) throws IOException {
    return path.read(Files.readAllBytes(file), file.toString(), s -> s).batch().items().stream()
        .findFirst();
  }

  private static Map<String, Object> fields(Article a) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("uri", a.uri());
    fields.put("version", a.version());
    fields.put("versionCreated", a.times().versionCreated().truncatedTo(ChronoUnit.MINUTES));
    fields.put("seconds", a.times().versionCreated().getEpochSecond() % 60);
    fields.put("pubStatus", a.status().pubStatus());
    fields.put("urgency", a.status().urgency());
    fields.put("embargo", a.status().embargo());
    fields.put("language", a.language());
    fields.put("headline", a.content().headline());
    fields.put("summary", a.content().summary());
    fields.put("text", story(a));
    fields.put("people", a.people());
    fields.put("byline", a.lines().byline());
    fields.put("credit", a.lines().credit());
    fields.put("dateline", a.lines().dateline());
    fields.put("slugline", a.lines().slugline());
    fields.put("copyright", a.lines().copyrightNotice());
    fields.put("usage", a.lines().usageTerms());
    fields.put("edNote", a.lines().edNote().isPresent());
    fields.put(
        "subjects",
        List.copyOf(
            new TreeSet<>(
                a.subjects().stream().map(s -> s.name() + " " + s.code().orElse("")).toList())));
    fields.put("genre", a.genre());
    fields.put("type", a.wire().type());
    fields.put("note", lines(a.wire().note()));
    return fields;
  }

  /**
   * The words alone: JSON leaves the dateline to its field and the teaser to another, the others
   * write both before the text.
   */
  private static String story(Article a) {
    String text = a.content().text().replaceAll("\\s+", " ").strip();
    String dateline = a.lines().dateline().orElse("").strip();
    int end = dateline.isEmpty() ? -1 : text.indexOf(dateline);
    return end < 0 ? text : text.substring(end + dateline.length()).strip();
  }

  /** A note's lines, each once: the short form of a note may equal the long one. */
  private static List<String> lines(Optional<String> note) {
    return note.map(n -> n.lines().distinct().toList()).orElse(List.of());
  }
}
