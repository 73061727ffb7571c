package news.dateline.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import news.dateline.config.Problems;
import news.dateline.config.Yaml;
import news.dateline.config.YamlNode;
import news.dateline.config.YamlNode.Mapping;
import news.dateline.model.Source;
import org.junit.jupiter.api.Test;

/** The sources in config/sources and the schema in docs. */
class ShippedSourcesTest {
  private static final Path FOLDER = Path.of("config/sources");

  @Test
  void every_shipped_source_is_accepted() {
    SourceFiles.Loaded loaded =
        new SourceFiles(name -> Optional.empty(), SourceFiles.FORMATS).read(FOLDER);
    assertThat(loaded.problems()).isEmpty();
    assertThat(loaded.sources().stream().filter(s -> s.feed().isPresent())).hasSizeGreaterThan(9);
  }

  @Test
  void each_file_is_named_after_its_source_and_names_the_schema() throws IOException {
    for (SourceFiles.SourceFile file : SourceFiles.standard().read(FOLDER).files()) {
      assertThat(file.sources()).hasSize(1);
      assertThat(file.path()).hasFileName(file.sources().get(0).id() + ".yaml");
      assertThat(Files.readString(file.path()))
          .startsWith("# yaml-language-server: $schema=../../docs/source.schema.json\n");
    }
  }

  @Test
  void the_bundled_folders_hold_something() throws IOException {
    List<Source> local =
        SourceFiles.standard().read(FOLDER).sources().stream()
            .filter(s -> s.from().filter(f -> f.startsWith("file:")).isPresent())
            .toList();
    assertThat(local).hasSize(2);
    for (Source s : local) {
      String dir = s.from().orElseThrow().replaceAll("^file:|\\?.*", "");
      try (Stream<Path> files = Files.list(Path.of(dir))) {
        assertThat(files).as(dir).isNotEmpty();
      }
    }
  }

  @Test
  void the_schema_describes_exactly_the_keys_the_reader_knows() throws IOException {
    Mapping properties =
        schema()
            .mapping("$defs")
            .orElseThrow()
            .mapping("source")
            .orElseThrow()
            .mapping("properties")
            .orElseThrow();
    assertThat(properties.entries().keySet()).containsExactlyElementsOf(SourceKeys.ALL);
    properties
        .entries()
        .forEach(
            (key, value) -> assertThat(((Mapping) value).text("description")).as(key).isPresent());
    assertThat(properties.mapping("format").orElseThrow().texts("enum"))
        .containsExactlyInAnyOrderElementsOf(SourceFiles.FORMATS);
  }

  @Test
  void the_schema_and_the_reader_agree_on_durations() throws IOException {
    String pattern =
        schema()
            .mapping("$defs")
            .orElseThrow()
            .mapping("duration")
            .orElseThrow()
            .text("pattern")
            .orElseThrow();
    for (String text : List.of("5m", "90s", "1h30m", "2d", "5", "m", "", "30m1h", "5 m", "1.5h")) {
      assertThat(
              Pattern.compile(pattern)
                  .matcher(text)
                  .results()
                  .map(MatchResult::group)
                  .anyMatch(text::equals))
          .as(text)
          .isEqualTo(Durations.parse(text).isPresent());
    }
  }

  // JSON is YAML
  private static Mapping schema() throws IOException {
    Problems problems = new Problems();
    List<YamlNode> nodes = Yaml.read(Path.of("docs/source.schema.json"), "schema", problems);
    assertThat(problems.list()).isEmpty();
    return (Mapping) nodes.get(0);
  }
}
