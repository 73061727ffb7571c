package news.dateline.parse;

import static news.dateline.parse.Documents.item;
import static news.dateline.parse.Documents.parse;
import static org.assertj.core.api.Assertions.assertThat;

import news.dateline.model.Item;
import news.dateline.model.Markup;
import news.dateline.model.PubStatus;
import news.dateline.model.Source;
import org.junit.jupiter.api.Test;

class WireReadersTest {
  private static String newsItem(String revision, String management, String component) {
    return "<NewsItem><Identification><NewsIdentifier><ProviderId>wire.example</ProviderId>"
        + "<NewsItemId>A1</NewsItemId><RevisionId PreviousRevision='0' Update='N'>"
        + revision
        + "</RevisionId><PublicIdentifier>urn:newsml:wire.example:20261124:A1:"
        + revision
        + "</PublicIdentifier></NewsIdentifier></Identification><NewsManagement>"
        + "<ThisRevisionCreated>20261124T100000Z</ThisRevisionCreated>"
        + management
        + "</NewsManagement><NewsComponent>"
        + component
        + "</NewsComponent></NewsItem>";
  }

  private static final String STORY =
      "<NewsLines><HeadLine>Rain falls</HeadLine><ByLine>Ann Poe</ByLine>"
          + "<DateLine>Paris, 24 nov 2026 (WIRE) -</DateLine></NewsLines>"
          + "<AdministrativeMetadata><Provider><Party FormalName='WIRE'/></Provider></AdministrativeMetadata>"
          + "<NewsComponent><NewsComponent><Role FormalName='Main'/><ContentItem><DataContent><nitf><body>"
          + "<body.content><p>Rain fell.</p><p>It was wet.</p></body.content></body></nitf></DataContent>"
          + "</ContentItem></NewsComponent></NewsComponent>";

  @Test
  void newsml_is_read_however_deep_the_text_lies() {
    Item item =
        item(
            "<NewsML>"
                + newsItem("2", "<Status FormalName='Usable'/><Urgency>2</Urgency>", STORY)
                + "</NewsML>");
    assertThat(item.headline().value()).isEqualTo("Rain falls");
    assertThat(item.body()).isEqualTo(Markup.html("<p>Rain fell.</p><p>It was wet.</p>"));
    assertThat(item.lines().byline()).contains("Ann Poe");
    assertThat(item.lines().dateline()).contains("Paris, 24 nov 2026 (WIRE) -");
    assertThat(item.lines().credit()).contains("WIRE");
    assertThat(item.editorial().urgency()).hasValue(2);
    assertThat(item.dates().updated()).contains("20261124T100000Z");
  }

  @Test
  void revisions_of_a_story_share_its_name() {
    Item first = item("<NewsML>" + newsItem("1", "", STORY) + "</NewsML>");
    Item second = item("<NewsML>" + newsItem("2", "", STORY) + "</NewsML>");
    assertThat(first.identity().guid()).contains("urn:newsml:wire.example:20261124:A1");
    assertThat(second.identity().guid()).isEqualTo(first.identity().guid());
    assertThat(second.identity().version()).contains("2");
  }

  @Test
  void a_file_may_hold_several_newsml_items() {
    assertThat(
            parse("<NewsML>" + newsItem("1", "", STORY) + newsItem("2", "", STORY) + "</NewsML>")
                .items())
        .hasSize(2);
  }

  @Test
  void a_kill_and_an_embargo_are_understood() {
    Item killed =
        item("<NewsML>" + newsItem("2", "<Status FormalName='Canceled'/>", STORY) + "</NewsML>");
    assertThat(killed.editorial().status()).isEqualTo(PubStatus.CANCELED);
    Item held =
        item("<NewsML>" + newsItem("1", "<Status FormalName='Embargoed'/>", STORY) + "</NewsML>");
    assertThat(held.dates().embargo()).contains("");
    Item timed =
        item(
            "<NewsML>"
                + newsItem(
                    "1",
                    "<Status FormalName='Embargoed'/><StatusWillChange><FutureStatus FormalName='Usable'/>"
                        + "<DateAndTime>20261125T060000Z</DateAndTime></StatusWillChange>",
                    STORY)
                + "</NewsML>");
    assertThat(timed.dates().embargo()).contains("20261125T060000Z");
  }

  @Test
  void nitf_is_read_with_its_doctype_and_namespace() {
    String nitf =
        "<!DOCTYPE nitf SYSTEM 'nitf-3-0.dtd'><nitf xmlns='http://iptc.org/std/NITF/2006-10-18/'>"
            + "<head><docdata management-status='embargoed'><doc-id id-string='X1' regsrc='WIRE'/>"
            + "<urgency ed-urg='4'/><date.issue norm='20261124T090000Z'/>"
            + "<date.release norm='20261125T000000Z'/><doc.copyright holder='The Wire'/></docdata></head>"
            + "<body><body.head><hedline><hl1>Rain falls</hl1></hedline><byline>By <person>Ann Poe</person>"
            + "<byttl>Weather Writer</byttl></byline><dateline><location>Paris</location></dateline></body.head>"
            + "<body.content><block><p>Rain fell.</p><hl2>Later</hl2></block></body.content></body></nitf>";
    Item item = item(nitf);
    assertThat(item.identity().guid()).contains("WIRE:X1");
    assertThat(item.headline().value()).isEqualTo("Rain falls");
    assertThat(item.lines().byline()).contains("By Ann Poe Weather Writer");
    assertThat(item.lines().located()).contains("Paris");
    assertThat(item.lines().copyrightHolder()).contains("The Wire");
    assertThat(item.dates().embargo()).contains("20261125T000000Z");
    assertThat(item.body().value()).isEqualTo("<div><p>Rain fell.</p><h2>Later</h2></div>");
  }

  @Test
  void ninjs_is_read_in_old_and_new_spelling() {
    Item old =
        item(
            "{\"uri\":\"urn:1\",\"versioncreated\":\"2026-11-24T10:00:00Z\",\"pubstatus\":\"withheld\","
                + "\"headline\":\"Rain\",\"byline\":\"Ann Poe\",\"body_text\":\"Rain fell.\",\"ednote\":\"Mind.\"}");
    assertThat(old.editorial().status()).isEqualTo(PubStatus.WITHHELD);
    assertThat(old.body()).isEqualTo(Markup.text("Rain fell."));
    assertThat(old.lines().edNote()).contains("Mind.");
    Item now =
        item(
            "{\"uri\":\"urn:1\",\"versionCreated\":\"2026-11-24T10:00:00Z\",\"by\":\"Ann Poe\",\"urgency\":3,"
                + "\"embargoedUntil\":\"2026-11-25T00:00:00Z\","
                + "\"headlines\":[{\"role\":\"sub\",\"value\":\"No\"},{\"role\":\"main\",\"value\":\"Rain\"}],"
                + "\"bodies\":[{\"contentType\":\"text/plain\",\"value\":\"Rain fell.\"}]}");
    assertThat(now.headline().value()).isEqualTo("Rain");
    assertThat(now.lines().byline()).contains("Ann Poe");
    assertThat(now.dates().embargo()).contains("2026-11-25T00:00:00Z");
    assertThat(now.editorial().urgency()).hasValue(3);
  }

  @Test
  void plain_text_has_a_headline_when_its_first_line_reads_like_one() {
    Item item =
        item(
            "Rain falls on Paris\nBy Ann Poe\n\nPARIS, Nov 24 (Wire) - Rain fell on the city today.\n");
    assertThat(item.headline().value()).isEqualTo("Rain falls on Paris");
    assertThat(item.lines().byline()).contains("By Ann Poe");
    assertThat(item.body().value()).startsWith("PARIS, Nov 24 (Wire) - ");
    Item bare = item("MOSCOW, November 24. /WIRE/. Rain fell on the city today.\nIt was wet.\n");
    assertThat(bare.headline().isBlank()).isTrue();
  }

  @Test
  void the_format_a_source_names_wins() {
    Source source = Documents.SOURCE.toBuilder().format("text").build();
    assertThat(
            parse(
                    Documents.of(
                        "hello\n".getBytes(java.nio.charset.StandardCharsets.UTF_8),
                        source,
                        java.util.Optional.empty(),
                        "a.txt"))
                .items())
        .hasSize(1);
  }
}
