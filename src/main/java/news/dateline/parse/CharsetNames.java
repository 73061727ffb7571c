package news.dateline.parse;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Charset labels as they are found in the wild, and where a document carries them. */
final class CharsetNames {
  /**
   * Labels that mean a superset in practice (WHATWG Encoding Standard, names and labels), and those
   * the JDK does not know.
   */
  private static final Map<String, String> MEANT =
      Map.ofEntries(
          Map.entry("us-ascii", "windows-1252"),
          Map.entry("ascii", "windows-1252"),
          Map.entry("iso-8859-1", "windows-1252"),
          Map.entry("iso8859-1", "windows-1252"),
          Map.entry("latin1", "windows-1252"),
          Map.entry("latin-1", "windows-1252"),
          Map.entry("iso-8859-9", "windows-1254"),
          Map.entry("iso-8859-11", "windows-874"),
          Map.entry("tis-620", "windows-874"),
          Map.entry("gb2312", "GB18030"),
          Map.entry("gbk", "GB18030"),
          Map.entry("gb_2312-80", "GB18030"),
          Map.entry("x-gbk", "GB18030"),
          Map.entry("shift_jis", "windows-31j"),
          Map.entry("shift-jis", "windows-31j"),
          Map.entry("sjis", "windows-31j"),
          Map.entry("x-sjis", "windows-31j"),
          Map.entry("ks_c_5601-1987", "x-windows-949"),
          Map.entry("euc-kr", "x-windows-949"),
          Map.entry("utf8", "UTF-8"),
          Map.entry("unicode", "UTF-16"),
          Map.entry("cp-1251", "windows-1251"),
          Map.entry("cp-1252", "windows-1252"),
          Map.entry("win-1251", "windows-1251"));

  private CharsetNames() {}

  /** The charset a label means; empty when nobody knows it. */
  static Optional<Charset> of(String label) {
    String key = label.strip().toLowerCase(Locale.ROOT);
    try {
      return Optional.of(Charset.forName(MEANT.getOrDefault(key, key)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The charset parameter of a Content-Type header. */
  static Optional<Charset> ofContentType(String header) {
    int at = header.toLowerCase(Locale.ROOT).indexOf("charset=");
    if (at < 0) {
      return Optional.empty();
    }
    String value = header.substring(at + "charset=".length());
    int end = value.indexOf(';');
    return of((end < 0 ? value : value.substring(0, end)).replace("\"", "").replace("'", ""));
  }

  /** The label in the XML declaration at the head of a document, EBCDIC included. */
  static Optional<String> declared(byte[] body) {
    int length = Math.min(body.length, 300);
    Optional<String> ascii = declared(new String(body, 0, length, StandardCharsets.ISO_8859_1));
    if (ascii.isPresent() || length < 4 || (body[0] & 0xFF) != 0x4C || body[1] != 0x6F) {
      return ascii;
    }
    return of("IBM037").flatMap(ebcdic -> declared(new String(body, 0, length, ebcdic)));
  }

  private static Optional<String> declared(String head) {
    int start = head.indexOf("<?xml");
    int end = head.indexOf("?>", Math.max(start, 0));
    int at = start < 0 || end < 0 ? -1 : head.substring(start, end).indexOf("encoding");
    if (at < 0) {
      return Optional.empty();
    }
    String rest = head.substring(start + at + "encoding".length(), end).strip();
    if (!rest.startsWith("=")) {
      return Optional.empty();
    }
    rest = rest.substring(1).strip();
    if (rest.length() < 2 || (rest.charAt(0) != '"' && rest.charAt(0) != '\'')) {
      return Optional.empty();
    }
    int close = rest.indexOf(rest.charAt(0), 1);
    return close < 0 ? Optional.empty() : Optional.of(rest.substring(1, close));
  }
}
