package news.dateline.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import news.dateline.model.Article;
import news.dateline.model.Batch;
import news.dateline.model.Bytes;
import news.dateline.model.Change;
import news.dateline.model.Document;
import news.dateline.model.Embargo;
import news.dateline.model.Feed;
import news.dateline.model.Imprint;
import news.dateline.model.Item;
import news.dateline.model.Lines;
import news.dateline.model.Markup;
import news.dateline.model.Media;
import news.dateline.model.Person;
import news.dateline.model.PubStatus;
import news.dateline.model.Reason;
import news.dateline.model.Source;
import news.dateline.model.Subject;
import news.dateline.model.Verdict;
import news.dateline.model.Visit;
import org.junit.jupiter.api.Test;

class NormaliserTest {
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

  private Markup headline = Markup.guess("Rain falls");
  private Markup summary = Markup.EMPTY;
  private Markup body = Markup.guess("It rained.");
  private Item.Dates dates = Item.Dates.NONE;
  private PubStatus status = PubStatus.USABLE;
  private Optional<String> language = Optional.empty();
  private List<Person> people = List.of();
  private List<Subject> subjects = List.of();
  private List<Media> media = List.of();

  @Test
  void a_body_becomes_text_and_safe_html() {
    body =
        Markup.html(
            "<p onclick=x()>One&nbsp;two.</p><script>bad()</script><p>Three <a href='/a'>four</a>"
                + "<a href='javascript:x'>five</a></p>");
    Article.Content content = article().content();

    assertThat(content.text()).isEqualTo("One two.\n\nThree fourfive");
    assertThat(content.html())
        .isEqualTo(
            "<p>One\u00a0two.</p><p>Three <a href=\"https://w.example/a\" rel=\"nofollow"
                + " noopener\">four</a>five</p>");
  }

  @Test
  void a_body_of_pictures_alone_keeps_its_html() {
    body = Markup.guess("<img src='/quay.jpg' alt='The quay'>");

    assertThat(article().content().text()).isEmpty();
    assertThat(article().content().html())
        .isEqualTo("<img src=\"https://w.example/quay.jpg\" alt=\"The quay\">");
  }

  @Test
  void a_summary_without_a_body_is_the_body() {
    body = Markup.EMPTY;
    summary = Markup.guess("Short &amp; sweet.");

    assertThat(article().content().text()).isEqualTo("Short & sweet.");
    assertThat(article().content().summary()).isEmpty();
  }

  @Test
  void a_summary_that_repeats_the_beginning_is_left_out_and_another_one_kept() {
    body = Markup.guess("<p>It rained all day.</p><p>Then it stopped.</p>");
    summary = Markup.guess("It rained all day. Then it...");
    assertThat(article().content().summary()).isEmpty();
    summary = Markup.guess("Weather.");
    assertThat(article().content().summary()).isEqualTo("Weather.");
  }

  @Test
  void a_headline_is_one_plain_line() {
    headline = Markup.guess(" Rain\n <b>falls</b> &#8212; again ");
    assertThat(article().content().headline()).isEqualTo("Rain falls \u2014 again");
  }

  @Test
  void an_alert_without_headline_takes_its_first_sentence() {
    headline = Markup.EMPTY;
    body = Markup.guess("The river rose above its banks on Tuesday. People left their homes.");
    assertThat(article().content().headline())
        .isEqualTo("The river rose above its banks on Tuesday");
  }

  @Test
  void an_item_without_words_is_an_article_all_the_same() {
    headline = Markup.EMPTY;
    body = Markup.guess("<p> </p>");
    assertThat(batch().items()).hasSize(1);
    assertThat(batch().rejections()).isEmpty();
  }

  @Test
  void a_body_beyond_the_limit_is_rejected() {
    body = Markup.text("x".repeat(5_000_001));
    assertThat(batch().rejections())
        .singleElement()
        .satisfies(r -> assertThat(r.reason()).isEqualTo(Reason.FIELD_TOO_LARGE));
  }

  @Test
  void a_date_in_the_future_is_not_the_date_of_the_version() {
    dates = dates("2031-01-01T00:00:00Z", null);
    Article.Times times = article().times();
    assertThat(times.versionCreated()).isEqualTo(NOW);
    dates = dates("2026-11-23T10:00:00Z", null);
    times = article().times();
    assertThat(times.versionCreated()).isEqualTo(Instant.parse("2026-11-23T10:00:00Z"));
    assertThat(times.firstCreated()).contains(Instant.parse("2026-11-23T10:00:00Z"));
  }

  @Test
  void an_embargo_holds_until_its_time_or_for_good_when_nobody_can_read_it() {
    dates = dates(null, "2026-11-25T06:00:00Z");
    assertThat(article().status().embargo())
        .isEqualTo(new Embargo.Until(Instant.parse("2026-11-25T06:00:00Z")));
    dates = dates(null, "");
    assertThat(article().status().embargo()).isEqualTo(Embargo.HOLD);
    dates = dates(null, "after the speech");
    assertThat(article().status().embargo()).isEqualTo(Embargo.HOLD);
    dates = dates(null, "2026-11-24T06:00:00Z");
    assertThat(article().status().embargo()).isEqualTo(Embargo.NONE);
  }

  @Test
  void language_is_the_items_else_the_feeds_else_the_sources() {
    language = Optional.of("en_us");
    assertThat(article().language()).contains("en-US");
    language = Optional.of("english please");
    assertThat(article().language()).contains("fr");
  }

  @Test
  void people_subjects_and_media_are_cleaned() {
    people =
        List.of(
            Person.author("jane@w.example (Jane  Doe)"),
            Person.author("Jane Doe"),
            Person.author("John Roe <john@w.example>"));
    subjects = List.of(Subject.named(" War "), Subject.named("War"), Subject.named(" "));
    media =
        List.of(
            Media.of("/p.jpg", Optional.empty()),
            Media.of("https://w.example/p.jpg", Optional.of("image/jpeg")),
            Media.of("data:image/png;base64,x", Optional.empty()));
    Article article = article();

    assertThat(article.people()).extracting(Person::name).containsExactly("Jane Doe", "John Roe");
    assertThat(article.people().get(0).email()).contains("jane@w.example");
    assertThat(article.subjects()).containsExactly(Subject.named("War"));
    assertThat(article.media())
        .containsExactly(Media.of("https://w.example/p.jpg", Optional.of("image/jpeg")));
  }

  @Test
  void the_link_is_canonical_and_the_guid_is_kept_beside_it() {
    Article article = article();
    assertThat(article.link()).contains(URI.create("https://w.example/a?id=1"));
    assertThat(article.altIds()).extracting("role").containsExactly("guid", "link");
  }

  private Article article() {
    Batch<Article> batch = batch();
    assertThat(batch.rejections()).isEmpty();
    return batch.items().get(0);
  }

  private Batch<Article> batch() {
    Item item =
        new Item(
            new Item.Identity(
                Optional.of("g1"),
                false,
                Optional.of("https://w.example/a?utm_source=rss&id=1#x"),
                Optional.empty(),
                List.of()),
            Optional.empty(),
            language,
            headline,
            summary,
            body,
            dates,
            new Item.Editorial(status, OptionalInt.empty(), false, Optional.empty()),
            people,
            Lines.NONE,
            subjects,
            media,
            () -> Bytes.EMPTY);
    Source source =
        Source.ofFeed("w", "The Wire", URI.create("https://w.example/feed")).toBuilder()
            .language("fr")
            .build();
    Document document =
        new Document(
            source,
            "https://w.example/feed",
            Bytes.EMPTY,
            Optional.empty(),
            Visit.delivery(NOW, 0));
    Verdict verdict = new Verdict(item, "tag:w.example,2026:g1", "1", Change.NEW, Imprint.of(""));
    return new Normaliser(InstantSource.fixed(NOW), new Boilerplate())
        .normalise(Batch.of(document, Feed.of("rss-2.0"), List.of(verdict)));
  }

  private static Item.Dates dates(String published, String embargo) {
    return new Item.Dates(
        Optional.ofNullable(published),
        Optional.empty(),
        Optional.empty(),
        Optional.ofNullable(embargo),
        Optional.empty());
  }
}
