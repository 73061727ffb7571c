package news.dateline.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import news.dateline.model.AltId;
import news.dateline.model.Batch;
import news.dateline.model.Hop;
import news.dateline.model.Item;
import news.dateline.model.Markup;
import news.dateline.model.Media;
import news.dateline.model.Person;
import news.dateline.model.PubStatus;
import news.dateline.model.Relation;
import news.dateline.model.Subject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What agencies send as JSON: ninjs and its dialects, APIs that wrap it, digitalwires. */
final class JsonWireTest {
  private static Item item(String json) {
    List<Item> items = Documents.parse(json).items();
    assertThat(items).hasSize(1);
    return items.get(0);
  }

  private static Item ninjs(String fields) {
    return item("{\"uri\":\"urn:quay:1\",\"pubStatus\":\"usable\"," + fields + "}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"versioncreated", "versionCreated", "version_created"})
  void a_field_is_the_same_in_every_spelling(String name) {
    assertThat(ninjs("\"" + name + "\":\"2026-05-03T10:00:00Z\"").dates().updated())
        .contains("2026-05-03T10:00:00Z");
  }

  @ParameterizedTest
  @ValueSource(strings = {"embargoed", "embargoedUntil"})
  void an_empty_embargo_holds_and_null_is_none(String name) {
    assertThat(ninjs("\"" + name + "\":\"\"").dates().embargo()).contains("");
    assertThat(ninjs("\"" + name + "\":null").dates().embargo()).isEmpty();
    assertThat(ninjs("\"" + name + "\":\"2026-05-03T10:00:00Z\"").dates().embargo())
        .contains("2026-05-03T10:00:00Z");
  }

  @Test
  void a_status_of_embargoed_without_a_time_holds() {
    Item item = item("{\"uri\":\"urn:quay:1\",\"headline\":\"Rain\",\"pubstatus\":\"embargoed\"}");
    assertThat(item.dates().embargo()).contains("");
  }

  @Test
  void a_canceled_object_and_a_kill_signal_are_kills() {
    assertThat(
            item("{\"uri\":\"urn:quay:1\",\"headline\":\"Rain\",\"pubStatus\":\"canceled\"}")
                .editorial()
                .status())
        .isEqualTo(PubStatus.CANCELED);
    assertThat(ninjs("\"signals\":[\"sig:kill\"]").editorial().status())
        .isEqualTo(PubStatus.CANCELED);
  }

  @Test
  void of_several_bodies_the_fullest_that_keeps_its_form_is_taken_once() {
    Item item =
        ninjs(
            "\"bodies\":["
                + "{\"role\":\"text\",\"contentType\":\"text/plain\",\"value\":\"Rain fell on the harbour.\"},"
                + "{\"role\":\"web\",\"contentType\":\"text/html\",\"value\":\"<p>Rain fell on the <b>harbour</b>.</p>\"},"
                + "{\"role\":\"own\",\"contentType\":\"application/xml\",\"value\":\"<X><H>code</H><P>Rain fell on the harbour.</P></X>\"}]");
    assertThat(item.body()).isEqualTo(Markup.html("<p>Rain fell on the <b>harbour</b>.</p>"));
    assertThat(item.wire().letters()).hasValue(20);
  }

  @Test
  void a_longer_plain_body_wins_over_a_teaser_in_html() {
    Item item =
        ninjs(
            "\"body_html\":\"<p>Rain.</p>\",\"body_text\":\"Rain fell on the harbour all day long.\"");
    assertThat(item.body()).isEqualTo(Markup.text("Rain fell on the harbour all day long."));
  }

  @Test
  void a_page_is_read_without_its_head_and_the_headline_it_repeats() {
    Item item =
        ninjs(
            "\"headline\":\"Rain falls\",\"body_html5\":\"<html><head><title>Rain falls</title></head><body>"
                + "<h1>Rain  falls</h1><p>On the harbour.</p></body></html>\"");
    assertThat(item.body().value()).isEqualTo("<p>On the harbour.</p>");
    assertThat(item.wire().letters()).hasValue(12);
  }

  @Test
  void a_title_that_xhtml_leaves_empty_does_not_swallow_the_body() {
    Item item =
        ninjs(
            "\"bodyXhtml\":\"<html xmlns='http://www.w3.org/1999/xhtml'><head><title/></head><body><p>Rain.</p></body></html>\"");
    assertThat(item.body().value()).contains("<p>Rain.</p>");
  }

  @Test
  void nitf_inside_json_is_read_as_nitf() {
    Item item =
        ninjs(
            "\"bodies\":[{\"role\":\"nitf\",\"contentType\":\"text/vnd.IPTC.NITF\",\"value\":\"<nitf><head><title>No</title></head>"
                + "<body><body.content><p>Rain fell.</p></body.content></body></nitf>\"}]");
    assertThat(item.body().value()).contains("<p>Rain fell.</p>").doesNotContain("No");
    assertThat(item.wire().letters()).hasValue(8);
  }

  @Test
  void the_main_headline_is_taken_and_the_lead_before_the_caption() {
    Item item =
        ninjs(
            "\"title\":\"slug\",\"headlines\":[{\"role\":\"kicker\",\"value\":\"Weather\"},{\"role\":\"main\",\"value\":\"Rain\"}],"
                + "\"descriptions\":[{\"role\":\"caption\",\"value\":\"A boat\"},{\"role\":\"lead\",\"value\":\"It rained.\"}],"
                + "\"body_text\":\"Rain fell.\"");
    assertThat(item.headline().value()).isEqualTo("Rain");
    assertThat(item.summary().value()).isEqualTo("It rained.");
  }

  @Test
  void subjects_keep_code_address_and_scheme() {
    Item item =
        ninjs(
            "\"subjects\":[{\"name\":\"Sport\",\"uri\":\"http://cv.iptc.org/newscodes/mediatopic/15000000\"}],"
                + "\"person\":[{\"name\":\"Jane Roe\",\"scheme\":\"http://quay.example/p/\",\"code\":\"7\"}],"
                + "\"organisations\":[{\"name\":\"Port\",\"literal\":\"P1\"}],\"place\":[{\"name\":\"Oslo\"}],"
                + "\"service\":[{\"code\":\"f\",\"name\":\"Finance\"}],\"keywords\":[\"rain\",\"port\"]");
    assertThat(item.subjects())
        .containsExactly(
            new Subject(
                "Sport",
                Optional.of("http://cv.iptc.org/newscodes/mediatopic/15000000"),
                Optional.empty()),
            new Subject("Jane Roe", Optional.of("7"), Optional.of("http://quay.example/p/")),
            new Subject("Port", Optional.of("P1"), Optional.empty()),
            Subject.named("Oslo"),
            new Subject("Finance", Optional.of("f"), Optional.of("service")),
            Subject.named("rain"),
            Subject.named("port"));
  }

  @Test
  void associated_pictures_are_media_and_texts_are_relations() {
    String picture =
        "{\"type\":\"picture\",\"headline\":\"Boat\",\"description_text\":\"A boat in the rain.\",\"byline\":\"Ann Poe\","
            + "\"renditions\":{\"thumb\":{\"href\":\"https://q.example/s.jpg\",\"mimetype\":\"image/jpeg\",\"width\":100},"
            + "\"main\":{\"href\":\"https://q.example/l.jpg\",\"mimetype\":\"image/jpeg\",\"width\":2000,\"height\":1000}}}";
    for (String associations :
        List.of(
            "{\"a\":"
                + picture
                + ",\"b\":{\"uri\":\"urn:quay:2\",\"type\":\"text\",\"headline\":\"Wind\"}}",
            "["
                + picture
                + ",{\"uri\":\"urn:quay:2\",\"type\":\"text\",\"headlines\":[{\"value\":\"Wind\"}]}]")) {
      Item item = ninjs("\"associations\":" + associations);
      assertThat(item.media()).hasSize(1);
      Media media = item.media().get(0);
      assertThat(media.href()).isEqualTo("https://q.example/l.jpg");
      assertThat(media.caption()).contains("A boat in the rain.");
      assertThat(media.credit()).contains("Ann Poe");
      assertThat(item.wire().relations())
          .containsExactly(new Relation("associatedWith", "urn:quay:2", Optional.of("Wind")));
    }
  }

  @Test
  void a_video_is_the_video_and_not_a_still_of_it() {
    Item item =
        ninjs(
            "\"type\":\"video\",\"renditions\":[{\"href\":\"https://q.example/still.jpg\",\"contentType\":\"image/jpeg\",\"width\":1920},"
                + "{\"href\":\"https://q.example/v.mp4\",\"contentType\":\"video/mp4\",\"width\":640},"
                + "{\"href\":\"https://q.example/c.xml\",\"contentType\":\"text/xml\",\"title\":\"Caption\"}]");
    assertThat(item.wire().type()).contains("video");
    assertThat(item.media()).extracting(Media::href).containsExactly("https://q.example/v.mp4");
    assertThat(item.wire().relations())
        .containsExactly(
            new Relation("rendition", "https://q.example/c.xml", Optional.of("Caption")));
  }

  @Test
  void what_it_came_from_and_through_whom_is_kept() {
    Item item =
        ninjs(
            "\"evolvedFrom\":\"urn:quay:0\",\"replacing\":[\"urn:quay:00\"],"
                + "\"infoSources\":[{\"name\":\"Quay\",\"role\":\"isrol:originated\"},{\"name\":\"Pier\",\"role\":\"distributed\"}]");
    assertThat(item.wire().relations())
        .containsExactly(
            new Relation("evolvedFrom", "urn:quay:0", Optional.empty()),
            new Relation("previousVersion", "urn:quay:00", Optional.empty()));
    assertThat(item.wire().hops())
        .containsExactly(
            new Hop("Quay", Optional.of("originated"), Optional.empty()),
            new Hop("Pier", Optional.of("distributed"), Optional.empty()));
    assertThat(item.lines().credit()).contains("Quay");
  }

  @Test
  void a_correction_carries_the_note_to_editors_as_its_note() {
    Item item = ninjs("\"signal\":\"sig:correction\",\"edNote\":\"Spelling of Roe in para 2\"");
    assertThat(item.editorial().correction()).isTrue();
    assertThat(item.wire().note()).contains("Spelling of Roe in para 2");
    assertThat(ninjs("\"edNote\":\"Mind the gap\"").wire().note()).isEmpty();
  }

  @Test
  void an_event_and_its_coverage_are_items_and_tell_the_desk_when_and_whom_to_call() {
    Item event =
        item(
            "{\"uri\":\"urn:quay:e1\",\"title\":\"Ferry opens\",\"eventDetails\":{\"dates\":{\"startDate\":\"2026-05-03\"},"
                + "\"organiser\":{\"name\":\"Port\",\"contactInfo\":[{\"type\":\"phone\",\"value\":\"555 0100\"}]}}}");
    assertThat(event.wire().type()).contains("event");
    assertThat(event.headline().value()).isEqualTo("Ferry opens");
    assertThat(event.lines().edNote().orElseThrow())
        .contains("dates startDate: 2026-05-03")
        .contains("organiser contactInfo value: 555 0100");
    Item planning =
        item(
            "{\"uri\":\"urn:quay:p1\",\"title\":\"Ferry\",\"plannedCoverage\":[{\"type\":\"text\",\"title\":\"Report\",\"edNote\":\"By noon\"}]}");
    assertThat(planning.wire().type()).contains("planning");
    assertThat(planning.lines().edNote().orElseThrow()).contains("edNote: By noon");
  }

  @Test
  void where_it_was_written_may_be_a_word_or_a_place() {
    assertThat(ninjs("\"located\":\"Oslo\"").lines().located()).contains("Oslo");
    assertThat(ninjs("\"located\":{\"name\":\"Oslo\"}").lines().located()).contains("Oslo");
    assertThat(ninjs("\"located\":[{\"name\":\"Oslo\"}]").lines().located()).contains("Oslo");
    assertThat(ninjs("\"datelinelocation\":{\"city\":\"Oslo\"}").lines().located())
        .contains("Oslo");
  }

  private static String ofApi(String etag) {
    return "{\"uri\":\"https://api.ap.org/media/v/content/0123456789abcdef0123456789abcdef?et="
        + etag
        + "\",\"altids\":{\"itemid\":\"0123456789abcdef0123456789abcdef\",\"etag\":\""
        + etag
        + "\"},\"version\":2,\"type\":\"text\",\"headline\":\"Rain\",\"bylines\":[{\"by\":\"By ANN POE\",\"title\":\"Weather Writer\"}],"
        + "\"ednote\":\"Eds: CORRECTS: spelling\",\"usageterms\":[\"Editorial use only.\",\"No archive.\"],\"provider\":\"AP\","
        + "\"infosource\":[{\"name\":\"Quay Gazette\",\"type\":\"Member\"}],"
        + "\"renditions\":{\"nitf\":{\"title\":\"NITF\",\"type\":\"text\",\"mimetype\":\"text/xml\",\"href\":\"https://q.example/1.xml\"}}}";
  }

  @Test
  void an_item_of_a_media_api_keeps_its_name_when_its_address_changes() {
    for (String etag : List.of("1", "2")) {
      Item item = item("{\"api_version\":\"2.0\",\"data\":{\"item\":" + ofApi(etag) + "}}");
      assertThat(item.identity().guid()).contains("0123456789abcdef0123456789abcdef");
      assertThat(item.identity().altIds()).contains(new AltId("etag", etag));
      assertThat(item.identity().version()).contains("2");
      assertThat(item.lines().byline()).contains("By ANN POE, Weather Writer");
      assertThat(item.lines().usageTerms()).contains("Editorial use only.\nNo archive.");
      assertThat(item.lines().credit()).contains("Quay Gazette");
      assertThat(item.editorial().correction()).isTrue();
      assertThat(item.wire().note()).contains("Eds: CORRECTS: spelling");
      assertThat(item.wire().agency()).contains("AP");
      assertThat(item.wire().relations())
          .containsExactly(
              new Relation("rendition", "https://q.example/1.xml", Optional.of("NITF")));
    }
  }

  @Test
  void a_listing_gives_each_of_its_items() {
    Batch<Item> batch =
        Documents.parse(
            "{\"data\":{\"items\":[{\"item\":" + ofApi("1") + "},{\"item\":" + ofApi("2") + "}]}}");
    assertThat(batch.items()).hasSize(2);
    assertThat(batch.feed().format()).isEqualTo("ap-media-json");
  }

  @Test
  void an_answer_to_a_query_is_read_under_the_querys_name() {
    Batch<Item> batch =
        Documents.parse(
            "{\"data\":{\"search\":{\"items\":[{\"uri\":\"tag:quay.example,2026:1\",\"headLine\":\"Rain\",\"byLine\":\"Ann Poe\",\"versionCreated\":\"2026-05-03T10:00:00Z\"}]}}}");
    assertThat(batch.items()).hasSize(1);
    assertThat(batch.items().get(0).lines().byline()).contains("Ann Poe");
  }

  @Test
  void a_text_that_replaces_another_is_a_version_of_it() {
    Item item =
        item(
            "{\"uri\":\"http://tt.se/media/text/2\",\"headline\":\"Regn\",\"versioncreated\":\"2026-05-03T10:00:00\","
                + "\"revisions\":[{\"uri\":\"http://tt.se/media/text/1\"},{\"uri\":\"http://tt.se/media/text/2\"}]}");
    assertThat(item.identity().guid()).contains("http://tt.se/media/text/1");
    assertThat(item.identity().altIds()).contains(new AltId("guid", "http://tt.se/media/text/2"));
    assertThat(item.wire().agency()).contains("TT");
  }

  private static final String ENTRY =
      """
      {"format":"digitalwires@0.9.1","type":"composite","entry_id":"e1","urn":"urn:newsml:dpa.com:20090101:1",
       "version":2,"version_created":"2026-05-03T10:00:00+02:00","updated":"2026-05-03T09:00:00Z","embargoed":null,
       "pubstatus":"usable","signal":"sig:correction","language":"de","urgency":3,"headline":"Regen","teaser":"Es regnet.",
       "dateline":"Oslo (dpa) - ","creditline":"dpa",
       "article_html":"<section class=\\"main\\"><p>Regen fiel.</p></section><section class=\\"np-nonpublic\\"><p>Anruf: 555 0199</p></section>",
       "infobox_html":null,"linkbox_html":"<ul><li><a href=\\"https://q.example/w\\">Wetter</a></li></ul>",
       "notepad":{"public_html":"<h4>Hinweise</h4><ul><li>Mit Bild</li></ul>","nonpublic_html":"<section><p>Kontakt: 555 0100</p></section>"},
       "ednotes":[{"role":"dpaednoterole:correction","ednote":"Menge im 2. Satz","is_publishable":true},
                  {"role":"dpaednoterole:dpacontacts","ednote":"Ann Poe, 555 0101","is_publishable":false}],
       "associations":[{"type":"image","urn":"urn:newsml:dpa.com:2","caption":"Ein Boot","creditline":"Ann Poe/dpa",
                        "renditions":[{"url":"https://q.example/b.jpg","mimetype":"image/jpeg","width":800}]}],
       "categories":[{"type":"dnltype:dpasubject","name":"Wetter","qcode":"medtop:17000000"},
                     {"type":"dnltype:geosubject","name":"Oslo","qcode":"dpacity:1"},
                     {"type":"dnltype:keyword","name":"Regen","qcode":null},
                     {"type":"dnltype:genre","name":"Meldung","qcode":"dpatextgenre:1"},
                     {"type":"dnltype:poi","name":"Hafen, Kai 1, Oslo","qcode":null,"geojson":{"properties":{"name":"Hafen"}}},
                     {"type":"dnltype:creator","name":"poe.ann","qcode":null},
                     {"type":"dnltype:contributor","name":"Ann Poe","qcode":null},
                     {"type":"dnltype:wire","name":"bdt","qcode":"dpasrv:bdt"}]}
      """;

  @Test
  void a_digitalwires_entry_is_read_with_all_that_editors_need() {
    Item item = item(ENTRY);
    assertThat(item.identity().guid()).contains("urn:newsml:dpa.com:20090101:1");
    assertThat(item.identity().version()).contains("2");
    assertThat(item.dates().updated()).contains("2026-05-03T10:00:00+02:00");
    assertThat(item.dates().embargo()).isEmpty();
    assertThat(item.editorial().correction()).isTrue();
    assertThat(item.editorial().genre()).contains("Meldung");
    assertThat(item.wire().note()).contains("Menge im 2. Satz");
    assertThat(item.wire().agency()).contains("DPA");
    assertThat(item.wire().relations())
        .containsExactly(new Relation("seeAlso", "https://q.example/w", Optional.of("Wetter")));
    assertThat(item.subjects())
        .containsExactly(
            new Subject("Wetter", Optional.of("medtop:17000000"), Optional.empty()),
            new Subject("Oslo", Optional.of("dpacity:1"), Optional.empty()),
            Subject.named("Hafen"),
            Subject.named("Regen"));
    assertThat(item.people()).extracting(Person::name).containsExactly("Ann Poe");
    assertThat(item.media()).hasSize(1);
    assertThat(item.media().get(0).caption()).contains("Ein Boot");
    assertThat(item.media().get(0).credit()).contains("Ann Poe/dpa");
  }

  @Test
  void what_a_digitalwires_entry_says_to_editors_stays_out_of_its_body() {
    Item item = item(ENTRY);
    assertThat(item.body().value()).contains("Regen fiel.").doesNotContain("555");
    assertThat(item.wire().letters()).hasValue(9);
    assertThat(item.lines().edNote().orElseThrow())
        .contains("Menge im 2. Satz", "Ann Poe, 555 0101", "Kontakt: 555 0100", "Anruf: 555 0199")
        .contains("Hinweise\nMit Bild");
  }

  @Test
  void a_digitalwires_entry_with_an_empty_embargo_is_held() {
    assertThat(item(ENTRY.replace("\"embargoed\":null", "\"embargoed\":\"\"")).dates().embargo())
        .contains("");
  }
}
