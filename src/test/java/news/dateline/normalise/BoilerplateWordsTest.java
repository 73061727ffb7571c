package news.dateline.normalise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every list of words proves itself by its examples and counterexamples. */
class BoilerplateWordsTest {
  private static final BoilerplateWords WORDS = BoilerplateWords.load();
  private static final List<String> STORY =
      List.of("The northern quay was closed on Monday after a storm, the harbour office wrote.");

  private final Boilerplate boilerplate = new Boilerplate();

  @TestFactory
  Stream<DynamicTest> every_example_is_cut_and_every_counterexample_kept() {
    return WORDS.examples().stream()
        .filter(e -> !e.list().equals("standing")) // which is cut only where it recurs
        .map(
            e ->
                dynamicTest(
                    e.language() + " " + e.list() + ": " + e.text(),
                    () -> {
                      // robust: whatever the source says its language is
                      for (String language : List.of(e.language(), "en", "")) {
                        check(e, language);
                      }
                    }));
  }

  private void check(BoilerplateWords.Example e, String language) {
    List<String> paragraphs = new ArrayList<>(STORY);
    paragraphs.addAll(List.of(e.text().split("\n", -1)));
    List<Boilerplate.Cut> cuts =
        boilerplate.cuts(
            paragraphs,
            new Boilerplate.Context(
                "The Harbour Post", Optional.of(language).filter(l -> !l.isEmpty()), List.of()));
    if (e.cut()) {
      assertThat(cuts).hasSize(paragraphs.size() - 1);
      assertThat(cuts)
          .allSatisfy(
              c -> {
                assertThat(c.paragraph()).isPositive();
                assertThat(c.reason()).isEqualTo(reason(e.list()));
              });
    } else {
      assertThat(cuts).isEmpty();
    }
  }

  private static String reason(String list) {
    return switch (list) {
      case "words", "openers", "closers" -> "appeal";
      case "rights", "frames" -> "navigation";
      case "follow" -> "newsletter";
      default -> list;
    };
  }

  @Test
  void every_list_of_every_language_has_an_example_and_a_counterexample() {
    for (String language : BoilerplateWords.LANGUAGES) {
      for (String list :
          List.of(
              "words",
              "openers",
              "closers",
              "navigation",
              "frames",
              "follow",
              "newsletter",
              "non-public",
              "rights",
              "standing")) {
        for (boolean cut : new boolean[] {true, false}) {
          assertThat(WORDS.examples())
              .as(language + " " + list)
              .anyMatch(
                  e -> e.language().equals(language) && e.list().equals(list) && e.cut() == cut);
        }
      }
    }
  }
}
