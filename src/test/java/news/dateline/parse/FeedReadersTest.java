package news.dateline.parse;

import static news.dateline.parse.Documents.atom;
import static news.dateline.parse.Documents.item;
import static news.dateline.parse.Documents.parse;
import static news.dateline.parse.Documents.rss;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import news.dateline.model.Feed;
import news.dateline.model.Item;
import news.dateline.model.Markup;
import news.dateline.model.Media;
import news.dateline.model.Person;
import news.dateline.model.Schedule;
import news.dateline.model.WebLinks;
import org.junit.jupiter.api.Test;

class FeedReadersTest {
  @Test
  void an_rss_item_has_what_it_says() {
    Item item =
        item(
            rss(
                "<title>Rain falls</title><link>https://g.example/1</link>"
                    + "<guid isPermaLink='false'>id-1</guid><pubDate>Tue, 24 Nov 2026 10:00:00 GMT</pubDate>"
                    + "<description>Short.</description><content:encoded><![CDATA[<p>Long.</p>]]></content:encoded>"
                    + "<category domain='d'>Weather</category><author>ann@g.example (Ann Poe)</author>"));
    assertThat(item.headline()).isEqualTo(Markup.guess("Rain falls"));
    assertThat(item.identity().link()).contains("https://g.example/1");
    assertThat(item.identity().guid()).contains("id-1");
    assertThat(item.identity().permalink()).isFalse();
    assertThat(item.dates().published()).contains("Tue, 24 Nov 2026 10:00:00 GMT");
    assertThat(item.summary().value()).isEqualTo("Short.");
    assertThat(item.body()).isEqualTo(Markup.html("<p>Long.</p>"));
    assertThat(item.subjects()).extracting("name").containsExactly("Weather");
    assertThat(item.people())
        .containsExactly(
            new Person("Ann Poe", "author", Optional.of("ann@g.example"), Optional.empty()));
  }

  @Test
  void the_only_text_is_the_body() {
    Item item = item(rss("<description>All there is.</description>"));
    assertThat(item.body().value()).isEqualTo("All there is.");
    assertThat(item.summary().isBlank()).isTrue();
  }

  @Test
  void a_permalink_guid_stands_in_for_a_missing_link() {
    assertThat(item(rss("<guid>https://g.example/2</guid>")).identity().link())
        .contains("https://g.example/2");
  }

  @Test
  void the_original_link_wins_over_the_redirector() {
    assertThat(
            item(rss(
                    "<link>https://redirect.example/x</link>"
                        + "<feedburner:origLink>https://g.example/3</feedburner:origLink>"))
                .identity()
                .link())
        .contains("https://g.example/3");
  }

  @Test
  void the_feed_tells_its_manners() {
    Feed feed =
        parse(
                "<rss version='0.92' xmlns:atom='http://www.w3.org/2005/Atom'><channel><title>G</title>"
                    + "<language>en-gb</language><ttl>30</ttl><skipHours><hour>24</hour><hour>3</hour><hour>x</hour></skipHours>"
                    + "<skipDays><day>Sunday</day></skipDays>"
                    + "<atom:link rel='hub' href='https://hub.example/'/>"
                    + "<atom:link rel='self' href='https://g.example/feed'/></channel></rss>")
            .feed();
    assertThat(feed)
        .isEqualTo(
            new Feed(
                "rss-0.92",
                Optional.of("G"),
                Optional.of("en-gb"),
                new Schedule(
                    Optional.of(Duration.ofMinutes(30)), Set.of(0, 3), Set.of(DayOfWeek.SUNDAY)),
                new WebLinks(
                    List.of(
                        new WebLinks.Link("hub", URI.create("https://hub.example/")),
                        new WebLinks.Link("self", URI.create("https://g.example/feed")))),
                false));
  }

  @Test
  void the_syndication_module_asks_for_a_wait() {
    assertThat(
            parse(
                    "<rss version='2.0' xmlns:sy='http://purl.org/rss/1.0/modules/syndication/'><channel>"
                        + "<sy:updatePeriod> hourly </sy:updatePeriod><sy:updateFrequency>2</sy:updateFrequency>"
                        + "</channel></rss>")
                .feed()
                .schedule()
                .ttl())
        .contains(Duration.ofMinutes(30));
  }

  @Test
  void rdf_items_stand_beside_the_channel() {
    String rdf =
        "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/'"
            + " xmlns:dc='http://purl.org/dc/elements/1.1/'><channel><title>G</title></channel>"
            + "<item rdf:about='https://g.example/4'><title>Snow</title><dc:date>2026-11-24</dc:date></item></rdf:RDF>";
    assertThat(parse(rdf).feed().format()).isEqualTo("rss-1.0");
    Item item = item(rdf);
    assertThat(item.identity().link()).contains("https://g.example/4");
    assertThat(item.dates().published()).contains("2026-11-24");
  }

  @Test
  void an_atom_entry_has_what_it_says() {
    Item item =
        item(
            atom(
                "<id>urn:1</id><title type='html'>&lt;b&gt;Rain&lt;/b&gt;</title>"
                    + "<link rel='self' href='https://g.example/self'/><link href='https://g.example/5'/>"
                    + "<published>2026-11-24T10:00:00Z</published><updated>2026-11-24T11:00:00Z</updated>"
                    + "<summary>Short.</summary>"
                    + "<content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'><p>A &amp; b<br/></p></div></content>"
                    + "<author><name>Ann Poe</name><uri>https://ann.example/</uri></author>"
                    + "<category term='w' label='Weather'/>"));
    assertThat(item.headline()).isEqualTo(Markup.html("<b>Rain</b>"));
    assertThat(item.identity().link()).contains("https://g.example/5");
    assertThat(item.dates().updated()).contains("2026-11-24T11:00:00Z");
    assertThat(item.summary()).isEqualTo(Markup.text("Short."));
    assertThat(item.body()).isEqualTo(Markup.html("<p>A &amp; b<br></p>"));
    assertThat(item.people().get(0).uri()).contains("https://ann.example/");
    assertThat(item.subjects().get(0).name()).isEqualTo("Weather");
  }

  @Test
  void atom_text_is_not_markup() {
    assertThat(item(atom("<title>2 &lt; 3</title>")).headline()).isEqualTo(Markup.text("2 < 3"));
  }

  @Test
  void an_entry_inherits_the_author_of_its_feed() {
    String xml =
        "<feed xmlns='http://www.w3.org/2005/Atom'><author><name>The Desk</name></author>"
            + "<entry><title>Rain</title></entry></feed>";
    assertThat(item(xml).people()).containsExactly(Person.author("The Desk"));
  }

  @Test
  void bases_add_up_from_the_outside_in() {
    String xml =
        "<feed xmlns='http://www.w3.org/2005/Atom' xml:base='https://g.example/a/'>"
            + "<entry xml:base='b/'><link href='6'/><content xml:base='c/' type='html'>x</content></entry></feed>";
    Item item = item(xml);
    assertThat(item.identity().link()).contains("https://g.example/a/b/6");
    assertThat(item.base()).contains(URI.create("https://g.example/a/b/c/"));
  }

  @Test
  void media_inherit_what_their_item_says() {
    Item item =
        item(
            rss(
                "<media:group><media:content url='https://g.example/1.jpg' type='image/jpeg' width='640'/>"
                    + "</media:group><media:credit>Reuters/Ann Poe</media:credit>"));
    Media media = item.media().get(0);
    assertThat(media.width()).hasValue(640);
    assertThat(media.credit()).contains("Reuters/Ann Poe");
  }

  @Test
  void a_json_feed_is_read() {
    Item item =
        item(
            "{\"version\":\"https://jsonfeed.org/version/1\",\"title\":\"G\",\"items\":[{\"id\":7,"
                + "\"url\":\"https://g.example/7\",\"title\":\"Rain\",\"content_html\":\"<p>Wet.</p>\","
                + "\"summary\":\"W\",\"author\":{\"name\":\"Ann Poe\"},\"tags\":[\"weather\"],"
                + "\"attachments\":[{\"url\":\"https://g.example/7.mp3\",\"mime_type\":\"audio/mpeg\"}]}]}");
    assertThat(item.identity().guid()).contains("7");
    assertThat(item.body()).isEqualTo(Markup.html("<p>Wet.</p>"));
    assertThat(item.people()).containsExactly(Person.author("Ann Poe"));
    assertThat(item.media()).hasSize(1);
  }

  @Test
  void a_news_sitemap_is_read() {
    String xml =
        "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'"
            + " xmlns:n='http://www.google.com/schemas/sitemap-news/0.9'><url><loc>https://g.example/8</loc>"
            + "<n:news><n:publication><n:name>G</n:name><n:language>en</n:language></n:publication>"
            + "<n:publication_date>2026-11-24</n:publication_date><n:title>Rain</n:title></n:news></url></urlset>";
    Item item = item(xml);
    assertThat(item.headline().value()).isEqualTo("Rain");
    assertThat(item.language()).contains("en");
    assertThat(item.dates().published()).contains("2026-11-24");
  }

  @Test
  void authors_are_written_in_many_ways() {
    Person whole = new Person("Ann Poe", "author", Optional.of("ann@g.example"), Optional.empty());
    for (String form :
        new String[] {
          "ann@g.example (Ann Poe)",
          "Ann Poe <ann@g.example>",
          "Ann Poe (ann@g.example)",
          "ann@g.example, Ann Poe",
          "\"Ann Poe\" <ann@g.example>"
        }) {
      assertThat(AuthorForms.read(form, "author")).as(form).contains(whole);
    }
    assertThat(AuthorForms.read(" Ann \n Poe ", "author")).contains(Person.author("Ann Poe"));
    assertThat(AuthorForms.read("ann@g.example", "author").map(Person::name)).contains("");
  }
}
