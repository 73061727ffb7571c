package news.dateline.broker;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;

/**
 * A small file of names and values that is replaced as a whole: whoever reads it sees the state
 * before or after, never half of one. Only the owner may read it. Not thread-safe.
 */
final class StateFile {
  private final Path file;

  StateFile(Path file) {
    this.file = file;
  }

  /** What it holds; empty when it is not there yet. */
  Map<String, String> read() {
    Properties properties = new Properties();
    if (Files.exists(file)) {
      try (InputStream in = Files.newInputStream(file)) {
        properties.load(in);
      } catch (IOException | IllegalArgumentException e) {
        throw new UncheckedIOException(
            new IOException(file + " cannot be read: " + e.getMessage(), e));
      }
    }
    Map<String, String> values = new TreeMap<>();
    properties.stringPropertyNames().forEach(k -> values.put(k, properties.getProperty(k)));
    return values;
  }

  private static void force(Path what, StandardOpenOption how) throws IOException {
    try (FileChannel channel = FileChannel.open(what, how)) {
      channel.force(true);
    }
  }

  /**
   * Replaces the file.
   *
   * @param toDisk true: returns when a power cut cannot take it back
   */
  void write(Map<String, String> values, boolean toDisk) {
    Properties properties = new Properties();
    properties.putAll(values);
    try {
      Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent(), "no folder");
      Files.createDirectories(folder);
      // Files of this kind are made with mode 600.
      Path made = Files.createTempFile(folder, "." + file.getFileName(), ".new");
      try {
        try (OutputStream out = Files.newOutputStream(made)) {
          properties.store(out, null);
        }
        if (toDisk) {
          force(made, StandardOpenOption.WRITE);
        }
        Files.move(made, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        if (toDisk) {
          force(folder, StandardOpenOption.READ); // the name, too
        }
      } finally {
        Files.deleteIfExists(made); // on a full disk it is there still
      }
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be written: " + e.getMessage(), e);
    }
  }
}
