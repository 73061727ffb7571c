package news.dateline.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import news.dateline.model.Batch;
import news.dateline.model.Item;
import news.dateline.model.Reason;
import news.dateline.model.Source;
import news.dateline.testing.Corpus;
import news.dateline.testing.Wires;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * A document cut off in transfer, in every format that has an end, at bytes all along it: what is
 * accepted of it is as it stands in the whole document, and there is never nothing without a
 * rejection.
 */
class CutOffTest {
  /** What of an item must be whole: what is published, and whether and when it may be. */
  private record Whole(
      Item.Identity identity,
      String headline,
      String summary,
      String body,
      Item.Dates dates,
      Item.Editorial editorial,
      news.dateline.model.Lines lines) {
    static Whole of(Item item) {
      return new Whole(
          item.identity(),
          item.headline().value(),
          item.summary().value(),
          item.body().value(),
          item.dates(),
          item.editorial(),
          item.lines());
    }
  }

  private static final String RAIN =
      "PORT TOWN (QP) - Rain fell on the harbour for a third day, the harbour office said. "
          + "\u201CIt never stops,\u201D it said. Boats stay in.";

  private static String text(String more) {
    return RAIN + " " + more;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** One document a format; keyed by what it shows. */
  private static Map<String, byte[]> documents() throws IOException {
    Map<String, byte[]> all = new LinkedHashMap<>();
    String g2 =
        Wires.g2("urn:q:1", 1, "<pubStatus qcode='stat:usable'/>", "Rain falls", text("One."));
    String second = Wires.g2("urn:q:2", 1, "", "Snow falls", text("Two."));
    String item = second.substring(second.indexOf("<newsItem"), second.indexOf("</itemSet>"));
    String messages = g2.replace("</itemSet>", item + "</itemSet>");
    all.put("NewsML-G2", utf8(messages));
    all.put("NewsML-G2 item alone", utf8(item));
    all.put("NewsML-G2 gzip", gzip(utf8(messages)));
    all.put(
        "NewsML-G2 with the embargo last",
        utf8(
            "<newsItem guid='urn:q:3'><contentMeta><headline>Rain"
                + " falls</headline></contentMeta><contentSet><inlineData>Rain"
                + " fell.</inlineData></contentSet><itemMeta>"
                + "<embargoed>2026-12-24T10:00:00Z</embargoed></itemMeta></newsItem>"));
    String ml = Wires.newsMl("Q1", 1, "Usable", "", "Rain falls", text("One."));
    String mlItem = Wires.newsMl("Q2", 1, "Usable", "", "Snow falls", text("Two."));
    all.put(
        "NewsML 1.2",
        utf8(
            ml.replace(
                "</NewsML>",
                mlItem.substring(mlItem.indexOf("<NewsItem>"), mlItem.indexOf("</NewsML>"))
                    + "</NewsML>")));
    all.put("NITF", utf8("<?xml version='1.0'?>\n" + Wires.nitf("9", ">", "Rain falls", RAIN)));
    all.put(
        "NITF, several",
        utf8(
            "<nitfs>"
                + Wires.nitf("1", ">", "Rain falls", text("One."))
                + Wires.nitf("2", ">", "Snow falls", text("Two."))
                + "</nitfs>"));
    String ninjs = Wires.ninjs("urn:q:1", "", "Rain falls", text("One."));
    String other = Wires.ninjs("urn:q:2", "\"urgency\":2,", "Snow falls", text("Two."));
    all.put("ninjs", utf8(ninjs));
    all.put(
        "ninjs with the embargo last",
        utf8(
            "{\"uri\":\"urn:q:1\",\"headline\":\"Rain falls\",\"body_text\":\"Rain fell.\","
                + "\"pubstatus\":\"usable\",\"embargoed\":\"2026-12-24T10:00:00Z\"}"));
    all.put("ninjs list", utf8("[" + ninjs + ",\n" + other + "]"));
    all.put("ninjs items", utf8("{\"items\":[" + ninjs + "," + other + "],\"next\":\"n\"}"));
    all.put(
        "ninjs of an API",
        utf8("{\"data\":{\"items\":[{\"item\":" + ninjs + "},{\"item\":" + other + "}]}}"));
    String wires =
        "{\"format\":\"digitalwires@0.9.1\",\"urn\":\"urn:q:%d\",\"version\":2,\"headline\":\"Rain"
            + " falls\",\"article_html\":\"<section><p>Rain fell,"
            + " %d.</p></section>\",\"pubstatus\":\"usable\"}";
    all.put("digitalwires", utf8(wires.formatted(1, 1)));
    all.put(
        "digitalwires entries",
        utf8("{\"entries\":[" + wires.formatted(1, 1) + "," + wires.formatted(2, 2) + "]}"));
    all.put(
        "JSON Feed",
        utf8(
            "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"Gazette\",\"items\":[{\"id\":\"1\",\"title\":\"Rain"
                + " falls\",\"content_text\":\"Rain fell.\"},{\"id\":\"2\",\"title\":\"Snow"
                + " falls\",\"content_html\":\"<p>Snow fell.</p>\"}]}"));
    String rss =
        "<item><title>%s falls</title><guid>q%d</guid><description><![CDATA[<p>%s"
            + " fell.</p>]]></description></item>";
    String items = rss.formatted("Rain", 1, "Rain") + rss.formatted("Snow", 2, "Snow");
    all.put(
        "RSS 2.0",
        utf8("<rss version='2.0'><channel><title>Gazette</title>" + items + "</channel></rss>\n"));
    all.put(
        "RSS 1.0",
        utf8(
            "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'"
                + " xmlns='http://purl.org/rss/1.0/'><channel><title>Gazette</title></channel>"
                + items
                + "</rdf:RDF>"));
    all.put(
        "RSS, not quite XML",
        utf8(
            "<rss version='2.0'><channel><title>Gazette & Mail</title>"
                + items.replace("Rain fell", "Rain &nbsp; fell")
                + "</channel></rss>\n"));
    String entry =
        "<entry><id>urn:q:%d</id><title>%s falls</title><content type='html'>&lt;p&gt;%s"
            + " fell.</content></entry>";
    all.put(
        "Atom",
        utf8(
            "<feed xmlns='http://www.w3.org/2005/Atom'><title>Gazette</title>"
                + entry.formatted(1, "Rain", "Rain")
                + entry.formatted(2, "Snow", "Snow")
                + "</feed>"));
    all.put("Atom entry alone", utf8(entry.formatted(1, "Rain", "Rain")));
    all.put(
        "CDF",
        utf8(
            "<channel href='http://q.example/'><title>Gazette</title><item"
                + " href='http://q.example/1'><title>Rain falls</title><abstract>Rain"
                + " fell.</abstract></item><item href='http://q.example/2'><title>Snow"
                + " falls</title><abstract>Snow fell.</abstract></item></channel>"));
    String url =
        "<url><loc>http://q.example/%d</loc><news:news><news:title>%s"
            + " falls</news:title></news:news></url>";
    all.put(
        "news sitemap",
        utf8(
            "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'"
                + " xmlns:news='http://www.google.com/schemas/sitemap-news/0.9'>"
                + url.formatted(1, "Rain")
                + url.formatted(2, "Snow")
                + "</urlset>"));
    all.put(
        "IPTC 7901",
        utf8(
            Wires.iptc7901("qua", 61, "harbour", "Rain falls", text("One."))
                + Wires.iptc7901("qua", 62, "harbour", "Snow falls", text("Two."))));
    all.put(
        "IPTC 7901 without control characters",
        utf8(
            "qua061 4 i 21\r\n\r\nharbour/\r\nRain falls =\r\n\r\n"
                + RAIN
                + "\r\n\r\n031000 GMT May 26\r\n"));
    String anpa =
        "\u0016\u0016\u0001W%d\u001fasian\r\n"
            + "r i\u0013\u0011 BC-US--%s     11-13 0449\r\n"
            + "\u0002^BC-US--%s,266<\r\n"
            + "^%s falls on harbor <\r\n"
            + "^By JANE ROE=\r\n"
            + "\t   PORT TOWN, Maine (AP) _ %s fell on the harbour. \r\n"
            + "\t   Boats stay in.\r\n"
            + "\t   \u0003AP-WF-11-13-13 1509GMT<\r\n\r\n"
            + "\f\r\n"
            + "\u0004\r\n";
    all.put(
        "ANPA 1312",
        utf8(
            anpa.formatted(2870, "Rain", "Rain", "Rain", "Rain")
                + anpa.formatted(2871, "Snow", "Snow", "Snow", "Snow")));
    all.put(
        "ZCZC",
        utf8(
            "ZCZC QUA061\n"
                + "Rain falls\n"
                + "PORT TOWN (QP) - Rain fell on the harbour for a third day, it said.\n"
                + "NNNN\n"
                + "ZCZC QUA062\n"
                + "Snow falls\n"
                + "PORT TOWN (QP) - Snow fell on the harbour for a third day, it said.\n"
                + "NNNN\n"));
    all.put("e-mail of parts", utf8(mail(item)));
    all.put("ZIP", zip(utf8(g2), utf8(ninjs)));
    all.put("TAR", tar(utf8(g2), utf8(ninjs), utf8(RAIN)));
    all.put("TAR gzip", gzip(tar(utf8(g2), utf8(ninjs), utf8(RAIN))));
    all.put("text gzip", gzip(utf8("Rain falls\n\n" + RAIN)));
    return all;
  }

  private static String mail(String attached) {
    return "From: Quay Desk <desk@quay.example>\r\n"
        + "Date: Thu, 19 Feb 2015 17:18:40 +1100\r\n"
        + "Message-ID: <q7@quay.example>\r\n"
        + "Subject: Rain falls on the harbour\r\n"
        + "MIME-Version: 1.0\r\n"
        + "Content-Type: multipart/mixed; boundary=q\r\n\r\n"
        + "--q\r\n"
        + "Content-Type: text/plain\r\n\r\n"
        + "Rain fell on the harbour for a third day.\r\n"
        + "--q\r\n"
        + "Content-Type: text/plain\r\n\r\n"
        + "Boats stay in.\r\n"
        + "--q\r\n"
        + "Content-Type: application/xml; name=snow.xml\r\n\r\n"
        + attached
        + "\r\n--q--\r\n";
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }

  private static byte[] zip(byte[]... files) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (int i = 0; i < files.length; i++) {
        zip.putNextEntry(new ZipEntry("file-" + i));
        zip.write(files[i]);
        zip.closeEntry();
      }
    }
    return out.toByteArray();
  }

  private static byte[] tar(byte[]... files) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out)) {
      for (int i = 0; i < files.length; i++) {
        TarArchiveEntry entry = new TarArchiveEntry("file-" + i);
        entry.setSize(files[i].length);
        tar.putArchiveEntry(entry);
        tar.write(files[i]);
        tar.closeArchiveEntry();
      }
    }
    return out.toByteArray();
  }

  @TestFactory
  Stream<DynamicTest> wherever_it_is_cut_nothing_that_is_not_whole_is_accepted()
      throws IOException {
    return documents().entrySet().stream()
        .map(e -> DynamicTest.dynamicTest(e.getKey(), () -> everyCut(e.getValue())));
  }

  /** Some hundred cuts a document; {@code -Ddateline.cuts=100000} makes one at every byte. */
  private static int step(byte[] document) {
    return Math.max(1, document.length / Integer.getInteger("dateline.cuts", 250));
  }

  private static void everyCut(byte[] document) {
    Batch<Item> whole = Documents.parse(document);
    assertThat(whole.rejections()).isEmpty();
    assertThat(whole.items()).isNotEmpty();
    List<Whole> true_ = whole.items().stream().map(Whole::of).toList();
    for (int length = 1; length < document.length; length += step(document)) {
      assertThat(faults(Arrays.copyOf(document, length), true_)).as("cut at %d", length).isEmpty();
    }
  }

  /** What is wrong with what was made of a document cut off; empty string: nothing. */
  private static String faults(byte[] cut, List<Whole> whole) {
    Batch<Item> batch = Documents.parse(cut);
    if (batch.items().isEmpty() && batch.rejections().isEmpty()) {
      return "nothing, and nothing said";
    }
    if (batch.received() < batch.items().size() + batch.rejections().size()
        && !batch.items().isEmpty()) {
      return "the sum does not hold";
    }
    for (Item item : batch.items()) {
      if (!whole.contains(Whole.of(item))) {
        return "accepted " + item.headline().value() + " / " + item.body().value();
      }
    }
    return "";
  }

  @Test
  void a_wire_document_cut_off_is_buried_as_such() {
    String g2 = Wires.g2("urn:q:1", 1, "", "Rain falls on the harbour", RAIN);
    Batch<Item> batch = Documents.parse(g2.substring(0, g2.indexOf("on the harbour")));
    assertThat(batch.items()).isEmpty();
    assertThat(batch.rejections())
        .singleElement()
        .satisfies(r -> assertThat(r.reason()).isEqualTo(Reason.CUT_OFF))
        .satisfies(r -> assertThat(r.raw().utf8()).endsWith("<headline>Rain falls "));
  }

  @Test
  void what_breaks_off_before_its_first_item_is_said() {
    for (String begun :
        List.of(
            "<newsMessage><broken",
            "<NewsML><NewsEnvelope>",
            "<rss version='2.0'><channel><title>Gaz",
            "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"Gaz",
            "{\"uri\":\"urn:q:1\",\"headline\":\"Rain fa")) {
      Batch<Item> batch = Documents.parse(begun);
      assertThat(batch.items()).as(begun).isEmpty();
      assertThat(batch.rejections())
          .as(begun)
          .extracting(r -> r.reason())
          .containsExactly(Reason.CUT_OFF);
    }
  }

  @Test
  void a_delivery_without_any_item_is_said_and_a_feed_without_any_is_not() {
    String empty = "<newsMessage><header/><itemSet/></newsMessage>";
    assertThat(Documents.parse(empty).rejections())
        .extracting(r -> r.reason())
        .containsExactly(Reason.EMPTY_DOCUMENT);
  }

  @Test
  void a_feed_that_never_closes_its_root_is_read_and_told_only_as_repaired() {
    String items = "<item><title>Rain</title></item><item><title>Snow</title></item>";
    for (String feed :
        List.of("<rss><channel>" + items + "\n\n", "<rss><channel>" + items + "</channel>\n")) {
      Batch<Item> batch = Documents.parse(feed);
      assertThat(batch.items()).hasSize(2);
      assertThat(batch.rejections()).isEmpty();
      assertThat(batch.feed().repaired()).isTrue();
    }
  }

  @Test
  void an_element_left_open_in_the_middle_cuts_nothing_off() {
    Batch<Item> batch =
        Documents.parse(
            "<rss><channel><itunes:category"
                + " text='News'><item><title>Rain</title><description>Wet</item><item><title>Snow<b></title></item></channel></rss>\n"
                + "<!-- cached --><script>x(");
    assertThat(batch.items()).hasSize(2);
    assertThat(batch.rejections()).isEmpty();
  }

  /** The same of the shared files, by a few cuts each: bounded to some seconds. */
  @Test
  void no_wire_file_of_the_corpus_gives_half_an_item() throws IOException {
    Path wire = Corpus.require("corpus/wire");
    int step = Integer.getInteger("dateline.cut.files", 40);
    List<Path> files;
    try (Stream<Path> walk = Files.walk(wire)) {
      files =
          walk.filter(Files::isRegularFile)
              .filter(f -> f.toString().matches(".*\\.(xml|json|txt|tst|eml|ninjs)"))
              .sorted()
              .toList();
    }
    Source source = Documents.SOURCE;
    List<String> bad = new ArrayList<>();
    for (int i = 0; i < files.size(); i += step) {
      byte[] bytes = Files.readAllBytes(files.get(i));
      Batch<Item> whole = Documents.parse(Documents.of(bytes, source, Optional.empty(), "wire"));
      if (bytes.length > 200_000
          || whole.items().isEmpty()
          || whole.feed().format().equals("text")) {
        continue;
      }
      List<Whole> true_ = whole.items().stream().map(Whole::of).toList();
      for (int at : IntStream.range(1, 12).map(k -> bytes.length * k / 12).toArray()) {
        String faults = faults(Arrays.copyOf(bytes, at), true_);
        if (!faults.isEmpty()) {
          bad.add(wire.relativize(files.get(i)) + " at " + at + ": " + faults);
        }
      }
    }
    assertThat(bad).isEmpty();
  }
}
