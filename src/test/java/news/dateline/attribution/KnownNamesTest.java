package news.dateline.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.dateline.model.Attribution;
import news.dateline.model.Attribution.Speaker;
import news.dateline.model.NameRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnownNamesTest {
  private final List<NameRecord> learnt = new ArrayList<>();

  private void known(String name, int articles) {
    learnt.add(new NameRecord(name, articles, 4, 20_000, Map.of(1, 1, 2, 1)));
  }

  private void seen(String name, int articles) {
    learnt.add(new NameRecord(name, articles, 1, 20_000, Map.of(1, 1)));
  }

  private String corrected(String name) {
    return KnownNames.with(learnt).corrected(name);
  }

  @Test
  void a_name_one_slip_off_a_known_one_is_understood() {
    known("Wilhelmina Tarrant", 12);
    assertThat(corrected("Wilhelmna Tarrant")).isEqualTo("Wilhelmina Tarrant");
    assertThat(corrected("Wilhemlina Tarrant")).isEqualTo("Wilhelmina Tarrant");
    assertThat(corrected("Wilhelmina Tarrent")).isEqualTo("Wilhelmina Tarrent");
    assertThat(corrected("Wilhelma Tarrant")).isEqualTo("Wilhelma Tarrant");
    assertThat(corrected("Tarrant")).isEqualTo("Tarrant");
  }

  @Test
  void two_people_of_whom_many_write_are_two_people() {
    known("Stefan Tarrant", 400);
    known("Stefen Tarrant", 5);
    assertThat(corrected("Stefen Tarrant")).isEqualTo("Stefen Tarrant");
    assertThat(corrected("Stefan Tarrant")).isEqualTo("Stefan Tarrant");
  }

  @Test
  void the_known_form_must_be_far_more_frequent() {
    known("Wilhelmina Tarrant", 19);
    seen("Wilhelmna Tarrant", 3);
    assertThat(corrected("Wilhelmna Tarrant")).isEqualTo("Wilhelmna Tarrant");
    learnt.clear();
    known("Wilhelmina Tarrant", 20);
    seen("Wilhelmna Tarrant", 3);
    assertThat(corrected("Wilhelmna Tarrant")).isEqualTo("Wilhelmina Tarrant");
  }

  @Test
  void a_form_near_two_known_ones_stays() {
    known("Marian Tarrant", 50);
    known("Marien Tarrant", 50);
    assertThat(corrected("Marin Tarrant")).isEqualTo("Marin Tarrant");
  }

  @Test
  void a_first_name_people_have_is_no_slip_of_another() {
    known("Karin Tarrant", 500);
    known("Karen Quayle", 9);
    assertThat(corrected("Karen Tarrant")).isEqualTo("Karen Tarrant");
    assertThat(corrected("Jon Tarrant")).isEqualTo("Jon Tarrant");
  }

  @Test
  void the_other_sex_and_another_house_style_are_no_slips() {
    known("Valentin Tarrant", 500);
    known("Nikolai Quayle", 500);
    known("Валерий Петренко", 500);
    assertThat(corrected("Valentina Tarrant")).isEqualTo("Valentina Tarrant");
    assertThat(corrected("Nikolay Quayle")).isEqualTo("Nikolay Quayle");
    assertThat(corrected("Валерия Петренко")).isEqualTo("Валерия Петренко");
  }

  @Test
  void what_is_learnt_changes_the_speakers_name_and_no_word_of_the_text() {
    LearntNames names = new LearntNames();
    Attributor attributor =
        new Attributor(Lexicons.SHIPPED, names, java.time.InstantSource.system());
    String text =
        "\"The quay will stay closed until the spring tides are over,\" said Wilhelmna Tarrant.";
    assertThat(speaker(attributor, text).name()).isEqualTo("Wilhelmna Tarrant");

    known("Wilhelmina Tarrant", 12);
    names.replace(learnt);

    Speaker speaker = speaker(attributor, text);
    assertThat(speaker.name()).isEqualTo("Wilhelmina Tarrant");
    assertThat(speaker.mention()).isEqualTo("Wilhelmna Tarrant");
    assertThat(text.substring(speaker.start(), speaker.end())).isEqualTo(speaker.mention());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Wilhelmina Tarrant  | Wilhelmna Tarrant  | "The quay will stay closed until the spring," Wilhelmna Tarrant said.
          Вильгельм Таррант   | Вильгелм Таррант   | «Мы готовы к переговорам и ждём ответа», — заявил Вильгелм Таррант в понедельник.
          Вильгельм Таррант   | Вильгелма Тарранта | По словам Вильгелма Тарранта, причал закрыт до весны.
          Mathilde Tarrot     | Mathlide Tarrot    | « Le port restera fermé jusqu'au printemps », a déclaré Mathlide Tarrot.
          Friederike Tarrach  | Friedreike Tarrach | „Der Hafen bleibt bis zum Frühjahr geschlossen“, sagte Friedreike Tarrach am Montag.
          Guillermina Tarrado | Guillemrina Tarrado | «El puerto seguirá cerrado hasta la primavera», dijo Guillemrina Tarrado.
          """)
  void a_slip_is_understood_in_every_language(String name, String printed, String text) {
    known(name, 12);
    LearntNames names = new LearntNames();
    names.replace(learnt);
    Speaker speaker =
        speaker(new Attributor(Lexicons.SHIPPED, names, java.time.InstantSource.system()), text);

    assertThat(speaker.name()).isEqualTo(name);
    assertThat(speaker.mention()).isEqualTo(printed);
  }

  private static Speaker speaker(Attributor attributor, String text) {
    Attribution found = attributor.attribute(AttributionInput.of(text));
    Optional<Speaker> speaker = found.quotes().get(0).speaker();
    return speaker.orElseThrow();
  }
}
