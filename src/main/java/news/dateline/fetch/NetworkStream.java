package news.dateline.fetch;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * The body as sent. Counts it, and remembers a fault of the network so that it is not mistaken for
 * a fault of the compression on top.
 */
final class NetworkStream extends FilterInputStream {
  private final long limit;
  private long count;
  private @Nullable IOException fault;

  /**
   * @param limit bytes after which the stream ends, as if the server had ended it
   */
  NetworkStream(InputStream in, long limit) {
    super(in);
    this.limit = limit;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    if (overLimit()) {
      return -1;
    }
    try {
      int n = super.read(into, from, length);
      count += Math.max(0, n);
      return n;
    } catch (IOException e) {
      fault = e;
      throw e;
    }
  }

  boolean overLimit() {
    return count > limit;
  }

  @Nullable IOException fault() {
    return fault;
  }

  /** Reads on to the end, but at most so many bytes; whether the end was reached. */
  boolean drain(int most) throws IOException {
    byte[] buffer = new byte[Math.min(most, 8192)];
    for (int left = most; left > 0; ) {
      int n = super.read(buffer, 0, Math.min(left, buffer.length));
      if (n < 0) {
        return true;
      }
      left -= n;
    }
    return false;
  }

  /** Always 1: Java's gzip reader takes 0 for the end of a file and would drop later members. */
  @Override
  public int available() {
    return 1;
  }

  /** Does nothing: closing an entity reads an endless body to its end. */
  @Override
  public void close() {}
}
