package news.dateline.parse;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** The charset of bytes that say nothing of it, told by the letters they would be. */
final class CharsetGuess {
  /** Bytes looked at. */
  private static final int SAMPLE = 100_000;

  /** What ICU calls by the name of a standard that its users left for the vendor's superset. */
  private static final Map<String, String> MEANT =
      Map.of("ISO-8859-8", "windows-1255", "ISO-8859-8-I", "windows-1255");

  private CharsetGuess() {}

  /** Empty when the letters fit no language. */
  static Optional<Charset> of(byte[] body) {
    byte[] sample = body.length > SAMPLE ? Arrays.copyOf(body, SAMPLE) : body;
    if (isThai(sample)) {
      return CharsetNames.of("windows-874");
    }
    CharsetDetector detector = new CharsetDetector();
    detector.enableInputFilter(true);
    detector.setText(sample);
    CharsetMatch match = detector.detect();
    return match == null
        ? Optional.empty()
        : CharsetNames.of(MEANT.getOrDefault(match.getName(), match.getName()));
  }

  /**
   * ICU does not know Thai. In TIS-620 vowel signs and tone marks stand above or below the
   * consonant before them, so they never come first, and they are frequent.
   */
  private static boolean isThai(byte[] sample) {
    int high = 0;
    int marks = 0;
    int before = 0;
    for (byte b : sample) {
      int c = b & 0xFF;
      if (c >= 0x80) {
        high++;
        boolean letter = (c >= 0xA1 && c <= 0xDA) || (c >= 0xDF && c <= 0xFB);
        boolean mark = c == 0xD1 || (c >= 0xD4 && c <= 0xDA) || (c >= 0xE7 && c <= 0xEE);
        if (!letter || (mark && before < 0xA1)) {
          return false;
        }
        marks += mark ? 1 : 0;
      }
      before = c;
    }
    return high > 10 && marks * 20 > high && marks * 2 < high;
  }
}
