package news.dateline.parse;

import static org.assertj.core.api.Assertions.assertThat;

import news.dateline.model.Item;
import news.dateline.model.Letters;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/** NewsML 1.2 whose story stands in several places: every part is told, and none twice. */
class NewsMlTextsTest {
  private static final String LEAD = "The pier was closed on Monday after a storm.";
  private static final String BODY = "Engineer Jane Roe said it would be mended by spring.";
  private static final String SECOND =
      "Ferries run every hour until then, the harbour office said.";

  private static String part(String role, String content) {
    return "<NewsComponent><Role FormalName='"
        + role
        + "'/><ContentItem><DataContent>"
        + content
        + "</DataContent></ContentItem></NewsComponent>";
  }

  private static String nitf(String text) {
    return "<nitf><body><body.content><p>" + text + "</p></body.content></body></nitf>";
  }

  private static Item item(String parts) {
    return Documents.item(
        "<NewsML Version='1.2'><NewsItem><NewsComponent><NewsLines><HeadLine>Pier"
            + " closed</HeadLine></NewsLines>"
            + parts
            + "</NewsComponent></NewsItem></NewsML>");
  }

  private static String text(Item item) {
    return Jsoup.parse(item.body().value()).text();
  }

  @Test
  void a_lead_and_a_body_are_one_text_in_their_order() {
    Item item = item(part("Title", "Pier closed") + part("Lead", LEAD) + part("Body", BODY));
    assertThat(text(item)).isEqualTo(LEAD + " " + BODY);
    assertThat(item.wire().letters()).hasValue(Letters.count(LEAD + BODY));
  }

  @Test
  void bodies_and_texts_are_all_told_whatever_their_roles() {
    for (String[] roles :
        new String[][] {
          {"Body", "Body", "Body"},
          {"Main", "Main", "Main"},
          {"Text", "", "Sidebar"},
          {"Lead", "Body", "Main"},
          {"Main", "Lead", "Body"}
        }) {
      Item item = item(part(roles[0], LEAD) + part(roles[1], nitf(BODY)) + part(roles[2], SECOND));
      assertThat(text(item))
          .as(String.join(" ", roles))
          .isEqualTo(LEAD + " " + BODY + " " + SECOND);
    }
  }

  @Test
  void several_contents_of_one_component_are_all_told() {
    String two =
        "<NewsComponent><ContentItem><DataContent>"
            + LEAD
            + "</DataContent></ContentItem><ContentItem><DataContent>"
            + BODY
            + "</DataContent></ContentItem></NewsComponent>";
    assertThat(text(item(two))).isEqualTo(LEAD + " " + BODY);
  }

  @Test
  void what_stands_in_two_formats_or_within_another_is_told_once() {
    Item item =
        item(
            part("Lead", LEAD)
                + part("Main", nitf(LEAD + " " + BODY))
                + part("Main", LEAD + "\n" + BODY));
    assertThat(text(item)).isEqualTo(LEAD + " " + BODY);
  }

  @Test
  void of_alternatives_the_longest_is_told() {
    Item item =
        item(
            "<NewsComponent EquivalentsList='yes'>"
                + part("Main", "Pier closed after storm.")
                + part("Main", LEAD + " " + BODY)
                + "</NewsComponent>");
    assertThat(text(item)).isEqualTo(LEAD + " " + BODY);
  }

  @Test
  void a_caption_is_no_part_of_the_story() {
    Item item = item(part("Main", LEAD) + part("Caption", "The pier on Monday, seen from afar."));
    assertThat(text(item)).isEqualTo(LEAD);
  }
}
