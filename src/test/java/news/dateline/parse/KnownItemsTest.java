package news.dateline.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.dateline.model.Batch;
import news.dateline.model.Document;
import news.dateline.model.Item;
import news.dateline.model.Memo;
import news.dateline.testing.Corpus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a source's last document held is not read again: only found again. */
class KnownItemsTest {
  private static final String ITEM =
      "<item><guid>%1$s</guid><title>Story %1$s</title><description>Rain.</description></item>";

  private Memo memo = Memo.NONE;
  private final DocumentParser parser =
      new DocumentParser(() -> Documents.NOW, Profiles.COMMON, s -> memo);

  @Test
  void only_what_is_new_is_read() {
    assertThat(headlines(read(rss("1", "a", "b")))).containsExactly("Story a", "Story b");
    Batch<Item> second = read(rss("2", "c", "a", "b"));
    assertThat(headlines(second)).containsExactly("Story c");
    assertThat(second.received()).isEqualTo(3);
    assertThat(second.unchanged()).isEqualTo(2);
    assertThat(second.feed().title()).contains("Channel 2");
    assertThat(read(rss("3", "c", "a", "b")).items()).isEmpty();
  }

  @Test
  void only_the_last_document_counts() {
    read(rss("1", "a"));
    read(rss("1", "b"));
    assertThat(headlines(read(rss("1", "a")))).containsExactly("Story a");
  }

  @Test
  void a_changed_item_is_read() {
    read(rss("1", "a", "b"));
    assertThat(headlines(read(rss("1", "a", "b").replace("Story b", "Story B"))))
        .containsExactly("Story B");
  }

  @Test
  void what_all_items_are_read_with_counts_too() {
    read(rss("1", "a"));
    assertThat(
            read(rss("1", "a").replace("<rss ", "<rss xml:base='https://other.example/' ")).items())
        .hasSize(1);
  }

  @Test
  void comments_data_sections_and_quotes_hide_no_tags() {
    String feed =
        rss("1", "a", "b")
            .replace("Story a", "<![CDATA[Story </item><item> a]]>")
            .replace("<description>", "<!-- </item> --><description>")
            .replace("<item>", "<item note='a > b'>");
    assertThat(read(feed).items()).hasSize(2);
    Batch<Item> again = read(feed.replace("Story b", "Story c"));
    assertThat(headlines(again)).containsExactly("Story c");
    assertThat(again.unchanged()).isEqualTo(1);
  }

  @Test
  void prefixed_entries_and_self_closing_ones_are_told_apart() {
    String feed =
        "<a:feed xmlns:a='http://www.w3.org/2005/Atom'><a:title>G</a:title>"
            + "<a:entry><a:id>tag:g.example,2026:1</a:id><a:title>One</a:title></a:entry><a:entry/>"
            + "<a:entry><a:id>tag:g.example,2026:2</a:id><a:title>Two</a:title></a:entry></a:feed>";
    assertThat(headlines(read(feed))).containsExactly("One", "Two");
    assertThat(headlines(read(feed.replace("Two", "Three")))).containsExactly("Three");
  }

  @Test
  void items_of_a_json_feed_are_told_apart() {
    String feed =
        "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"Gé\",\"items\":["
            + "{\"id\":\"1\",\"title\":\"Öne ]}\"}, {\"id\":\"2\",\"title\":\"Two\",\"tags\":[\"a\",{}]},"
            + "{\"id\":\"3\",\"title\":\"Three\"}]}";
    assertThat(headlines(read(feed))).containsExactly("Öne ]}", "Two", "Three");
    Batch<Item> again = read(feed.replace("Two", "Zwei"));
    assertThat(headlines(again)).containsExactly("Zwei");
    assertThat(again.unchanged()).isEqualTo(2);
    assertThat(again.feed().title()).contains("Gé");
    assertThat(read(feed.replace("Two", "Zwei").replace("Gé", "Other")).items()).isEmpty();
  }

  @Test
  void a_feed_that_must_be_mended_is_read_whole() {
    String broken = rss("1", "a", "b").replace("Channel", "Channel &nosuch; <b>");
    assertThat(read(broken).feed().repaired()).isTrue();
    Batch<Item> again = read(broken.replace("Story b", "Story c"));
    assertThat(headlines(again)).containsExactly("Story a", "Story c");
    assertThat(again.feed().repaired()).isTrue();
  }

  @Test
  void a_cut_feed_keeps_its_last_item_apart() {
    read(rss("1", "a", "b"));
    String cut = rss("1", "a", "b");
    Batch<Item> batch = read(cut.substring(0, cut.indexOf("Story b") + 3));
    assertThat(batch.feed().repaired()).isTrue();
    assertThat(batch.received()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-32BE", "ISO-2022-JP", "IBM037"})
  void other_alphabets_are_read_whole(String charset) {
    String feed = "<?xml version='1.0' encoding='" + charset + "'?>" + rss("1", "a", "b");
    byte[] bytes = feed.getBytes(Charset.forName(charset));
    int first = take(parser.parse(document(bytes, Optional.empty()))).items().size();
    assertThat(take(parser.parse(document(bytes, Optional.empty()))).items()).hasSize(first);
  }

  @Test
  void another_declared_charset_is_another_reading() {
    byte[] bytes = rss("1", "é").getBytes(StandardCharsets.ISO_8859_1);
    take(parser.parse(document(bytes, Optional.of("text/xml; charset=windows-1251"))));
    Batch<Item> right =
        take(parser.parse(document(bytes, Optional.of("text/xml; charset=iso-8859-1"))));
    assertThat(headlines(right)).containsExactly("Story é");
  }

  @Test
  void marks_of_another_program_are_no_marks() {
    memo = new Memo("not base64!", "guid", "");
    assertThat(read(rss("1", "a")).items()).hasSize(1);
  }

  /** Every real feed: read again nothing is new, and one item taken out of the memo comes alone. */
  @Test
  void real_feeds_read_again() throws IOException {
    Path feeds = Corpus.require("corpus/feeds");
    int again = 0;
    int whole = 0;
    try (Stream<Path> files = Files.walk(feeds)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        Document document = document(Files.readAllBytes(file), Optional.empty());
        memo = Memo.NONE;
        Batch<Item> first = take(parser.parse(document));
        if (memo.marks().isEmpty()) {
          whole += first.received() > 0 ? 1 : 0;
          continue;
        }
        again++;
        Batch<Item> second = take(parser.parse(document));
        assertThat(second.items()).as("%s", file).isEmpty();
        assertThat(second.unchanged()).as("%s", file).isEqualTo(first.received());
        assertThat(second.feed()).as("%s", file).isEqualTo(first.feed());
        List<String> all = said(first.items());
        boolean repeats = all.stream().distinct().count() < all.size();
        if (first.rejections().isEmpty() && !repeats) {
          memo =
              memo.withMarks(memo.marks().substring(Math.min(32, memo.marks().length()))); // 3 less
          List<Item> third = take(parser.parse(document)).items();
          assertThat(said(third).equals(all.subList(0, Math.min(3, all.size()))))
              .as("%s", file)
              .isTrue();
        }
      }
    }
    System.out.println(again + " feeds read by their items, " + whole + " always whole");
    assertThat(again).isGreaterThan(whole);
  }

  private Batch<Item> read(String feed) {
    return take(parser.parse(document(feed.getBytes(StandardCharsets.UTF_8), Optional.empty())));
  }

  private Batch<Item> take(Batch<Item> batch) {
    memo = batch.memo();
    return batch;
  }

  private static Document document(byte[] bytes, Optional<String> type) {
    return Documents.of(bytes, Documents.SOURCE, type, "https://g.example/feed");
  }

  private static String rss(String channel, String... ids) {
    return List.of(ids).stream()
        .map(ITEM::formatted)
        .collect(
            Collectors.joining(
                "\n",
                "<rss version='2.0'><channel><title>Channel " + channel + "</title>\n",
                "\n</channel></rss>"));
  }

  /** All of the items but where their bytes stand. */
  private static List<String> said(List<Item> items) {
    return items.stream().map(i -> i.toString().replaceFirst("(?s), raw=[^,]*$", "")).toList();
  }

  private static List<String> headlines(Batch<Item> batch) {
    return batch.items().stream().map(i -> i.headline().value()).toList();
  }
}
