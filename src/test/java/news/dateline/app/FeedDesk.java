package news.dateline.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import news.dateline.config.Problems;
import news.dateline.dedupe.Deduplicator;
import news.dateline.model.Article;
import news.dateline.model.Batch;
import news.dateline.model.Bytes;
import news.dateline.model.Cursor;
import news.dateline.model.Document;
import news.dateline.model.Memo;
import news.dateline.model.Outgoing;
import news.dateline.model.Settlement;
import news.dateline.model.Source;
import news.dateline.model.SourceState;
import news.dateline.model.Visit;
import news.dateline.parse.DocumentParser;
import news.dateline.publish.MessageRenderer;
import news.dateline.store.Store;
import news.dateline.store.StoreSettings;

/**
 * A feed read again and again by the real stages against a real store, and what was published of
 * it. After each poll the sum must hold: received = published + unchanged + rejected.
 */
final class FeedDesk implements AutoCloseable {
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  private static final Stages STAGES =
      Stages.make(Home.of(Path.of("."), "", ""), CLOCK, new Problems());

  /** How the feed is written. */
  enum Format {
    RSS,
    ATOM,
    JSON
  }

  /** One item as its author wrote it; an empty field is left out. */
  record Story(String guid, String link, String title, String text, String minute) {
    Story text(String other) {
      return new Story(guid, link, title, other, minute);
    }

    Story link(String other) {
      return new Story(guid, other, title, text, minute);
    }

    Story guid(String other) {
      return new Story(other, link, title, text, minute);
    }

    Story minute(String other) {
      return new Story(guid, link, title, text, other);
    }
  }

  /** Versions published so far, by uri. */
  final TreeMap<String, Integer> versions = new TreeMap<>();

  private final Store store;
  private final Format format;
  private final boolean sliced;
  private final MessageRenderer renderer = new MessageRenderer();
  private final Source source =
      Source.ofFeed("quay", "The Quay", URI.create("https://quay.example/feed"));
  private SourceState state = SourceState.unseen("quay", NOW);

  /**
   * @param sliced what stood in the last document is found by its bytes and not read
   */
  FeedDesk(Path folder, Format format, boolean sliced) {
    this.store = Store.open(StoreSettings.of("", folder), CLOCK);
    this.format = format;
    this.sliced = sliced;
  }

  /** What one poll brings, as committed. */
  Batch<Article> poll(List<Story> stories) {
    byte[] bytes = document(stories).getBytes(java.nio.charset.StandardCharsets.UTF_8);
    Visit visit =
        new Visit(
            NOW,
            Duration.ZERO,
            OptionalInt.of(200),
            bytes.length,
            Cursor.START,
            Optional.empty(),
            "",
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    Memo memo = sliced ? state.memo() : state.memo().withMarks("");
    DocumentParser parser = new DocumentParser(CLOCK, STAGES.profiles(), id -> memo);
    Document document =
        new Document(
            source, "https://quay.example/feed", Bytes.wrap(bytes), Optional.empty(), visit);
    Batch<Article> batch =
        STAGES
            .attributor()
            .attribute(
                STAGES
                    .normaliser()
                    .normalise(new Deduplicator(store).dedupe(parser.parse(document))));
    assertThat(batch.received()).isEqualTo(stories.size());
    assertThat(batch.items().size() + batch.unchanged() + batch.rejections().size())
        .as("published + unchanged + rejected")
        .isEqualTo(batch.received());
    List<Outgoing> messages = batch.items().stream().map(renderer::article).toList();
    state = state.remembering(batch.memo());
    assertThat(store.commit(new Settlement(state, batch.items(), messages)))
        .as("the store takes it at once")
        .isTrue();
    batch.items().forEach(a -> versions.merge(a.uri(), 1, Integer::sum));
    return batch;
  }

  /** All versions published. */
  int published() {
    return versions.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** What was learnt of the source. */
  Memo memo() {
    return state.memo();
  }

  private String document(List<Story> stories) {
    List<String> items = new ArrayList<>();
    stories.forEach(s -> items.add(item(s)));
    return switch (format) {
      case RSS ->
          "<rss version=\"2.0\"><channel><title>Quay</title><link>https://quay.example/</link>"
              + String.join("\n", items)
              + "</channel></rss>";
      case ATOM ->
          "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>Quay</title>"
              + String.join("\n", items)
              + "</feed>";
      case JSON ->
          "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"Quay\",\"items\":["
              + String.join(",\n", items)
              + "]}";
    };
  }

  private String item(Story s) {
    String date = s.minute.isEmpty() ? "" : "Tue, 24 Nov 2026 10:" + s.minute + ":00 GMT";
    String iso = s.minute.isEmpty() ? "" : "2026-11-24T10:" + s.minute + ":00Z";
    return switch (format) {
      case RSS ->
          "<item>"
              + element("guid", s.guid)
              + element("link", s.link)
              + element("title", s.title)
              + element("description", s.text)
              + element("pubDate", date)
              + "</item>";
      case ATOM ->
          "<entry>"
              + element("id", s.guid)
              + (s.link.isEmpty() ? "" : "<link href=\"" + s.link.replace("&", "&amp;") + "\"/>")
              + element("title", s.title)
              + element("summary", s.text)
              + element("published", iso)
              + "</entry>";
      case JSON ->
          "{"
              + member("id", s.guid)
              + member("url", s.link)
              + member("title", s.title)
              + member("date_published", iso)
              + "\"content_text\":\""
              + s.text
              + "\"}";
    };
  }

  private static String element(String name, String text) {
    return text.isEmpty() ? "" : "<" + name + ">" + text.replace("&", "&amp;") + "</" + name + ">";
  }

  private static String member(String name, String text) {
    return text.isEmpty() ? "" : "\"" + name + "\":\"" + text + "\",";
  }

  @Override
  public void close() {
    store.close();
  }
}
