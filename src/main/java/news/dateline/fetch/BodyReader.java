package news.dateline.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import news.dateline.fetch.Body.End;
import news.dateline.model.Bytes;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.jspecify.annotations.Nullable;

/** Reads bodies into memory, decompressed, never beyond a limit. */
final class BodyReader {
  /** How much of a body that is not read whole is kept, as evidence. */
  static final int HEAD_BYTES = 64 << 10;

  /** Rather than read on for longer, a connection is given up. */
  private static final int DRAIN_BYTES = 64 << 10;

  private static final int FIRST_BUFFER = 32 << 10;
  private static final int LARGEST_FIRST_BUFFER = 1 << 20;

  private BodyReader() {}

  /**
   * Reads the body of an answer.
   *
   * @param limit bytes allowed, both as sent and decompressed
   * @throws IOException when the network fails; faults of the compression are told in the body
   */
  static Body read(ClassicHttpResponse response, int limit) throws IOException {
    HttpEntity entity = response.getEntity();
    if (entity == null) {
      return Body.NONE;
    }
    NetworkStream network = new NetworkStream(entity.getContent(), limit);
    try {
      Buffer buffer = new Buffer(limit, entity.getContentLength());
      String problem = fill(buffer, network, encodings(response));
      if (buffer.overLimit() || network.overLimit()) {
        return new Body(
            buffer.head(),
            End.TOO_LARGE,
            buffer.size,
            "the body is larger than " + limit + " bytes",
            false);
      }
      boolean drained = network.drain(DRAIN_BYTES);
      return problem.isEmpty()
          ? new Body(buffer.all(), End.WHOLE, buffer.size, "", drained)
          : new Body(buffer.head(), End.UNREADABLE, buffer.size, problem, drained);
    } catch (IOException e) {
      IOException fault = network.fault();
      throw fault == null ? e : fault;
    }
  }

  private static String encodings(ClassicHttpResponse response) {
    Header[] headers = response.getHeaders("Content-Encoding");
    if (headers.length == 1) {
      return headers[0].getValue() == null ? "" : headers[0].getValue();
    }
    StringBuilder all = new StringBuilder();
    for (Header header : headers) {
      all.append(header.getValue()).append(',');
    }
    return all.toString();
  }

  /** Empty, or what is wrong with the compression. */
  private static String fill(Buffer buffer, NetworkStream network, String encodings)
      throws IOException {
    try (InputStream decoded = Decoders.decode(network, encodings)) {
      buffer.fill(decoded);
      return "";
    } catch (IOException | RuntimeException e) {
      // The Brotli decoder also throws unchecked exceptions on hostile input.
      IOException fault = network.fault();
      if (fault != null) {
        throw fault;
      }
      String how = encodings.isEmpty() ? "gzip" : encodings.replace(",", " ").strip();
      return "the body cannot be decompressed (" + how + ")" + because(e.getMessage());
    }
  }

  private static String because(@Nullable String message) {
    return message == null ? "" : ": " + message;
  }

  /** Grows to the limit and one byte beyond, by which too large is told from just fitting. */
  private static final class Buffer {
    private final int limit;
    private byte[] bytes;
    private int size;

    Buffer(int limit, long expected) {
      this.limit = limit;
      long first = expected < 0 ? FIRST_BUFFER : Math.min(expected + 1, LARGEST_FIRST_BUFFER);
      bytes = new byte[(int) Math.min(Math.max(first, 512), limit + 1L)];
    }

    void fill(InputStream in) throws IOException {
      while (!overLimit()) {
        if (size == bytes.length) {
          bytes = Arrays.copyOf(bytes, (int) Math.min(size * 2L, limit + 1L));
        }
        int n = in.read(bytes, size, bytes.length - size);
        if (n < 0) {
          return;
        }
        size += n;
      }
    }

    boolean overLimit() {
      return size > limit;
    }

    Bytes all() {
      return Bytes.wrap(size == bytes.length ? bytes : Arrays.copyOf(bytes, size));
    }

    Bytes head() {
      return Bytes.wrap(Arrays.copyOf(bytes, Math.min(size, HEAD_BYTES)));
    }
  }
}
