package news.dateline.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Another time for a process, changed while it runs: libfaketime, where it is installed. */
final class Clocks {
  private Clocks() {}

  /** The library for programs of many threads. */
  static Optional<Path> library() throws IOException {
    Path lib = Path.of("/usr/lib");
    if (!Files.isDirectory(lib)) {
      return Optional.empty();
    }
    try (Stream<Path> files =
        Files.find(lib, 4, (p, a) -> p.endsWith("faketime/libfaketimeMT.so.1"))) {
      return files.findFirst();
    }
  }

  /** Writes the offset, in seconds with a sign, that the process follows within a second. */
  static Path set(Path file, String offset) throws IOException {
    return Files.writeString(file, offset);
  }

  static void use(Subject subject, Path library, Path offset) {
    subject
        .environment("LD_PRELOAD", library.toString())
        .environment("FAKETIME_TIMESTAMP_FILE", offset.toString())
        .environment("FAKETIME_CACHE_DURATION", "1")
        .environment("DONT_FAKE_MONOTONIC", "1")
        // or every timed wait of the virtual machine ends at once
        .environment("FAKETIME_FORCE_MONOTONIC_FIX", "0");
  }
}
