package news.dateline.publish;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import news.dateline.model.AltId;
import news.dateline.model.Article;
import news.dateline.model.Attribution;
import news.dateline.model.Change;
import news.dateline.model.Embargo;
import news.dateline.model.Imprint;
import news.dateline.model.Lines;
import news.dateline.model.Media;
import news.dateline.model.Person;
import news.dateline.model.PubStatus;
import news.dateline.model.Removed;
import news.dateline.model.Source;
import news.dateline.model.Subject;
import news.dateline.model.Wire;

/** Articles for the tests of this room. */
final class Articles {
  static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
  static final Source SOURCE =
      Source.builder("harbour-post", "The Harbour Post")
          .feed(URI.create("https://harbour.example/rss"))
          .deskTags(List.of("ports"))
          .build();

  private Articles() {}

  /** Nothing but what every article has. */
  static Article bare() {
    return article(
        new Article.Status(PubStatus.USABLE, OptionalInt.empty(), Embargo.NONE),
        Change.NEW,
        new Article.Content("", "Rain fell.", "", ""));
  }

  static Article article(Article.Status status, Change change, Article.Content content) {
    return new Article(
        "urn:dateline:harbour-post:1",
        "1",
        SOURCE,
        "rss-2.0",
        NOON,
        change,
        Imprint.of("f"),
        Optional.empty(),
        new Article.Times(Optional.empty(), NOON, Optional.empty(), Optional.empty()),
        status,
        Optional.empty(),
        content,
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

  /** Everything an article can have, with text that hurts careless writers. */
  static Article full() {
    String text = "OSLO, Nov 24 (AFP) - \"Ships \uD83D\uDEA2 wait,\" Kari Nord told TASS.\n\nEnd.";
    return new Article(
        "https://harbour.example/story?id=7",
        "2",
        SOURCE.toBuilder().agency("AFP").build(),
        "newsml-1.2",
        NOON,
        new Change(Change.Kind.CORRECTION, Optional.of("1"), List.of("headline", "body")),
        Imprint.of("f"),
        Optional.of(URI.create("https://harbour.example/story/7")),
        new Article.Times(
            Optional.of(NOON.minusSeconds(60)),
            NOON,
            Optional.of(NOON.minusSeconds(90)),
            Optional.of(NOON.plusSeconds(9000))),
        new Article.Status(PubStatus.USABLE, OptionalInt.of(2), new Embargo.Until(NOON)),
        Optional.of("en-GB"),
        new Article.Content(
            "Ships \"wait\" \\ in\tOslo", text, "<p>Ships</p>", "Summary \u0001 of it"),
        List.of(Person.author("Jane Roe"), Person.author("Max Doe")),
        new Lines(
            Optional.empty(),
            Optional.of("AFP"),
            Optional.empty(),
            Optional.of("ships-oslo"),
            Optional.empty(),
            Optional.of("The Harbour Post"),
            Optional.of("(c) The Harbour Post"),
            Optional.of("No archive"),
            Optional.of("EDITORS: call the desk")),
        List.of(
            Subject.named("Shipping"),
            new Subject("Economy", Optional.of("medtop:04000000"), Optional.empty()),
            new Subject("Local", Optional.of("L 1"), Optional.of("desk"))),
        Optional.of("Analysis"),
        List.of(
            new Media(
                "https://harbour.example/a b/sch\u00f6n.jpg",
                Optional.of("image/jpeg"),
                OptionalLong.of(1234),
                OptionalInt.of(640),
                OptionalInt.of(480),
                OptionalInt.empty(),
                Optional.of("Quay"),
                Optional.of("A ship at the quay"),
                Optional.of("AFP/M. Doe")),
            Media.of("http://:broken/", Optional.of("image/png"))),
        List.of(new AltId("guid", "7")),
        Wire.NONE,
        attribution(),
        List.of(new Removed("Support us!", "appeal")));
  }

  private static Attribution attribution() {
    Attribution.Evidence evidence = new Attribution.Evidence("body", "(AFP)", 13, 18, "dateline");
    return new Attribution(
        Optional.of(
            new Attribution.Dateline(
                "OSLO, Nov 24 (AFP) -",
                Optional.of("OSLO"),
                Optional.of(LocalDate.of(2026, 11, 24)),
                Optional.of("AFP"),
                "body",
                0,
                20,
                new Attribution.Proof("dateline", 0.99))),
        List.of(
            new Attribution.Byline(
                "Jane Roe",
                "author",
                Optional.of("AFP"),
                "Jane Roe",
                "byline",
                0,
                8,
                new Attribution.Proof("byline", 0.95))),
        List.of(
            new Attribution.Agency(
                "AFP", "Agence France-Presse", Attribution.Role.ORIGIN, 0.98, List.of(evidence)),
            new Attribution.Agency("TASS", "TASS", Attribution.Role.CITED, 0.9, List.of(evidence)),
            new Attribution.Agency(
                "DPA", "dpa", Attribution.Role.MENTIONED, 0.5, List.of(evidence))),
        List.of(
            new Attribution.Quote(
                Attribution.Quote.QuoteKind.DIRECT,
                "Ships \uD83D\uDEA2 wait,",
                22,
                35,
                List.of(new Attribution.Span(22, 35)),
                Optional.of(
                    new Attribution.Speaker(
                        "Kari Nord", "Kari Nord", 37, 46, Attribution.Speaker.SpeakerKind.PERSON)),
                Optional.of(new Attribution.Cue("told", 47, 51)),
                List.of("TASS"),
                Optional.of(new Attribution.Span(22, 35)),
                new Attribution.Proof("cue-then-speaker", 0.96))),
        Optional.of(
            new Attribution.Signoff(
                "kn/jr", "body-removed", 0, 5, new Attribution.Proof("sign-off", 0.96))));
  }
}
