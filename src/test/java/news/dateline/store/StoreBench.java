package news.dateline.store;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import news.dateline.model.Article;
import news.dateline.model.Outgoing;
import news.dateline.model.Settlement;
import news.dateline.publish.OutboxBatch;
import news.dateline.store.StoreSettings.Durability;

/**
 * Measures the store by itself: {@code main FOLDER [SECONDS]} on SQLite, both durabilities. One
 * thread commits documents of 50 articles of 6 KB while another forms and confirms batches of 500.
 */
final class StoreBench {
  private static final int ARTICLES = 50;
  private static final String BODY = "{\"body\":\"" + "word ".repeat(1_200) + "\"}";

  private StoreBench() {}

  public static void main(String[] args) throws Exception {
    Path root = Path.of(args[0]);
    int seconds = args.length > 1 ? Integer.parseInt(args[1]) : 5;
    for (Durability durability : Durability.values()) {
      Path folder = Files.createTempDirectory(Files.createDirectories(root), "bench");
      long before = System.nanoTime();
      try (Store store =
          Store.open(StoreSettings.of("", folder).with(durability), InstantSource.system())) {
        System.out.printf("%s: opened in %d ms%n", durability, (System.nanoTime() - before) >> 20);
        documents = 0;
        measure(store, Duration.ofSeconds(2), "warm-up");
        measure(store, Duration.ofSeconds(seconds), "line");
        find(store);
        states(store);
      }
    }
  }

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static int documents;

  private static void measure(Store store, Duration time, String name) throws Exception {
    AtomicLong left = new AtomicLong();
    Thread publisher =
        new Thread(
            () -> {
              try {
                while (!Thread.interrupted()) {
                  Optional<OutboxBatch> batch = store.next(Instant.now(), 500);
                  if (batch.isPresent()) {
                    store.confirm(batch.get().id());
                    left.addAndGet(batch.get().messages().size());
                  } else {
                    store.await(Duration.ofMillis(200));
                  }
                }
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    publisher.start();
    List<Long> commits = new ArrayList<>();
    long cpu = 0;
    long start = System.nanoTime();
    while (System.nanoTime() - start < time.toNanos()) {
      Settlement document = document(documents++);
      long before = System.nanoTime();
      long cpuBefore = THREADS.getCurrentThreadCpuTime();
      store.commit(document);
      cpu += THREADS.getCurrentThreadCpuTime() - cpuBefore;
      commits.add(System.nanoTime() - before);
    }
    while (left.get() < (long) commits.size() * ARTICLES) {
      Thread.sleep(1);
    }
    double took = (System.nanoTime() - start) / 1e9;
    publisher.interrupt();
    publisher.join();
    System.out.printf(
        "  %s: %,.0f articles/s in and out; commit of %d: %s, cpu %.2f ms%n",
        name, left.get() / took, ARTICLES, percentiles(commits), cpu / 1e6 / commits.size());
  }

  private static void find(Store store) {
    List<Long> times = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      int document = (i * 7919) % documents;
      List<String> uris = new ArrayList<>();
      for (int a = 0; a < ARTICLES; a++) {
        uris.add(uri(document, a));
      }
      long before = System.nanoTime();
      if (store.find(uris).size() != ARTICLES) {
        throw new IllegalStateException("not found");
      }
      times.add(System.nanoTime() - before);
    }
    System.out.printf("  find of %d: %s%n", ARTICLES, percentiles(times));
  }

  private static void states(Store store) {
    List<Long> times = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      long before = System.nanoTime();
      store.saveState(Make.state("source-" + i));
      times.add(System.nanoTime() - before);
    }
    System.out.printf("  state alone: %s%n", percentiles(times));
  }

  private static String percentiles(List<Long> nanos) {
    long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
    return "p50 %.3f ms, p95 %.3f ms, mean %.3f ms"
        .formatted(
            sorted[sorted.length / 2] / 1e6,
            sorted[sorted.length * 95 / 100] / 1e6,
            Arrays.stream(sorted).average().orElseThrow() / 1e6);
  }

  private static String uri(int document, int article) {
    return "https://newsroom-"
        + document % 97
        + ".example/2026/11/24/story-"
        + document
        + "-"
        + article;
  }

  private static Settlement document(int number) {
    List<Article> articles = new ArrayList<>(ARTICLES);
    List<Outgoing> rows = new ArrayList<>(ARTICLES);
    for (int a = 0; a < ARTICLES; a++) {
      Article article =
          Make.article(Make.source("source-" + number % 97), uri(number, a), 1, "f".repeat(64));
      articles.add(article);
      rows.add(Make.row(article.uri(), "1", BODY));
    }
    return new Settlement(Make.state("source-" + number % 97), articles, rows);
  }
}
