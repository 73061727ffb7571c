package news.dateline.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import news.dateline.model.Bytes;
import news.dateline.model.Document;
import news.dateline.model.Reason;
import news.dateline.model.RejectedException;
import news.dateline.model.Source;
import news.dateline.model.Subscription;
import news.dateline.model.Visit;
import news.dateline.testing.Corpus;
import org.junit.jupiter.api.Test;

class OpmlReaderTest {
  @Test
  void folders_nest_and_addresses_stand_as_written() {
    Opml opml =
        read(
            "<opml version='2.0'><head><title>Quays</title></head><body>"
                + "<outline text='Harbour'><outline title='North'>"
                + "<outline type='rss' text='Quay &amp;amp; Pier' xmlUrl=' feed://quay.example/x '"
                + " htmlUrl='https://quay.example/' language='en-GB'/></outline>"
                + "<outline type='rss' title='Second' text='other' xmlUrl='b'/></outline>"
                + "<outline xmlUrl='https://c.example/'/></body></opml>");
    assertThat(opml.title()).contains("Quays");
    assertThat(opml.entries())
        .containsExactly(
            new Subscription(
                "Quay & Pier",
                Optional.of("feed://quay.example/x"),
                Optional.of("https://quay.example/"),
                "rss",
                Optional.of("en-GB"),
                Optional.empty(),
                List.of("Harbour", "North")),
            entry("Second", "b", "Harbour"),
            entry("", "https://c.example/"));
    assertThat(opml.headings()).isEqualTo(2);
    assertThat(opml.repaired()).isFalse();
  }

  @Test
  void names_of_elements_and_attributes_come_in_any_case() {
    Opml opml =
        read(
            "<OPML><BODY><Outline TEXT='A' TYPE='RSS' XMLURL='https://a.example/'/></BODY></OPML>");
    assertThat(opml.entries()).containsExactly(entry("A", "https://a.example/"));
  }

  @Test
  void url_stands_in_for_xmlUrl_but_not_in_a_link_to_a_page() {
    List<Subscription> entries =
        read("<opml><body><outline text='A' url='https://a.example/rss'/>"
                + "<outline text='B' type='link' url='https://b.example/'/>"
                + "<outline text='C' htmlUrl='https://c.example/'/>"
                + "<outline text='D' type='include' url='https://d.example/more.opml'/>"
                + "<outline text='E' type='rss'/></body></opml>")
            .entries();
    assertThat(entries.get(0).address()).contains("https://a.example/rss");
    assertThat(entries.get(1).address()).isEmpty();
    assertThat(entries.get(1).page()).contains("https://b.example/");
    assertThat(entries.get(2).page()).contains("https://c.example/");
    assertThat(entries.get(3).type()).isEqualTo("include");
    assertThat(entries.get(4).address()).as("promised, and missing").isEmpty();
  }

  @Test
  void broken_xml_is_mended() {
    Opml opml =
        read(
            "junk<?xml version='1.0'?><opml version='1.1'><body><outline text='Caf&eacute; & Co'"
                + " xmlUrl='https://a.example/?x=1&y=2'><outline text=\"B\" xmlUrl=https://b.example/ />"
                + "<outline text='C' xmlUrl='https://c.example/'>");
    assertThat(opml.repaired()).isTrue();
    assertThat(opml.entries()).extracting(Subscription::title).contains("Café & Co", "C");
    assertThat(opml.entries().get(0).address()).contains("https://a.example/?x=1&y=2");
  }

  @Test
  void encodings_are_read_as_feeds_are() {
    String xml =
        "<?xml version='1.0' encoding='windows-1251'?><opml version='1.0'><body>"
            + "<outline text='Вести с причала' xmlUrl='https://a.example/'/></body></opml>";
    Opml opml = new OpmlReader().read(document(xml.getBytes(Charset.forName("windows-1251"))));
    assertThat(opml.entries().get(0).title()).isEqualTo("Вести с причала");
  }

  @Test
  void a_category_stands_in_for_folders() {
    Opml opml =
        read(
            "<opml><body><outline text='A' xmlUrl='https://a.example/' category='/Ports/North,/B'/>"
                + "</body></opml>");
    assertThat(opml.entries().get(0).folders()).containsExactly("Ports", "North");
  }

  @Test
  void what_is_no_opml_is_refused_with_its_reason() {
    for (String other :
        List.of("<rss><channel/></rss>", "<html><body>x</body></html>", "{}", "x")) {
      assertThatExceptionOfType(RejectedException.class)
          .as(other)
          .isThrownBy(() -> read(other))
          .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.UNKNOWN_FORMAT));
    }
  }

  /** Every captured list, found by content; the addresses in the bytes are what must be read. */
  @Test
  void every_captured_list_is_read_with_all_its_addresses() throws IOException {
    TreeMap<String, String> table = new TreeMap<>();
    try (Stream<Path> all = Files.walk(Corpus.require("corpus/feeds"))) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        byte[] bytes = Files.readAllBytes(file);
        String latin = new String(bytes, StandardCharsets.ISO_8859_1);
        if (!latin.substring(0, Math.min(latin.length(), 500)).toLowerCase().contains("<opml")) {
          continue;
        }
        Opml opml = new OpmlReader().read(document(bytes));
        int written = latin.split("(?i)\\bxmlurl\\s*=\\s*[\"'](?=[^\"'])", -1).length - 1;
        long read = opml.entries().stream().filter(e -> e.type().equals("rss")).count();
        table.put(file.getFileName().toString(), read + " of " + written);
        assertThat(read).as(file.toString()).isGreaterThanOrEqualTo(written);
      }
    }
    System.out.println("OpmlReaderTest: " + table.size() + " captured lists " + table);
    assertThat(table).isNotEmpty();
  }

  private static Subscription entry(String title, String address, String... folders) {
    return new Subscription(
        title,
        Optional.of(address),
        Optional.empty(),
        "rss",
        Optional.empty(),
        Optional.empty(),
        List.of(folders));
  }

  private static Opml read(String xml) {
    return new OpmlReader().read(document(xml.getBytes(StandardCharsets.UTF_8)));
  }

  private static Document document(byte[] bytes) {
    return new Document(
        Source.builder("import", "").build(),
        "list.opml",
        Bytes.wrap(bytes),
        Optional.empty(),
        Visit.delivery(Instant.EPOCH, bytes.length));
  }
}
