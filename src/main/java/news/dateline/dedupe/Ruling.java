package news.dateline.dedupe;

import news.dateline.model.Verdict;

/** What becomes of one item. */
sealed interface Ruling {
  /** A new article or version. */
  record News(Verdict verdict) implements Ruling {}

  /** Known as it is, or no later than what is known. */
  record Unchanged() implements Ruling {}

  /**
   * Another wording of a story that the same document words in a newer way: it is not published,
   * and must be told.
   *
   * @param uri of the story
   */
  record Superseded(String uri) implements Ruling {}
}
