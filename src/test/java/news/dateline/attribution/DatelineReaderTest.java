package news.dateline.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import news.dateline.model.Attribution;
import news.dateline.model.Lines;
import org.junit.jupiter.api.Test;

class DatelineReaderTest {
  private final Attributor attributor = new Attributor(Lexicons.SHIPPED);

  @Test
  void a_label_of_a_section_is_no_place() {
    assertThat(place("INTERVIEW - Rain fell on the harbour on Monday.")).isEmpty();
    assertThat(place("CROSSWORD – Rain fell on the harbour on Monday.")).isEmpty();
    assertThat(place("FILE - In this May 3 photo, rain falls on the harbour.")).isEmpty();
    assertThat(place("DOSSIER - La pluie est tombée sur le port.")).isEmpty();
  }

  @Test
  void a_place_is_known_or_has_a_region_or_is_named_again() {
    assertThat(place("OTTAWA — Rain fell on the harbour.")).hasValue("OTTAWA");
    assertThat(place("LONDON/PARIS — Rain fell on the harbour.")).hasValue("LONDON/PARIS");
    assertThat(place("ELMSWATER, N.J. - Rain fell.")).hasValue("ELMSWATER, N.J.");
    assertThat(place("ELMSWATER, Ont. – Rain fell.")).hasValue("ELMSWATER, Ont");
    assertThat(place("ELMSWATER -- Rain fell.")).hasValue("ELMSWATER");
    assertThat(place("ELMSWATER – Rain fell, the mayor of Elmswater said.")).hasValue("ELMSWATER");
    assertThat(place("ELMSWATER – Rain fell, the mayor said.")).isEmpty();
  }

  @Test
  void a_date_may_end_it_or_stand_alone() {
    assertThat(place("Puno, Feb. 3. The pier is closed.")).hasValue("Puno");
    assertThat(place("BAKU, Azerbaijan, February 3. The pier is closed."))
        .hasValue("BAKU, Azerbaijan");
    assertThat(place("SEGOVIA, 19 (EUROPA PRESS)\n\nThe pier is closed.")).hasValue("SEGOVIA");
    assertThat(place("On Monday, Feb. 3. The pier was closed.")).isEmpty();
    assertThat(text("APRIL 7 - The pier is closed.")).hasValue("APRIL 7 -");
    assertThat(text("Jan 3 (Unheard of) - The pier is closed.")).isEmpty();
    assertThat(text("April 7 - 9 are holidays on the pier.")).isEmpty();
  }

  @Test
  void an_agency_and_a_place_on_a_line_of_their_own_are_one() {
    String story = "\n\nRain fell on the harbour on Monday.\n\nThe quay was closed.";
    assertThat(place("AFP, MANILA" + story)).hasValue("MANILA");
    assertThat(place("Reuters, PORT LOUIS" + story)).hasValue("PORT LOUIS");
    assertThat(place("AFP, REUTERS" + story)).isEmpty();
    assertThat(place("AFP, rain in MANILA" + story)).isEmpty();
    assertThat(place("REUTERS, LIMA said, was closed.")).isEmpty();
  }

  @Test
  void small_letters_are_a_place_before_a_date_and_an_agency() {
    assertThat(place("lima, march 3 (ansa) - rain fell on the harbour.")).hasValue("lima");
    assertThat(place("in the port, march 3 (it was raining) - a ship sank.")).isEmpty();
  }

  @Test
  void the_field_for_the_place_proves_it() {
    Lines lines =
        new Lines(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of("Elmswater"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    assertThat(place("ELMSWATER – Rain fell, the mayor said.", lines)).hasValue("ELMSWATER");
  }

  @Test
  void notes_of_the_desk_stand_before_it() {
    assertThat(
            place(
                "(Adds comments, detail)\n\n* Rain falls\n\n* Wind blows\n\n* Hail falls\n\n"
                    + "* Snow falls\n\nLIMA, May 3 (Reuters) - Rain fell on the harbour."))
        .hasValue("LIMA");
  }

  @Test
  void a_release_puts_place_and_date_in_brackets() {
    assertThat(place("(Lima, Peru - May 3) – Rain fell on the harbour.")).hasValue("Lima, Peru");
  }

  @Test
  void a_byline_without_a_break_behind_it_is_no_place() {
    Attribution found =
        attributor.attribute(
            AttributionInput.of("By Jane Roe ISTANBUL (AA) – Rain fell on the harbour."));
    assertThat(found.dateline().flatMap(Attribution.Dateline::place)).hasValue("ISTANBUL");
    assertThat(found.bylines()).extracting(Attribution.Byline::name).containsExactly("Jane Roe");
    assertThat(place("KYODO, JIJI LIMA – Rain fell on the harbour.")).hasValue("LIMA");
    assertThat(place("Par Jeanne Roy (avec AFP)\n\nLa pluie est tombée sur le port.")).isEmpty();
  }

  private Optional<String> text(String text) {
    return attributor
        .attribute(AttributionInput.of(text))
        .dateline()
        .map(Attribution.Dateline::text);
  }

  private Optional<String> place(String text) {
    return place(text, Lines.NONE);
  }

  private Optional<String> place(String text, Lines lines) {
    return attributor
        .attribute(
            new AttributionInput(
                text,
                "",
                Optional.empty(),
                "",
                Optional.empty(),
                Optional.empty(),
                List.of(),
                lines,
                List.of()))
        .dateline()
        .flatMap(Attribution.Dateline::place);
  }
}
