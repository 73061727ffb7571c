package news.dateline.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import news.dateline.model.Batch;
import news.dateline.model.Item;
import news.dateline.model.Markup;
import news.dateline.model.Person;
import org.junit.jupiter.api.Test;

class MailReaderTest {
  private static String mail(String subject, String type, String body) {
    return "Received: by quay.example\r\nDate: Thu, 19 Feb 2015 17:18:40 +1100\r\n"
        + "Message-ID: <q7@mail.quay.example>\r\nSubject: "
        + subject
        + "\r\nFrom: Quay Desk <desk@quay.example>\r\nMIME-Version: 1.0\r\n"
        + "Content-Type: "
        + type
        + "\r\n\r\n"
        + body;
  }

  private static String part(String headers, String body) {
    return "--q\r\n" + headers + "\r\n\r\n" + body + "\r\n";
  }

  @Test
  void a_mail_is_read_with_sender_subject_date_and_id() {
    Item item = Documents.item("   \n" + mail("Rain", "text/plain", "Rain falls.\r\n"));
    assertThat(item.headline().value()).isEqualTo("Rain");
    assertThat(item.body().value()).isEqualTo("Rain falls.");
    assertThat(item.identity().guid()).contains("q7@mail.quay.example");
    assertThat(item.dates().published()).contains("Thu, 19 Feb 2015 17:18:40 +1100");
    assertThat(item.people()).extracting(Person::name).containsExactly("Quay Desk");
  }

  @Test
  void encoded_words_are_decoded_however_badly_they_are_written() {
    assertThat(MailText.header("=?utf-8?Q?Rain=20on=20the=20pier?=")).isEqualTo("Rain on the pier");
    assertThat(MailText.header("=?utf-8?Q?Rain on the pier?=")).isEqualTo("Rain on the pier");
    assertThat(MailText.header("Re:=?iso-8859-1?q?M=FCll?=today")).isEqualTo("Re:Mülltoday");
    assertThat(MailText.header("=?utf-8?B?UmFp?=\r\n =?utf-8?B?bg==?=")).isEqualTo("Rain");
    assertThat(MailText.header("=?klingon?Q?Rain?=")).isEqualTo("=?klingon?Q?Rain?=");
    assertThat(MailText.header("=?utf-8?Q?Rain")).isEqualTo("=?utf-8?Q?Rain");
  }

  @Test
  void html_is_kept_when_it_carries_the_text() {
    String plain =
        part(
            "Content-Type: text/plain; charset=iso-8859-1\r\n"
                + "Content-Transfer-Encoding: quoted-printable",
            "Regen f=E4llt am Hafen.");
    String html =
        part("Content-Type: text/html; charset=utf-8", "<p>Regen <b>f\u00e4llt</b> am Hafen.");
    String hint = part("Content-Type: text/html", "<p>HTML");
    Item rich =
        Documents.item(mail("Rain", "multipart/alternative; boundary=q", plain + html + "--q--"));
    assertThat(rich.body().kind()).isEqualTo(Markup.Kind.HTML);
    assertThat(rich.body().value()).contains("<b>fällt</b>");
    Item poor =
        Documents.item(mail("Rain", "multipart/alternative; boundary=q", plain + hint + "--q--"));
    assertThat(poor.body()).isEqualTo(Markup.text("Regen fällt am Hafen."));
  }

  @Test
  void flowed_lines_are_one() {
    Item item =
        Documents.item(
            mail("Rain", "text/plain; format=flowed", "Rain \r\nfalls.\r\n\r\nAgain.\r\n"));
    assertThat(item.body().value()).isEqualTo("Rain falls.\n\nAgain.");
  }

  @Test
  void attachments_of_known_formats_are_items_and_pictures_are_named() {
    String wire =
        "\u0001eca062 4 i 211 dpa 061\r\n\r\n"
            + "Rain/\r\n"
            + "\u0002Rain closes harbour =\r\n\r\n"
            + "Bremen (dpa) - Rain.\r\n"
            + "\u0003131137 GMT Nov 13\u0004";
    String attached =
        part(
            "Content-Type: application/octet-stream; name=\"rain.txt\"\r\n"
                + "Content-Transfer-Encoding: base64\r\n"
                + "Content-Disposition: attachment; filename=\"rain.txt\"",
            Base64.getEncoder().encodeToString(wire.getBytes(StandardCharsets.UTF_8)));
    String picture =
        part(
            "Content-Type: image/jpeg; name=\"rain.jpg\"\r\nContent-Transfer-Encoding: base64",
            "/9j/");
    String text = part("Content-Type: text/plain", "See the story.");
    String none = part("Content-Type: text/plain", "\r\n-- \r\nQuay Desk");
    Batch<Item> both =
        Documents.parse(
            mail("Rain", "multipart/mixed; boundary=q", text + picture + attached + "--q--"));
    assertThat(both.items())
        .extracting(i -> i.headline().value())
        .containsExactly("Rain closes harbour", "Rain");
    assertThat(both.items().get(1).media().get(0).href()).isEqualTo("rain.jpg");
    assertThat(both.feed().serials()).hasSize(1);
    Batch<Item> cover =
        Documents.parse(mail("Rain", "multipart/mixed; boundary=q", none + attached + "--q--"));
    assertThat(cover.items())
        .extracting(i -> i.headline().value())
        .containsExactly("Rain closes harbour");
  }

  @Test
  void a_press_release_says_so_in_its_subject() {
    Item item =
        Documents.item(mail("Media Release: Quay Ltd buys a pier", "text/plain", "Quay Ltd."));
    assertThat(item.editorial().genre()).contains("Press Release");
  }

  @Test
  void a_mail_in_pieces_is_still_read() {
    assertThat(
            Documents.parse(
                    mail("Rain", "multipart/mixed; boundary=q", part("", "Rain falls.") + "--q--"))
                .items())
        .hasSize(1);
    assertThat(Documents.parse(mail("Rain", "text/plain; charset=\"", "Rain falls.")).items())
        .hasSize(1);
    assertThat(
            Documents.parse(
                    mail("Rain", "text/plain\r\nContent-Transfer-Encoding: rain", "Rain falls."))
                .items())
        .hasSize(1);
  }
}
