package news.dateline.model;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** An immutable run of bytes with value equality, so that records may hold one. */
public final class Bytes {
  /** No bytes. */
  public static final Bytes EMPTY = new Bytes(new byte[0]);

  private final byte[] array;

  private Bytes(byte[] array) {
    this.array = array;
  }

  /** Wraps without copying: the caller gives the array away and must not write to it again. */
  public static Bytes wrap(byte[] array) {
    return array.length == 0 ? EMPTY : new Bytes(array);
  }

  /** The UTF-8 form of a text. */
  public static Bytes utf8(String text) {
    return wrap(text.getBytes(StandardCharsets.UTF_8));
  }

  public int size() {
    return array.length;
  }

  public boolean isEmpty() {
    return array.length == 0;
  }

  /** The bytes themselves, not a copy: read only. */
  public byte[] array() {
    return array;
  }

  /** At most the first {@code limit} bytes. */
  public Bytes head(int limit) {
    return array.length <= limit ? this : new Bytes(Arrays.copyOf(array, limit));
  }

  public InputStream stream() {
    return new ByteArrayInputStream(array);
  }

  /** Decoded as UTF-8, malformed parts replaced by U+FFFD. */
  public String utf8() {
    return new String(array, StandardCharsets.UTF_8);
  }

  /** SHA-256 in lower-case hexadecimal, 64 characters. */
  public String sha256() {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(array));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Bytes that && Arrays.equals(array, that.array);
  }

  /**
   * From the size and the first bytes: documents are large, and hardly ever begin alike and end
   * otherwise.
   */
  @Override
  public int hashCode() {
    int hash = array.length;
    for (int i = 0; i < Math.min(array.length, 256); i++) {
      hash = 31 * hash + array[i];
    }
    return hash;
  }

  @Override
  public String toString() {
    return array.length + " bytes";
  }
}
