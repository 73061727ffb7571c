package news.dateline.parse;

/** Reads one family of formats. A new format is one class, listed in {@link Readers}. */
interface Reader {
  /**
   * Whether {@code source.format()} means this reader.
   *
   * @param format lower case, for instance {@code rss-2.0}
   */
  boolean answersTo(String format);

  /** Whether the content looks like this reader's; cheap, and never by file name. */
  boolean recognises(Content content);

  /**
   * Whether its documents are lists that come again, with whatever was missing: one that lacks its
   * end is nothing to tell when all its items are whole. (Some feeds never close their root.)
   */
  default boolean isFeed() {
    return false;
  }

  /**
   * Reads all items of a document.
   *
   * @throws news.dateline.model.RejectedException when the document as a whole cannot be read
   */
  Harvest read(Content content);
}
