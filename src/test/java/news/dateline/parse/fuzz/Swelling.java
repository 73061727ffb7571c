package news.dateline.parse.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Documents of which a part is there over and over: what a document has many of must not cost more
 * than their number, and what is not closed lies within one another.
 */
public final class Swelling {
  private static final byte[] MARKS =
      " <>/&;'\"=!-?\n\r\t()[]{}.,:0aA#%^+*_".getBytes(StandardCharsets.US_ASCII);

  private static final int EDITS = 6;

  private Swelling() {}

  /** One of the documents, changed in up to five places, then swollen to about that many bytes. */
  public static byte[] any(List<byte[]> seeds, int bytes, SplittableRandom random) {
    byte[] data = seeds.get(random.nextInt(seeds.size()));
    for (int edits = random.nextInt(EDITS); edits > 0; edits--) {
      data = edited(data, seeds, random);
    }
    return of(data, bytes, random);
  }

  /** The bytes with a part of them repeated until they are about that many. */
  static byte[] of(byte[] data, int bytes, SplittableRandom random) {
    int from = random.nextInt(data.length - 1);
    int length = 1 + random.nextInt(Math.min(data.length - from, random.nextBoolean() ? 4 : 400));
    int times = Math.max(0, (bytes - data.length) / length);
    byte[] out = Arrays.copyOf(data, data.length + times * length);
    for (int i = 0; i < times; i++) {
      System.arraycopy(data, from, out, from + (i + 1) * length, length);
    }
    int rest = from + length;
    System.arraycopy(data, rest, out, rest + times * length, data.length - rest);
    return out;
  }

  /** Something cut out, put in from elsewhere, or a few marks put in. */
  private static byte[] edited(byte[] data, List<byte[]> seeds, SplittableRandom random) {
    int at = random.nextInt(data.length);
    int cut = 0;
    byte[] put = new byte[0];
    switch (random.nextInt(3)) {
      case 0 -> cut = random.nextInt(Math.min(40, data.length - at));
      case 1 -> {
        byte[] other = seeds.get(random.nextInt(seeds.size()));
        int from = random.nextInt(other.length);
        put = Arrays.copyOfRange(other, from, Math.min(other.length, from + random.nextInt(300)));
      }
      default -> {
        put = new byte[1 + random.nextInt(3)];
        for (int i = 0; i < put.length; i++) {
          put[i] = MARKS[random.nextInt(MARKS.length)];
        }
      }
    }
    byte[] out = new byte[data.length - cut + put.length];
    System.arraycopy(data, 0, out, 0, at);
    System.arraycopy(put, 0, out, at, put.length);
    System.arraycopy(data, at + cut, out, at + put.length, data.length - at - cut);
    return out.length < 2 ? data : out;
  }
}
