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
   * Reads all items of a document.
   *
   * @throws news.dateline.model.RejectedException when the document as a whole cannot be read
   */
  Harvest read(Content content);
}
