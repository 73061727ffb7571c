package news.dateline.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A configuration folder of a test's own: the shipped one without its sources, beside which data
 * lies.
 */
public final class TestHome {
  private final Path root;

  public TestHome(Path root) {
    this.root = root;
    try {
      Files.createDirectories(root.resolve("config/sources"));
      for (String name : new String[] {"application.properties", "agencies.yaml", "desks.yaml"}) {
        Files.copy(
            Path.of("config").resolve(name),
            root.resolve("config").resolve(name),
            StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Path config() {
    return root.resolve("config");
  }

  public Path data() {
    return root.resolve("data");
  }

  /** Declares a polled source on loopback. */
  public void feed(String id, String url, String every) {
    source(
        id,
        "id: "
            + id
            + "\nname: Newsroom "
            + id
            + "\nfeed: "
            + url
            + "\ninternal: true\nevery: "
            + every
            + "\n");
  }

  /** Writes a source file. */
  public void source(String file, String yaml) {
    try {
      Path temporary = Files.writeString(root.resolve(file + ".tmp"), yaml);
      Files.move(
          temporary,
          config().resolve("sources").resolve(file + ".yaml"),
          StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
