package news.dateline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import news.dateline.testing.ArticleSchema;
import news.dateline.testing.Feeds;
import news.dateline.testing.TestHome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands as a shell sees them: a process of their own, its exit code and its two outputs. */
class CommandsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String STORY =
      "PORT ELLERY, Nov 24 (Reuters) - The northern quay will close in spring.\n\n"
          + "\"Nobody will be left without a berth,\" said Mayor Ada Lindqvist.\n";

  @TempDir Path folder;

  private record Run(int exit, String out, String err) {
    List<String> lines() {
      return out.lines().toList();
    }
  }

  @Test
  void bad_usage_is_one_line_and_exit_2() throws Exception {
    for (String[] args : new String[][] {{}, {"prevew"}, {"preview"}, {"attribute", "--loud"}}) {
      Run run = dateline(args);
      assertThat(run.exit()).as(Arrays.toString(args)).isEqualTo(2);
      assertThat(run.err().lines()).as(run.err()).singleElement().asString().contains("--help");
      assertThat(run.out()).isEmpty();
    }
  }

  @Test
  void a_failure_is_one_line_and_exit_1() throws Exception {
    Run nothingRuns = dateline("status", "--data", folder.toString());
    assertThat(nothingRuns.exit()).isEqualTo(1);
    assertThat(nothingRuns.err().lines())
        .singleElement()
        .asString()
        .contains("nothing runs on " + folder);
    Run noFile = dateline("attribute", folder.resolve("none.txt").toString());
    assertThat(noFile.exit()).isEqualTo(1);
    assertThat(noFile.err().lines()).singleElement().asString().contains("none.txt");
  }

  @Test
  void help_and_version_are_exit_0() throws Exception {
    Run help = dateline("--help");
    assertThat(help.exit()).isZero();
    assertThat(help.out()).contains("run", "check", "preview", "attribute", "sources", "tail");
    Run own = dateline("preview", "--help");
    assertThat(own.exit()).isZero();
    assertThat(own.out()).contains("--jsonl", "--source", "--as");
    assertThat(dateline("--version").exit()).isZero();
  }

  @Test
  void check_finds_no_problem_in_the_shipped_configuration() throws Exception {
    Run run = dateline("check");
    assertThat(run.out()).startsWith("No problems: ");
    assertThat(run.exit()).isZero();
  }

  @Test
  void check_lists_every_problem_with_file_and_line() throws Exception {
    TestHome home = new TestHome(folder);
    home.source(
        "one", "id: one\nname: One\nfeed: https://one.example/rss\nevery: 5\ncolour: red\n");
    home.source("two", "id: Two\nname: Two\nfeed: https://two.example/rss\n");
    Path settings = home.config().resolve("application.properties");
    Files.writeString(
        settings, Files.readString(settings).stripTrailing() + "\ndateline.http.prot = 9\n");
    int last = Files.readAllLines(settings).size();

    Run run = dateline("check", "--config", home.config().toString());
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.lines())
        .anyMatch(l -> l.contains("application.properties:" + last + ": dateline.http.prot"))
        .anyMatch(l -> l.contains("sources/one.yaml:4: every"))
        .anyMatch(l -> l.contains("sources/one.yaml:5: colour"))
        .anyMatch(l -> l.contains("sources/two.yaml:1: id"))
        .last()
        .isEqualTo("4 problems.");
  }

  @Test
  void preview_gives_one_line_an_article_and_one_a_document_that_fails() throws Exception {
    Path feed = Files.write(folder.resolve("b.xml"), Feeds.rss("quay", 0, 3, 2, 0));
    Path broken = Files.writeString(folder.resolve("a.xml"), "<ledger><row/></ledger>");
    Path inner = Files.createDirectory(folder.resolve("c"));
    Path nested = Files.write(inner.resolve("d.xml"), Feeds.rss("net", 0, 1, 2, 0));
    Run run = dateline("preview", "--jsonl", folder.toString());

    assertThat(run.exit()).isZero();
    List<String> documents = new ArrayList<>();
    for (String line : run.lines()) {
      assertThat(line).startsWith("{\"document\":\"");
      JsonNode json = JSON.readTree(line);
      documents.add(json.path("document").asText());
      if (json.has("error")) {
        assertThat(json.size()).isEqualTo(2);
        assertThat(json.at("/error/reason").asText()).isEqualTo("unknown-format");
        assertThat(json.at("/error/message").asText()).isNotBlank();
      } else {
        String article = "{" + line.substring(line.indexOf(",\"") + 1);
        assertThat(ArticleSchema.problems(article)).isEmpty();
      }
    }
    assertThat(documents)
        .containsExactly(
            broken.toString(),
            feed.toString(),
            feed.toString(),
            feed.toString(),
            nested.toString());
    assertThat(run.err()).contains("3 documents, 4 articles, 1 errors");

    Run alone = dateline("preview", broken.toString());
    assertThat(alone.exit()).as("a single document that fails").isEqualTo(1);
    assertThat(alone.err().lines()).singleElement().asString().contains("[unknown-format]");
  }

  @Test
  void sources_are_imported_exported_and_taken_out_again() throws Exception {
    TestHome home = new TestHome(folder);
    String[] where = {"--config", home.config().toString(), "--data", home.data().toString()};
    Path list =
        Files.writeString(
            folder.resolve("My feeds.opml"),
            "<opml><body><outline text='Harbour'><outline text='Вести' xmlUrl='https://a.example/'/>"
                + "<outline text='Pier' xmlUrl='https://b.example/rss'/></outline>"
                + "<outline text='Mail' type='rss' xmlUrl='mailto:x@b.example'/></body></opml>");
    Run dry = sources("import", where, list.toString(), "--dry-run");
    assertThat(dry.lines())
        .contains("refused: Mail: feeds are polled over http or https, not mailto")
        .last()
        .isEqualTo("dry run: imported 2, already there 0, refused 1");
    Run run = sources("import", where, list.toString());
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.lines())
        .contains("written: config/sources/opml-my-feeds.yaml")
        .last()
        .isEqualTo("imported 2, already there 0, refused 1");
    Run exported = sources("export", where);
    assertThat(exported.out())
        .contains("dateline:id=\"vesti\"", "xmlUrl=\"https://b.example/rss\"");
    assertThat(sources("remove", where, "vesti").exit()).isZero();
    assertThat(sources("list", where).out()).contains("pier").doesNotContain("vesti");
    Run undo = sources("undo-move", where, "pier");
    assertThat(undo.exit()).isEqualTo(1);
    assertThat(undo.err()).contains("pier has not been moved by Dateline");
  }

  private Run sources(String verb, String[] where, String... more) throws Exception {
    List<String> args = new ArrayList<>(List.of("sources", verb));
    args.addAll(List.of(where));
    args.addAll(List.of(more));
    return dateline(args.toArray(new String[0]));
  }

  @Test
  void attribute_gives_the_text_with_its_attribution() throws Exception {
    Path file = Files.writeString(folder.resolve("story.txt"), STORY);
    Run run = dateline("attribute", "--lang", "en", file.toString());
    assertThat(run.exit()).isZero();
    JsonNode json = JSON.readTree(run.out());
    assertThat(json.fieldNames()).toIterable().containsExactly("text", "removed", "attribution");
    assertThat(json.at("/attribution/dateline/place").asText()).isEqualTo("PORT ELLERY");
    assertThat(json.at("/attribution/quotes/0/speaker/name").asText()).contains("Ada Lindqvist");
    JsonNode quote = json.at("/attribution/quotes/0");
    assertThat(
            json.path("text")
                .asText()
                .substring(quote.path("start").asInt(), quote.path("end").asInt()))
        .isEqualTo(quote.path("text").asText());
  }

  @Test
  void attribute_marks_the_text_for_people_and_explains_when_asked() throws Exception {
    Path file = Files.writeString(folder.resolve("story.txt"), STORY);
    Run marked = dateline("attribute", "--marked", file.toString());
    assertThat(marked.lines())
        .startsWith(
            "[1 dateline PORT ELLERY, REUTERS · 2 origin REUTERS: PORT ELLERY, Nov 24",
            "(Reuters) -] The northern quay will close in spring.",
            "")
        .contains(
            "\"[3 quote Ada Lindqvist: Nobody will be left without a berth,]\" said Mayor Ada",
            "Lindqvist.");
    Run explained = dateline("attribute", "--explain", file.toString());
    assertThat(explained.out()).startsWith(marked.out()).contains("rule cue-then-speaker");
    assertThat(dateline("attribute", "--json", file.toString()).out()).startsWith("{\"text\":");
    Run both = dateline("attribute", "--json", "--marked", file.toString());
    assertThat(both.exit()).isEqualTo(2);
    assertThat(both.err().lines()).singleElement().asString().contains("--json", "--marked");

    Path feed = Files.write(folder.resolve("b.xml"), Feeds.rss("quay", 0, 1, 2, 0));
    Run preview = dateline("preview", "--explain", feed.toString());
    assertThat(preview.exit()).as(preview.err()).isZero();
    assertThat(preview.out()).startsWith("== ");
  }

  @Test
  void attribute_answers_each_line_and_survives_one_that_cannot_be_read() throws Exception {
    String text = JSON.writeValueAsString(STORY);
    Path file =
        Files.writeString(
            folder.resolve("in.jsonl"),
            "{\"id\":\"a\",\"lang\":\"en\",\"published\":\"2026-11-24\",\"text\":"
                + text
                + "}\n"
                + "{\"id\":\"b\",\"text\":\n"
                + "{\"id\":\"c\",\"headline\":\"No text\"}\n"
                + "{\"id\":4,\"text\":"
                + text
                + "}\n");
    Run run = dateline("attribute", "--jsonl", file.toString());
    assertThat(run.exit()).isZero();
    assertThat(run.lines()).hasSize(4);
    assertThat(JSON.readTree(run.lines().get(0)).at("/attribution/dateline/date").asText())
        .isEqualTo("2026-11-24");
    assertThat(JSON.readTree(run.lines().get(0)).path("id").asText()).isEqualTo("a");
    assertThat(JSON.readTree(run.lines().get(1)).at("/error/reason").asText())
        .isEqualTo("malformed");
    assertThat(JSON.readTree(run.lines().get(1)).at("/error/message").asText())
        .startsWith("line 2: ");
    assertThat(JSON.readTree(run.lines().get(2)).path("id").asText()).isEqualTo("c");
    assertThat(JSON.readTree(run.lines().get(2)).at("/error/message").asText())
        .isEqualTo("line 3: no member \"text\"");
    assertThat(run.lines().get(3)).startsWith("{\"id\":4,\"text\":");
    assertThat(run.err().lines())
        .singleElement()
        .isEqualTo("dateline: 2 of 4 lines could not be read");
  }

  private Run dateline(String... args) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                "news.dateline.cli.Main"));
    command.addAll(List.of(args));
    Path outputs = Files.createTempDirectory("dateline-run");
    Path out = outputs.resolve("out");
    Path err = outputs.resolve("err");
    Process process =
        new ProcessBuilder(command)
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    try {
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("ends").isTrue();
      return new Run(
          process.exitValue(),
          Files.readString(out, StandardCharsets.UTF_8),
          Files.readString(err, StandardCharsets.UTF_8));
    } finally {
      process.destroyForcibly();
      Files.deleteIfExists(out);
      Files.deleteIfExists(err);
      Files.deleteIfExists(outputs);
    }
  }
}
