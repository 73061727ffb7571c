package news.dateline.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlainTextTest {
  @Test
  void blank_lines_part_paragraphs_and_single_ones_fold() {
    assertThat(PlainText.clean("One\r\ntwo.\r\n \r\nThree.\r\n")).isEqualTo("One two.\n\nThree.");
  }

  @Test
  void without_blank_lines_each_line_is_a_paragraph() {
    assertThat(PlainText.clean("Headline\nOne two.\nThree four\n"))
        .isEqualTo("Headline\n\nOne two.\n\nThree four");
  }

  @Test
  void lines_wrapped_at_a_fixed_width_are_one_paragraph() {
    String wrapped =
        "The river rose above its banks on Tuesday night and the water came\n"
            + "into the streets of the lower town, where people carried what they\n"
            + "could up to the church on the hill and waited there for the boats\n"
            + "to come.\n";
    assertThat(PlainText.paragraphs(wrapped)).hasSize(1);
  }

  @Test
  void nothing_gives_nothing() {
    assertThat(PlainText.clean(" \n\t\n")).isEmpty();
  }

  @Test
  void a_line_of_marks_is_a_paragraph_of_its_own() {
    assertThat(
            PlainText.paragraphs("Rain fell.\n\nIt rained on.\n___\nAnn Poe contributed.\n* * *"))
        .containsExactly("Rain fell.", "It rained on.", "___", "Ann Poe contributed.", "* * *");
  }
}
