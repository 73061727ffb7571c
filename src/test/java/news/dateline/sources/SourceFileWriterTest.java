package news.dateline.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Stream;
import news.dateline.model.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceFileWriterTest {
  @TempDir Path folder;

  @Test
  void what_is_written_is_read_back() throws IOException {
    Source source =
        Source.builder("all", "All")
            .feed(URI.create("https://example.org/rss?a=1&b=%20#x"))
            .format("rss")
            .agency("TASS")
            .language("pt-BR")
            .every(Duration.ofMinutes(90))
            .atLeastEvery(Duration.ofSeconds(90))
            .silentAfter(Duration.ofDays(2))
            .zone(ZoneId.of("+03:00"))
            .charset(StandardCharsets.UTF_16BE)
            .headers(Map.of("Authorization", "Bearer ${TOKEN}", "X-A", "1: \"b\" # c"))
            .paused(true)
            .internal(true)
            .strip(List.of("/Sign \\d+ up/", "- a: b", "Привет, \u2028 мир\\"))
            .deskTags(List.of("true", "07"))
            .build();
    new SourceFileWriter(folder).write(source);
    Source read = read("TOKEN", "${TOKEN}");
    assertThat(read).isEqualTo(source);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Plain Name",
        "yes",
        "null",
        "12",
        "1e3",
        "a: b",
        "a #b",
        "#a",
        "- a",
        "'a'",
        "\"a\"",
        "a\\b",
        "{a}",
        "[a]",
        "@a",
        "%a",
        "a:",
        "Ünïcode 中文",
        "😀",
        "a, b",
        "*a",
        "&a",
        "!a",
        "|",
        ">",
        "?",
        "~a"
      })
  void any_name_survives(String name) throws IOException {
    Source source =
        Source.builder("x", name).from("sftp://u@h/d?password=RAW(${PW})&delay=9").build();
    new SourceFileWriter(folder).write(source);
    assertThat(read("PW", "${PW}")).isEqualTo(source);
  }

  @Test
  void leaves_no_draft_behind_and_names_the_schema() throws IOException {
    Path file = new SourceFileWriter(folder.resolve("new")).write(feed("a"));
    assertThat(file).hasFileName("a.yaml");
    assertThat(Files.readString(file)).startsWith("# yaml-language-server: $schema=");
    try (Stream<Path> all = Files.list(folder.resolve("new"))) {
      assertThat(all).containsExactly(file);
    }
  }

  @Test
  void replaces_only_a_file_that_declares_the_same_source_alone() throws IOException {
    SourceFileWriter writer = new SourceFileWriter(folder);
    writer.write(feed("a"));
    writer.write(feed("a").toBuilder().paused(true).build());
    assertThat(Files.readString(folder.resolve("a.yaml"))).contains("paused: true");
    Files.writeString(
        folder.resolve("b.yaml"),
        "- {id: b, name: B, feed: 'https://b.example/'}\n"
            + "- {id: c, name: C, feed: 'https://c.example/'}\n");
    assertThatIllegalArgumentException().isThrownBy(() -> writer.write(feed("b")));
  }

  @Test
  void refuses_to_write_a_secret() {
    SourceFileWriter writer = new SourceFileWriter(folder);
    Source header = feed("a").toBuilder().headers(Map.of("Authorization", "Bearer abc")).build();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> writer.write(header))
        .withMessageContaining("${NAME}");
    Source from = Source.builder("b", "B").from("sftp://u:pw@host/").build();
    assertThatIllegalArgumentException().isThrownBy(() -> writer.write(from));
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void removes_the_file_of_one_source_whatever_its_name() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("other.yml"), "id: a\nname: A\nfeed: https://a.example/\n");
    assertThat(new SourceFileWriter(folder).remove("a")).isEqualTo(file);
    assertThat(file).doesNotExist();
  }

  @Test
  void takes_one_source_out_of_a_shared_file_and_leaves_the_others() throws IOException {
    String a = "id: a\nname: A\nfeed: https://a.example/\n---\n";
    Path file =
        Files.writeString(
            folder.resolve("two.yaml"), a + "id: b\nname: B\nfeed: https://b.example/\n");
    SourceFileWriter writer = new SourceFileWriter(folder);
    writer.remove("b");
    assertThat(file).hasContent(a);
    assertThatThrownBy(() -> writer.remove("c")).isInstanceOf(NoSuchElementException.class);
    Files.writeString(file, "[{id: a, name: A}, {id: b, name: B}]");
    assertThatIllegalArgumentException().isThrownBy(() -> writer.remove("b"));
    assertThat(file).hasContent("[{id: a, name: A}, {id: b, name: B}]");
  }

  @Test
  void a_list_goes_into_one_new_file_and_is_read_back() throws IOException {
    SourceFileWriter writer = new SourceFileWriter(folder);
    List<Source> sources =
        List.of(
            feed("a"),
            feed("b").toBuilder().language("ru").deskTags(List.of("North", "yes")).build());
    Path first = writer.writeList("opml-x", sources, "from\nsomewhere: 2 sources");
    Path second = writer.writeList("opml-x", List.of(feed("c")), "more");
    assertThat(first.getFileName()).hasToString("opml-x.yaml");
    assertThat(second.getFileName()).hasToString("opml-x-2.yaml");
    assertThat(SourceFiles.standard().read(folder).problems()).isEmpty();
    assertThat(SourceFiles.standard().read(folder).sources()).containsAll(sources).hasSize(3);
  }

  @Test
  void a_list_that_could_not_be_read_back_is_not_written() {
    SourceFileWriter writer = new SourceFileWriter(folder);
    Source bad = Source.ofFeed("b", "Costs ${X}", URI.create("https://b.example/"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> writer.writeList("x", List.of(feed("a"), bad), ""));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> writer.writeList("x", List.of(feed("a"), feed("a")), ""));
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void a_read_only_file_keeps_its_address() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("a.yaml"), "id: a\nname: A\nfeed: https://example.org/a\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new SourceFileWriter(folder)
                    .move(
                        "a",
                        URI.create("https://example.org/a"),
                        URI.create("https://example.org/b"),
                        Optional.empty()))
        .withMessageContaining("read-only");
    assertThat(file).hasContent("id: a\nname: A\nfeed: https://example.org/a\n");
  }

  private static Source feed(String id) {
    return Source.ofFeed(id, id, URI.create("https://example.org/" + id));
  }

  private Source read(String variable, String value) {
    SourceFiles.Loaded loaded =
        new SourceFiles(
                n -> n.equals(variable) ? Optional.of(value) : Optional.empty(),
                SourceFiles.FORMATS)
            .read(folder);
    // a transport's secret is encoded when it is filled in, here it stands in RAW()
    assertThat(loaded.problems()).isEmpty();
    return loaded.sources().get(0);
  }
}
