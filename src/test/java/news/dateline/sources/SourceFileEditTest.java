package news.dateline.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceFileEditTest {
  private static final URI OLD = URI.create("http://quay.example/rss?a=1");
  private static final URI NEW = URI.create("https://news.quay.example/feed");
  private static final String REMARK = "2026-11-24 from " + OLD;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "id: quay\nname: Quay\nfeed: http://quay.example/rss?a=1\n",
        "# head 🚢\r\nid: quay   # ours\r\nname: \"Quay 🚢\"\r\nfeed: 'http://quay.example/rss?a=1' # why\r\n",
        "id: quay\nfeed: \"http://quay.example/rss?a=1\"\nname: Quay",
        "- id: pier\n  name: Pier\n  feed: http://quay.example/rss?a=1\n\n"
            + "# the quay\n-   feed:   http://quay.example/rss?a=1   # x\n    id: quay\n    name: Q\n"
            + "    strip:\n      - feed: no\n- {id: last, name: L, feed: 'http://l.example/'}\n",
        "---\nid: pier\nname: P\nfeed: http://quay.example/rss?a=1\n---\nid: quay\nname: Q\n"
            + "feed: http://quay.example/rss?a=1\n...\n"
      })
  void only_the_one_address_changes_and_undoing_gives_the_same_bytes(String text) {
    String moved = edit(text).moved("quay", OLD, NEW, Optional.of(REMARK));
    String eol = text.contains("\r\n") ? "\r\n" : "\n";
    assertThat(moved).containsOnlyOnce(NEW.toString()).containsOnlyOnce("# moved " + REMARK + eol);
    int at = moved.indexOf(NEW.toString());
    String line = moved.substring(moved.lastIndexOf('\n', at) + 1);
    assertThat(moved.lines().toList().get(moved.substring(0, at).split("\n", -1).length - 2))
        .as("directly above the key")
        .contains("# moved ");
    assertThat(line.strip()).matches("(?s)(- +)?feed:.*");
    assertThat(moved.replaceFirst("[ ]*# moved [^\n]*\n", "").replace(NEW.toString(), ""))
        .isEqualTo(removedNth(text, moved));
    assertThat(edit(moved).moved("quay", NEW, OLD, Optional.empty())).isEqualTo(text);
  }

  @Test
  void in_braces_only_the_value_changes() {
    String text = "- {id: quay, name: Q, feed: \"http://quay.example/rss?a=1\"} # keep\n";
    assertThat(edit(text).moved("quay", OLD, NEW, Optional.of(REMARK)))
        .isEqualTo("- {id: quay, name: Q, feed: \"https://news.quay.example/feed\"} # keep\n");
  }

  @Test
  void an_address_with_a_hash_gets_quotes() {
    assertThat(
            edit("id: q\nfeed: http://quay.example/rss?a=1\n")
                .moved("q", OLD, URI.create("https://q.example/#a"), Optional.empty()))
        .isEqualTo("id: q\nfeed: \"https://q.example/#a\"\n");
  }

  @Test
  void what_a_person_must_change_is_left_alone() {
    String anchor =
        "- id: a\n  name: A\n  feed: &f http://quay.example/rss?a=1\n- id: b\n  name: B\n  feed: *f\n";
    assertThatIllegalArgumentException()
        .isThrownBy(() -> edit(anchor).moved("b", OLD, NEW, Optional.empty()));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                edit("id: a\nfeed: >-\n  http://quay.example/rss?a=1\n")
                    .moved("a", OLD, NEW, Optional.empty()));
    assertThatThrownBy(
            () -> edit("id: a\nfeed: http://x.example/\n").moved("a", OLD, NEW, Optional.empty()))
        .isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void an_entry_is_cut_out_of_its_list() {
    String text =
        "# all\n- id: a\n  name: A\n  feed: http://a.example/\n  desk-tags:\n    - x # last\n"
            + "# about b\n- id: b\n  name: B\n  feed: http://b.example/\n- id: c\n  name: C\n  feed: http://c.example/\n";
    assertThat(edit(text).without("a"))
        .isEqualTo(
            "# all\n# about b\n- id: b\n  name: B\n  feed: http://b.example/\n- id: c\n  name: C\n  feed: http://c.example/\n");
    assertThat(edit(text).without("c")).endsWith("feed: http://b.example/\n");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> edit("[{id: a, name: A}, {id: b, name: B}]\n").without("a"));
  }

  private static SourceFileEdit edit(String text) {
    return new SourceFileEdit(text, "x.yaml");
  }

  /** The text without the occurrence of the old address that the edit replaced. */
  private static String removedNth(String text, String moved) {
    String before = moved.substring(0, moved.indexOf(NEW.toString()));
    int n = before.replaceFirst("[ ]*# moved [^\n]*\n", "").length();
    return text.substring(0, n) + text.substring(n + OLD.toString().length());
  }
}
