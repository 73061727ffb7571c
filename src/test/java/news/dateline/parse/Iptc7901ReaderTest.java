package news.dateline.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import news.dateline.model.AltId;
import news.dateline.model.Batch;
import news.dateline.model.Item;
import news.dateline.model.Letters;
import news.dateline.model.Serial;
import org.junit.jupiter.api.Test;

class Iptc7901ReaderTest {
  private static final String TEXT =
      "   Bremen (dpa) - Heavy rain has closed the old harbour for the third\r\n"
          + "day in a row, the harbour master's office said today in a left-\r\n"
          + "leaning newspaper.\r\n"
          + "\n"
          + "   Ferries wait outside.\r\n";

  private static String transmission(String header, String block, String text, String date) {
    return "\u0001"
        + header
        + "\r\n\nHarbour/Rain/\r\n\u0002"
        + block
        + "\r\n\n"
        + text
        + "\r\n\u0003"
        + date
        + "\r\n\u007f\n\u007f\u0004";
  }

  private static String alone(String block) {
    return transmission("eca062 4 i 211 ccccb   dpa 061", block, TEXT, "131137 GMT Nov 13 ");
  }

  @Test
  void a_transmission_is_read_with_all_its_header_says() {
    Batch<Item> batch = Documents.parse(alone("Rain closes harbour ="));
    Item item = batch.items().get(0);
    assertThat(batch.feed().serials()).containsExactly(new Serial("eca", 62, 3, "2013-11-13"));
    assertThat(item.headline().value()).isEqualTo("Rain closes harbour");
    assertThat(item.editorial().urgency()).hasValue(4);
    assertThat(item.lines().slugline()).contains("Harbour/Rain");
    assertThat(item.lines().dateline()).contains("Bremen (dpa) -");
    assertThat(item.dates().updated()).contains("2013-11-13T11:37:00Z");
    assertThat(item.identity().altIds()).contains(new AltId("sequence", "062"));
    assertThat(item.subjects().get(0).scheme()).contains("iptc-category");
    assertThat(item.wire().agency()).contains("DPA");
  }

  @Test
  void lines_become_paragraphs_again_without_losing_a_letter() {
    Item item = Documents.item(alone("Rain closes harbour ="));
    assertThat(item.body().value().split("\n\n"))
        .containsExactly(
            "Bremen (dpa) - Heavy rain has closed the old harbour for the third day in a row, the"
                + " harbour master's office said today in a left-leaning newspaper.",
            "Ferries wait outside.");
    assertThat(item.wire().letters()).hasValue(Letters.count(TEXT));
  }

  @Test
  void a_headline_block_is_told_apart() {
    Item item =
        Documents.item(
            alone(
                "REFILE\n1ST LEAD\nRain closes harbour, ferries wait, fishermen\nstay at home\n"
                    + "By our correspondents\n(Photo - archive) ="));
    assertThat(item.headline().value())
        .isEqualTo("Rain closes harbour, ferries wait, fishermen stay at home");
    assertThat(item.lines().byline()).contains("By our correspondents");
    assertThat(item.lines().edNote()).contains("(Photo - archive)");
    assertThat(item.identity().altIds()).contains(new AltId("take", "REFILE 1ST LEAD"));
  }

  @Test
  void a_correction_says_what_it_corrects() {
    Item item =
        Documents.item(
            alone(
                "(Berichtigung: Im zweiten Satz muss es Regen\n"
                    + "heissen.)\n"
                    + "(KORR)\n"
                    + "Regen am Hafen ="));
    assertThat(item.editorial().correction()).isTrue();
    assertThat(item.wire().note()).contains("Berichtigung: Im zweiten Satz muss es Regen heissen.");
    assertThat(item.headline().value()).isEqualTo("Regen am Hafen");
  }

  @Test
  void bells_ring_for_an_alert_but_are_not_printed() {
    Item item = Documents.item(alone("(Eil \u0007\u0007\u0007\u0007)\r\nHafen gesperrt ="));
    assertThat(item.headline().value()).isEqualTo("Hafen gesperrt");
    assertThat(item.editorial().genre()).contains("Alert");
  }

  @Test
  void what_is_not_for_publication_leaves_the_body() {
    Item item =
        Documents.item(
            transmission(
                "eca062 4 i 211 dpa 061",
                "Rain closes harbour =",
                TEXT
                    + "\n* * * *\nThe following information is not for publication\n\n"
                    + "## Contacts\n- Editing by: Jane Roe, +49 421 000\n\ndpa abc def\n",
                "131137 GMT Nov 13"));
    assertThat(item.body().value()).doesNotContain("Jane").endsWith("\n\ndpa abc def");
    assertThat(item.lines().edNote().orElseThrow()).contains("- Editing by: Jane Roe, +49 421 000");
    assertThat(item.wire().letters()).hasValue(Letters.count(item.body().value()));
  }

  @Test
  void months_are_understood_in_any_language_and_zones_may_be_missing() {
    assertThat(sent("071341 GMT Okt 15")).contains("2015-10-07T13:41:00Z");
    assertThat(sent("241205 Sep 24")).contains("2024-09-24T10:05:00Z"); // Berlin
    assertThat(sent("310001 JUL 97")).contains("1997-07-30T22:01:00Z");
    assertThat(sent("010900 +01 MÄR 2026")).contains("2026-03-01T08:00:00Z");
    assertThat(sent("010900 GMT фев 26")).contains("2026-02-01T09:00:00Z");
    assertThat(sent("010900 MESZ août 26")).contains("2026-08-01T07:00:00Z");
    assertThat(sent("310900 GMT Jun 26")).isEmpty(); // no such day
    assertThat(sent("soon")).isEmpty();
  }

  private static Optional<String> sent(String date) {
    return Documents.item(transmission("eca062 4 i 211 dpa 061", "Rain =", TEXT, date))
        .dates()
        .updated();
  }

  @Test
  void one_bad_transmission_spoils_none_of_its_neighbours() {
    Batch<Item> batch =
        Documents.parse(
            alone("First =")
                + "\u0001no header at all\r\n\u0002nothing\u0003\u0004"
                + transmission("eca063 4 i 211 dpa 062", "Second =", TEXT, "131138 GMT Nov 13"));
    assertThat(batch.items())
        .extracting(i -> i.headline().value())
        .containsExactly("First", "Second");
    assertThat(batch.rejections()).hasSize(1);
    assertThat(batch.rejections().get(0).raw().utf8()).startsWith("no header at all");
    assertThat(batch.feed().serials()).extracting(Serial::number).containsExactly(62, 63);
  }

  @Test
  void texts_without_control_characters_are_parted_at_their_headers() {
    String one =
        "EXT010 3 GEN 0336 F BELGA-0102 [COR 703]\n\nPluie sur le port (2)\n\n"
            + "ANVERS 15/06 (AFP) = La pluie tombe sur le port. ./.ABC\n150001 JUN 97\n";
    String two =
        "EXT011 3 GEN 0100 F BELGA-0103\n\nSoleil sur la mer\n\n"
            + "OSTENDE 15/06 (BELGA) = Le soleil brille. ./.DEF\n150003 JUN 97\n";
    Batch<Item> batch = Documents.parse(one + "\n" + two);
    assertThat(batch.rejections()).isEmpty();
    assertThat(batch.items())
        .extracting(i -> i.headline().value())
        .containsExactly("Pluie sur le port", "Soleil sur la mer");
    assertThat(batch.items().get(0).body().value())
        .isEqualTo("ANVERS 15/06 (AFP) = La pluie tombe sur le port.\n\n./.ABC");
    assertThat(batch.items().get(1).dates().updated()).contains("1997-06-14T22:03:00Z");
    assertThat(batch.feed().serials())
        .containsExactly(
            new Serial("EXT", 10, 3, "1997-06-15"), new Serial("EXT", 11, 3, "1997-06-15"));
  }

  @Test
  void latin_letters_are_told_from_utf_8() {
    String text = alone("Müller fährt zur See =");
    for (var charset : java.util.List.of(StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1)) {
      assertThat(Documents.parse(text.getBytes(charset)).items().get(0).headline().value())
          .isEqualTo("Müller fährt zur See");
    }
  }

  @Test
  void rows_of_a_table_stay_lines() {
    Item item =
        Documents.item(
            transmission(
                "eca062 4 i 211 dpa 061",
                "Tides =",
                "Bremen (dpa) - Tides:\n\nMonday      06:12   3.1\nTuesday     07:02   3.3\n",
                "131137 GMT Nov 13"));
    assertThat(item.body().value().split("\n\n")).hasSize(3);
  }

  @Test
  void the_same_headline_on_the_same_day_is_the_same_story_and_another_is_not() {
    String first = Documents.item(alone("Rain closes harbour =")).identity().guid().orElseThrow();
    assertThat(Documents.item(alone("REFILE\nRain closes harbour =")).identity().guid())
        .contains(first);
    assertThat(Documents.item(alone("Rain opens harbour =")).identity().guid().orElseThrow())
        .isNotEqualTo(first);
  }

  @Test
  void broken_frames_neither_hang_nor_blow_up() {
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          String endless =
              "\u0001eca062 4 i 211\r\n\u0002" + "rain on the harbour\r\n".repeat(50_000);
          assertThat(Documents.parse(endless + "\u0003\u0004").items()).hasSize(1);
          String oneLine = "\u0001eca062 4 i 211\r\n\u0002" + "((((( =".repeat(150_000);
          assertThat(Documents.parse(oneLine + "\u0003\u0004").items()).hasSize(1);
          String starts = "\u0001eca062 4 i 211\r\n" + "\u0001".repeat(10_000) + "x";
          assertThat(Documents.parse(starts).rejections()).hasSize(1);
          String many = "\u0001x".repeat(10_000);
          assertThat(Documents.parse("\u0001eca062 4 i 211\r\n" + many).rejections())
              .hasSize(10_000);
          assertThat(
                  Documents.item("\u0001eca062 4 i 211\r\nRain/\r\nRain falls.\u0004")
                      .body()
                      .value())
              .isEqualTo("Rain falls.");
        });
  }
}
