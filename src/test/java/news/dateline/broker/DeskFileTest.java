package news.dateline.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import news.dateline.config.Problem;
import news.dateline.config.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeskFileTest {
  @TempDir Path folder;
  private final Problems problems = new Problems();

  @Test
  void reads_desks_with_their_limits() throws Exception {
    assertThat(
            read(
                """
                desks:
                  - name: world
                    filter: "lang = 'en' AND urgency <= 3 AND agencies LIKE '%,AFP,%'"
                    max-messages: 1000
                    max-age: 2d
                  - name: all
                """))
        .containsExactly(
            new Desk(
                "world",
                Optional.of("lang = 'en' AND urgency <= 3 AND agencies LIKE '%,AFP,%'"),
                Optional.of(1000),
                Optional.of(Duration.ofDays(2))),
            new Desk("all", Optional.empty(), Optional.empty(), Optional.empty()));
    assertThat(problems.list()).isEmpty();
  }

  @Test
  void lists_every_problem_with_its_line() throws Exception {
    List<Desk> desks =
        read(
            """
            desks:
              - name: World
              - name: broken
                filter: lang = = 'en'
              - name: misspelt
                filter: langauge = 'en'
              - name: ok
                max-age: 5
                max-messages: 0
                color: red
              - filter: lang = 'en'
              - name: fine
              - name: fine
            """);
    assertThat(desks).extracting(Desk::name).containsExactly("fine");
    assertThat(problems.list())
        .extracting(Problem::line, Problem::key)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple(2, "name"),
            org.assertj.core.groups.Tuple.tuple(4, "filter"),
            org.assertj.core.groups.Tuple.tuple(6, "filter"),
            org.assertj.core.groups.Tuple.tuple(8, "max-age"),
            org.assertj.core.groups.Tuple.tuple(9, "max-messages"),
            org.assertj.core.groups.Tuple.tuple(10, "color"),
            org.assertj.core.groups.Tuple.tuple(11, "name"),
            org.assertj.core.groups.Tuple.tuple(13, "name"));
    assertThat(problems.list()).allMatch(p -> !p.hint().isEmpty());
  }

  @Test
  void no_file_is_no_desk_and_the_bundled_file_has_no_problem() {
    assertThat(DeskFile.read(folder.resolve("none.yaml"), "desks.yaml", problems)).isEmpty();
    DeskFile.read(Path.of("config/desks.yaml"), "desks.yaml", problems);
    assertThat(problems.list()).isEmpty();
  }

  private List<Desk> read(String yaml) throws Exception {
    Path file = folder.resolve("desks.yaml");
    Files.writeString(file, yaml);
    return DeskFile.read(file, "desks.yaml", problems);
  }
}
