package news.dateline.parse;

import static news.dateline.parse.Documents.item;
import static news.dateline.parse.Documents.parse;
import static news.dateline.parse.Documents.rss;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import news.dateline.model.Batch;
import news.dateline.model.Item;
import news.dateline.model.Reason;
import news.dateline.model.Source;
import org.junit.jupiter.api.Test;

class ToleranceTest {
  @Test
  void a_well_formed_feed_is_not_called_repaired() {
    assertThat(parse(rss("<title>Rain</title>")).feed().repaired()).isFalse();
  }

  @Test
  void html_entities_need_no_doctype() {
    Batch<Item> batch = parse(rss("<title>Caf&eacute;&nbsp;open &amp; full</title>"));
    assertThat(batch.items().get(0).headline().value()).isEqualTo("Café\u00A0open & full");
    assertThat(batch.feed().repaired()).isTrue();
  }

  @Test
  void a_bare_ampersand_is_an_ampersand() {
    assertThat(item(rss("<link>https://a.example/?x=1&copy=2&y=3</link>")).identity().link())
        .contains("https://a.example/?x=1&copy=2&y=3");
  }

  @Test
  void control_characters_are_dropped() {
    assertThat(item(rss("<title>Ra\u0008in</title>")).headline().value()).isEqualTo("Rain");
  }

  @Test
  void a_prefix_nobody_declared_is_understood() {
    assertThat(item(rss("<title>Rain</title><dc:creator>Ann Poe</dc:creator>")).people())
        .extracting("name")
        .containsExactly("Ann Poe");
  }

  @Test
  void tags_that_do_not_match_are_closed() {
    String xml = rss("<title>Rain</title><description><b>wet<i>ter</b></description>");
    assertThat(item(xml).body().value()).contains("wet").contains("ter");
  }

  @Test
  void junk_before_the_feed_is_skipped() {
    assertThat(
            item("\n\nWarning: cannot open file\n" + rss("<title>Rain</title>")).headline().value())
        .isEqualTo("Rain");
  }

  @Test
  void a_document_cut_short_keeps_its_complete_items() {
    String xml =
        "<rss version='2.0'><channel><item><title>One</title></item>"
            + "<item><title>Two</title></item><item><title>Three, and th";
    Batch<Item> batch = parse(xml);
    assertThat(batch.items()).extracting(i -> i.headline().value()).containsExactly("One", "Two");
    assertThat(batch.rejections()).extracting(r -> r.reason()).containsExactly(Reason.CUT_OFF);
    assertThat(batch.received()).isEqualTo(3);
  }

  @Test
  void an_empty_item_does_not_spoil_its_neighbour() {
    Batch<Item> batch =
        parse("<rss><channel><item/><item><title>Rain</title></item></channel></rss>");
    assertThat(batch.items()).hasSize(1);
    assertThat(batch.rejections()).extracting(r -> r.reason()).containsExactly(Reason.ITEM_EMPTY);
    assertThat(batch.rejections().get(0).raw().utf8()).contains("<item");
  }

  @Test
  void a_link_or_a_picture_alone_is_an_item() {
    assertThat(parse(rss("<link>https://a.example/1</link>")).items()).hasSize(1);
    assertThat(parse(rss("<enclosure url='https://a.example/1.jpg'/>")).items()).hasSize(1);
  }

  @Test
  void nothing_outside_the_document_is_read() {
    String xml =
        "<!DOCTYPE rss [<!ENTITY x SYSTEM 'file:///etc/hostname'>]>" + rss("<title>A&x;B</title>");
    assertThat(item(xml).headline().value()).isIn("AB", "A&x;B");
  }

  @Test
  void a_doctype_is_no_obstacle() {
    String xml =
        "<!DOCTYPE rss PUBLIC '-//Netscape//DTD RSS 0.91//EN' 'http://nowhere.invalid/rss.dtd'>"
            + rss("<title>Na&iuml;ve</title>");
    assertThat(item(xml).headline().value()).isEqualTo("Naïve");
  }

  @Test
  void an_entity_bomb_is_refused() {
    StringBuilder dtd = new StringBuilder("<!DOCTYPE rss [<!ENTITY a0 'boom'>");
    for (int i = 1; i < 12; i++) {
      dtd.append("<!ENTITY a").append(i).append(" '").append(("&a" + (i - 1) + ";").repeat(10));
      dtd.append("'>");
    }
    Batch<Item> batch = parse(dtd + "]>" + rss("<title>&a11;</title>"));
    assertThat(batch.rejections()).extracting(r -> r.reason()).containsExactly(Reason.TOO_COMPLEX);
  }

  @Test
  void nesting_without_end_is_refused() {
    Batch<Item> batch = parse(rss("<description>" + "<b>".repeat(50_000) + "</description>"));
    assertThat(batch.rejections()).extracting(r -> r.reason()).containsExactly(Reason.TOO_COMPLEX);
  }

  @Test
  void deep_json_is_refused() {
    Batch<Item> batch = parse("{\"items\":" + "[".repeat(50_000));
    assertThat(batch.rejections()).extracting(r -> r.reason()).containsExactly(Reason.TOO_COMPLEX);
  }

  @Test
  void a_web_page_is_not_a_feed() {
    assertThat(parse("<!DOCTYPE html><html><body>Hello</body></html>").rejections())
        .extracting(r -> r.reason())
        .containsExactly(Reason.NOT_A_FEED);
  }

  @Test
  void other_things_are_of_unknown_format() {
    for (String other : new String[] {"<note>hi</note>", "{\"a\":1}", "a,b,c\n1,2,3\n", "\0\1\2"}) {
      assertThat(parse(other).rejections())
          .extracting(r -> r.reason())
          .containsExactly(Reason.UNKNOWN_FORMAT);
    }
  }

  @Test
  void nothing_is_an_empty_document() {
    assertThat(parse(" \n ").rejections())
        .extracting(r -> r.reason())
        .containsExactly(Reason.EMPTY_DOCUMENT);
  }

  @Test
  void a_body_stored_compressed_is_unpacked() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(rss("<title>Rain</title>").getBytes(StandardCharsets.UTF_8));
    }
    assertThat(parse(out.toByteArray()).items()).hasSize(1);
  }

  @Test
  void utf_8_declared_as_utf_16_is_read() {
    assertThat(
            item("<?xml version='1.0' encoding='utf-16'?>" + rss("<title>Zoë</title>"))
                .headline()
                .value())
        .isEqualTo("Zoë");
  }

  @Test
  void charsets_are_believed_where_the_bytes_agree() {
    for (String name : new String[] {"windows-1251", "koi8-r", "utf-16", "utf-8"}) {
      String xml = "<?xml version='1.0' encoding='" + name + "'?>" + rss("<title>Москва</title>");
      assertThat(parse(xml.getBytes(Charset.forName(name))).items().get(0).headline().value())
          .as(name)
          .isEqualTo("Москва");
    }
    for (String name : new String[] {"big5", "shift_jis"}) {
      String xml = "<?xml version='1.0' encoding='" + name + "'?>" + rss("<title>東京</title>");
      assertThat(parse(xml.getBytes(Charset.forName(name))).items().get(0).headline().value())
          .as(name)
          .isEqualTo("東京");
    }
  }

  @Test
  void a_stray_byte_in_utf_8_is_windows_1252() {
    byte[] xml = rss("<title>Zoë@s</title>").getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < xml.length; i++) {
      xml[i] = xml[i] == '@' ? (byte) 0x92 : xml[i];
    }
    assertThat(parse(xml).items().get(0).headline().value()).isEqualTo("Zoë’s");
  }

  @Test
  void the_source_knows_its_charset_better() {
    Source source = Documents.SOURCE.toBuilder().charset(Charset.forName("windows-1251")).build();
    byte[] xml =
        ("<?xml version='1.0' encoding='utf-8'?>" + rss("<title>Москва</title>"))
            .getBytes(Charset.forName("windows-1251"));
    Batch<Item> batch = parse(Documents.of(xml, source, Optional.empty(), "feed"));
    assertThat(batch.items().get(0).headline().value()).isEqualTo("Москва");
  }

  @Test
  void the_http_charset_counts() {
    byte[] xml = rss("<title>Москва</title>").getBytes(Charset.forName("windows-1251"));
    Batch<Item> batch =
        parse(
            Documents.of(
                xml, Documents.SOURCE, Optional.of("text/xml; charset=windows-1251"), "feed"));
    assertThat(batch.items().get(0).headline().value()).isEqualTo("Москва");
  }

  @Test
  void json_cut_short_keeps_its_complete_items() {
    Batch<Item> batch =
        parse(
            "{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":["
                + "{\"id\":\"1\",\"title\":\"One\"},{\"id\":\"2\",\"ti");
    assertThat(batch.items()).extracting(i -> i.headline().value()).containsExactly("One");
    assertThat(batch.feed().repaired()).isTrue();
    assertThat(batch.rejections())
        .as("and the one it breaks off in is buried, not lost")
        .singleElement()
        .satisfies(r -> assertThat(r.raw().utf8()).isEqualTo("{\"id\":\"2\",\"ti"));
  }

  @Test
  void json_cut_short_between_items_loses_none() {
    Batch<Item> batch =
        parse(
            "{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":["
                + "{\"id\":\"1\",\"title\":\"One\"}, ");
    assertThat(batch.items()).hasSize(1);
    assertThat(batch.rejections()).isEmpty();
  }

  @Test
  void random_bytes_never_crash_the_parser() {
    java.util.Random random = new java.util.Random(7);
    byte[] feed =
        rss("<title>Rain &amp; <![CDATA[<b>wind</b>]]></title>").getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < 500; i++) {
      byte[] broken = Arrays.copyOf(feed, 1 + random.nextInt(feed.length));
      for (int k = 0; k < 5; k++) {
        broken[random.nextInt(broken.length)] = (byte) random.nextInt();
      }
      Batch<Item> batch = parse(broken);
      assertThat(batch.rejections()).noneMatch(r -> r.reason() == Reason.UNFORESEEN);
    }
  }
}
