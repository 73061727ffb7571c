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
   * @param bytes unpacked
   * @param torn true when the packed bytes lack their end: these are what could be read of them
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Unpacked(byte[] bytes, boolean torn) {}

  /** The bytes themselves, or what they hold when they are gzip. */
  static byte[] gunzip(byte[] bytes) {
    return of(bytes).bytes();
  }

  /**
   * The bytes themselves, or what they hold when they are gzip.
   *
   * @throws RejectedException when nothing can be read of them, or too much
   */
  static Unpacked of(byte[] bytes) {
    if (bytes.length < 3 || bytes[0] != 0x1f || bytes[1] != (byte) 0x8b || bytes[2] != 8) {
      return new Unpacked(bytes, false);
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
      return new Unpacked(out.toByteArray(), true);
    }
    return new Unpacked(out.toByteArray(), false);
  }
}
