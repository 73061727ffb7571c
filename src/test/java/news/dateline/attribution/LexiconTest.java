package news.dateline.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.stream.Stream;
import news.dateline.config.Problem;
import news.dateline.config.Problems;
import news.dateline.config.Yaml;
import news.dateline.model.Attribution;
import news.dateline.model.Attribution.Role;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class LexiconTest {
  private final Attributor attributor = new Attributor(Lexicons.SHIPPED);

  @TestFactory
  Stream<DynamicTest> every_example_shows_its_agency_and_no_counterexample_does() {
    return Lexicons.SHIPPED.agencies().stream()
        .map(
            agency ->
                dynamicTest(
                    agency.code(),
                    () -> {
                      for (String example : agency.examples()) {
                        assertThat(found(example))
                            .as(example)
                            .anyMatch(
                                a -> a.code().equals(agency.code()) && a.role() != Role.MENTIONED);
                      }
                      for (String example : agency.counterexamples()) {
                        assertThat(found(example))
                            .as(example)
                            .noneMatch(a -> a.code().equals(agency.code()));
                      }
                    }));
  }

  private List<Attribution.Agency> found(String text) {
    return attributor.attribute(AttributionInput.of(text)).agencies();
  }

  @Test
  void tells_every_problem_of_a_bad_file_with_its_line() {
    Problems problems = new Problems();
    String text =
        """
        GOOD:
          name: Good News
          credits: [GOODNEWS]
        bad code:
          name: x
        NONAME:
          credits: [X]
          use: sometimes
          colour: red
        """;
    Lexicon lexicon = Lexicon.of(Yaml.parse(text, "agencies.yaml", problems), problems);
    assertThat(problems.list())
        .extracting(Problem::line, Problem::key)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple(4, "bad code"),
            org.assertj.core.groups.Tuple.tuple(7, "NONAME.name"),
            org.assertj.core.groups.Tuple.tuple(8, "NONAME.use"),
            org.assertj.core.groups.Tuple.tuple(9, "NONAME.colour"));
    assertThat(lexicon.agencies()).extracting(Agency::code).containsExactly("GOOD");
  }

  @Test
  void a_new_agency_needs_no_java() {
    Problems problems = new Problems();
    Lexicon lexicon =
        Lexicon.of(
            Yaml.parse("NEWSIE: {name: The Newsie Wire, credits: [Newsie]}", "a.yaml", problems),
            problems);
    Attribution found =
        new Attributor(lexicon)
            .attribute(AttributionInput.of("PARIS, May 3 (Newsie) - Rain fell on the city."));
    assertThat(found.dateline().orElseThrow().agency()).contains("NEWSIE");
  }
}
