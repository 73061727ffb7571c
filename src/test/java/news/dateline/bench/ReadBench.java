package news.dateline.bench;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.WireFeedInput;
import com.rometools.rome.io.XmlReader;
import com.rometools.rome.io.impl.DateParser;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import news.dateline.model.Bytes;
import news.dateline.model.Document;
import news.dateline.model.Memo;
import news.dateline.model.Source;
import news.dateline.model.Visit;
import news.dateline.parse.DocumentParser;
import news.dateline.parse.Profiles;
import org.jdom2.JDOMException;
import org.jdom2.input.SAXBuilder;

/**
 * First reads, and re-reads where one item is new: our parser beside ROME as its tutorials use it
 * ({@code new SyndFeedInput().build(new XmlReader(in))}), in turns within one run, on one thread,
 * by CPU time. Real captures of a folder (those ROME can read too) and a synthetic feed of fifty
 * items of 4.5 KB. Then what ROME's time is made of. Run by hand: {@code ReadBench [FOLDER]}.
 */
public final class ReadBench {
  private static final int ITEMS = 50;
  private static final int WARM_UP = 5;
  private static final int ROUNDS = 9;
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
  private static final Source SOURCE =
      Source.ofFeed("bench", "The Bench", URI.create("https://bench.example/feed"));
  private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

  private ReadBench() {}

  /** One way to read a feed. */
  interface Work {
    /** How many items it held. */
    int items(byte[] feed) throws Exception;
  }

  /**
   * @param arguments the folder of captures; none: the shared corpus
   * @throws Exception when a file cannot be read
   */
  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments.length > 0 ? arguments[0] : "../shared/corpus/feeds");
    DocumentParser parser = new DocumentParser(() -> NOW, Profiles.COMMON);
    Work ours = bytes -> parser.parse(document(bytes)).items().size();
    Work rome = bytes -> rome(bytes).getEntries().size();
    List<byte[]> synthetic = new ArrayList<>();
    for (int f = 0; f < 20; f++) {
      synthetic.add(feed(f));
    }
    compare("first read, synthetic, 20 feeds of 50 items of 4.5 KB", synthetic, ours, rome);
    compare("read again with one new item, synthetic", synthetic, again(parser, synthetic), rome);
    if (Files.isDirectory(folder)) {
      List<byte[]> real = captures(folder);
      compare("first read, real captures that both can read: " + real.size(), real, ours, rome);
      List<byte[]> several =
          real.stream().filter(b -> parser.parse(document(b)).received() > 1).toList();
      compare(
          "read again with one new item, those with several items: " + several.size(),
          several,
          again(parser, several),
          rome);
      dominates("real captures", real);
    }
    dominates("synthetic", synthetic);
  }

  /** Reads each feed as if all its items but the first had stood in the source's last document. */
  private static Work again(DocumentParser parser, List<byte[]> feeds) {
    Map<byte[], Memo> memos = new IdentityHashMap<>();
    for (byte[] feed : feeds) {
      Memo whole = parser.parse(document(feed)).memo();
      byte[] marks = Base64.getDecoder().decode(whole.marks());
      byte[] fewer = Arrays.copyOfRange(marks, Math.min(8, marks.length), marks.length);
      memos.put(feed, whole.withMarks(Base64.getEncoder().withoutPadding().encodeToString(fewer)));
    }
    Memo[] last = {Memo.NONE};
    DocumentParser remembering = new DocumentParser(() -> NOW, Profiles.COMMON, source -> last[0]);
    return bytes -> {
      last[0] = memos.get(bytes);
      return remembering.parse(document(bytes)).received();
    };
  }

  private static Document document(byte[] bytes) {
    return new Document(
        SOURCE,
        "https://bench.example/feed",
        Bytes.wrap(bytes),
        Optional.empty(),
        Visit.delivery(NOW, bytes.length));
  }

  /** As in ROME's tutorials. */
  static SyndFeed rome(byte[] bytes) throws FeedException, IOException {
    return new SyndFeedInput().build(new XmlReader(new ByteArrayInputStream(bytes)));
  }

  /** Documents of some size that ROME reads with at least one item. */
  private static List<byte[]> captures(Path folder) throws IOException {
    List<byte[]> feeds = new ArrayList<>();
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path file : walk.filter(Files::isRegularFile).sorted().toList()) {
        if (Files.size(file) > 4_000) {
          byte[] bytes = Files.readAllBytes(file);
          try {
            if (!rome(bytes).getEntries().isEmpty()) {
              feeds.add(bytes);
            }
          } catch (FeedException | IOException | RuntimeException e) {
            continue; // not one both can read
          }
        }
      }
    }
    return feeds;
  }

  /** Two ways over the same feeds, in turns, and the ratio of their times. */
  static void compare(String what, List<byte[]> feeds, Work ours, Work rome) throws Exception {
    long bytes = feeds.stream().mapToLong(f -> f.length).sum();
    int ourItems = pass(feeds, ours);
    int romeItems = pass(feeds, rome);
    double[][] times = inTurns(feeds, ours, rome);
    System.out.printf(Locale.ROOT, "%s, %.1f MB%n", what, bytes / 1e6);
    row("Dateline", bytes, ourItems, times[0]);
    row("ROME", bytes, romeItems, times[1]);
    double[] ratios = new double[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
      ratios[i] = times[1][i] / times[0][i];
    }
    System.out.printf(Locale.ROOT, "  ratio %.1f (median of %d rounds)%n", median(ratios), ROUNDS);
  }

  /** Seconds of CPU for each way in each round. */
  private static double[][] inTurns(List<byte[]> feeds, Work... ways) throws Exception {
    double[][] times = new double[ways.length][ROUNDS];
    for (int round = -WARM_UP; round < ROUNDS; round++) {
      for (int w = 0; w < ways.length; w++) {
        long start = CPU.getCurrentThreadCpuTime();
        pass(feeds, ways[w]);
        double seconds = (CPU.getCurrentThreadCpuTime() - start) / 1e9;
        if (round >= 0) {
          times[w][round] = seconds;
        }
      }
    }
    return times;
  }

  private static int pass(List<byte[]> feeds, Work work) throws Exception {
    int items = 0;
    for (byte[] feed : feeds) {
      items += work.items(feed);
    }
    return items;
  }

  private static void row(String name, long bytes, int items, double[] seconds) {
    double s = median(seconds);
    System.out.printf(
        Locale.ROOT, "  %-9s %7.1f MB/s %,10.0f items/s%n", name, bytes / s / 1e6, items / s);
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  /** What ROME's time goes into: each step does what the one before did, and one thing more. */
  private static void dominates(String what, List<byte[]> feeds) throws Exception {
    List<byte[]> good = new ArrayList<>();
    for (byte[] feed : feeds) {
      try {
        unhealed(feed);
        good.add(feed);
      } catch (FeedException | JDOMException | RuntimeException e) {
        continue; // only its healer made it readable
      }
    }
    List<List<String>> dates = new ArrayList<>();
    for (byte[] feed : good) {
      List<String> written = new ArrayList<>();
      for (SyndEntry entry : rome(feed).getEntries()) {
        if (entry.getPublishedDate() != null) {
          written.add(DateParser.formatRFC822(entry.getPublishedDate(), Locale.US));
        }
      }
      dates.add(written);
    }
    int[] at = {0};
    double[][] t =
        inTurns(
            good,
            b -> text(b).length(),
            b -> new SAXBuilder().build(new StringReader(text(b))).getContentSize(),
            b -> {
              WireFeedInput input = new WireFeedInput(false, Locale.US);
              input.setXmlHealerOn(false);
              return input.build(new StringReader(text(b))).getFeedType().length();
            },
            b -> unhealed(b).getEntries().size(),
            b -> rome(b).getEntries().size(),
            b -> {
              int read = 0;
              for (String date : dates.get(at[0]++ % good.size())) {
                read += DateParser.parseDate(date, Locale.US) == null ? 0 : 1;
              }
              return read;
            });
    double[] s = new double[t.length];
    for (int i = 0; i < t.length; i++) {
      s[i] = median(t[i]);
    }
    double whole = s[4];
    System.out.printf(Locale.ROOT, "ROME's time, %s (%d files):%n", what, good.size());
    share("guessing the encoding, decoding", s[0], whole);
    share("JDOM tree", s[1] - s[0], whole);
    share("reading the tree, all its dates included", s[2] - s[1], whole);
    share("  of which one date an item", s[5], whole);
    share("converting to SyndFeed", s[3] - s[2], whole);
    share("healer, which reads character by character", s[4] - s[3], whole);
    System.out.printf(
        Locale.ROOT,
        "  beside it: one clone of each feed, as camel-rss makes for every entry: %.0f %%%n",
        100 * cloning(good) / whole);
  }

  private static double cloning(List<byte[]> feeds) throws Exception {
    List<SyndFeed> parsed = new ArrayList<>();
    for (byte[] feed : feeds) {
      parsed.add(rome(feed));
    }
    double best = Double.MAX_VALUE;
    for (int round = 0; round < ROUNDS; round++) {
      long start = CPU.getCurrentThreadCpuTime();
      for (SyndFeed feed : parsed) {
        feed.clone();
      }
      best = Math.min(best, (CPU.getCurrentThreadCpuTime() - start) / 1e9);
    }
    return best;
  }

  private static void share(String what, double seconds, double whole) {
    System.out.printf(Locale.ROOT, "  %-45s %3.0f %%%n", what, 100 * seconds / whole);
  }

  private static String text(byte[] bytes) throws IOException {
    StringBuilder out = new StringBuilder(bytes.length);
    try (XmlReader reader = new XmlReader(new ByteArrayInputStream(bytes))) {
      char[] buffer = new char[8192];
      for (int n = reader.read(buffer); n > 0; n = reader.read(buffer)) {
        out.append(buffer, 0, n);
      }
    }
    return out.toString();
  }

  private static SyndFeed unhealed(byte[] bytes) throws Exception {
    SyndFeedInput input = new SyndFeedInput();
    input.setXmlHealerOn(false);
    return input.build(new StringReader(text(bytes)));
  }

  /** Fifty items with the extensions news feeds use. */
  static byte[] feed(int f) {
    StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    xml.append("<rss version=\"2.0\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"");
    xml.append(" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"");
    xml.append(" xmlns:media=\"http://search.yahoo.com/mrss/\"><channel><title>Bench</title>\n");
    xml.append("<link>https://bench.example/</link><description>Invented</description>\n");
    String paragraph =
        "&lt;p&gt;Rain fell on the city for the third day, the harbour office said – more is due."
            + " Ferries stay in port until &lt;b&gt;Friday&lt;/b&gt; at least.&lt;/p&gt;\n";
    for (int i = 0; i < ITEMS; i++) {
      String id = f + "-" + i;
      xml.append("<item><title>Rain falls on Paris, day ").append(id).append("</title>\n");
      xml.append("<link>https://bench.example/").append(id).append("</link>\n");
      xml.append("<guid isPermaLink=\"false\">b-").append(id).append("</guid>\n");
      xml.append("<pubDate>Tue, 24 Nov 2026 10:00:00 +0000</pubDate>\n");
      xml.append("<dc:creator>Ann Poe</dc:creator><category>Weather</category>\n");
      xml.append("<media:content url=\"https://bench.example/").append(id).append(".jpg\"/>\n");
      xml.append("<description>Ferries stay in port.</description>\n<content:encoded>");
      xml.append(paragraph.repeat(23)).append("</content:encoded></item>\n");
    }
    return xml.append("</channel></rss>").toString().getBytes(StandardCharsets.UTF_8);
  }
}
