package news.dateline.parse;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Reads UTF-8 that has bytes of another charset mixed in, as happens where a page is pasted
 * together from two sources.
 *
 * @param text the UTF-8 parts as such, each stray byte as windows-1252
 * @param sequences how many well-formed multi-byte sequences there were
 * @param strays how many bytes belonged to none
 */
record Utf8Mixed(String text, int sequences, int strays) {
  private static final String HIGH_1252 = high1252();

  static Utf8Mixed decode(byte[] b) {
    StringBuilder out = new StringBuilder(b.length);
    int sequences = 0;
    int strays = 0;
    int i = 0;
    while (i < b.length) {
      if (b[i] >= 0) {
        out.append((char) b[i++]);
        continue;
      }
      int length = sequenceLength(b, i);
      if (length == 0) {
        strays++;
        out.append(windows1252(b[i] & 0xFF));
        i++;
      } else {
        sequences++;
        out.append(new String(b, i, length, StandardCharsets.UTF_8));
        i += length;
      }
    }
    return new Utf8Mixed(out.toString(), sequences, strays);
  }

  /**
   * @param high 0x80 to 0xFF
   */
  static char windows1252(int high) {
    return HIGH_1252.charAt(high - 0x80);
  }

  /**
   * The byte a character stands for in windows-1252, or -1: what becomes of UTF-8 that somebody
   * took for windows-1252.
   */
  static int byteOf(char c) {
    return c < 0x80 ? c : HIGH_1252.indexOf(c) < 0 ? latin1(c) : HIGH_1252.indexOf(c) + 0x80;
  }

  private static int latin1(char c) {
    return c <= 0xFF ? c : -1;
  }

  private static int sequenceLength(byte[] b, int i) {
    int lead = b[i] & 0xFF;
    int length = lead >= 0xF0 && lead <= 0xF4 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 0;
    if (length == 0 || lead > 0xF4 || i + length > b.length) {
      return 0;
    }
    for (int k = 1; k < length; k++) {
      if ((b[i + k] & 0xC0) != 0x80) {
        return 0;
      }
    }
    return length;
  }

  private static String high1252() {
    byte[] high = new byte[128];
    for (int i = 0; i < 128; i++) {
      high[i] = (byte) (0x80 + i);
    }
    // The five bytes Microsoft left out stay the control characters they are (WHATWG, index
    // windows-1252), so that nothing is lost.
    StringBuilder out = new StringBuilder(new String(high, Charset.forName("windows-1252")));
    for (int i = 0; i < out.length(); i++) {
      if (out.charAt(i) == '\uFFFD') {
        out.setCharAt(i, (char) (0x80 + i));
      }
    }
    return out.toString();
  }
}
