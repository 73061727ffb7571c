package news.dateline.testing;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** A disk of a test's own, in memory, that can be filled; needs the right to mount one. */
public final class SmallDisk implements AutoCloseable {
  private final Path folder;
  private final Path filler;

  /** Skips the test, saying so, where nothing may be mounted. */
  public SmallDisk(Path folder, int megabytes) throws Exception {
    this.folder = Files.createDirectories(folder);
    this.filler = folder.resolve("filler");
    Assumptions.assumeTrue(
        run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", folder.toString()),
        "skipped: a disk of 420 MB can be mounted by root only");
    Files.createDirectories(folder());
  }

  /** A folder on it. */
  public Path folder() {
    return folder.resolve("home");
  }

  /** Bytes that may still be written. */
  public long free() throws IOException {
    return Files.getFileStore(folder).getUsableSpace();
  }

  /** Leaves so many bytes free; 0: to the last byte. */
  public void fill(long leave) throws IOException {
    byte[] block = new byte[1 << 16];
    try (OutputStream out =
        Files.newOutputStream(filler, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      while (free() > leave) {
        out.write(block);
      }
    } catch (IOException e) {
      // full: as wanted
    }
  }

  /** Gives back what was filled. */
  public void empty() throws IOException {
    Files.deleteIfExists(filler);
  }

  @Override
  public void close() throws Exception {
    run("umount", "-l", folder.toString());
  }

  private static boolean run(String... command) throws Exception {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getInputStream().readAllBytes();
    return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
  }
}
