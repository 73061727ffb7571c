package news.dateline.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import news.dateline.model.AltId;
import news.dateline.model.Batch;
import news.dateline.model.Item;
import news.dateline.model.Letters;
import news.dateline.model.PubStatus;
import news.dateline.model.Serial;
import org.junit.jupiter.api.Test;

class AnpaReaderTest {
  private static final String TEXT =
      "\t   PORT TOWN, Maine (AP) _ Rain fell on the harbour for a third day. \n \n"
          + "\t   ``It never stops,'' a fisherman said.\n";

  private static String ap(String keyed, String lines) {
    return "\u0016\u0016\u0001W2870\u001fasian\n"
        + keyed
        + "\n\u0002"
        + lines
        + TEXT
        + "\n\t   \u0003AP-WF-11-13-13 1509GMT<\n\n\f\n\u0004\n";
  }

  private static String story(String take) {
    return ap(
        "r i\u0013\u0011 BC-US--Harbor-Rain " + take + "    11-13 0449",
        "^BC-US--Harbor-Rain, "
            + take
            + ",266<\n^Rain falls on harbor <\n"
            + "^AP Photo ABC101, ABC102<\n^Eds: Updates. With AP Photos.<\n"
            + "^EDITOR'S NOTE _ This is part of a series.<\n^By JANE ROE and JOHN DOE=\n"
            + "^Associated Press=\n");
  }

  @Test
  void every_marked_line_finds_its_place() {
    Batch<Item> batch = Documents.parse(story("1stLd-Writethru"));
    Item item = batch.items().get(0);
    assertThat(batch.feed().serials()).containsExactly(new Serial("W", 2870, 4));
    assertThat(item.headline().value()).isEqualTo("Rain falls on harbor");
    assertThat(item.lines().slugline()).contains("US--Harbor-Rain");
    assertThat(item.lines().byline()).contains("By JANE ROE and JOHN DOE");
    assertThat(item.lines().credit()).contains("Associated Press");
    assertThat(item.lines().dateline()).contains("PORT TOWN, Maine (AP) _");
    assertThat(item.lines().edNote())
        .contains(
            "AP Photo ABC101, ABC102\n\nEds: Updates. With AP Photos.\n\n"
                + "EDITOR'S NOTE _ This is part of a series.");
    assertThat(item.editorial().urgency()).hasValue(4);
    assertThat(item.subjects().get(0).code()).contains("i");
    assertThat(item.identity().altIds())
        .contains(new AltId("sequence", "2870"), new AltId("take", "1stLd-Writethru"));
    assertThat(item.dates().updated()).contains("2013-11-13T15:09:00Z");
    assertThat(item.body().value().split("\n\n"))
        .containsExactly(
            "PORT TOWN, Maine (AP) _ Rain fell on the harbour for a third day.",
            "``It never stops,'' a fisherman said.");
    assertThat(item.wire().letters()).hasValue(Letters.count(TEXT));
  }

  @Test
  void a_writethru_and_a_kill_are_the_story_of_that_day() {
    Item first = Documents.item(story(""));
    Item second = Documents.item(story("1stLd-Writethru"));
    Item kill = Documents.item(story("Kill"));
    assertThat(second.identity().guid()).isEqualTo(first.identity().guid()).isPresent();
    assertThat(kill.identity().guid()).isEqualTo(first.identity().guid());
    assertThat(kill.editorial().status()).isEqualTo(PubStatus.CANCELED);
    assertThat(first.editorial().status()).isEqualTo(PubStatus.USABLE);
  }

  @Test
  void an_alert_has_no_headline_and_its_slug_names_no_story() {
    Item item =
        Documents.item(
            ap("b a\u0013\u0011 BC-US--APNewsAlert     11-13", "^BC-US--APNewsAlert,17<\n"));
    assertThat(item.headline().isBlank()).isTrue();
    assertThat(item.editorial().genre()).contains("Alert");
    assertThat(item.editorial().urgency()).hasValue(1);
    assertThat(item.identity().guid()).isEmpty();
    assertThat(item.body().value()).startsWith("PORT TOWN");
  }

  @Test
  void rows_of_a_table_stay_lines() {
    Item item =
        Documents.item(
            "\u0016\u0001V4644\u001f-----\nr e\u0013\u0012 AP-Tides     02-09 0121\r\n"
                + "\u0002^*9006< ^AP-Tides,0176<\r\n^Tides at noon<\r\n^Port Town 3.1\b\r\n"
                + "^Quay City 3.3\r\n\u0003AP-WF-02-10-16 0423GMT<\u0004");
    assertThat(item.headline().value()).isEqualTo("Tides at noon");
    assertThat(item.body().value()).isEqualTo("Port Town 3.1\n\nQuay City 3.3");
    assertThat(item.lines().slugline()).contains("Tides");
  }

  @Test
  void a_time_of_tokyo_is_read_in_tokyo() {
    Item item =
        Documents.item(
            "\u0001a0105KYODO\u001fkoko-\r\n"
                + "u s\u0014\u0012 BC-Harbour-Rain   09-12 0344\r\n"
                + "\u0002BC-Harbour-Rain\r\n"
                + "Harbour: Rain falls on Osaka again as fishermen wait+\r\n"
                + "     OSAKA, Japan, Dec. 9 Kyodo - Rain fell on the harbour for a third \r\n"
                + "day on Sunday.\r\n"
                + "     Ferries waited.\r\n"
                + "==Kyodo\r\n"
                + "\u0003KWS-21:37-09-12-18\u0004\r\n");
    assertThat(item.dates().updated()).contains("2018-12-09T12:37:00Z");
    assertThat(item.headline().value())
        .isEqualTo("Harbour: Rain falls on Osaka again as fishermen wait");
    assertThat(item.lines().slugline()).contains("Harbour-Rain");
    assertThat(item.body().value()).endsWith("Ferries waited.\n\n==Kyodo");
    assertThat(item.wire().agency()).contains("KYODO");
  }

  @Test
  void one_bad_transmission_spoils_none_of_its_neighbours() {
    Batch<Item> batch = Documents.parse(story("") + "\u0001 \u0002junk\u0004" + story("1stAdd"));
    assertThat(batch.items()).hasSize(2);
    assertThat(batch.rejections()).hasSize(1);
  }

  @Test
  void broken_frames_neither_hang_nor_blow_up() {
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          String head = "\u0001W2870\u001fasian\nr i\u0013\u0011 BC-Rain  11-13\n\u0002";
          String end = "\n\u0003AP-WF-11-13-13 1509GMT<\n";
          assertThat(Documents.parse(head + "^rain ".repeat(200_000) + end).items()).hasSize(1);
          assertThat(Documents.parse(head + "^rain\n".repeat(200_000) + end).items()).hasSize(1);
          assertThat(Documents.parse(head + "rain" + "\u0001".repeat(10_000)).received())
              .isEqualTo(1);
        });
  }
}
