package news.dateline.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/**
 * Where the shared corpus lies: {@code ../shared} beside the checkout, or the folder of {@code
 * -Ddateline.shared=DIR}. It is other people's text and never part of this repository, so a test
 * that needs it is skipped, saying so, when it is absent.
 */
public final class Corpus {
  private Corpus() {}

  /** A path below the shared folder; skips the running test when it does not exist. */
  public static Path require(String path) {
    Path found = Path.of(System.getProperty("dateline.shared", "../shared")).resolve(path);
    if (!Files.exists(found)) {
      String why = "skipped: no shared corpus at " + found.toAbsolutePath().normalize();
      System.out.println(why); // Surefire's console does not tell why
      Assumptions.abort(why);
    }
    return found;
  }
}
