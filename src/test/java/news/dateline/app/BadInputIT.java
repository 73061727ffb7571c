package news.dateline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import news.dateline.config.Problems;
import news.dateline.model.Reason;
import news.dateline.model.SourceState;
import news.dateline.testing.FeedServer;
import news.dateline.testing.Feeds;
import news.dateline.testing.TestHome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever comes, the real application buries it, says why and goes on with the others. */
class BadInputIT {
  private static final String HEAD = "<rss version=\"2.0\"><channel><title>Quay</title>";
  private static final String BROKEN =
      "{\"version\": \"https://jsonfeed.org/version/1.1\", \"items\": [{]";
  private static final String PAGE =
      "<!DOCTYPE html><html><head><title>Sign in</title></head><body><p>Please sign in.</p></body></html>";
  private static final String WORDS =
      "{\"note\": \"The quay is closed until further notice, the harbour master said.\"}";
  private static final String LEDGER = "<ledger><row n=\"1\">Ropes, 40 crowns</row></ledger>";

  @TempDir Path folder;

  private FeedServer server;
  private TestHome files;
  private Application app;

  @BeforeEach
  void start() throws Exception {
    server = new FeedServer();
    files = new TestHome(folder);
    server.put("/good", Feeds.rss("good", 0, 30, 3, 0));
    files.feed("good", server.url("/good"), "1h");
    Problems problems = new Problems();
    Home home = Home.of(Path.of("."), files.config().toString(), files.data().toString());
    Settings settings =
        SettingsReader.read(
            home,
            Map.of(),
            Map.of(
                "dateline.http.port", "0",
                "dateline.broker.port", "0",
                "dateline.fetch.max-body", "1MB",
                "dateline.fetch.total-timeout", "5s"),
            problems);
    assertThat(problems.list()).isEmpty();
    app = new Application(home, settings, Clock.systemUTC());
    app.start();
  }

  @AfterEach
  void stop() {
    app.close();
    server.close();
  }

  @Test
  void what_cannot_be_read_is_buried_once_and_its_neighbours_publish_everything() {
    server.put("/broken", BROKEN.getBytes(StandardCharsets.UTF_8));
    server.put("/page", PAGE.getBytes(StandardCharsets.UTF_8));
    server.put("/unknown", LEDGER.getBytes(StandardCharsets.UTF_8));
    server.put(
        "/bomb",
        "gzip",
        out -> {
          try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            endless(gzip);
          }
        });
    server.put("/endless", "", BadInputIT::endless);
    server.put(
        "/dripping",
        "",
        out -> {
          for (int i = 0; i < 200; i++) {
            out.write(' ');
            out.flush();
            Thread.sleep(100);
          }
        });
    Map<String, Reason> expected =
        Map.of(
            "broken", Reason.MALFORMED,
            "page", Reason.NOT_A_FEED,
            "unknown", Reason.UNKNOWN_FORMAT,
            "bomb", Reason.BODY_TOO_LARGE,
            "endless", Reason.BODY_TOO_LARGE,
            "dripping", Reason.TIMEOUT);
    expected.keySet().forEach(id -> files.feed(id, server.url("/" + id), "1h"));
    expected.keySet().forEach(id -> visited(id, 1));
    visited("good", 1);

    expected.forEach(
        (id, reason) -> {
          assertThat(state(id).reason()).as(id).contains(reason);
          assertThat(state(id).detail()).as(id).isNotEmpty();
          assertThat(state(id).nextPoll()).as(id).isPresent();
          assertThat(state(id).visits().get(0).outcome()).isEqualTo(reason.slug());
        });
    assertThat(state("page").health()).isEqualTo(SourceState.Health.NOT_A_FEED);
    assertThat(state("good").health()).isEqualTo(SourceState.Health.OK);
    assertThat(app.control().latest(100, Optional.of("good"))).hasSize(30);

    assertThat(buried("broken").raw()).as("the item it breaks off in").isEqualTo("{]");
    assertThat(buried("page").raw()).isEqualTo(PAGE);
    assertThat(buried("unknown").raw()).isEqualTo(LEDGER);
    for (String id : List.of("bomb", "endless")) {
      assertThat(buried(id).raw()).as(id).startsWith(HEAD).hasSizeLessThanOrEqualTo(64 << 10);
    }
    for (String id : List.of("broken", "page", "unknown", "bomb", "endless")) {
      assertThat(buried(id).reason()).as(id).isEqualTo(expected.get(id));
      assertThat(buried(id).message()).as(id).isNotBlank();
      assertThat(buried(id).document()).as(id).isEqualTo(server.url("/" + id));
    }

    int before = app.control().rejected(100).size();
    for (String id : List.of("broken", "page", "unknown", "bomb", "endless", "good")) {
      app.control().poll(id);
    }
    for (String id : List.of("broken", "page", "unknown", "bomb", "endless")) {
      visited(id, 2);
      assertThat(state(id).reason()).as(id + " is no better").contains(expected.get(id));
    }
    visited("good", 2);
    drained();
    assertThat(app.control().rejected(100)).as("the same bytes again").hasSize(before);
    theSumHolds(31, 30, 1);
  }

  @Test
  void one_bad_item_is_buried_alone_between_its_neighbours() {
    String good = new String(Feeds.rss("mixed", 0, 6, 2, 0), StandardCharsets.UTF_8);
    int middle = good.indexOf("<item>", good.indexOf("/mixed/3</guid>"));
    String mixed = good.substring(0, middle) + "<item><author/></item>\n" + good.substring(middle);
    server.put("/mixed", mixed.getBytes(StandardCharsets.UTF_8));
    files.feed("mixed", server.url("/mixed"), "1h");
    visited("mixed", 1);
    visited("good", 1);

    assertThat(app.control().latest(100, Optional.of("mixed"))).hasSize(6);
    assertThat(state("mixed").health()).isEqualTo(SourceState.Health.OK);
    assertThat(state("mixed").rejected()).isEqualTo(1);
    assertThat(buried("mixed").reason()).isEqualTo(Reason.ITEM_EMPTY);
    assertThat(buried("mixed").raw()).contains("<author").doesNotContain("Port Ellery");
    theSumHolds(37, 36, 1);

    app.control().retry(buried("mixed").id());
    drained();
    assertThat(app.control().rejected(10)).as("one row, not two").hasSize(1);
    assertThat(buried("mixed").reason())
        .as("the item is read as in its feed, not as a document of no known format")
        .isEqualTo(Reason.ITEM_EMPTY);
  }

  @Test
  void a_buried_document_is_published_by_a_retry_once_its_source_names_the_format() {
    server.put("/words", WORDS.getBytes(StandardCharsets.UTF_8));
    files.feed("words", server.url("/words"), "1h");
    visited("words", 1);
    Control.Buried first = buried("words");
    assertThat(first.reason()).isEqualTo(Reason.UNKNOWN_FORMAT);

    app.control().retry(first.id());
    drained();
    Control.Buried again = buried("words");
    assertThat(again.id()).as("it failed again, and is buried anew").isNotEqualTo(first.id());
    assertThat(again.raw()).isEqualTo(WORDS);

    files.source(
        "words",
        "id: words\nname: Words\nfeed: "
            + server.url("/words")
            + "\ninternal: true\nevery: 1h\nformat: text\n");
    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> view("words").source().format().equals(Optional.of("text")));
    app.control().retry(again.id());
    drained();
    assertThat(app.control().rejected(10)).isEmpty();
    assertThat(app.control().latest(10, Optional.of("words")))
        .singleElement()
        .satisfies(a -> assertThat(a.json()).contains("The quay is closed"));
  }

  @Test
  void a_buried_item_is_dropped_for_good() {
    server.put("/page", PAGE.getBytes(StandardCharsets.UTF_8));
    files.feed("page", server.url("/page"), "1h");
    visited("page", 1);
    String id = buried("page").id();
    assertThat(app.control().rejectedItem(id)).isPresent();
    app.control().drop(id);
    assertThat(app.control().rejectedItem(id)).isEmpty();
    assertThatThrownBy(() -> app.control().drop(id)).isInstanceOf(NoSuchElementException.class);
    assertThatThrownBy(() -> app.control().retry(id)).isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void a_bad_source_file_is_refused_with_all_its_problems_and_running_sources_go_on() {
    visited("good", 1);
    files.source("other", "id: Not An Id\nname: Other\nfeed: gopher://x\nevery: 5\ncolour: red\n");
    files.source("good", "id: good\nname: Good\nfeed: " + server.url("/good") + "\nevery: soon\n");
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(
            () ->
                assertThat(app.control().status().attention())
                    .anyMatch(a -> a.contains("other.yaml:1: id"))
                    .anyMatch(a -> a.contains("other.yaml:3: feed"))
                    .anyMatch(a -> a.contains("other.yaml:4: every"))
                    .anyMatch(a -> a.contains("other.yaml:5: colour"))
                    .anyMatch(a -> a.contains("good.yaml:4: every")));
    assertThat(app.control().sources()).singleElement().isEqualTo(view("good"));
    assertThat(view("good").source().every()).contains(Duration.ofHours(1));

    server.put("/good", Feeds.rss("good", 0, 35, 3, 0));
    app.control().poll("good");
    visited("good", 2);
    assertThat(app.control().latest(100, Optional.of("good"))).hasSize(35);
  }

  /** A feed's head, then spaces until the client hangs up. */
  private static void endless(java.io.OutputStream out) throws java.io.IOException {
    byte[] spaces = " ".repeat(64 << 10).getBytes(StandardCharsets.UTF_8);
    out.write(HEAD.getBytes(StandardCharsets.UTF_8));
    for (long written = 0; written < 16L << 30; written += spaces.length) {
      out.write(spaces);
    }
  }

  private void visited(String id, int times) {
    await()
        .atMost(Duration.ofSeconds(20))
        .pollInterval(Duration.ofMillis(50))
        .ignoreException(NoSuchElementException.class)
        .untilAsserted(
            () -> assertThat(state(id).visits()).as(id).hasSizeGreaterThanOrEqualTo(times));
    drained();
  }

  private void drained() {
    await().atMost(Duration.ofSeconds(10)).until(() -> app.control().status().outboxPending() == 0);
  }

  private Control.SourceView view(String id) {
    return app.control().sources().stream()
        .filter(v -> v.source().id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private SourceState state(String id) {
    return view(id).state();
  }

  /** The one item buried of a source. */
  private Control.Buried buried(String source) {
    List<Control.Buried> all =
        app.control().rejected(100).stream().filter(b -> b.source().equals(source)).toList();
    assertThat(all).as("buried of " + source).hasSize(1);
    assertThat(all.get(0).at()).isBefore(Instant.now().plusSeconds(1));
    return app.control().rejectedItem(all.get(0).id()).orElseThrow();
  }

  private void theSumHolds(long received, long published, long rejected) {
    Control.Status status = app.control().status();
    assertThat(status.received()).isEqualTo(received);
    assertThat(status.published()).isEqualTo(published);
    assertThat(status.rejected()).isEqualTo(rejected);
    assertThat(status.received())
        .isEqualTo(status.published() + status.unchanged() + status.rejected());
  }
}
