package news.dateline.conformance;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import news.dateline.app.ReadingPath;

/** One suite of expectations. */
interface Lane {
  /** Short, for the table and {@code -Dconformance.only}. */
  String name();

  /**
   * Judges every expectation there is; an empty list when the corpus has none of this kind.
   *
   * @param feeds the folder of feeds
   */
  List<Case> run(Path feeds, ReadingPath reader) throws IOException;
}
