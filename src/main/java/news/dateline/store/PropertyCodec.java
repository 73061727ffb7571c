package news.dateline.store;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * Message properties as bytes, so that a number comes back as the number it was: a count, then for
 * each in order of name its name, a letter for the type, and the value.
 */
final class PropertyCodec {
  private PropertyCodec() {}

  /**
   * @throws IllegalArgumentException when a value is neither String, Integer nor Long
   */
  static byte[] encode(Map<String, Object> properties) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeShort(properties.size());
      for (Map.Entry<String, Object> property : new TreeMap<>(properties).entrySet()) {
        writeText(out, property.getKey());
        writeValue(out, property.getKey(), property.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
    return bytes.toByteArray();
  }

  private static void writeValue(DataOutputStream out, String name, Object value)
      throws IOException {
    if (value instanceof String text) {
      out.writeByte('s');
      writeText(out, text);
    } else if (value instanceof Integer number) {
      out.writeByte('i');
      out.writeInt(number);
    } else if (value instanceof Long number) {
      out.writeByte('l');
      out.writeLong(number);
    } else {
      throw new IllegalArgumentException(
          "message property " + name + " is a " + value.getClass().getName());
    }
  }

  private static void writeText(DataOutputStream out, String text) throws IOException {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8); // writeUTF ends at 64 KiB
    out.writeInt(utf8.length);
    out.write(utf8);
  }

  /** What {@link #encode} was given. */
  static Map<String, Object> decode(byte[] bytes) {
    Map<String, Object> properties = new TreeMap<>();
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      for (int left = in.readUnsignedShort(); left > 0; left--) {
        String name = readText(in);
        properties.put(name, readValue(in));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a damaged outbox row", e);
    }
    return properties;
  }

  private static Object readValue(DataInputStream in) throws IOException {
    return switch (in.readByte()) {
      case 's' -> readText(in);
      case 'i' -> in.readInt();
      case 'l' -> in.readLong();
      default -> throw new IOException("unknown type of property");
    };
  }

  private static String readText(DataInputStream in) throws IOException {
    return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
  }
}
