package news.dateline.parse;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
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
          Map.entry("latin1", "windows-1252"),
          Map.entry("iso-8859-9", "windows-1254"),
          Map.entry("iso-8859-11", "windows-874"),
          Map.entry("tis-620", "windows-874"),
          Map.entry("gb2312", "GB18030"),
          Map.entry("gbk", "GB18030"),
          Map.entry("gb_2312-80", "GB18030"),
          Map.entry("x-gbk", "GB18030"),
          Map.entry("shift_jis", "windows-31j"),
          Map.entry("sjis", "windows-31j"),
          Map.entry("x-sjis", "windows-31j"),
          Map.entry("ks_c_5601-1987", "x-windows-949"),
          Map.entry("euc-kr", "x-windows-949"),
          Map.entry("big5", "Big5-HKSCS"),
          Map.entry("cn-big5", "Big5-HKSCS"),
          Map.entry("x-x-big5", "Big5-HKSCS"),
          Map.entry("unicode", "UTF-16"),
          Map.entry("u8", "UTF-8"),
          Map.entry("u16", "UTF-16"),
          Map.entry("u32", "UTF-32"),
          Map.entry("l1", "windows-1252"),
          Map.entry("iso-8859-8-i", "windows-1255"),
          Map.entry("macintosh", "x-MacRoman"),
          Map.entry("mac", "x-MacRoman"),
          Map.entry("x-mac-ukrainian", "x-MacUkraine"),
          Map.entry("dos-874", "windows-874"),
          Map.entry("koi", "KOI8-R"),
          Map.entry("koi8", "KOI8-R"),
          Map.entry("koi8-ru", "KOI8-U"),
          Map.entry("win-1251", "windows-1251"));

  /** Pages of EBCDIC that differ in the characters of a declaration: quotes, small letters. */
  private static final List<String> EBCDIC = List.of("IBM037", "IBM1026", "IBM290");

  private static final Map<String, String> SPELLED = new HashMap<>();

  static {
    MEANT.forEach((label, meant) -> SPELLED.put(letters(label), meant));
  }

  private CharsetNames() {}

  /** The charset a label means; empty when nobody knows it. */
  static Optional<Charset> of(String label) {
    String key = label.strip().toLowerCase(Locale.ROOT);
    String meant = MEANT.get(key);
    if (meant == null && SPELLED.containsKey(letters(key))) {
      meant = SPELLED.get(letters(key));
    }
    try {
      return Optional.of(Charset.forName(meant == null ? key : meant));
    } catch (IllegalArgumentException e) {
      return Optional.ofNullable(Spellings.ALL.get(letters(key)));
    }
  }

  /** Labels differ in their marks alone: {@code utf_8}, {@code ISO8859-1}, {@code mac cyrillic}. */
  private static String letters(String label) {
    StringBuilder out = new StringBuilder(label.length());
    for (int i = 0; i < label.length(); i++) {
      char c = label.charAt(i);
      if (Character.isLetterOrDigit(c)) {
        out.append(Character.toLowerCase(c));
      }
    }
    return out.toString();
  }

  /** Every charset of the JDK by the letters of its names; made when a label is unknown. */
  private static final class Spellings {
    static final Map<String, Charset> ALL = new HashMap<>();

    static {
      for (Charset charset : Charset.availableCharsets().values()) {
        add(charset.name(), charset);
        charset.aliases().forEach(alias -> add(alias, charset));
      }
    }

    private static void add(String name, Charset charset) {
      String letters = letters(name);
      ALL.putIfAbsent(letters, charset);
      if (name.toLowerCase(Locale.ROOT).startsWith("x-")) {
        ALL.putIfAbsent(letters.substring(1), charset);
      }
      if (name.toLowerCase(Locale.ROOT).startsWith("windows-")) {
        ALL.putIfAbsent("cp" + letters.substring("windows".length()), charset);
        ALL.putIfAbsent("win" + letters.substring("windows".length()), charset);
      }
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
    return EBCDIC.stream()
        .flatMap(name -> of(name).stream())
        .flatMap(page -> declared(new String(body, 0, length, page)).stream())
        .findFirst();
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
