package news.dateline.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import news.dateline.model.Article;
import news.dateline.model.Attribution;
import news.dateline.model.Bytes;
import news.dateline.model.Change;
import news.dateline.model.Embargo;
import news.dateline.model.Imprint;
import news.dateline.model.Lines;
import news.dateline.model.Outgoing;
import news.dateline.model.PubStatus;
import news.dateline.model.Settlement;
import news.dateline.model.Source;
import news.dateline.model.SourceState;
import news.dateline.model.Wire;

/** Articles, rows and settlements with only what the store looks at. */
final class Make {
  static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

  private Make() {}

  static Article article(Source source, String uri, int version, String fingerprint) {
    return new Article(
        uri,
        "" + version,
        source,
        "rss-2.0",
        NOON,
        version == 1
            ? Change.NEW
            : new Change(Change.Kind.UPDATE, Optional.of("" + (version - 1)), List.of("body")),
        Imprint.of(fingerprint),
        Optional.empty(),
        new Article.Times(Optional.empty(), NOON, Optional.empty(), Optional.empty()),
        new Article.Status(PubStatus.USABLE, OptionalInt.empty(), Embargo.NONE),
        Optional.empty(),
        new Article.Content("Headline", "Text", "", ""),
        List.of(),
        Lines.NONE,
        List.of(),
        Optional.empty(),
        List.of(),
        List.of(),
        Wire.NONE,
        Attribution.NONE,
        List.of());
  }

  /** The same article with a page. */
  static Article at(Article a, Imprint.Place place) {
    return as(a, new Imprint(a.imprint().fingerprint(), List.of(place)), a.attribution());
  }

  private static Article as(Article a, Imprint imprint, Attribution attribution) {
    return new Article(
        a.uri(),
        a.version(),
        a.source(),
        a.format(),
        a.received(),
        a.change(),
        imprint,
        a.link(),
        a.times(),
        a.status(),
        a.language(),
        a.content(),
        a.people(),
        a.lines(),
        a.subjects(),
        a.genre(),
        a.media(),
        a.altIds(),
        a.wire(),
        attribution,
        a.removed());
  }

  /** The same article with the prints of its paragraphs. */
  static Article printed(Article a, long... prints) {
    List<Long> all = new ArrayList<>();
    for (long print : prints) {
      all.add(print);
    }
    return as(a, a.imprint().with(all), a.attribution());
  }

  /** The same article in which these people speak. */
  static Article spoken(Article a, String... names) {
    List<Attribution.Quote> quotes = new ArrayList<>();
    for (String name : names) {
      quotes.add(
          new Attribution.Quote(
              Attribution.Quote.QuoteKind.DIRECT,
              "Yes",
              0,
              3,
              List.of(),
              Optional.of(
                  new Attribution.Speaker(
                      name, name, 4, 9, Attribution.Speaker.SpeakerKind.PERSON)),
              Optional.empty(),
              List.of(),
              Optional.empty(),
              new Attribution.Proof("cue-after", 1)));
    }
    Attribution said =
        new Attribution(Optional.empty(), List.of(), List.of(), quotes, Optional.empty());
    return as(a, a.imprint(), said);
  }

  static Source source(String id) {
    return Source.builder(id, "The " + id).from("file:drop/" + id).build();
  }

  static Article article(String uri, int version) {
    return article(source("desk"), uri, version, uri + " as of " + version);
  }

  static Outgoing row(Article article) {
    return row(article.uri(), article.version(), "{\"uri\":\"" + article.uri() + "\"}");
  }

  static Outgoing row(String uri, String version, String body) {
    return new Outgoing(
        Outgoing.ARTICLES,
        uri,
        version,
        Bytes.utf8(body),
        "application/json",
        Map.of("uri", uri, "urgency", 3, "contentCreated", 1_700_000_000_000L),
        6,
        Optional.empty(),
        false,
        false);
  }

  static Outgoing until(Outgoing row, Instant release) {
    return new Outgoing(
        row.address(),
        row.key(),
        row.version(),
        row.body(),
        row.contentType(),
        row.properties(),
        row.priority(),
        Optional.of(release),
        false,
        false);
  }

  static Outgoing held(Outgoing row) {
    return new Outgoing(
        row.address(),
        row.key(),
        row.version(),
        row.body(),
        row.contentType(),
        row.properties(),
        row.priority(),
        Optional.empty(),
        true,
        false);
  }

  static Outgoing kill(Outgoing row) {
    return new Outgoing(
        row.address(),
        row.key(),
        row.version(),
        row.body(),
        row.contentType(),
        row.properties(),
        9,
        Optional.empty(),
        false,
        true);
  }

  static Outgoing other(String address, String key, byte[] body) {
    return new Outgoing(
        address,
        key,
        "",
        Bytes.wrap(body),
        "application/octet-stream",
        Map.of(),
        4,
        Optional.empty(),
        false,
        false);
  }

  static SourceState state(String source) {
    return SourceState.unseen(source, NOON);
  }

  /** Articles of one document, each with its row. */
  static Settlement settlement(Article... articles) {
    return new Settlement(
        state("desk"), Arrays.asList(articles), Arrays.stream(articles).map(Make::row).toList());
  }

  /** One version of one article, leaving as the row says. */
  static Settlement settlement(Article article, Outgoing row) {
    return new Settlement(state("desk"), List.of(article), List.of(row));
  }

  static Settlement rows(Outgoing... rows) {
    return new Settlement(state("desk"), List.of(), Arrays.asList(rows));
  }

  static List<Article> many(String prefix, int count) {
    List<Article> articles = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      articles.add(article(prefix + i, 1));
    }
    return articles;
  }

  static Settlement settlement(List<Article> articles) {
    return settlement(articles.toArray(new Article[0]));
  }
}
