package news.dateline.bench.attribution;

import java.nio.file.Path;

/** Measures attribution on one collection. */
interface Table {
  /** The name by which it is asked for: lower case, no spaces. */
  String name();

  /** The folder of the collection, below the corpus of annotated texts. */
  String folder();

  /**
   * Measures and prints.
   *
   * @param folder exists
   */
  void run(Path folder, Predictor predictor, Report report);
}
