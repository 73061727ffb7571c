package news.dateline.parse;

import static news.dateline.parse.Documents.atom;
import static news.dateline.parse.Documents.item;
import static news.dateline.parse.Documents.parse;
import static news.dateline.parse.Documents.rss;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import news.dateline.model.Batch;
import news.dateline.model.Item;
import news.dateline.model.PubStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What other feed readers' suites know of feeds, in our own words. */
class FeedOdditiesTest {
  @Test
  void a_tombstone_kills_the_entry_it_names() {
    Batch<Item> batch =
        parse(
            "<feed xmlns='http://www.w3.org/2005/Atom' xmlns:at='http://purl.org/atompub/tombstones/1.0'>"
                + "<title>Gazette</title><at:deleted-entry ref='tag:g.example,2026:7'"
                + " when='2026-11-24T10:00:00Z'><at:comment>Wrong harbour.</at:comment></at:deleted-entry>"
                + "<entry><id>tag:g.example,2026:8</id><title>Rain</title></entry></feed>");
    assertThat(batch.items()).hasSize(2);
    Item kill = batch.items().get(0);
    assertThat(kill.editorial().status()).isEqualTo(PubStatus.CANCELED);
    assertThat(kill.identity().guid()).contains("tag:g.example,2026:7");
    assertThat(kill.dates().updated()).contains("2026-11-24T10:00:00Z");
    assertThat(kill.headline().value()).isEqualTo("Wrong harbour.");
  }

  @Test
  void a_video_known_by_its_id_alone_has_a_page() {
    Item item = item(atom("<yt:videoId>aB3_x</yt:videoId><title>The quay</title>"));
    assertThat(item.identity().link()).contains("https://www.youtube.com/watch?v=aB3_x");
    assertThat(item.identity().guid()).contains("yt:video:aB3_x");
  }

  @Test
  void categories_of_a_podcast_count_with_those_nested_in_them() {
    assertThat(
            item(rss(
                    "<itunes:category text='News'><itunes:category text='Ports'/></itunes:category>"))
                .subjects())
        .extracting("name")
        .containsExactly("News", "Ports");
  }

  @Test
  void a_licence_becomes_the_usage_terms_wherever_it_stands() {
    String licence = "https://licence.example/by/4.0";
    assertThat(
            List.of(
                item(
                    rss(
                        "<title>a</title><creativeCommons:license>"
                            + licence
                            + "</creativeCommons:license>")),
                item(rss("<title>a</title><cc:license rdf:resource='" + licence + "'/>")),
                item(atom("<title>a</title><link rel='license' href='" + licence + "'/>"))))
        .allSatisfy(i -> assertThat(i.lines().usageTerms()).contains(licence));
  }

  @Test
  void a_summary_beside_a_description_is_kept() {
    Item item = item(rss("<description>The quay closes.</description><summary>Quay.</summary>"));
    assertThat(item.body().value()).isEqualTo("The quay closes.");
    assertThat(item.summary().value()).isEqualTo("Quay.");
  }

  @Test
  void the_title_of_a_feed_is_plain_words() {
    assertThat(
            parse(
                    "<rss><channel><title>Port &lt;b&gt;Gazette&lt;/b&gt;&lt;script&gt;x()&lt;/script&gt;"
                        + "</title></channel></rss>")
                .feed()
                .title())
        .contains("Port Gazette");
  }

  @Test
  void an_empty_language_takes_back_the_feeds() {
    Item item =
        item(
            "<feed xmlns='http://www.w3.org/2005/Atom' xml:lang='en'><entry>"
                + "<content xml:lang=''>01 02 03</content></entry></feed>");
    assertThat(item.language()).contains("und");
  }

  @Test
  void netscapes_rdf_is_rss_0_9() {
    String rdf =
        "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='%s'>"
            + "<channel><title>Gazette</title></channel><item><title>Rain</title></item></rdf:RDF>";
    assertThat(parse(String.format(rdf, "http://my.netscape.com/rdf/simple/0.9/")).feed().format())
        .isEqualTo("rss-0.9");
    assertThat(parse(String.format(rdf, "http://purl.org/rss/1.0/")).feed().format())
        .isEqualTo("rss-1.0");
  }

  @Test
  void the_picture_of_an_episode_is_found_in_each_of_its_places() {
    for (String picture :
        List.of(
            "<itunes:image href='https://p.example/1.jpg'/>",
            "<itunes:image>https://p.example/1.jpg</itunes:image>",
            "<itunes:link rel='image' type='image/jpeg' href='https://p.example/1.jpg'/>",
            "<googleplay:image href='https://p.example/1.jpg'/>")) {
      assertThat(item(rss(picture)).media())
          .as(picture)
          .extracting("href")
          .containsExactly("https://p.example/1.jpg");
    }
  }

  @Test
  void json_items_are_read_without_a_version() {
    assertThat(item("{\"items\":[{\"id\":\"1\",\"content_text\":\"It rained.\"}]}").body().value())
        .isEqualTo("It rained.");
  }

  @Test
  void drawings_and_formulas_lose_their_prefixes() {
    Item item =
        item(
            atom(
                "<content type='xhtml' xmlns:m='http://www.w3.org/1998/Math/MathML'>"
                    + "<m:math><m:mi>a</m:mi></m:math></content>"));
    assertThat(item.body().value()).isEqualTo("<math><mi>a</mi></math>");
  }

  @ParameterizedTest
  @CsvSource({
    "It isnâ€™t raining, It isn’t raining",
    "Le CafÃ© de lâ€™OpÃ©ra, Le Café de l’Opéra",
    "ÐŸÐ¾Ñ€Ñ‚, Порт",
    // chance: one pair, or a letter that takes no part
    "AMANHÃ»,AMANHÃ»",
    "«CAFÉ» et «THÉ»,«CAFÉ» et «THÉ»",
    "Ã©t naïve,Ã©t naïve",
    "Über Äpfel,Über Äpfel"
  })
  void text_encoded_twice_is_mended_where_it_surely_is(String written, String meant) {
    assertThat(item(rss("<title>" + written + "</title>")).headline().value()).isEqualTo(meant);
  }

  @Test
  void a_charset_nobody_knows_is_a_fault_that_is_mended() {
    String xml = "<?xml version='1.0' encoding='shavian-8'?>" + rss("<title>Über</title>");
    Batch<Item> batch = parse(xml.getBytes(StandardCharsets.UTF_8));
    assertThat(batch.items().get(0).headline().value()).isEqualTo("Über");
    assertThat(batch.feed().repaired()).isTrue();
  }
}
