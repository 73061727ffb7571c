package news.dateline.parse;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;
import news.dateline.model.Reason;
import news.dateline.model.RejectedException;

/** Unpacks a body that was stored still compressed. */
final class Unpack {
  /** Bytes after unpacking; far above any feed, far below a bomb. */
  private static final int LIMIT = 64 << 20;

  private Unpack() {}

  /**
   * The bytes themselves, or what they hold when they are gzip. A body cut short gives what could
   * be read of it.
   */
  static byte[] gunzip(byte[] bytes) {
    if (bytes.length < 3 || bytes[0] != 0x1f || bytes[1] != (byte) 0x8b || bytes[2] != 8) {
      return bytes;
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length * 4);
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      byte[] buffer = new byte[16384];
      int n;
      while ((n = in.read(buffer)) > 0) {
        if (out.size() + n > LIMIT) {
          throw new RejectedException(
              Reason.BODY_TOO_LARGE, "more than " + LIMIT + " bytes when unpacked");
        }
        out.write(buffer, 0, n);
      }
    } catch (IOException e) {
      if (out.size() == 0) {
        throw new RejectedException(Reason.BODY_UNREADABLE, "broken gzip: " + e.getMessage());
      }
    }
    return out.toByteArray();
  }
}
