package news.dateline.conformance;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import news.dateline.app.ReadingPath;

/** One suite of expectations. */
interface Lane {
  /** Short, for the table and {@code -Dconformance.only}. */
  String name();

  /** The folder of a corpus that holds its files. */
  default String folder() {
    return "feeds";
  }

  /**
   * Judges every expectation there is; an empty list when the corpus has none of this kind.
   *
   * @param feeds that folder
   */
  List<Case> run(Path feeds, ReadingPath reader) throws IOException;
}
