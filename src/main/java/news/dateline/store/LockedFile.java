package news.dateline.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A file that one process at a time has locked; the operating system frees it when the process
 * dies, however that happens. Stays there empty afterwards: to remove it would let two processes
 * lock two files of one name. Thread-safe.
 */
public final class LockedFile implements AutoCloseable {
  /** How often and how long to try: who only looks has a file for a moment. */
  private static final int TRIES = 5;

  private static final long PAUSE_MILLIS = 50;

  /**
   * What this process has locked. It must not be opened once more: when any channel on a file is
   * closed, POSIX frees all locks the process has on it.
   */
  private static final Set<Path> OURS = ConcurrentHashMap.newKeySet();

  private final Path file;
  private final FileChannel channel;

  private LockedFile(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /**
   * Locks a file, which is made when absent; its folder must be there.
   *
   * @return empty when somebody has it
   */
  public static Optional<LockedFile> take(Path file) throws IOException {
    Path real = real(file);
    if (!OURS.add(real)) {
      return Optional.empty();
    }
    boolean taken = false;
    FileChannel channel = null;
    try {
      channel = FileChannel.open(real, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      taken = lock(channel);
      return taken ? Optional.of(new LockedFile(real, channel)) : Optional.empty();
    } finally {
      if (!taken) {
        if (channel != null) {
          channel.close();
        }
        OURS.remove(real);
      }
    }
  }

  /** Whether some process has it, this one or another. */
  public static boolean isTaken(Path file) throws IOException {
    if (!Files.exists(file)) {
      return false;
    }
    Path real = real(file);
    if (OURS.contains(real)) {
      return true;
    }
    try (FileChannel channel = FileChannel.open(real, StandardOpenOption.READ);
        FileLock shared = channel.tryLock(0, Long.MAX_VALUE, true)) {
      return shared == null;
    } catch (OverlappingFileLockException e) {
      return true;
    }
  }

  private static boolean lock(FileChannel channel) throws IOException {
    for (int i = 0; i < TRIES; i++) {
      try {
        if (channel.tryLock() != null) {
          return true;
        }
        Thread.sleep(PAUSE_MILLIS);
      } catch (OverlappingFileLockException e) {
        return false;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
    return false;
  }

  /** The folder's real name, so that one file has one name. */
  private static Path real(Path file) throws IOException {
    Path absolute = file.toAbsolutePath();
    Path folder = absolute.getParent();
    return folder == null ? absolute : folder.toRealPath().resolve(absolute.getFileName());
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      // the lock goes with the process at the latest
    }
    OURS.remove(file);
  }
}
