package news.dateline.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import news.dateline.config.Problems;
import news.dateline.model.Bytes;
import news.dateline.model.Document;
import news.dateline.model.Source;
import news.dateline.model.Visit;
import news.dateline.sources.OpmlWriter;
import news.dateline.sources.SourceBook;
import news.dateline.sources.SourceFiles;
import news.dateline.sources.SourceImport;
import news.dateline.testing.FeedServer;
import news.dateline.testing.Feeds;
import news.dateline.testing.TestHome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lists of subscriptions in and out, over real files. */
class SourceListsTest {
  private static final Clock CLOCK = Clock.systemUTC();

  @TempDir Path folder;
  private TestHome files;
  private Home home;

  @BeforeEach
  void home() {
    files = new TestHome(folder);
    home = Home.of(Path.of("."), files.config().toString(), files.data().toString());
  }

  @Test
  void what_is_exported_is_imported_the_same() throws IOException {
    List<Source> sources =
        List.of(
            Source.builder("north", "Quay & \"Pier\" <b>")
                .feed(URI.create("https://a.example/?x=1&y='2'"))
                .language("pt-BR")
                .deskTags(List.of("Harbour", "Север"))
                .build(),
            Source.builder("own-id", "Вести").feed(URI.create("https://b.example/")).build(),
            Source.builder("south", "South")
                .feed(URI.create("http://c.example/rss"))
                .deskTags(List.of("Harbour"))
                .build());
    String opml = OpmlWriter.write(sources, CLOCK.instant()).opml();
    Control.Imported imported = read(opml, List.of(), false, SourceLists.UNCHECKED);
    assertThat(imported.repaired()).isFalse();
    assertThat(imported.file()).contains("config/sources/opml-my-feeds.yaml");
    SourceBook book = book();
    assertThat(book.problems()).isEmpty();
    assertThat(book.sources()).containsExactlyInAnyOrderElementsOf(sources);
    assertThat(read(opml, List.copyOf(book.sources()), false, SourceLists.UNCHECKED).summary())
        .isEqualTo("imported 0, already there 3, refused 0");
    assertThat(files.config().resolve("sources")).isDirectoryNotContaining("glob:**-2.yaml");
  }

  @Test
  void no_secret_is_exported() {
    Source headers =
        Source.builder("h", "H")
            .feed(URI.create("https://a.example/"))
            .headers(Map.of("Authorization", "Bearer geheim"))
            .build();
    Source token = Source.ofFeed("t", "T", URI.create("https://b.example/?access_token=geheim"));
    Source drop = Source.builder("d", "D").from("file:/geheim").build();
    OpmlWriter.Exported exported = OpmlWriter.write(List.of(headers, token, drop), CLOCK.instant());
    assertThat(exported.opml()).contains("https://a.example/").doesNotContain("geheim");
    assertThat(exported.exported()).isEqualTo(1);
    assertThat(exported.leftOut())
        .containsExactly(
            "t: its address holds a secret", "d: delivers by itself and has no feed address");
  }

  @Test
  void a_dry_run_writes_nothing() throws IOException {
    Control.Imported imported = read(outlines(1, 3), List.of(), true, SourceLists.UNCHECKED);
    assertThat(imported.added()).hasSize(3);
    assertThat(imported.file()).isEmpty();
    assertThat(files.config().resolve("sources")).isEmptyDirectory();
  }

  @Test
  void ten_thousand_outlines_take_seconds() throws IOException {
    long begin = System.nanoTime();
    Control.Imported imported = read(outlines(100, 100), List.of(), false, SourceLists.UNCHECKED);
    double written = (System.nanoTime() - begin) / 1e9;
    SourceBook book = book();
    double both = (System.nanoTime() - begin) / 1e9;
    System.out.printf(
        "SourceListsTest: %s in %.2f s, read back in %.2f s%n",
        imported.summary(), written, both - written);
    assertThat(imported.added()).hasSize(10_000);
    assertThat(book.problems()).isEmpty();
    assertThat(book.sources()).hasSize(10_000);
    assertThat(both).isLessThan(60);
  }

  @Test
  void checking_refuses_what_cannot_be_read_and_finds_feeds_behind_pages() throws IOException {
    try (FeedServer server = new FeedServer();
        Offline offline =
            new Offline(
                home, SettingsReader.read(home, Map.of(), Map.of(), new Problems()), CLOCK)) {
      server.put("/good", Feeds.rss("good", 0, 2, 1, 0));
      server.put("/hidden", Feeds.rss("hidden", 0, 2, 1, 0));
      server.put(
          "/page",
          "<html><link rel=alternate type=application/rss+xml href=/hidden></html>"
              .getBytes(StandardCharsets.UTF_8));
      Path list =
          Files.writeString(
              folder.resolve("list.opml"),
              "<opml><body><outline text='Good' xmlUrl='"
                  + server.url("/good")
                  + "'/><outline text='Gone' xmlUrl='"
                  + server.url("/gone")
                  + "'/><outline text='Hidden' htmlUrl='"
                  + server.url("/page")
                  + "'/></body></opml>");
      Control.Imported imported = offline.importList(list.toString(), false, true, true);
      assertThat(imported.added())
          .extracting(s -> s.id() + " " + s.feed().orElseThrow())
          .containsExactly("good " + server.url("/good"), "hidden " + server.url("/hidden"));
      assertThat(imported.refused())
          .singleElement()
          .satisfies(r -> assertThat(r.entry()).isEqualTo("Gone"))
          .satisfies(r -> assertThat(r.reason()).contains("[not-found]"));
    }
  }

  private Control.Imported read(
      String opml, List<Source> existing, boolean dryRun, Consumer<SourceImport> check)
      throws IOException {
    Document list =
        new Document(
            Source.builder("import", "").build(),
            "x",
            Bytes.utf8(opml),
            Optional.empty(),
            Visit.delivery(CLOCK.instant(), 0));
    return new SourceLists(home, CLOCK)
        .read(list, "/home/me/My Feeds.opml", existing, false, dryRun, check);
  }

  private SourceBook book() {
    SourceBook book = new SourceBook(home.sources(), SourceFiles.standard());
    book.reload();
    return book;
  }

  private static String outlines(int folders, int each) {
    StringBuilder out = new StringBuilder("<opml version='2.0'><body>");
    for (int f = 0; f < folders; f++) {
      out.append("<outline text='Desk ").append(f).append("'>");
      for (int n = 0; n < each; n++) {
        out.append("<outline type='rss' text='Quay Gazette' xmlUrl='https://n")
            .append(f * each + n)
            .append(".example/rss'/>");
      }
      out.append("</outline>");
    }
    return out.append("</body></opml>").toString();
  }
}
