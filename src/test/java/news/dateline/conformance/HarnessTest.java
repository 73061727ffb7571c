package news.dateline.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import news.dateline.app.ReadingPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The harness can tell right from wrong, on a small corpus of our own words. */
class HarnessTest {
  private static final String NOT_BOZO = "{\"op\":\"truthy\",\"path\":[\"bozo\"],\"neg\":true}";

  @TempDir private Path corpus;

  private void put(String path, String text) throws IOException {
    Path file = corpus.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static String expect(String file, String category, String headers, String... asserts) {
    return "{\"path\":\"feedparser/"
        + file
        + "\",\"category\":\""
        + category
        + "\",\"headers\":{"
        + headers
        + "},\"expect\":\"\",\"asserts\":["
        + String.join(",", asserts)
        + "]}\n";
  }

  private static String eq(String path, String value) {
    return "{\"op\":\"eq\",\"path\":[" + path + "],\"value\":\"" + value + "\",\"neg\":false}";
  }

  private List<Case> run(Lane lane) throws IOException {
    try (ReadingPath reader = new ReadingPath()) {
      return lane.run(Conformance.folder(corpus, lane), reader);
    }
  }

  @Test
  void an_expectation_holds_or_not_or_is_not_about_articles() throws IOException {
    put(
        "feedparser/a.xml",
        "<rss version='2.0'><channel><copyright>Ours</copyright><item><title>Rain &amp; wind</title>"
            + "<link>/1</link></item></channel></rss>");
    put(
        "feedparser/expectations.jsonl",
        expect("a.xml", "right", "", NOT_BOZO, eq("\"entries\",0,\"title\"", "Rain &amp; wind"))
            + expect("a.xml", "wrong", "", NOT_BOZO, eq("\"entries\",0,\"title\"", "Rain"))
            + expect("a.xml", "not ours", "", NOT_BOZO, eq("\"feed\",\"copyright\"", "Ours"))
            + expect(
                "a.xml",
                "in part",
                "",
                eq("\"entries\",0,\"title\"", "Rain &amp; wind"),
                eq("\"feed\",\"copyright\"", "Ours"))
            + expect("a.xml", "bozo", "", "{\"op\":\"truthy\",\"path\":[\"bozo\"],\"neg\":false}")
            + expect(
                "a.xml",
                "served",
                "\"Content-type\":\"text/xml\"",
                eq("\"entries\",0,\"link\"", "http://127.0.0.1:8097/1"))
            + expect("gone.xml", "no such file", "", NOT_BOZO));

    assertThat(
            run(new FeedparserLane()).stream()
                .collect(Collectors.toMap(Case::category, c -> c.verdict().name())))
        .containsOnly(
            java.util.Map.entry("right", "PASS"),
            java.util.Map.entry("wrong", "MISS"),
            java.util.Map.entry("not ours", "UNMAPPABLE"),
            java.util.Map.entry("in part", "UNMAPPABLE"),
            java.util.Map.entry("bozo", "MISS"),
            java.util.Map.entry("served", "PASS"));
  }

  @Test
  void a_reader_that_emits_nothing_is_not_safe() throws IOException {
    put(
        "feedparser/s.xml",
        "<rss><channel><item><description>x</description></item></channel></rss>");
    put(
        "feedparser/expectations.jsonl",
        expect("s.xml", "sanitising", "", eq("\"entries\",0,\"description\"", "harmless")));
    assertThat(run(new FeedparserLane()))
        .singleElement()
        .matches(c -> c.verdict() == Case.Verdict.MISS);
  }

  @Test
  void an_article_shows_no_language_when_its_text_denies_the_feeds() throws IOException {
    String feed =
        "<feed xmlns='http://www.w3.org/2005/Atom' xml:lang='en'><entry><title>Rain</title>"
            + "<content xml:lang='%s'>01 02 03</content></entry></feed>";
    try (ReadingPath reader = new ReadingPath()) {
      for (String language : List.of("", "fr")) {
        byte[] bytes =
            String.format(feed, language).getBytes(java.nio.charset.StandardCharsets.UTF_8);
        assertThat(
                reader.read(bytes, "feed.xml", b -> b).articles().get(0).orElseThrow().language())
            .isEqualTo(
                language.isEmpty() ? java.util.Optional.empty() : java.util.Optional.of("fr"));
      }
    }
  }

  @Test
  void goldens_are_judged_value_by_value() throws IOException {
    put(
        "gofeed/x/a.xml",
        "<rss version='2.0'><channel><item><title>Rain</title></item></channel></rss>");
    put(
        "gofeed/x/a.json",
        "{\"items\":[{\"title\":\"Rain\",\"guid\":\"7\"}],\"feedType\":\"rss\"}");
    put("gofeed/x/b.xml", "<rss version='2.0'><channel><ttl>5</ttl></channel></rss>");
    put("gofeed/x/b.json", "{\"ttl\":\"5\",\"version\":\"2.0\"}");
    List<Case> cases = run(new GoldenLane("gofeed"));
    assertThat(cases).extracting(c -> c.verdict().name()).containsExactly("MISS", "UNMAPPABLE");
    assertThat(cases.get(0).faults()).containsExactly("items.0.guid = \"7\"");
  }

  @Test
  void dates_are_right_refused_or_wrong() throws IOException {
    put(
        "dates.tsv",
        "source\tinput\texpected_utc\nours\t2026-11-24T10:00:00Z\t2026-11-24T10:00:00Z\n"
            + "ours\t2026-11-24T10:00:00Z\t2026-11-24T11:00:00Z\nours\tnonsense\tNULL\n"
            + "ours\t2026-11-24\tNULL\nours\t10:05:05 24 Nov 2026\t2026-11-24T10:00:00Z\n");
    assertThat(run(new DatesLane()))
        .extracting(c -> c.verdict().name())
        .containsExactly("PASS", "MISS", "PASS", "MISS", "UNMAPPABLE");
  }

  @Test
  void a_capture_has_all_its_items_or_not() throws IOException {
    String rss = "<rss><channel><item><title>a</title></item><item></item></channel></rss>";
    put("c/a.xml", rss);
    put("MANIFEST.tsv", "path\tkind\titems\nc/a.xml\trss\t2\nc/a.xml\trss\t3\nc/a.xml\topml\t9\n");
    CapturesLane lane = new CapturesLane();
    assertThat(run(lane)).extracting(c -> c.verdict().name()).containsExactly("PASS", "MISS");
    assertThat(lane.refused()).startsWith("2 items refused as empty");
  }

  @Test
  void a_corpus_may_lack_any_part() throws IOException {
    for (Lane lane :
        List.of(
            new FeedparserLane(), new GoldenLane("gofeed"), new DatesLane(), new CapturesLane())) {
      assertThat(run(lane)).isEmpty();
    }
  }
}
