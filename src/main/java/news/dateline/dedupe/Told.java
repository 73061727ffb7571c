package news.dateline.dedupe;

import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;

/**
 * Which wordings of a source's stories have been dealt with of late and are not the newest:
 * versions that others have replaced, and wordings that were buried. Short marks, the latest few,
 * so that one that comes back is known. Not thread-safe.
 */
final class Told {
  private static final int MOST = 96;
  private static final int BYTES = 5;
  private static final long MASK = (1L << (8 * BYTES)) - 1;

  private final Deque<Long> marks = new ArrayDeque<>();

  /** Reads what {@link #toString} wrote; what cannot be read is nothing. */
  static Told parse(String text) {
    Told told = new Told();
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(text);
      for (int i = 0; i + BYTES <= bytes.length; i += BYTES) {
        long mark = 0;
        for (int b = 0; b < BYTES; b++) {
          mark = (mark << 8) | (bytes[i + b] & 0xff);
        }
        told.marks.add(mark);
      }
    } catch (IllegalArgumentException e) {
      return new Told();
    }
    return told;
  }

  boolean has(String uri, String words) {
    return marks.contains(mark(uri, words));
  }

  void add(String uri, String words) {
    long mark = mark(uri, words);
    marks.remove(mark);
    marks.addFirst(mark);
    if (marks.size() > MOST) {
      marks.removeLast();
    }
  }

  private static long mark(String uri, String words) {
    return new Hash64().add(uri).end().add(words).value() & MASK;
  }

  boolean isEmpty() {
    return marks.isEmpty();
  }

  @Override
  public String toString() {
    byte[] bytes = new byte[marks.size() * BYTES];
    int at = 0;
    for (long mark : marks) {
      for (int b = BYTES - 1; b >= 0; b--) {
        bytes[at++] = (byte) (mark >>> (8 * b));
      }
    }
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
