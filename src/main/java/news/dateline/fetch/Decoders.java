package news.dateline.fetch;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import com.github.luben.zstd.util.Native;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.brotli.dec.BrotliInputStream;

/** Undoes {@code Content-Encoding}: gzip, deflate, br, zstd. */
final class Decoders {
  private static final int BUFFER = 8 << 10;

  /** RFC 9659: windows in HTTP are at most 8 MiB. */
  private static final int ZSTD_WINDOW_LOG = 23;

  /** Nobody honestly compresses more often. */
  private static final int MOST_LAYERS = 3;

  private static final boolean ZSTD = zstdLoads();

  private Decoders() {}

  /** The {@code Accept-Encoding} we send. */
  static String accepted() {
    return "gzip, deflate, br" + (ZSTD ? ", zstd" : "");
  }

  private static boolean zstdLoads() {
    try {
      Native.load();
      return Native.isLoaded();
    } catch (LinkageError | RuntimeException e) {
      return false; // no native library for this machine
    }
  }

  /**
   * The stream decoded, a {@code .gz} file inside it included.
   *
   * @param encodings the {@code Content-Encoding} as sent, possibly a list; empty for none
   * @throws IOException when an encoding is unknown or its first bytes are wrong
   */
  static InputStream decode(InputStream in, String encodings) throws IOException {
    List<String> layers = new ArrayList<>();
    for (String token : encodings.toLowerCase(Locale.ROOT).split(",", -1)) {
      if (!token.isBlank()) {
        layers.add(token.strip());
      }
    }
    if (layers.size() > MOST_LAYERS) {
      throw new IOException("compressed " + layers.size() + " times over");
    }
    Collections.reverse(layers);
    PushbackInputStream out = new PushbackInputStream(in, 2);
    for (String layer : layers) {
      if (isEmpty(out)) {
        return out; // nothing, compressed or not, is nothing
      }
      out = new PushbackInputStream(decoder(out, layer), 2);
    }
    return startsWithGzip(out) ? new GZIPInputStream(out, BUFFER) : out;
  }

  private static InputStream decoder(PushbackInputStream in, String encoding) throws IOException {
    return switch (encoding) {
      // Some servers announce gzip and send plain text, as most readers find out for themselves.
      case "gzip", "x-gzip" ->
          startsWithGzip(in) || !looksLikeText(in) ? new GZIPInputStream(in, BUFFER) : in;
      // RFC 9110 means zlib; many servers send raw deflate.
      case "deflate" ->
          looksLikeText(in)
              ? in
              : new InflaterInputStream(in, new Inflater(!startsWithZlib(in)), BUFFER);
      case "br" -> new BrotliInputStream(in, BUFFER);
      case "zstd" -> zstd(in);
      case "identity" -> in;
      default -> unknown(in); // "none" and "utf-8" are met
    };
  }

  private static InputStream unknown(PushbackInputStream in) throws IOException {
    if (looksLikeText(in)) {
      return in;
    }
    throw new IOException("unknown Content-Encoding");
  }

  private static InputStream zstd(InputStream in) throws IOException {
    if (!ZSTD) {
      throw new IOException("zstd, which we did not ask for");
    }
    return new ZstdInputStreamNoFinalizer(in).setLongMax(ZSTD_WINDOW_LOG);
  }

  private static boolean startsWithGzip(PushbackInputStream in) throws IOException {
    return peek(in) == 0x1f8b;
  }

  /** RFC 1950: method 8 in the low bits, and both bytes together divisible by 31. */
  private static boolean startsWithZlib(PushbackInputStream in) throws IOException {
    int head = peek(in);
    return head >= 0 && ((head >> 8) & 0x0f) == 8 && head % 31 == 0;
  }

  /** A feed starts with a bracket or white space, a byte order mark before it or not. */
  private static boolean looksLikeText(PushbackInputStream in) throws IOException {
    int head = peek(in);
    if (head < 0) {
      return false;
    }
    int first = head >> 8;
    int second = head & 0xff;
    boolean opens = first == '<' || first == '{' || first == '[' || (first <= ' ' && first >= '\t');
    boolean goesOn = (second >= ' ' && second < 0x7f) || (second <= '\r' && second >= '\t');
    return (opens && goesOn) || head == 0xefbb;
  }

  private static boolean isEmpty(PushbackInputStream in) throws IOException {
    int first = in.read();
    if (first >= 0) {
      in.unread(first);
    }
    return first < 0;
  }

  /** The next two bytes as one number, still unread; -1 when there are fewer. */
  private static int peek(PushbackInputStream in) throws IOException {
    byte[] two = new byte[2];
    int n = in.readNBytes(two, 0, 2);
    in.unread(two, 0, n);
    return n < 2 ? -1 : ((two[0] & 0xff) << 8) | (two[1] & 0xff);
  }
}
