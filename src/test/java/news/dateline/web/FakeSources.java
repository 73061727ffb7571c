package news.dateline.web;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.dateline.app.Control.Buried;
import news.dateline.app.Control.SourceView;
import news.dateline.model.Cursor;
import news.dateline.model.Memo;
import news.dateline.model.Reason;
import news.dateline.model.Source;
import news.dateline.model.SourceState;
import news.dateline.model.SourceState.Glance;
import news.dateline.model.SourceState.Health;

/** Invented sources in every state worth looking at, and buried items. */
final class FakeSources {
  private FakeSources() {}

  static List<SourceView> all(Instant now) {
    return List.of(
        feed(
            now,
            "northern-courier",
            "The Northern Courier",
            "en",
            Health.OK,
            null,
            "",
            70,
            190,
            "every 4 min at this hour, by its own rhythm",
            0,
            "4141021401110310"),
        feed(
            now,
            "harbour-gazette",
            "Harbour Gazette",
            "en",
            Health.REPAIRED,
            Reason.MALFORMED,
            "7 unescaped ampersands mended on arrival",
            560,
            340,
            "its ttl says 15 min",
            0,
            "1002010010100010"),
        feed(
            now,
            "severny-vestnik",
            "Северный вестник",
            "ru",
            Health.OK,
            null,
            "",
            1250,
            60,
            "every 2 min at this hour, by its own rhythm",
            0,
            "2212321222123221"),
        feed(
            now,
            "al-mina",
            "الميناء اليوم",
            "ar",
            Health.QUIET,
            null,
            "",
            1800,
            900,
            "quiet after noon, as on most days",
            0,
            "0000100002001000"),
        feed(
            now,
            "kuestenblatt",
            "Küstenblatt",
            "de",
            Health.OK,
            null,
            "",
            2500,
            420,
            "every 8 min at this hour, by its own rhythm",
            0,
            "1010110010101100"),
        feed(
            now,
            "iskele",
            "İskele Postası",
            "tr",
            Health.THROTTLED,
            Reason.THROTTLED,
            "429, Retry-After: 1800",
            4700,
            1500,
            "it asked us to wait 30 min",
            2,
            "tt00100100100100"),
        feed(
            now,
            "morning-herald",
            "Morning Herald",
            "en",
            Health.BLOCKED,
            Reason.BLOCKED,
            "403 with a page that asks to prove being human",
            93_000,
            10_400,
            "slowly, every 6 h, while it refuses us",
            9,
            "bbbbbbbbb1011010"),
        feed(
            now,
            "valley-radio",
            "Valley Radio",
            "en",
            Health.FAILING,
            Reason.TIMEOUT,
            "no first byte within 10 s",
            2700,
            480,
            "back-off after 4 failures: 8 min",
            4,
            "xxxx001010010010"),
        feed(
            now,
            "weekly-farmer",
            "The Weekly Farmer",
            "en",
            Health.SILENT,
            null,
            "nothing new for 3 days; it usually brings 4 items a day",
            250_000,
            700,
            "every 15 min until it speaks again",
            0,
            "0000000000000000"),
        paused(now),
        drop(now, "afp-drop", "Agence France-Presse", "AFP", "file:wire/afp?delete=true", 240),
        drop(
            now,
            "reuters-sftp",
            "Reuters",
            "REUTERS",
            "sftp://wire@drop.example/rt?password=secret",
            3300),
        drop(
            now,
            "institute-mail",
            "Institute of Coastal Health",
            "",
            "imaps://desk@mail.example?password=secret",
            900));
  }

  private static SourceView feed(
      Instant now,
      String id,
      String name,
      String lang,
      Health health,
      Reason reason,
      String detail,
      long lastItem,
      long next,
      String why,
      int failures,
      String visits) {
    Source source =
        Source.builder(id, name)
            .feed(URI.create("https://" + id + ".example/rss/news.xml"))
            .language(lang)
            .headers(Map.of("Authorization", "Bearer never-shown"))
            .build();
    long received = 1200 + Math.abs(id.hashCode() % 4000);
    return new SourceView(
        source,
        new SourceState(
            id,
            health,
            Optional.ofNullable(reason),
            detail,
            now.minusSeconds(health == Health.OK ? 400_000 : lastItem),
            Cursor.START,
            Optional.of(now.minusSeconds(50)),
            Optional.of(now.minusSeconds(lastItem)),
            Optional.of(now.plusSeconds(next)),
            why,
            failures,
            received,
            received / 5,
            received - received / 5 - 2,
            2,
            glances(now, visits),
            "",
            Memo.NONE));
  }

  private static SourceView paused(Instant now) {
    Source source =
        Source.builder("old-lighthouse", "Old Lighthouse Review")
            .feed(URI.create("https://old-lighthouse.example/atom"))
            .paused(true)
            .build();
    return new SourceView(
        source,
        new SourceState(
            source.id(),
            Health.PAUSED,
            Optional.empty(),
            "",
            now.minusSeconds(600_000),
            Cursor.START,
            Optional.of(now.minusSeconds(600_000)),
            Optional.empty(),
            Optional.empty(),
            "paused by hand",
            0,
            312,
            300,
            12,
            0,
            glances(now.minusSeconds(600_000), "0010010010"),
            "",
            Memo.NONE));
  }

  private static SourceView drop(
      Instant now, String id, String name, String agency, String from, long lastItem) {
    Source.Builder b = Source.builder(id, name).from(from).language("en");
    Source source = agency.isEmpty() ? b.build() : b.agency(agency).build();
    return new SourceView(
        source,
        new SourceState(
            id,
            Health.OK,
            Optional.empty(),
            "",
            now.minusSeconds(500_000),
            Cursor.START,
            Optional.of(now.minusSeconds(lastItem)),
            Optional.of(now.minusSeconds(lastItem)),
            Optional.empty(),
            "delivers by itself",
            0,
            640,
            611,
            29,
            0,
            glances(now.minusSeconds(lastItem), "1111211113111121"),
            "",
            Memo.NONE));
  }

  private static List<Glance> glances(Instant now, String marks) {
    List<Glance> out = new ArrayList<>();
    for (int i = 0; i < marks.length(); i++) {
      char c = marks.charAt(i);
      Instant at = now.minusSeconds(50 + 290L * i);
      out.add(
          Character.isDigit(c)
              ? new Glance(
                  at,
                  90 + 31L * i % 400,
                  c == '0' ? 304 : 200,
                  c == '0' ? "unchanged" : "new",
                  c - '0')
              : new Glance(
                  at,
                  c == 'x' ? 10_000 : 120,
                  c == 'x' ? 0 : c == 't' ? 429 : 403,
                  c == 'x' ? "timeout" : c == 't' ? "throttled" : "blocked",
                  0));
    }
    return out;
  }

  static List<Buried> buried(Instant now) {
    return List.of(
        new Buried(
            "b-104",
            now.minus(Duration.ofMinutes(6)),
            "harbour-gazette",
            "https://harbour-gazette.example/rss/news.xml",
            Optional.of("gazette-88121"),
            "documents.parse",
            Reason.ITEM_EMPTY,
            "item 14 has neither title nor description",
            211,
            "<item>\n  <guid>gazette-88121</guid>\n  <title></title>\n  <description/>\n"
                + "  <script>alert('raw is shown, never run')</script>\n</item>\n"),
        new Buried(
            "b-103",
            now.minus(Duration.ofMinutes(48)),
            "valley-radio",
            "https://valley-radio.example/rss/news.xml",
            Optional.empty(),
            "documents.parse",
            Reason.NOT_A_FEED,
            "a page titled “We will be right back” came with status 200",
            18_204,
            "<!doctype html>\n<html>\n<head><title>We will be right back</title></head>\n<body>\n"
                + "<h1>Valley Radio is asleep</h1>\n<p>Our engineers have been woken.</p>\n"
                + "</body>\n</html>\n"),
        new Buried(
            "b-102",
            now.minus(Duration.ofHours(3)),
            "afp-drop",
            "file:wire/afp/AF-770.xml",
            Optional.of("urn:newsml:wire.example:20261124:AF-770"),
            "items.normalise",
            Reason.FIELD_TOO_LARGE,
            "headline has 70,412 characters, at most" + " 10,000",
            74_100,
            "<NewsItem>…<HeadLine>Lorem harbour lorem harbour …"),
        new Buried(
            "b-101",
            now.minus(Duration.ofHours(5)),
            "iskele",
            "https://iskele.example/rss/news.xml",
            Optional.empty(),
            "documents.parse",
            Reason.MALFORMED,
            "the document ends in the middle of an item, line 812",
            40_960,
            "<?xml version=\"1.0\" encoding=\"windows-1254\"?>\n<rss version=\"2.0\"><channel>\n"
                + "<item><title>Yarıda kalan bir"));
  }
}
