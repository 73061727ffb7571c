package news.dateline.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import news.dateline.config.Problems;
import news.dateline.dedupe.Deduplicator;
import news.dateline.model.Article;
import news.dateline.model.Batch;
import news.dateline.model.Bytes;
import news.dateline.model.Document;
import news.dateline.model.Outgoing;
import news.dateline.model.Settlement;
import news.dateline.model.Source;
import news.dateline.model.SourceState;
import news.dateline.model.Visit;
import news.dateline.publish.MessageRenderer;
import news.dateline.store.Store;
import news.dateline.store.StoreSettings;
import news.dateline.testing.Corpus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every wire file of the corpus, read again and changed, against the real store. */
class RereadTest {
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

  @TempDir Path folder;

  private final MessageRenderer renderer = new MessageRenderer();
  private String refused = "";
  private Stages stages;
  private Store store;

  @Test
  void a_file_read_again_publishes_nothing_and_a_changed_one_one_new_version() throws Exception {
    Path wire = Corpus.require("corpus/wire");
    Problems problems = new Problems();
    stages = Stages.make(Home.of(Path.of("."), "", ""), CLOCK, problems);
    List<String> faults = new ArrayList<>();
    int read = 0;
    int changed = 0;
    try (Store open = Store.open(StoreSettings.of("", folder), CLOCK)) {
      store = open;
      for (Path file : files(wire)) {
        Source source = Source.builder("s" + read++, "Newsroom " + read).from("file:in").build();
        byte[] bytes = Files.readAllBytes(file);
        List<Article> first = settle(source, bytes);
        if (!settle(source, bytes).isEmpty()) {
          faults.add(file.getFileName() + ": read again, published again");
        }
        // what has no id of any kind is named by its content: changed, it is another story
        Optional<byte[]> other =
            first.stream()
                .filter(a -> !a.uri().contains(":sha256-"))
                .findFirst()
                .flatMap(a -> changed(bytes, a));
        if (other.isPresent()) {
          changed++;
          List<Article> second = settle(source, other.get());
          boolean one =
              second.size() == 1
                  && first.stream().anyMatch(a -> a.uri().equals(second.get(0).uri()))
                  && second.get(0).change().previousVersion().isPresent();
          if (!one) {
            faults.add(
                file.getFileName() + ": changed, published " + second.size() + " " + refused);
          }
        }
      }
    }
    System.out.println(read + " files read again, " + changed + " of them changed");
    assertThat(changed).isGreaterThan(100);
    assertThat(faults).isEmpty();
  }

  private static List<Path> files(Path wire) throws Exception {
    try (Stream<Path> walk = Files.walk(wire)) {
      return walk.filter(Files::isRegularFile)
          .filter(f -> !f.toString().matches(".*\\.(?:tsv|xsd|dtd)"))
          .sorted()
          .toList();
    }
  }

  private List<Article> settle(Source source, byte[] bytes) {
    Document document =
        new Document(
            source,
            "wire.bin",
            Bytes.wrap(bytes),
            Optional.empty(),
            Visit.delivery(NOW, bytes.length));
    Batch<Article> batch =
        stages
            .attributor()
            .attribute(
                stages
                    .normaliser()
                    .normalise(new Deduplicator(store).dedupe(stages.parser().parse(document))));
    List<Outgoing> messages = batch.items().stream().map(renderer::article).toList();
    refused = batch.rejections().toString();
    SourceState state = SourceState.unseen(source.id(), NOW).remembering(batch.memo());
    assertThat(store.commit(new Settlement(state, batch.items(), messages))).isTrue();
    return batch.items();
  }

  /** One word of the article's text changed in the file; empty when it stands there otherwise. */
  private static Optional<byte[]> changed(byte[] bytes, Article article) {
    boolean utf8 = new String(bytes, StandardCharsets.UTF_8).indexOf('\uFFFD') < 0;
    Charset charset = utf8 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
    String file = new String(bytes, charset);
    String text = article.content().text();
    int end = Math.min(text.length(), 400);
    String[] words = text.substring(end / 2, end).split("[^\\p{L}]+");
    for (String word : words) {
      String wanted = " " + word + " ";
      int at = file.indexOf(wanted);
      boolean once = at >= 0 && file.indexOf(word) == file.lastIndexOf(word);
      boolean body = text.contains(wanted) && !article.content().headline().contains(word);
      if (word.length() > 4 && once && body) {
        return Optional.of(file.replace(wanted, " herring ").getBytes(charset));
      }
    }
    return Optional.empty();
  }
}
