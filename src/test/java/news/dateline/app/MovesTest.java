package news.dateline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import news.dateline.model.Cursor;
import news.dateline.model.Memo;
import news.dateline.model.SourceState;
import news.dateline.model.SourceState.Health;
import news.dateline.sources.Planned;
import news.dateline.sources.SourceBook;
import news.dateline.sources.SourceFiles;
import news.dateline.testing.TestHome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MovesTest {
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
  private static final String YAML =
      "# ours\nid: quay\nname: Quay   # the gazette\nfeed: https://quay.example/rss\n";

  @TempDir Path folder;
  private TestHome files;
  private Home home;
  private Moves moves;
  private SourceBook book;

  @BeforeEach
  void begin() {
    files = new TestHome(folder);
    home = Home.of(Path.of("."), files.config().toString(), files.data().toString());
    files.source("quay", YAML);
    again();
  }

  private void again() {
    book = new SourceBook(home.sources(), SourceFiles.standard());
    book.reload();
    moves = new Moves(home, book, new Audit(home.data()));
  }

  @Test
  void a_move_within_the_site_is_carried_out_and_can_be_taken_back() throws IOException {
    assertThat(consider("https://news.quay.example/feed", 4, 2).event()).isEmpty();
    List<Moves.Wanted> wanted = moves.take();
    assertThat(wanted).hasSize(1);
    assertThat(moves.take()).as("handed over once").isEmpty();
    assertThat(moves.carryOut(wanted.get(0), NOW)).isTrue();
    assertThat(file())
        .hasContent(
            "# ours\nid: quay\nname: Quay   # the gazette\n"
                + "# moved 2026-11-24 from https://quay.example/rss (4 answers since 2026-11-22)\n"
                + "feed: https://news.quay.example/feed\n");
    assertThat(home.data().resolve("audit.jsonl"))
        .hasContent(
            "{\"at\":\"2026-11-24T12:00:00Z\",\"action\":\"move\",\"source\":\"quay\","
                + "\"from\":\"https://quay.example/rss\",\"to\":\"https://news.quay.example/feed\","
                + "\"answers\":4,\"since\":\"2026-11-22T12:00:00Z\",\"file\":\"config/sources/quay.yaml\"}");

    again(); // as after a restart
    assertThat(moves.of(book.find("quay").orElseThrow()))
        .map(Control.Move::from)
        .contains(URI.create("https://quay.example/rss"));
    moves.undo(book.find("quay").orElseThrow(), NOW.plusSeconds(60));
    assertThat(file()).hasContent(YAML);

    again();
    Planned told = consider("https://news.quay.example/feed", 9, 9);
    assertThat(told.state().detail()).contains("taken back on 2026-11-24");
    assertThat(moves.take()).as("never again by itself").isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> moves.undo(book.find("quay").orElseThrow(), NOW));
    consider("https://quay.example/third", 4, 2);
    assertThat(moves.take()).as("another address is another matter").hasSize(1);
  }

  @Test
  void an_address_of_another_source_is_not_moved_to_and_an_event_says_so_once() {
    files.source("pier", "id: pier\nname: P\nfeed: http://www.quay.example/feed/\n");
    again();
    Planned told = consider("https://quay.example/feed", 4, 2);
    assertThat(told.event()).isPresent();
    assertThat(told.state().detail())
        .isEqualTo(
            "answers from https://quay.example/feed; pier polls that address already:"
                + " remove one of the two sources");
    Planned next =
        moves.consider(told.state(), planned(told.state(), "https://quay.example/feed"), NOW);
    assertThat(next.event()).isEmpty();
    assertThat(moves.take()).isEmpty();
    assertThat(file()).hasContent(YAML);
  }

  @Test
  void another_site_must_agree_for_a_week() {
    assertThat(consider("https://other.example/rss", 13, 8).state().detail())
        .contains("another site");
    assertThat(consider("https://other.example/rss", 20, 6).state().detail())
        .contains("from 2026-11-25 on");
    assertThat(moves.take()).isEmpty();
    consider("https://other.example/rss", 14, 7);
    assertThat(moves.take()).hasSize(1);
  }

  @Test
  void https_is_not_given_up() {
    assertThat(consider("http://quay.example/rss", 40, 40).state().detail())
        .contains("from https to http");
    assertThat(moves.take()).isEmpty();
  }

  @Test
  void a_file_that_may_not_be_written_is_named_with_what_to_do() throws IOException {
    Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("r--r--r--"));
    consider("https://quay.example/feed", 4, 2);
    assertThat(moves.carryOut(moves.take().get(0), NOW)).isFalse();
    assertThat(consider("https://quay.example/feed", 5, 3).state().detail())
        .contains("write feed: https://quay.example/feed into config/sources/quay.yaml")
        .contains("read-only");
    assertThat(home.data().resolve("audit.jsonl")).doesNotExist();
  }

  private Path file() {
    return home.sources().resolve("quay.yaml");
  }

  private Planned consider(String to, int answers, int days) {
    SourceState state =
        new SourceState(
            "quay",
            Health.MOVED,
            Optional.empty(),
            "answers from " + to,
            NOW,
            Cursor.START,
            Optional.empty(),
            Optional.empty(),
            Optional.of(NOW),
            "",
            0,
            0,
            0,
            0,
            0,
            List.of(),
            "moves="
                + answers
                + " moved-to="
                + to
                + " moved-since="
                + NOW.minus(Duration.ofDays(days)).getEpochSecond(),
            Memo.NONE);
    return moves.consider(state, planned(state, to), NOW);
  }

  /** As the planner gives it: a visit judges anew. */
  private static Planned planned(SourceState state, String to) {
    return new Planned(state, Optional.empty(), Optional.of(URI.create(to)));
  }
}
