package news.dateline.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import news.dateline.config.Problem;
import news.dateline.config.Problems;
import news.dateline.testing.TestHome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pipeline is tried before it is believed, and nothing is started for it. */
class ConfigCheckTest {
  @TempDir Path folder;

  @Test
  void the_shipped_configuration_has_no_problem() {
    Problems problems = new Problems();
    Home home = Home.of(Path.of("."), "", folder.resolve("data").toString());
    Settings settings = SettingsReader.read(home, Map.of(), Map.of(), problems);
    ConfigCheck.Summary summary = ConfigCheck.check(home, settings, problems);
    assertThat(problems.list()).isEmpty();
    assertThat(summary.routes()).isEqualTo(RouteFiles.declared(Path.of("routes")).size());
    assertThat(summary.sources()).isPositive();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void a_method_that_a_bean_does_not_have_is_a_problem() throws IOException {
    assertThat(problemsWith("method: parse", "method: parze"))
        .singleElement()
        .satisfies(p -> assertThat(p.toString()).contains("parze"));
  }

  @Test
  void a_bean_that_does_not_exist_is_a_problem() throws IOException {
    assertThat(problemsWith("ref: parser", "ref: lector"))
        .singleElement()
        .satisfies(p -> assertThat(p.toString()).contains("lector"));
  }

  @Test
  void an_unknown_field_is_a_problem_of_its_file() throws IOException {
    assertThat(problemsWith("description:", "descripton:"))
        .singleElement()
        .satisfies(p -> assertThat(p.file()).isEqualTo("routes/30-parse.camel.yaml"));
  }

  @Test
  void an_agency_that_is_not_in_the_list_is_a_problem() throws IOException {
    new TestHome(folder)
        .source("one", "id: one\nname: One\nfeed: https://one.example/rss\nagency: XQZ\n");
    assertThat(problemsWith("", ""))
        .singleElement()
        .satisfies(p -> assertThat(p.toString()).contains("sources/one.yaml", "XQZ"));
  }

  @Test
  void a_transport_or_parameter_that_is_not_declared_is_a_problem() throws IOException {
    new TestHome(folder).source("one", "id: one\nname: One\nfrom: 'file:x?filter=#class:A'\n");
    new TestHome(folder).source("two", "id: two\nname: Two\nfrom: exec:id\n");
    assertThat(problemsWith("", ""))
        .extracting(Problem::toString)
        .satisfiesExactly(
            p -> assertThat(p).contains("sources/one.yaml:3: from: \"filter\" is not a parameter"),
            p -> assertThat(p).contains("sources/two.yaml:3: from: \"exec\": is not a transport"));
  }

  @Test
  void words_of_a_newsrooms_own_are_read_and_their_examples_tried() throws IOException {
    Path words = Files.createDirectories(new TestHome(folder).config().resolve("lexicon"));
    Files.writeString(words.resolve("en.yaml"), "cues: [groused]\nverbs: [grunted]\n");
    Files.writeString(
        words.resolve("fr.yaml"),
        "cues: [bougonna]\n"
            + "examples:\n"
            + "- '« Il pleut », bougonna Jeanne Roe. => direct Il pleut | Paul'\n");
    assertThat(problemsWith("", ""))
        .extracting(p -> p.file() + ":" + p.line() + " " + p.key())
        .containsExactly("config/lexicon/en.yaml:2 verbs", "config/lexicon/fr.yaml:3 examples");
  }

  private List<Problem> problemsWith(String from, String to) throws IOException {
    Path routes = Files.createDirectories(folder.resolve("routes"));
    for (Path file : RouteFiles.in(Path.of("routes"))) {
      String text = Files.readString(file);
      boolean parse = file.endsWith("30-parse.camel.yaml") && !from.isEmpty();
      Files.writeString(
          routes.resolve(file.getFileName().toString()), parse ? text.replace(from, to) : text);
    }
    if (!Files.exists(folder.resolve("config"))) {
      new TestHome(folder);
    }
    Home home = Home.of(folder, "", "");
    Problems problems = new Problems();
    Settings settings = SettingsReader.read(home, Map.of(), Map.of(), problems);
    ConfigCheck.check(home, settings, problems);
    return problems.list();
  }
}
