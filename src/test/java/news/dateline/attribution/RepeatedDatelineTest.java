package news.dateline.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import news.dateline.model.Attribution;
import news.dateline.model.Lines;
import org.junit.jupiter.api.Test;

/** A dateline that came in a field of its own and stands at the head of the body again. */
class RepeatedDatelineTest {
  private final Attributor attributor = new Attributor(Lexicons.SHIPPED);

  @Test
  void is_no_part_of_what_is_said() {
    String text = "TALLINN, March 4 (Nordlys) - The ferries stay in port, Captain Jane Roe said.";
    Attribution found = read(text, "TALLINN, March 4 (Nordlys)");
    assertThat(found.quotes())
        .extracting(Attribution.Quote::text)
        .containsExactly("The ferries stay in port");
    Attribution.Dateline dateline = found.dateline().orElseThrow();
    assertThat(dateline.field()).isEqualTo("body");
    assertThat(OffsetsTest.at(text, dateline.start(), dateline.end())).isEqualTo(dateline.text());
  }

  @Test
  void is_not_seen_where_the_place_begins_a_sentence() {
    Attribution found = read("Tallinn sleeps, Captain Jane Roe said on Friday.", "TALLINN");
    assertThat(found.dateline().orElseThrow().field()).isEqualTo("header");
    assertThat(found.quotes())
        .extracting(Attribution.Quote::text)
        .containsExactly("Tallinn sleeps");
  }

  private Attribution read(String text, String dateline) {
    return attributor.attribute(
        new AttributionInput(
            text,
            "",
            Optional.of("en"),
            "",
            Optional.empty(),
            Optional.empty(),
            List.of(),
            lines(dateline),
            List.of()));
  }

  private static Lines lines(String dateline) {
    Lines none = Lines.NONE;
    return new Lines(
        none.byline(),
        none.credit(),
        Optional.of(dateline),
        none.slugline(),
        none.located(),
        none.copyrightHolder(),
        none.copyrightNotice(),
        none.usageTerms(),
        none.edNote());
  }
}
