package news.dateline.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whatever charset a document declares by whatever name, its words come out as they were. */
class EncodingNamesTest {
  /** Words that charsets of each script can write; the first that fits is used. */
  private static final List<String> WORDS =
      List.of(
          "港口今天早上關閉",
          "Утренний паром отменён из-за шторма",
          "港に強い風が吹いた",
          "港口今天早上关闭",
          "아침 배편이 취소되었다",
          "เรือเฟอร์รี่ถูกยกเลิกเช้านี้",
          "המעבורת בוטלה הבוקר",
          "ألغيت العبارة هذا الصباح",
          "Το πρωινό πλοίο ακυρώθηκε",
          "Ferja þá var ekki á sjó",
          "Prom o świcie odwołano",
          "Sabah vapuru iptal edildi, gün ağardı",
          "Élodie dîne à Besançon",
          "The morning ferry is cancelled");

  private static String document(String label, String words) {
    return "<?xml version=\"1.0\" encoding=\""
        + label
        + "\"?>\n<rss version=\"2.0\"><channel><title>Harbour</title><item><title>"
        + words
        + "</title></item></channel></rss>";
  }

  private static String headline(byte[] bytes) {
    var items = Documents.parse(bytes).items();
    return items.isEmpty() ? "(nothing)" : items.get(0).headline().value();
  }

  private static Optional<String> wordsFor(Charset charset) {
    return WORDS.stream()
        .filter(
            w -> {
              String xml = document("x", w);
              return new String(xml.getBytes(charset), charset).equals(xml);
            })
        .findFirst();
  }

  @Test
  void every_charset_of_the_platform_is_read_by_each_of_its_names() {
    List<String> lost = new ArrayList<>();
    int tried = 0;
    for (Charset charset : Charset.availableCharsets().values()) {
      if (!charset.canEncode() || isNoXml(charset)) {
        continue;
      }
      Optional<String> words = wordsFor(charset);
      if (words.isEmpty()) {
        continue;
      }
      Set<String> labels = new LinkedHashSet<>(charset.aliases());
      labels.add(charset.name());
      for (String label : labels) {
        tried++;
        String read = headline(document(label, words.get()).getBytes(charset));
        String expected = Normalizer.normalize(words.get(), Normalizer.Form.NFC);
        if (!Normalizer.normalize(read, Normalizer.Form.NFC).equals(expected)) {
          lost.add(charset.name() + " as " + label + ": " + read);
        }
      }
    }
    System.out.printf(
        "charset names: %d read, %d lost %s%n", tried - lost.size(), lost.size(), lost);
    assertThat(tried).isGreaterThan(500);
    assertThat(lost).isEmpty();
  }

  /** Charsets in which no XML declaration can be found: shift states, escapes, composed forms. */
  private static boolean isNoXml(Charset charset) {
    String name = charset.name().toUpperCase(Locale.ROOT);
    return name.contains("2022")
        || name.contains("COMPOUND")
        || name.startsWith("X-IBM834")
        || name.equals("JIS_X0212-1990")
        || name.equals("X-JIS0208");
  }

  @Test
  void spellings_of_a_name_do_not_matter() {
    String words = "Élodie dîne à Besançon";
    for (String label :
        List.of(
            "ISO8859-1",
            "iso_8859_1",
            "Latin 1",
            "latin-1",
            "WINDOWS1252",
            "cp1252",
            "win-1252",
            "cp-1252")) {
      assertThat(headline(document(label, words).getBytes(Charset.forName("windows-1252"))))
          .as(label)
          .isEqualTo(words);
    }
    for (String label : List.of("utf_8", "UTF8", "u8", "utf 8", "unicode-1-1-utf-8")) {
      assertThat(headline(document(label, words).getBytes(StandardCharsets.UTF_8)))
          .as(label)
          .isEqualTo(words);
    }
  }

  @Test
  void wide_text_is_read_with_or_without_a_mark_and_whatever_it_declares() {
    String words = "Утренний паром отменён";
    for (String wide : List.of("UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE")) {
      for (String label : List.of("utf-16", "utf-8", "utf-32", "windows-1251")) {
        for (String mark : List.of("", "\uFEFF")) {
          byte[] bytes = (mark + document(label, words)).getBytes(Charset.forName(wide));
          assertThat(headline(bytes)).as(wide + " called " + label).isEqualTo(words);
        }
      }
    }
  }

  @Test
  void text_that_is_utf_8_is_read_as_such_whatever_single_byte_charset_it_claims() {
    String words = "Утренний паром отменён";
    for (String label :
        List.of("utf-16", "iso-8859-1", "windows-1252", "koi8-r", "us-ascii", "no-such-charset")) {
      assertThat(headline(document(label, words).getBytes(StandardCharsets.UTF_8)))
          .as(label)
          .isEqualTo(words);
    }
  }

  @Test
  void the_letters_tell_the_charset_when_nothing_else_does() {
    String hebrew =
        "המעבורת בוטלה הבוקר בגלל הסערה, אמר מנהל הנמל. הנוסעים ימתינו עד מחר, ואולי עד יום שלישי.";
    String thai = "เรือเฟอร์รี่ถูกยกเลิกเช้านี้เพราะพายุ ผู้โดยสารต้องรอจนถึงวันพรุ่งนี้ที่ท่าเรือ";
    String xml = "<rss version=\"2.0\"><channel><item><title>%s</title></item></channel></rss>";
    assertThat(headline(String.format(xml, hebrew).getBytes(Charset.forName("windows-1255"))))
        .isEqualTo(hebrew);
    assertThat(headline(String.format(xml, thai).getBytes(Charset.forName("x-windows-874"))))
        .isEqualTo(thai);
  }
}
