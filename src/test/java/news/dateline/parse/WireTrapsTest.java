package news.dateline.parse;

import static news.dateline.parse.Documents.item;
import static org.assertj.core.api.Assertions.assertThat;

import news.dateline.model.Hop;
import news.dateline.model.Item;
import news.dateline.model.PubStatus;
import org.junit.jupiter.api.Test;

/** Habits of agencies in NewsML 1 and NITF. */
class WireTrapsTest {
  private static String nitf(String docdata, String head, String content) {
    return "<nitf><head><docdata "
        + docdata
        + "</docdata></head><body><body.head><hedline><hl1>Rain falls</hl1></hedline>"
        + head
        + "</body.head><body.content>"
        + content
        + "</body.content></body></nitf>";
  }

  private static String newsMl(String management, String component) {
    return "<NewsML><NewsItem><Identification><NewsIdentifier><ProviderId>wire.example</ProviderId>"
        + "<RevisionId PreviousRevision='1' Update='N'>2</RevisionId>"
        + "<PublicIdentifier>urn:newsml:wire.example:20261124:A1:2</PublicIdentifier>"
        + "</NewsIdentifier></Identification><NewsManagement>"
        + management
        + "</NewsManagement><NewsComponent>"
        + component
        + "</NewsComponent></NewsItem></NewsML>";
  }

  private static final String TEXT =
      "<NewsComponent><ContentItem><DataContent><p>Rain fell on the whole city.</p></DataContent></ContentItem></NewsComponent>";

  @Test
  void a_release_later_than_the_issue_is_an_embargo_whatever_the_status() {
    String dates =
        "management-status='usable'><date.issue norm='20261124T090000Z'/><date.release norm='20261125T000000Z'/>";
    assertThat(item(nitf(dates, "", "<p>Rain.</p>")).dates().embargo())
        .contains("20261125T000000Z");
    assertThat(item(nitf("management-status='embargoed'>", "", "<p>Rain.</p>")).dates().embargo())
        .contains("");
  }

  @Test
  void a_cancelled_nitf_is_a_kill() {
    assertThat(item(nitf("management-status='canceled'>", "", "<p>Rain.</p>")).editorial().status())
        .isEqualTo(PubStatus.CANCELED);
  }

  @Test
  void a_note_for_editors_inside_nitf_is_no_text() {
    Item item =
        item(
            nitf(
                ">",
                "<note><body.content><p>Eds: mind.</p></body.content></note>",
                "<p>Rain fell.</p><note type='npa'><p>Call +00 1</p></note>"));
    assertThat(item.body().value()).isEqualTo("<p>Rain fell.</p>");
    assertThat(item.lines().edNote()).contains("Eds: mind.\n\nCall +00 1");
  }

  @Test
  void a_date_is_no_dateline_and_deliverers_are_hops() {
    Item item =
        item(
            nitf(
                "><del-list><from-src src-name='B' level-number='2'/><from-src src-name='A' level-number='1'/></del-list>"
                    + "<correction info='Fixes name'/>",
                "<dateline><story.date norm='20261124'>20261124</story.date></dateline>",
                "<p>Rain.</p>"));
    assertThat(item.lines().dateline()).isEmpty();
    assertThat(item.wire().hops()).extracting(Hop::party).containsExactly("A", "B");
    assertThat(item.wire().note()).contains("Fixes name");
    assertThat(item.editorial().correction()).isTrue();
  }

  @Test
  void lines_of_a_picture_are_not_the_storys() {
    String picture =
        "<NewsComponent><NewsLines><ByLine>Photo Grapher</ByLine><CreditLine>X/Y</CreditLine></NewsLines>"
            + "<ContentItem Href='a.jpg'><MediaType FormalName='Photo'/></ContentItem></NewsComponent>";
    Item item =
        item(
            newsMl(
                "",
                "<AdministrativeMetadata><Provider><Party FormalName='WIRE'/></Provider></AdministrativeMetadata>"
                    + TEXT
                    + picture));
    assertThat(item.lines().byline()).isEmpty();
    assertThat(item.lines().credit()).contains("WIRE");
    assertThat(item.media().get(0).credit()).contains("Photo Grapher / X/Y");
  }

  @Test
  void an_advisory_line_tells_a_correction_and_the_earlier_revision_is_named() {
    Item item =
        item(
            newsMl(
                "",
                "<NewsLines><NewsLine><NewsLineType FormalName='AdvisoryLine'/>"
                    + "<NewsLineText>CORRECTS para 4</NewsLineText></NewsLine></NewsLines>"
                    + TEXT));
    assertThat(item.editorial().correction()).isTrue();
    assertThat(item.wire().note()).contains("CORRECTS para 4");
    assertThat(item.lines().edNote()).contains("CORRECTS para 4");
    assertThat(item.wire().relations().get(0).id())
        .isEqualTo("urn:newsml:wire.example:20261124:A1:1");
  }

  @Test
  void a_status_that_will_change_holds_or_ends() {
    String change =
        "<Status FormalName='Usable'/><StatusWillChange><FutureStatus FormalName='%s'/>"
            + "<DateAndTime>20261125T060000Z</DateAndTime></StatusWillChange>";
    Item held = item(newsMl(change.formatted("Usable"), TEXT));
    assertThat(held.dates().embargo()).contains("20261125T060000Z");
    Item ending = item(newsMl(change.formatted("Canceled"), TEXT));
    assertThat(ending.dates().embargo()).isEmpty();
    assertThat(ending.dates().expires()).contains("20261125T060000Z");
  }

  @Test
  void a_priority_in_the_slug_is_no_slug() {
    assertThat(
            item(newsMl("", "<NewsLines><SlugLine>URGENT</SlugLine></NewsLines>" + TEXT))
                .lines()
                .slugline())
        .isEmpty();
  }

  @Test
  void a_tagline_ends_the_text() {
    String nitf =
        nitf(">", "", "<p>Rain fell.</p>")
            .replace(
                "</body></nitf>",
                "<body.end><tagline>Ann Poe &amp; co</tagline></body.end></body></nitf>");
    assertThat(item(nitf).body().value()).isEqualTo("<p>Rain fell.</p><p>Ann Poe &amp; co</p>");
  }
}
