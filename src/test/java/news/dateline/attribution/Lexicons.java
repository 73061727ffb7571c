package news.dateline.attribution;

import java.nio.file.Path;
import news.dateline.config.Problems;

/** The lexicon of this checkout, read once for all tests. */
final class Lexicons {
  static final Lexicon SHIPPED = load();

  private Lexicons() {}

  private static Lexicon load() {
    Problems problems = new Problems();
    Lexicon lexicon = Lexicon.load(Path.of("config/agencies.yaml"), "agencies.yaml", problems);
    if (!problems.isEmpty()) {
      throw new IllegalStateException(problems.list().toString());
    }
    return lexicon;
  }
}
