package news.dateline.parse;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * UTF-8 that somebody read as windows-1252 and wrote as UTF-8 again: {@code â€™} for an apostrophe.
 * Mended only where every character beyond ASCII of a text takes part in it, which no language does
 * by chance.
 */
final class Mojibake {
  /**
   * Two letters may fall together by chance ("AMANHÃ»"), two such pairs or three letters do not.
   */
  private static final int SURE = 3;

  private Mojibake() {}

  /** Whether a character could begin a sequence: cheap, asked of every character. */
  static boolean mayBegin(char c) {
    return c >= 0xC2 && c <= 0xF4;
  }

  /** Whether the first character beyond ASCII begins a sequence: where it does not, none does. */
  private static boolean beginsWell(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        int next = i + 1 < text.length() ? Utf8Mixed.byteOf(text.charAt(i + 1)) : -1;
        return mayBegin(text.charAt(i)) && next >= 0x80 && next <= 0xBF;
      }
    }
    return false;
  }

  /** The text as it was meant; the text itself when it is not surely damaged. */
  static String mend(String text) {
    if (!beginsWell(text)) {
      return text;
    }
    byte[] bytes = new byte[text.length()];
    int high = 0;
    for (int i = 0; i < text.length(); i++) {
      int b = Utf8Mixed.byteOf(text.charAt(i));
      if (b < 0) {
        return text;
      }
      high += b >= 0x80 ? 1 : 0;
      bytes[i] = (byte) b;
    }
    if (high < SURE) {
      return text;
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes))
          .toString();
    } catch (CharacterCodingException e) {
      return text;
    }
  }
}
