package news.dateline.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import news.dateline.model.Attribution;
import news.dateline.model.Attribution.Role;
import news.dateline.model.Lines;
import org.junit.jupiter.api.Test;

class CreditReaderTest {
  private static final String STORY = "Rain fell on the harbour on Monday. The quay was closed.";

  private final Attributor attributor = new Attributor(Lexicons.SHIPPED);

  @Test
  void agencies_beside_initials_of_the_desk_contributed() {
    assertThat(agencies(STORY + " (dpa/AFP/ass)"))
        .containsExactlyInAnyOrder("DPA CONTRIBUTOR", "AFP CONTRIBUTOR");
    assertThat(agencies(STORY + "\n\ndpa/AFP/ass"))
        .containsExactlyInAnyOrder("DPA CONTRIBUTOR", "AFP CONTRIBUTOR");
    assertThat(agencies(STORY + " (dpa/Reuters)"))
        .containsExactlyInAnyOrder("DPA ORIGIN", "REUTERS ORIGIN");
  }

  @Test
  void the_last_sentence_of_a_story_may_credit() {
    assertThat(agencies(STORY + " AFP contributed reporting.")).containsExactly("AFP CONTRIBUTOR");
    assertThat(names(STORY + " (Reporting by Jane Roe; Editing by John Doe)"))
        .containsExactlyInAnyOrder("Jane Roe", "John Doe");
    assertThat(agencies(STORY + " jr/dpa/AFP"))
        .containsExactlyInAnyOrder("DPA CONTRIBUTOR", "AFP CONTRIBUTOR");
    assertThat(agencies(STORY + " This report by The Canadian Press was first published May 3."))
        .containsExactly("CP ORIGIN");
    assertThat(names(STORY + " Heavy rain contributed to this, the mayor said.")).isEmpty();
  }

  @Test
  void a_signature_and_a_byline_glued_to_a_story_without_breaks_are_read() {
    String story = (STORY + " ").repeat(9).strip();
    assertThat(names(story + " Mary Roe")).containsExactly("Mary Roe");
    assertThat(names(story + " North Quay")).isEmpty();
    assertThat(names("By Jane Roe-Poe (ANSA) -- " + story)).containsExactly("Jane Roe-Poe");
    assertThat(
            agencies(story + " This report by The Canadian Press was first published May 3, 2026."))
        .containsExactly("CP ORIGIN");
  }

  @Test
  void a_picture_is_its_agencys_and_its_photographers() {
    for (String line : List.of("© AFP 2026 / Mary Roe", "© REUTERS / Mary Roe")) {
      for (String text : List.of(line + "\n\n" + STORY + "\n\nIt rained.", STORY + "\n\n" + line)) {
        assertThat(agencies(text)).allMatch(a -> a.endsWith(" PHOTO")).hasSize(1);
        assertThat(names(text)).containsExactly("Mary Roe");
      }
    }
  }

  @Test
  void a_credit_that_opens_with_a_name_and_a_slash_signs_the_picture() {
    for (String credit :
        List.of("Mary Roe/The Quay, via Associated Press", "Mary M. Roe/Associated Press")) {
      AttributionInput in = AttributionInput.of(STORY);
      AttributionInput credited =
          new AttributionInput(
              in.text(),
              in.headline(),
              in.language(),
              in.publisher(),
              in.agency(),
              in.published(),
              in.people(),
              new Lines(
                  Optional.empty(),
                  Optional.of(credit),
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty()),
              in.removed());
      assertThat(attributor.attribute(credited).agencies())
          .extracting(Attribution.Agency::role)
          .containsExactly(Role.PHOTO);
    }
  }

  @Test
  void pictures_handed_on_or_from_the_files_are_no_origin() {
    for (String credit : List.of("(DHA via AP, File)", "(AFP, File)")) {
      assertThat(agencies(STORY + "\n\nIt rained. " + credit))
          .isNotEmpty()
          .allMatch(a -> a.endsWith(" PHOTO"));
    }
    assertThat(agencies(STORY + "\n\n(AFP/Reuters, 3.6.2015)"))
        .containsExactlyInAnyOrder("AFP ORIGIN", "REUTERS ORIGIN");
  }

  @Test
  void where_somebody_works_is_nobody() {
    for (String house : List.of("Harbour State University", "The Harbour Database")) {
      assertThat(names("By Mary Roe, " + house + "\n\n" + STORY + "\n\nIt rained."))
          .containsExactly("Mary Roe");
    }
    assertThat(names("By Radio Harbour West\n\n" + STORY + "\n\nIt rained.")).isEmpty();
    assertThat(names("By Petra Vane\n\n" + STORY + "\n\nIt rained.")).containsExactly("Petra Vane");
    assertThat(names("By Mary Roe, Anna House\n\n" + STORY + "\n\nIt rained."))
        .containsExactly("Mary Roe", "Anna House");
  }

  @Test
  void an_everyday_word_is_no_credit_beside_others() {
    assertThat(agencies(STORY + "\n\nReport card")).isEmpty();
    assertThat(agencies(STORY + " (Radio Show)")).isEmpty();
    assertThat(agencies("The file is sent via RSS. " + STORY)).isEmpty();
  }

  private List<String> agencies(String text) {
    return attributor.attribute(AttributionInput.of(text)).agencies().stream()
        .filter(a -> a.role() != Role.MENTIONED)
        .map(a -> a.code() + " " + a.role())
        .toList();
  }

  private List<String> names(String text) {
    return attributor.attribute(AttributionInput.of(text)).bylines().stream()
        .map(Attribution.Byline::name)
        .toList();
  }
}
