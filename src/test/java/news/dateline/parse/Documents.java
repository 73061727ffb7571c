package news.dateline.parse;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import news.dateline.config.Problems;
import news.dateline.config.Yaml;
import news.dateline.model.Batch;
import news.dateline.model.Bytes;
import news.dateline.model.Document;
import news.dateline.model.Item;
import news.dateline.model.Source;
import news.dateline.model.Visit;

/** Documents for tests, and what the parser makes of them. */
final class Documents {
  static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
  static final Source SOURCE =
      Source.ofFeed("test", "The Test Gazette", URI.create("https://gazette.example/feed"));

  /** How the agencies of this repository's configuration write. */
  static final Profiles PROFILES = profiles();

  private Documents() {}

  private static Profiles profiles() {
    Problems problems = new Problems();
    Profiles profiles =
        Profiles.of(
            Yaml.read(Path.of("config/agencies.yaml"), "agencies.yaml", problems), problems);
    if (!problems.isEmpty()) {
      throw new AssertionError(problems.list().toString());
    }
    return profiles;
  }

  static Document of(byte[] bytes, Source source, Optional<String> contentType, String location) {
    return new Document(
        source, location, Bytes.wrap(bytes), contentType, Visit.delivery(NOW, bytes.length));
  }

  static Document of(String text) {
    return of(
        text.getBytes(StandardCharsets.UTF_8),
        SOURCE,
        Optional.empty(),
        "https://gazette.example/feed");
  }

  static Batch<Item> parse(Document document) {
    return new DocumentParser(() -> NOW, PROFILES).parse(document);
  }

  static Batch<Item> parse(String text) {
    return parse(of(text));
  }

  static Batch<Item> parse(byte[] bytes) {
    return parse(of(bytes, SOURCE, Optional.empty(), "feed.xml"));
  }

  /** The only item of a document. */
  static Item item(String text) {
    Batch<Item> batch = parse(text);
    if (batch.items().size() != 1) {
      throw new AssertionError("expected one item but got " + batch.items() + batch.rejections());
    }
    return batch.items().get(0);
  }

  /** An RSS 2.0 feed with one item that holds these elements. */
  static String rss(String inItem) {
    return "<rss version=\"2.0\"><channel><title>Gazette</title><item>"
        + inItem
        + "</item></channel></rss>";
  }

  /** An Atom 1.0 feed with one entry that holds these elements. */
  static String atom(String inEntry) {
    return "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>Gazette</title><entry>"
        + inEntry
        + "</entry></feed>";
  }
}
