package news.dateline.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import news.dateline.store.LockedFile;

/**
 * A running instance as other commands find it: {@code instance.properties} in its data folder.
 * Whether it runs is told by the lock on {@code instance.lock} beside it, not by the file nor by
 * the process id: a process that died leaves both, and the id may be another program's by now.
 *
 * @param pid process id
 * @param http base URL of the API, without a slash at the end
 * @param broker URL of the broker for subscribers
 */
public record Instance(long pid, String http, String broker) {
  private static final String FILE = "instance.properties";
  private static final String LOCK = "instance.lock";

  /**
   * The instance running on a data folder; empty when there is none, or only the file of one that
   * died.
   */
  public static Optional<Instance> find(Path data) {
    Path file = data.resolve(FILE);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    Properties p = new Properties();
    try (var in = Files.newBufferedReader(file)) {
      p.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (!isLocked(data)) {
      return Optional.empty();
    }
    long pid = Long.parseLong(p.getProperty("pid", "0"));
    return Optional.of(new Instance(pid, p.getProperty("http", ""), p.getProperty("broker", "")));
  }

  private static boolean isLocked(Path data) {
    try {
      return LockedFile.isTaken(data.resolve(LOCK));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Takes a data folder for this process, until the lock is closed.
   *
   * @throws IllegalArgumentException with one clear line when an instance runs on it
   */
  static LockedFile occupy(Path data) throws IOException {
    Optional<LockedFile> lock = LockedFile.take(data.resolve(LOCK));
    if (lock.isPresent()) {
      return lock.get();
    }
    String who = find(data).map(i -> " (pid " + i.pid() + ")").orElse(", and is just starting");
    throw new IllegalArgumentException("an instance runs on " + data + " already" + who);
  }

  /** Makes this instance known; replaces what a dead one left behind. */
  void announce(Path data) throws IOException {
    // for the owner alone, as everything a temporary file is made for
    Path temporary = Files.createTempFile(data, FILE, ".new");
    Files.write(temporary, List.of("pid=" + pid, "http=" + http, "broker=" + broker));
    Files.move(
        temporary,
        data.resolve(FILE),
        StandardCopyOption.REPLACE_EXISTING,
        StandardCopyOption.ATOMIC_MOVE);
  }

  /** Takes the announcement back. */
  static void forget(Path data) throws IOException {
    Files.deleteIfExists(data.resolve(FILE));
  }
}
