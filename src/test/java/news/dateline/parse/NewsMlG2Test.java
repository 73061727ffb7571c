package news.dateline.parse;

import static news.dateline.parse.Documents.item;
import static news.dateline.parse.Documents.parse;
import static org.assertj.core.api.Assertions.assertThat;

import news.dateline.model.AltId;
import news.dateline.model.Hop;
import news.dateline.model.Item;
import news.dateline.model.Letters;
import news.dateline.model.PubStatus;
import news.dateline.model.Relation;
import news.dateline.model.Subject;
import org.junit.jupiter.api.Test;

class NewsMlG2Test {
  private static final String XHTML =
      "<inlineXML contenttype='application/xhtml+html'><html xmlns='http://www.w3.org/2002/06/xhtml2/'>"
          + "<body><p>Rain <b>fell</b> on <i>the</i> city &amp; sea.</p></body></html></inlineXML>";

  private static String newsItem(String itemMeta, String contentMeta, String contentSet) {
    return "<newsItem xmlns='http://iptc.org/std/nar/2006-10-01/' guid='urn:newsml:wire.example:1'"
        + " version='3' xml:lang='en'><itemMeta><itemClass qcode='ninat:text'/>"
        + "<provider literal='wire.example'/><versionCreated>2026-11-24T10:00:00Z</versionCreated>"
        + itemMeta
        + "</itemMeta><contentMeta><headline>Rain falls</headline>"
        + contentMeta
        + "</contentMeta><contentSet>"
        + contentSet
        + "</contentSet></newsItem>";
  }

  private static String meta(String itemMeta) {
    return newsItem(itemMeta, "", XHTML);
  }

  @Test
  void nested_markup_and_tails_are_kept_whatever_namespace_is_declared() {
    Item item = item(meta(""));
    assertThat(item.body().value())
        .isEqualTo("<p>Rain <b>fell</b> on <i>the</i> city &amp; sea.</p>");
    assertThat(item.wire().letters()).hasValue(Letters.count("Rain fell on the city & sea."));
    assertThat(item.wire().type()).contains("text");
    assertThat(item.identity().version()).contains("3");
  }

  @Test
  void a_message_holds_any_number_of_items() {
    String message =
        "<newsMessage><header><sender>wire.example</sender><transmitId>T7</transmitId><priority>2</priority>"
            + "</header><itemSet>"
            + meta("")
            + meta("").replace("example:1", "example:2")
            + "<packageItem guid='urn:p' version='1'><itemMeta><title>Top</title></itemMeta><groupSet>"
            + "<group><itemRef residref='urn:newsml:wire.example:1'><title>Rain</title></itemRef></group>"
            + "</groupSet></packageItem><catalogItem guid='urn:c'/></itemSet></newsMessage>";
    assertThat(parse(message).items()).hasSize(3);
    Item first = parse(message).items().get(0);
    assertThat(first.editorial().urgency()).hasValue(2);
    assertThat(first.identity().altIds()).contains(new AltId("sequence", "T7"));
    Item pack = parse(message).items().get(2);
    assertThat(pack.wire().type()).contains("composite");
    assertThat(pack.wire().relations())
        .containsExactly(
            new Relation("item", "urn:newsml:wire.example:1", java.util.Optional.of("Rain")));
  }

  @Test
  void an_empty_embargo_holds_and_none_is_none() {
    assertThat(item(meta("<embargoed/>")).dates().embargo()).contains("");
    assertThat(item(meta("")).dates().embargo()).isEmpty();
    assertThat(item(meta("<embargoed>2026-11-25T06:00:00Z</embargoed>")).dates().embargo())
        .contains("2026-11-25T06:00:00Z");
  }

  @Test
  void a_cancelled_item_is_a_kill_and_a_withheld_one_waits() {
    assertThat(item(meta("<pubStatus qcode='stat:canceled'/>")).editorial().status())
        .isEqualTo(PubStatus.CANCELED);
    assertThat(item(meta("<pubStatus qcode='stat:withheld'/>")).editorial().status())
        .isEqualTo(PubStatus.WITHHELD);
  }

  @Test
  void a_correction_says_what_it_corrects() {
    Item item =
        item(
            meta(
                "<signal qcode='sig:correction'/>"
                    + "<edNote role='x:correctionshort'>Spelling in para 3</edNote>"));
    assertThat(item.editorial().correction()).isTrue();
    assertThat(item.wire().note()).contains("Spelling in para 3");
  }

  @Test
  void all_notes_are_kept_for_editors_and_none_twice() {
    Item item =
        item(
            meta(
                "<edNote role='x:notepad'><section xmlns='http://www.w3.org/1999/xhtml'><h4>Desk</h4>"
                    + "<ul><li>Call +00 1</li></ul></section></edNote>"
                    + "<edNote pubconstraint='x:nonpublic'>Call +00 1</edNote>"
                    + "<edNote>Mind the map.</edNote>"));
    assertThat(item.lines().edNote()).contains("Desk\nCall +00 1\n\nMind the map.");
  }

  @Test
  void what_is_marked_as_not_public_never_reaches_the_text() {
    String body =
        "<inlineXML><html><body><header><h1>Rain falls</h1><h2>A new line</h2></header>"
            + "<section><p>Rain fell.</p></section><section class='np-nonpublic'><p>Call +00 1</p></section>"
            + "<p class='closingline'>wire ab cd</p></body></html></inlineXML>"
            + "<inlineData rendition='x:nonpublic'>Call +00 2</inlineData>";
    Item item = item(newsItem("", "", body));
    assertThat(item.body().value()).contains("Rain fell.", "A new line");
    assertThat(item.body().value()).doesNotContain("+00", "closing", "ab cd", "Rain falls");
    assertThat(item.lines().edNote().orElse("")).contains("+00 1", "+00 2", "ab cd");
  }

  @Test
  void of_two_ways_to_give_the_text_one_is_read() {
    Item item =
        item(
            newsItem(
                "",
                "",
                "<inlineData contenttype='text/plain'>Rain fell on the city &amp; sea.</inlineData>"
                    + XHTML));
    assertThat(item.body().value()).startsWith("<p>").containsOnlyOnce("Rain");
  }

  @Test
  void inline_nitf_is_read_whole() {
    Item item =
        item(
            newsItem(
                "",
                "",
                "<inlineXML contenttype='application/nitf+xml'><nitf xmlns='http://iptc.org/std/NITF/2006-10-18/'>"
                    + "<body><body.head><byline>By Ann Poe</byline></body.head><body.content><block>"
                    + "<p>Rain <person>Ann</person> fell.</p></block></body.content></body></nitf></inlineXML>"));
    assertThat(item.body().value()).contains("Rain <person>Ann</person> fell.");
    assertThat(item.lines().byline()).contains("By Ann Poe");
  }

  @Test
  void subjects_keep_codes_and_names_and_a_lost_zero_comes_back() {
    Item item =
        item(
            newsItem(
                "",
                "<subject qcode='subj:8000000'><name>People</name></subject>"
                    + "<subject qcode='own:5'><name>Work</name><broader qcode='medtop:09000000'>"
                    + "<name>Labour</name></broader></subject>"
                    + "<subject qcode='own:length'><name>2273</name></subject><keyword>rain</keyword>",
                XHTML));
    assertThat(item.subjects())
        .extracting(Subject::name)
        .containsExactly("People", "Work", "Labour", "rain");
    assertThat(item.subjects().get(0).code()).contains("subj:08000000");
  }

  @Test
  void the_way_to_us_and_the_links_are_kept() {
    String xml =
        meta("<link rel='irel:prevVersion' residref='urn:old'/>")
            .replace(
                "<itemMeta>",
                "<hopHistory><hop seq='2'><party qcode='c:B'/></hop><hop seq='1' timestamp='2026'>"
                    + "<party><name>Ann</name></party><action qcode='a:created'/></hop></hopHistory><itemMeta>");
    Item item = item(xml);
    assertThat(item.wire().hops()).extracting(Hop::party).containsExactly("Ann", "B");
    assertThat(item.wire().hops().get(0).action()).contains("created");
    assertThat(item.wire().relations().get(0).kind()).isEqualTo("previousVersion");
  }

  @Test
  void a_source_is_the_credit_when_no_line_says_it_and_log_ins_are_no_people() {
    Item item =
        item(
            newsItem(
                "",
                "<infoSource role='r:source'><name>Other Wire</name></infoSource>"
                    + "<creator qcode='a:poe'><name>poe.ann</name></creator>"
                    + "<creator role='r:phot'><name>Ann Poe</name></creator>",
                XHTML));
    assertThat(item.lines().credit()).contains("Other Wire");
    assertThat(item.people()).hasSize(1);
    assertThat(item.people().get(0).role()).isEqualTo("photographer");
  }

  @Test
  void a_picture_comes_with_caption_and_credit() {
    Item item =
        item(
            newsItem(
                    "",
                    "<creditline>WIRE/Ann Poe</creditline>"
                        + "<description role='drol:caption'>Rain on the quay</description>",
                    "<remoteContent href='https://wire.example/a.jpg' contenttype='image/jpeg'"
                        + " width='10' height='5' rendition='rnd:highRes'/>")
                .replace("ninat:text", "ninat:picture"));
    assertThat(item.media()).hasSize(1);
    assertThat(item.media().get(0).caption()).contains("Rain on the quay");
    assertThat(item.media().get(0).credit()).contains("WIRE/Ann Poe");
    assertThat(item.wire().type()).contains("picture");
  }
}
