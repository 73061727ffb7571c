package news.dateline.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import news.dateline.model.Attribution;
import org.junit.jupiter.api.Test;

class ListingsTest {
  private final Attributor attributor = new Attributor(Lexicons.SHIPPED);

  @Test
  void what_stands_in_quotes_within_a_listing_is_said_by_nobody() {
    String text =
        """
        The new release reads its settings from a file, the team said on Monday.

        {
        "title": "The pier is closed today",
        "colour": "blue",
        "lines": ["first line of four words", "second line of four words"]
        }

        for (String line : lines) { print("the boat has left the pier"); }

        "The file is small and it stays small," said Ann Poe, who wrote it.""";
    Attribution found = attributor.attribute(AttributionInput.of(text));
    assertThat(found.quotes())
        .extracting(Attribution.Quote::text)
        .containsExactly(
            "The new release reads its settings from a file",
            "The file is small and it stays small,");
  }

  @Test
  void prose_with_brackets_and_figures_is_no_listing() {
    String text =
        "\"The pier [in the old port] has cost us #1 in the ranking and 3 <= 4 votes,\" said Ann Poe.";
    assertThat(attributor.attribute(AttributionInput.of(text)).quotes()).hasSize(1);
  }
}
