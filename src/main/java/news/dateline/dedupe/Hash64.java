package news.dateline.dedupe;

import java.util.HexFormat;

/**
 * A small fast 64-bit hash over characters: FNV-1a with a final mix (Stafford's mix 13). Not for
 * secrets: two texts of one field that collide cost one missed update, once in 2^64.
 */
final class Hash64 {
  private static final long START = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  private long state = START;

  /** Adds the characters without folding anything. */
  Hash64 add(CharSequence text) {
    for (int i = 0; i < text.length(); i++) {
      add(text.charAt(i));
    }
    return this;
  }

  Hash64 add(char c) {
    state = (state ^ c) * PRIME;
    return this;
  }

  /** Ends a part, so that "ab","c" and "a","bc" differ. */
  Hash64 end() {
    return add('\uffff');
  }

  /** The mixed value as 16 hexadecimal digits. */
  String hex() {
    return HexFormat.of().toHexDigits(value());
  }

  /** The mixed value; 0 when nothing was added. */
  long value() {
    if (state == START) {
      return 0;
    }
    long z = state;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
