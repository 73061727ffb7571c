package news.dateline.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * So much of a disk: a size, or a share of the whole.
 *
 * @param bytes the size; 0 when it is a share
 * @param percent the share, 1 to 90; 0 when it is a size
 */
public record DiskShare(long bytes, int percent) {
  private static final Pattern WRITTEN = Pattern.compile("(\\d{1,9})(MB|GB|TB|%)");

  /** Reads {@code 10GB} or {@code 25%}; empty when it is neither. */
  static Optional<DiskShare> parse(String text) {
    Matcher m = WRITTEN.matcher(text);
    if (!m.matches()) {
      return Optional.empty();
    }
    long n = Long.parseLong(m.group(1));
    if (n < 1 || (m.group(2).equals("%") && n > 90)) {
      return Optional.empty();
    }
    return Optional.of(
        switch (m.group(2)) {
          case "MB" -> new DiskShare(n << 20, 0);
          case "GB" -> new DiskShare(n << 30, 0);
          case "TB" -> new DiskShare(n << 40, 0);
          default -> new DiskShare(0, (int) n);
        });
  }

  /**
   * In bytes.
   *
   * @param folder on the disk that is meant; must exist
   */
  long of(Path folder) throws IOException {
    return percent == 0
        ? bytes
        : Math.max(1, Files.getFileStore(folder).getTotalSpace() / 100 * percent);
  }
}
