package news.dateline.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import news.dateline.config.Problem;
import news.dateline.config.Problems;
import news.dateline.config.Yaml;
import news.dateline.config.YamlNode;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every key of the five language files is shown by an example, every word of saying in a frame. */
class LanguagesTest {
  private static final List<String> LANGUAGES = List.of("en", "ru", "fr", "de", "es");

  /** Keys of reporting-<language>.yaml that the examples of the language show as well. */
  private static final Map<String, List<String>> REPORTED =
      Map.of(
          "ru", List.of("sayings", "acts", "beliefs"),
          "fr", List.of("sayings", "acts", "beliefs"),
          "es", List.of("sayings", "acts", "beliefs"));

  /** Sentences into which a word of saying is put; one of its language must show it. */
  private static final Map<String, List<String>> FRAMES =
      Map.of(
          "en",
          List.of(
              "\"The pier is old,\" Jane Roe %s.",
              "\"The pier is old,\" Jane Roe %s reporters.",
              "Jane Roe praised the crew, %s, \"They stayed to the very end.\"",
              "\"The pier is old,\" TASS %s Jane Roe as saying.",
              "The pier is very old, TASS reported, %s Jane Roe.",
              "Jane Roe %s the plan as \"a bad joke\"."),
          "de",
          List.of(
              "„Der Steg ist alt“, %s Anna Roe.",
              "„Der Steg ist alt“, %s die dpa Anna Roe.",
              "Anna Roe %s den Plan als „schlechten Scherz“."),
          "fr",
          List.of(
              "« Le quai est vieux », %s Jeanne Roe.",
              "« Le quai est vieux », a dit Jeanne Roe, %s par l’AFP.",
              "Jeanne Roe est venue, %s : « Le quai est vieux. »",
              "Jeanne Roe %s le plan de « mauvaise blague »."),
          "es",
          List.of(
              "\"El muelle es viejo\", %s Ana Roe.",
              "\"El muelle es viejo\", dijo Ana Roe, %s por EFE.",
              "Ana Roe llegó, %s: \"El muelle es viejo\".",
              "Ana Roe %s el plan de \"mala broma\"."),
          "ru",
          List.of(
              "«Пирс старый», — %s Глеб Рой.",
              "«Пирс старый», — %s ТАСС Глеба Роя.",
              "Пирс закроют в ноябре, сообщает ТАСС со %s на Глеба Роя.",
              "Пирс закроют в ноябре, сообщает ТАСС, %s на Глеба Роя.",
              "Глеб Рой приехал, %s: «Пирс старый».",
              "Глеб Рой %s план «дурной шуткой»."));

  private final Attributor attributor = new Attributor(Lexicons.SHIPPED);

  private static YamlNode.Mapping read(String file) {
    Problems problems = new Problems();
    List<YamlNode> documents = Yaml.parse(Language.resource(file), file, problems);
    assertThat(problems.list()).isEmpty();
    return (YamlNode.Mapping) documents.get(0);
  }

  @TestFactory
  Stream<DynamicTest> every_key_has_an_example_and_every_example_is_shown() {
    return LANGUAGES.stream()
        .flatMap(
            language -> {
              YamlNode.Mapping words = read(language + ".yaml");
              YamlNode.Mapping examples = read(language + "-examples.yaml");
              Set<String> keys = new LinkedHashSet<>(words.entries().keySet());
              keys.removeIf(key -> words.texts(key).isEmpty());
              keys.addAll(REPORTED.getOrDefault(language, List.of()));
              assertThat(keys).containsAll(examples.entries().keySet());
              return keys.stream()
                  .map(
                      key ->
                          dynamicTest(
                              language + " " + key,
                              () -> shows(language, LexiconExample.of(examples, key))));
            });
  }

  private void shows(String language, List<LexiconExample> examples) {
    assertThat(examples).as("examples").isNotEmpty();
    for (LexiconExample example : examples) {
      assertThat(example.isWhole()).as(example.text()).isTrue();
      List<String> found = example.read(attributor, language);
      assertThat(example.isShownBy(found)).as("%s%nfound: %s", example, found).isTrue();
    }
  }

  @TestFactory
  Stream<DynamicTest> every_word_of_saying_is_shown_in_a_sentence() {
    return LANGUAGES.stream()
        .flatMap(
            language -> {
              YamlNode.Mapping words = read(language + ".yaml");
              Stream<String> sayings =
                  REPORTED.containsKey(language)
                      ? read("reporting-" + language + ".yaml").texts("sayings").stream()
                          .flatMap(verb -> Stream.of(verb.split(" ")))
                      : Stream.of();
              return Stream.concat(
                      Stream.of("cues", "tells", "quoting", "participles", "weak")
                          .flatMap(key -> words.texts(key).stream()),
                      sayings)
                  .distinct()
                  .map(word -> dynamicTest(language + " " + word, () -> says(language, word)));
            });
  }

  private void says(String language, String word) {
    assertThat(FRAMES.getOrDefault(language, List.of()))
        .as(word)
        .anyMatch(
            frame ->
                new LexiconExample(frame.formatted(word), "", false, "", 0)
                    .read(attributor, language).stream()
                        .anyMatch(claim -> claim.matches(".* (Roe|Рой|Роя|Глеба Роя).*")));
  }

  private static Lexicon lexicon(String words, Problems problems) {
    String agency = "NEWSIE: {name: The Newsie Wire, credits: [Newsie]}";
    return Lexicon.of(
        Yaml.parse(agency, "agencies.yaml", problems),
        Yaml.parse(words, "config/lexicon/en.yaml", problems),
        problems);
  }

  @Test
  void a_new_verb_and_a_new_agency_need_no_java() {
    String text = "Jane Roe groused that the pier was old.";
    Problems problems = new Problems();
    assertThat(
            new LexiconExample(text, "", false, "", 0)
                .read(new Attributor(lexicon("cues: []", problems)), "en"))
        .noneMatch(claim -> claim.contains("groused"));
    Lexicon added =
        lexicon(
            "statements: [grouse grouses groused grousing]\nexamples:\n- '"
                + text
                + " => indirect the pier was old | Jane Roe'\n",
            problems);
    LexiconProof.check(added, "agencies.yaml", problems);
    assertThat(problems.list()).isEmpty();
    text += " \"It is older than the town,\" she told Newsie.";
    assertThat(new LexiconExample(text, "", false, "", 0).read(new Attributor(added), "en"))
        .contains("agency NEWSIE | cited")
        .contains("indirect the pier was old | Jane Roe | person | groused");
  }

  @Test
  void tells_every_problem_of_a_newsrooms_file_with_its_line() {
    Problems problems = new Problems();
    lexicon(
        """
        cues: [groused]
        verbs: [grunted]
        titles: [harbour master]
        roles: captain
        months: [brumaire]
        examples:
        - '"The pier is old," Jane Roe groused.'
        """,
        problems);
    assertThat(problems.list())
        .extracting(Problem::line, Problem::key)
        .containsExactlyInAnyOrder(
            Tuple.tuple(2, "verbs"),
            Tuple.tuple(3, "titles"),
            Tuple.tuple(4, "roles"),
            Tuple.tuple(5, "months"),
            Tuple.tuple(7, "examples"));
    assertThat(problems.list().get(0).toString()).startsWith("config/lexicon/en.yaml:");
  }

  @Test
  void an_example_that_is_not_shown_is_a_problem() {
    Problems problems = new Problems();
    Lexicon lexicon =
        lexicon(
            "examples:\n- '\"Rain,\" Jane Roe said. => direct Snow,'\n"
                + "- '\"Rain,\" Jane Roe said. =/> Jane Roe'\n",
            problems);
    assertThat(problems.list()).isEmpty();
    LexiconProof.check(lexicon, "agencies.yaml", problems);
    assertThat(problems.list()).extracting(Problem::line).containsExactly(2, 3);
  }

  @Test
  void a_file_of_a_language_without_words_is_refused() {
    Problems problems = new Problems();
    Lexicon.of(List.of(), Yaml.parse("cues: [x]", "config/lexicon/tlh.yaml", problems), problems);
    assertThat(problems.list()).singleElement().asString().contains("tlh.yaml", "de.yaml");
  }
}
