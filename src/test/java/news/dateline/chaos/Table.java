package news.dateline.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The rows of a run: printed, and kept in {@code target/chaos/faults.md}. */
final class Table {
  private static final Path FILE = Path.of("target/chaos/faults.md");

  private Table() {}

  static synchronized void add(Row row) {
    System.out.println(row);
    try {
      Files.createDirectories(FILE.getParent());
      if (!Files.exists(FILE)) {
        Files.writeString(FILE, Row.HEAD);
      }
      Files.writeString(FILE, row + "\n", StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
