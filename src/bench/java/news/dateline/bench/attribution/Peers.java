package news.dateline.bench.attribution;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import news.dateline.model.Attribution;

/** Speed and quality of ours and of CoreNLP, on the same articles in the same process. */
final class Peers {
  /** Named, not imported: it is compiled only where its library was asked for. */
  private static final String CORE_NLP = "news.dateline.bench.attribution.CoreNlp";

  /** Ours is so much faster that it reads the same articles this many times. */
  private static final int ROUNDS = 200;

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private Peers() {}

  static void run(Path corpus, int seconds, Report report) {
    report.begin("beside CoreNLP");
    Optional<Peer> peer = coreNlp(report);
    Path inner = corpus.resolve("attribution");
    Path folder = (Files.isDirectory(inner) ? inner : corpus).resolve("polnear");
    if (peer.isEmpty()) {
      return;
    }
    List<JsonNode> rows = new ArrayList<>();
    for (Path file : Rows.files(folder, ".jsonl")) {
      rows.addAll(Rows.json(file));
    }
    if (rows.isEmpty()) {
      report.line("no articles in %s", folder);
      return;
    }
    compare(peer.get(), rows, seconds, report);
  }

  private static Optional<Peer> coreNlp(Report report) {
    try {
      Class<?> found = Class.forName(CORE_NLP);
      return Optional.of((Peer) found.getDeclaredConstructor().newInstance());
    } catch (ClassNotFoundException e) {
      report.line("left out: add -Dpeer to fetch it (GPL, models of 474 MB)");
    } catch (ReflectiveOperationException | LinkageError e) {
      report.line("left out, it cannot be loaded: %s", e);
    }
    return Optional.empty();
  }

  private static void compare(Peer peer, List<JsonNode> rows, int seconds, Report report) {
    peer.attribute(rows.get(0).get("text").asText());
    QuoteTable.Sums theirs = new QuoteTable.Sums();
    Report silent = new Report(System.out, 0);
    List<JsonNode> read = new ArrayList<>();
    long spent = 0;
    long bytes = 0;
    while (spent < seconds * 1_000_000_000L && read.size() < rows.size()) {
      JsonNode row = rows.get(read.size());
      String text = row.get("text").asText();
      long before = THREADS.getCurrentThreadCpuTime();
      Attribution found = peer.attribute(text);
      spent += THREADS.getCurrentThreadCpuTime() - before;
      bytes += text.getBytes(StandardCharsets.UTF_8).length;
      QuoteTable.score(row, found, theirs, silent, true);
      read.add(row);
    }
    Predictor predictor = Predictor.shipped();
    QuoteTable.Sums ours = new QuoteTable.Sums();
    for (JsonNode row : read) {
      Attribution found = predictor.attribute(row.get("text").asText(), "en");
      QuoteTable.score(row, found, ours, silent, true);
    }
    double mine = megabytesPerSecond(predictor, read, bytes);
    double peers = bytes / 1e6 / (spent / 1e9);
    report.line(
        "the first %d articles of PolNeAR, %.3f MB, processor time", read.size(), bytes / 1e6);
    report.line("   %-24s %10.4f MB/s", peer.name(), peers);
    report.line("   %-24s %10.1f MB/s, %,.0f times as fast", "Dateline", mine, mine / peers);
    QuoteTable.print(report, peer.name(), theirs);
    QuoteTable.print(report, "Dateline", ours);
  }

  private static double megabytesPerSecond(Predictor predictor, List<JsonNode> rows, long bytes) {
    List<String> texts = rows.stream().map(r -> r.get("text").asText()).toList();
    double best = 0;
    for (int i = 0; i < ROUNDS; i++) {
      long before = THREADS.getCurrentThreadCpuTime();
      for (String text : texts) {
        predictor.attribute(text, "en");
      }
      best = Math.max(best, bytes / 1e6 / ((THREADS.getCurrentThreadCpuTime() - before) / 1e9));
    }
    return best;
  }
}
