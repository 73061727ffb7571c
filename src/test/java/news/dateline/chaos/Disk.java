package news.dateline.chaos;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;

/** A small disk of a test's own (tmpfs), which can be filled. Needs root. */
final class Disk implements AutoCloseable {
  private static final int MEGABYTE = 1 << 20;

  private final Path mount;

  Disk(Path mount, int megabytes) throws IOException {
    this.mount = Files.createDirectories(mount);
    if (Signals.run(
            "mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", mount.toString())
        != 0) {
      throw new IOException("cannot mount " + mount);
    }
  }

  static boolean canMount() {
    return System.getProperty("user.name").equals("root")
        && Files.isExecutable(Path.of("/bin/mount"));
  }

  /** Bytes of all files below a folder; 0 when it is not there. */
  static long size(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return 0;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).mapToLong(p -> p.toFile().length()).sum();
    }
  }

  Path root() throws IOException {
    return Files.createDirectories(mount.resolve("base"));
  }

  /** Fills it until so many megabytes are free; 0: until not a byte more fits. */
  void fillUntil(int megabytes) throws IOException {
    byte[] block = new byte[MEGABYTE];
    try (OutputStream out =
        Files.newOutputStream(filler(), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      while (mount.toFile().getUsableSpace() > (long) megabytes * MEGABYTE) {
        out.write(block);
      }
    } catch (IOException e) {
      if (megabytes > 0) {
        throw e;
      }
    }
  }

  void free() throws IOException {
    Files.deleteIfExists(filler());
  }

  private Path filler() {
    return mount.resolve("filler");
  }

  @Override
  public void close() {
    Signals.run("umount", "-l", mount.toString());
  }
}
