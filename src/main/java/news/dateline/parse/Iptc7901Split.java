package news.dateline.parse;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The transmissions in a document of IPTC 7901: between SOH and EOT, or where these are missing,
 * from one header to the next behind the end of a text. Each character is looked at a fixed number
 * of times, however many control characters there are.
 */
final class Iptc7901Split {
  static final char SOH = 1;
  static final char STX = 2;
  static final char ETX = 3;
  static final char EOT = 4;

  /** Characters outside all transmissions that are not worth a rejection. */
  private static final int LITTER = 60;

  /** How Belga ends a text: {@code ./.CVN}. */
  private static final Pattern END = Pattern.compile("\\./\\.[ \\t]*\\p{L}{0,6}[ \\t]*$");

  /** Characters at the end of a transmission in which its date stands. */
  private static final int TAIL = 100;

  /** A line that is nothing but a date-time group. */
  static final Pattern GROUP_LINE =
      Pattern.compile("(?m)^[ \\t]*\\d{6}[ \\t]+(?:\\S{1,5}[ \\t]+)?\\p{L}{3,9}\\.? \\d{2,4}\\s*$");

  private Iptc7901Split() {}

  /**
   * One transmission.
   *
   * @param header its header line; empty when it has none that can be read
   * @param keywords the lines between header and text
   * @param text clean
   * @param end what follows the text, clean
   * @param raw as it stood
   * @param cutOff whether the document ends within it: before any mark that ends a text, or within
   *     the line behind that mark
   */
  record Transmission(
      Optional<Iptc7901Header> header,
      String keywords,
      String text,
      String end,
      String raw,
      boolean cutOff) {}

  static List<Transmission> of(String document) {
    List<String> pieces = new ArrayList<>();
    int start = 0;
    boolean framed = false;
    boolean ended = true;
    for (int i = 0; i <= document.length(); i++) {
      char c = i == document.length() ? EOT : document.charAt(i);
      if (c == SOH || c == EOT) {
        String piece = document.substring(start, i);
        boolean worth = framed || piece.length() > LITTER || piece.indexOf(STX) >= 0;
        if (worth && WireText.hasWords(piece)) {
          split(piece, pieces);
          ended = i < document.length();
        }
        framed = c == SOH;
        start = i + 1;
      }
    }
    List<Transmission> all = new ArrayList<>();
    for (int i = 0; i < pieces.size(); i++) {
      boolean last = i == pieces.size() - 1;
      all.add(transmission(pieces.get(i), last && !ended && !isEnded(pieces.get(i))));
    }
    return all;
  }

  /**
   * Whether a text without EOT has come to its end: the line behind ETX is there with its own end
   * or its date; of one without control characters, a line that ends it.
   */
  static boolean isEnded(String raw) {
    int etx = raw.lastIndexOf(ETX);
    if (etx < 0) {
      String tail = raw.stripTrailing();
      String last = tail.substring(Math.max(0, tail.length() - TAIL));
      return raw.indexOf(STX) < 0 && (END.matcher(last).find() || GROUP_LINE.matcher(last).find());
    }
    String line = raw.substring(etx + 1);
    return (WireText.hasWords(line) && line.indexOf('\n') >= 0)
        || WireDates.group(line, ZoneOffset.UTC).isPresent();
  }

  /** Parts what one frame holds at headers that follow the end of a text. */
  private static void split(String piece, List<String> pieces) {
    int from = 0;
    boolean ended = false;
    for (int at = 0; at < piece.length(); ) {
      int next = piece.indexOf('\n', at);
      next = next < 0 ? piece.length() : next + 1;
      String line = piece.substring(at, next);
      if (ended && Iptc7901Header.of(line).filter(h -> h.words().isPresent()).isPresent()) {
        pieces.add(piece.substring(from, at));
        from = at;
        ended = false;
      }
      ended |= line.indexOf(ETX) >= 0 || END.matcher(line.stripTrailing()).find();
      at = next;
    }
    pieces.add(piece.substring(from));
  }

  private static Transmission transmission(String raw, boolean cutOff) {
    int first = 0;
    while (first < raw.length() && !Character.isLetterOrDigit(raw.charAt(first))) {
      first++;
    }
    int lineEnd = endOfLine(raw, first);
    Optional<Iptc7901Header> header = Iptc7901Header.of(raw.substring(first, lineEnd));
    int stx = raw.indexOf(STX, lineEnd);
    int etx = raw.indexOf(ETX, Math.max(stx, lineEnd));
    int textFrom = stx >= 0 && (etx < 0 || stx < etx) ? stx + 1 : endOfKeywords(raw, lineEnd);
    int textTo = Math.max(etx < 0 ? endOfText(raw, textFrom) : etx, textFrom);
    return new Transmission(
        header,
        WireText.clean(raw.substring(lineEnd, textFrom)),
        WireText.clean(raw.substring(textFrom, textTo)),
        WireText.clean(raw.substring(textTo)),
        raw,
        cutOff);
  }

  /** Without ETX the text ends before the last line, if that is a date-time group. */
  private static int endOfText(String raw, int from) {
    int tail = Math.max(from, raw.length() - TAIL);
    Matcher group = GROUP_LINE.matcher(raw.substring(tail));
    return group.find() ? tail + group.start() : raw.length();
  }

  private static int endOfLine(String raw, int from) {
    int i = from;
    while (i < raw.length() && "\r\n\u0002".indexOf(raw.charAt(i)) < 0) {
      i++;
    }
    return i;
  }

  /** Without STX the text begins behind the last of the first lines that ends with a slash. */
  private static int endOfKeywords(String raw, int from) {
    int end = from;
    int at = from;
    for (int lines = 0; lines < 6 && at < raw.length(); lines++) {
      int next = raw.indexOf('\n', at);
      next = next < 0 ? raw.length() : next + 1;
      if (raw.substring(at, next).strip().endsWith("/")) {
        end = next;
      }
      at = next;
    }
    return end;
  }
}
