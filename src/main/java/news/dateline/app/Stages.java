package news.dateline.app;

import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import news.dateline.attribution.Attributor;
import news.dateline.config.Problems;
import news.dateline.dedupe.Deduplicator;
import news.dateline.dedupe.SeenItems;
import news.dateline.model.Article;
import news.dateline.model.Batch;
import news.dateline.model.Document;
import news.dateline.model.Item;
import news.dateline.model.ParagraphBook;
import news.dateline.normalise.Boilerplate;
import news.dateline.normalise.Normaliser;
import news.dateline.parse.DocumentParser;
import news.dateline.parse.Profiles;

/**
 * The stages between a document and its attributed articles, made once: the running instance hands
 * them to Camel, the preview calls them one after the other. Both thus read everything in the same
 * way.
 *
 * @param profiles how agencies write
 * @param parser documents to items
 * @param normaliser verdicts to articles
 * @param attributor articles to attributed articles
 */
record Stages(
    Profiles profiles, DocumentParser parser, Normaliser normaliser, Attributor attributor) {

  /**
   * @param problems receives what is wrong with {@code agencies.yaml}
   */
  static Stages make(Home home, InstantSource clock, Problems problems) {
    Agencies agencies = Agencies.load(home, problems);
    return new Stages(
        agencies.profiles(),
        new DocumentParser(clock, agencies.profiles()),
        new Normaliser(clock, new Boilerplate()),
        new Attributor(agencies.lexicon()));
  }

  /** The same with a memory of how paragraphs recur in each source's stories. */
  Stages reading(Function<String, ParagraphBook> books) {
    return new Stages(profiles, parser, normaliser.reading(books), attributor);
  }

  /** All the way from a document to its articles, as if nothing had been seen before. */
  Batch<Article> read(Document document) {
    return read(parser.parse(document));
  }

  /** From items already parsed on. */
  Batch<Article> read(Batch<Item> parsed) {
    Batch<Item> items = named(parsed);
    return attributor.attribute(normaliser.normalise(new Deduplicator(NOTHING_SEEN).dedupe(items)));
  }

  /** A source nobody has named yet is called as its feed is. */
  private static Batch<Item> named(Batch<Item> batch) {
    Document d = batch.document();
    if (!d.source().name().isEmpty()) {
      return batch;
    }
    String title =
        batch.feed().title().map(String::strip).filter(t -> !t.isEmpty()).orElse("unknown");
    Document renamed = d.of(d.source().named(title));
    return new Batch<>(
        renamed,
        batch.feed(),
        batch.memo(),
        batch.items(),
        batch.whole(),
        batch.rejections(),
        batch.received(),
        batch.unchanged());
  }

  private static final SeenItems NOTHING_SEEN =
      new SeenItems() {
        @Override
        public Map<String, Seen> find(Collection<String> uris) {
          return Map.of();
        }

        @Override
        public Map<String, List<Seen>> findAt(Collection<String> places) {
          return Map.of();
        }

        @Override
        public void learn(List<Seen> found) {}
      };
}
