package news.dateline.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import news.dateline.app.ReadingPath;
import news.dateline.bench.ReadBench.Work;
import news.dateline.model.Article;
import news.dateline.model.Batch;
import news.dateline.model.Bytes;
import news.dateline.model.Document;
import news.dateline.model.Source;
import news.dateline.model.Visit;
import news.dateline.parse.fuzz.JsonSeeds;
import news.dateline.parse.fuzz.TextSeeds;
import news.dateline.parse.fuzz.XmlSeeds;
import news.dateline.publish.ArticleJson;

/**
 * Wire files, format by format, on one thread, by CPU time: parsing alone; all the way to the JSON
 * of the articles; and beside it, in turns, the same fields read as tutorials do it ({@link
 * WirePeers}). Run by hand: {@code WireBench [FOLDER]}; the folder has a {@code MANIFEST.tsv} whose
 * first two columns are path and format.
 */
public final class WireBench {
  /** Bytes of a pass: a format's few files are read again until they are that many. */
  private static final int PASS = 400_000;

  private static final int WARM_UP = 8;
  private static final int ROUNDS = 9;
  private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();
  private static final ArticleJson JSON = new ArticleJson();

  private WireBench() {}

  /**
   * @param seeds what is read where there is no folder
   */
  private record Kind(
      String name, String format, Supplier<Stream<byte[]>> seeds, Optional<Work> peer) {}

  /**
   * @param arguments the folder of wire files; none: the shared corpus
   * @throws Exception when a file cannot be read
   */
  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments.length > 0 ? arguments[0] : "../shared/corpus/wire");
    Work ninjs =
        WirePeers.json(
            "uri",
            "headline",
            "headlines",
            "byline",
            "body_html",
            "body_text",
            "bodies",
            "ednote",
            "slugline",
            "versioncreated",
            "urgency",
            "pubstatus",
            "embargoed",
            "subject",
            "place");
    Work api =
        WirePeers.json(
            "uri",
            "headline",
            "bylines",
            "ednote",
            "usageterms",
            "version",
            "versioncreated",
            "firstcreated",
            "urgency",
            "pubstatus",
            "infosource",
            "subject",
            "place",
            "nitf");
    Work entries =
        WirePeers.json(
            "urn",
            "headline",
            "byline",
            "dateline",
            "article_html",
            "ednotes",
            "version",
            "version_created",
            "urgency",
            "pubstatus",
            "embargoed",
            "categories",
            "teaser");
    List<Kind> kinds =
        List.of(
            kind("NewsML-G2", "newsml-g2", XmlSeeds::newsMlG2, WirePeers.newsMlG2()),
            kind("NewsML 1", "newsml-1", XmlSeeds::newsMl1, WirePeers.newsMl1()),
            kind("NITF", "nitf", XmlSeeds::nitf, WirePeers.nitf()),
            kind("ninjs", "ninjs", JsonSeeds::ninjs, ninjs),
            kind("AP JSON", "ap-media-json", JsonSeeds::mediaApi, api),
            kind("digitalwires", "dpa-digitalwires", JsonSeeds::digitalwires, entries),
            new Kind("IPTC 7901", "iptc7901", TextSeeds::iptc7901, Optional.empty()),
            new Kind("ANPA 1312", "anpa1312", TextSeeds::anpa1312, Optional.empty()),
            kind("e-mail", "email", TextSeeds::mails, WirePeers::mail));
    System.out.println(
        "| format | files | parse MB/s | items/s | whole way MB/s | items/s | peer MB/s | ratio |");
    System.out.println("|---|---|---|---|---|---|---|---|");
    try (ReadingPath path = new ReadingPath()) {
      for (Kind kind : kinds) {
        measure(kind, files(folder, kind), path);
      }
    }
  }

  private static Kind kind(String name, String format, Supplier<Stream<byte[]>> seeds, Work peer) {
    return new Kind(name, format, seeds, Optional.of(peer));
  }

  private static List<byte[]> files(Path folder, Kind kind) throws IOException {
    Path manifest = folder.resolve("MANIFEST.tsv");
    if (!Files.exists(manifest)) {
      return kind.seeds().get().toList();
    }
    List<byte[]> files = new ArrayList<>();
    for (String line : Files.readAllLines(manifest)) {
      String[] columns = line.split("\t", -1);
      if (columns.length > 1 && columns[1].startsWith(kind.format())) {
        files.add(Files.readAllBytes(folder.resolve(columns[0])));
      }
    }
    return files.isEmpty() ? kind.seeds().get().toList() : files;
  }

  private static void measure(Kind kind, List<byte[]> all, ReadingPath path) throws Exception {
    List<byte[]> files = new ArrayList<>();
    for (byte[] file : all) {
      if (kind.peer().isEmpty() || readable(kind.peer().get(), file)) {
        files.add(file);
      }
    }
    Work parse = bytes -> path.items(document(bytes)).items().size();
    Work whole = bytes -> written(path.articles(document(bytes)));
    Work peer = kind.peer().orElse(bytes -> 0);
    long bytes = files.stream().mapToLong(f -> f.length).sum();
    int times = (int) Math.max(1, PASS / Math.max(1, bytes));
    double[][] seconds = inTurns(files, times, parse, whole, peer);
    double read = median(seconds[0]);
    double way = median(seconds[1]);
    double other = median(seconds[2]);
    double megabytes = bytes * times / 1e6;
    System.out.printf(
        Locale.ROOT,
        "| %s | %d%s | %.1f | %,.0f | %.1f | %,.0f | %s |%n",
        kind.name(),
        files.size(),
        files.size() < all.size() ? " of " + all.size() + ", which the peer can read" : "",
        megabytes / read,
        times * pass(files, 1, parse) / read,
        megabytes / way,
        times * pass(files, 1, whole) / way,
        kind.peer().isEmpty()
            ? "| "
            : String.format(Locale.ROOT, "%.1f | %.1f", megabytes / other, other / read));
  }

  private static boolean readable(Work peer, byte[] file) {
    try {
      return peer.items(file) > 0;
    } catch (Exception e) {
      return false; // not one both can read
    }
  }

  private static int written(Batch<Article> articles) {
    int bytes = 0;
    for (Article article : articles.items()) {
      bytes += JSON.write(article).size();
    }
    return bytes > 0 ? articles.items().size() : 0;
  }

  private static long visits;

  /** From a source of its own each time, so that no paragraph recurs. */
  private static Document document(byte[] bytes) {
    return new Document(
        Source.builder("bench-" + visits++, "The Bench").build(),
        "https://bench.example/file",
        Bytes.wrap(bytes),
        Optional.empty(),
        Visit.delivery(ReadingPath.NOW, bytes.length));
  }

  private static double[][] inTurns(List<byte[]> files, int times, Work... ways) throws Exception {
    double[][] seconds = new double[ways.length][ROUNDS];
    for (int round = -WARM_UP; round < ROUNDS; round++) {
      for (int w = 0; w < ways.length; w++) {
        long start = CPU.getCurrentThreadCpuTime();
        pass(files, times, ways[w]);
        if (round >= 0) {
          seconds[w][round] = (CPU.getCurrentThreadCpuTime() - start) / 1e9;
        }
      }
    }
    return seconds;
  }

  private static int pass(List<byte[]> files, int times, Work work) throws Exception {
    int items = 0;
    for (int i = 0; i < times; i++) {
      for (byte[] file : files) {
        items += work.items(file);
      }
    }
    return items;
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
