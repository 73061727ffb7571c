package news.dateline.parse;

import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import java.io.ByteArrayInputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import news.dateline.model.Batch;
import news.dateline.model.Document;
import news.dateline.model.Item;
import news.dateline.model.Memo;

/**
 * Measures the fast path beside ROME as its tutorials use it, on the same generated feeds of fifty
 * items of 5 KB. Run {@link #main} by hand; figures are for one core.
 */
public final class ParseSpeed {
  private static final int ITEMS = 50;

  private ParseSpeed() {}

  private interface Work {
    int items(byte[] feed) throws Exception;
  }

  /**
   * @param arguments none
   * @throws Exception when ROME refuses the generated feed
   */
  public static void main(String[] arguments) throws Exception {
    List<byte[]> feeds = new ArrayList<>();
    for (int f = 0; f < 20; f++) {
      feeds.add(feed(f));
    }
    DocumentParser parser = new DocumentParser(() -> Documents.NOW);
    report("Dateline", feeds, bytes -> parser.parse(document(bytes)).items().size());
    Map<String, Memo> memos = new HashMap<>();
    DocumentParser remembering = new DocumentParser(() -> Documents.NOW, memos::get);
    report(
        "Dateline, again",
        feeds,
        bytes -> {
          memos.put(Documents.SOURCE.id(), memoOfAllButOne(parser, bytes));
          Batch<Item> batch = remembering.parse(document(bytes));
          if (batch.items().size() != 1) {
            throw new IllegalStateException(batch.items().size() + " items are new");
          }
          return batch.received();
        });
    report(
        "ROME, XmlReader",
        feeds,
        bytes ->
            new SyndFeedInput()
                .build(new XmlReader(new ByteArrayInputStream(bytes)))
                .getEntries()
                .size());
  }

  private static final Map<byte[], Memo> MEMOS = new IdentityHashMap<>();

  /** What the source's last document, one item shorter, left behind. */
  private static Memo memoOfAllButOne(DocumentParser parser, byte[] bytes) {
    return MEMOS.computeIfAbsent(
        bytes,
        b -> {
          String xml = new String(b, StandardCharsets.UTF_8);
          String shorter =
              xml.substring(0, xml.indexOf("<item>")) + xml.substring(xml.indexOf("</item>") + 7);
          return parser.parse(document(shorter.getBytes(StandardCharsets.UTF_8))).memo();
        });
  }

  private static Document document(byte[] bytes) {
    return Documents.of(bytes, Documents.SOURCE, java.util.Optional.empty(), "https://g.example/f");
  }

  private static void report(String name, List<byte[]> feeds, Work work) throws Exception {
    for (int i = 0; i < 60; i++) {
      pass(feeds, work);
    }
    long start = cpuNanos();
    long bytes = 0;
    int items = 0;
    for (int i = 0; i < 40; i++) {
      items += pass(feeds, work);
      bytes += feeds.stream().mapToLong(f -> f.length).sum();
    }
    double seconds = (cpuNanos() - start) / 1e9;
    System.out.printf(
        "%-16s %,8.0f items/s  %6.1f MB/s%n", name, items / seconds, bytes / seconds / 1e6);
  }

  /** CPU time of this thread, so that other work on the machine does not count. */
  private static long cpuNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static int pass(List<byte[]> feeds, Work work) throws Exception {
    int items = 0;
    for (byte[] feed : feeds) {
      items += work.items(feed);
    }
    return items;
  }

  private static byte[] feed(int f) {
    StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    xml.append("<rss version=\"2.0\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"");
    xml.append(" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"");
    xml.append(" xmlns:media=\"http://search.yahoo.com/mrss/\"><channel><title>G</title>\n");
    String paragraph =
        "&lt;p&gt;Rain fell on the city for the third day, the harbour office said – more is due."
            + " Ferries stay in port until &lt;b&gt;Friday&lt;/b&gt; at least.&lt;/p&gt;\n";
    for (int i = 0; i < ITEMS; i++) {
      String id = f + "-" + i;
      xml.append("<item><title>Rain falls on Paris, day ").append(id).append("</title>\n");
      xml.append("<link>https://g.example/").append(id).append("</link>\n");
      xml.append("<guid isPermaLink=\"false\">g-").append(id).append("</guid>\n");
      xml.append("<pubDate>Tue, 24 Nov 2026 10:00:00 +0000</pubDate>\n");
      xml.append("<dc:creator>Ann Poe</dc:creator><category>Weather</category>\n");
      xml.append("<media:content url=\"https://g.example/").append(id).append(".jpg\"/>\n");
      xml.append("<description>Ferries stay in port.</description>\n<content:encoded>");
      xml.append(paragraph.repeat(25)).append("</content:encoded></item>\n");
    }
    return xml.append("</channel></rss>").toString().getBytes(StandardCharsets.UTF_8);
  }
}
