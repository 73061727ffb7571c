package news.dateline.dedupe;

/**
 * The newest version of an article as a document goes on.
 *
 * @param uri of the article
 * @param owner id of the source that gave it first
 * @param publisher of that source
 * @param version the newest
 * @param print of the newest
 * @param here whether this document has held it already
 */
record Known(
    String uri, String owner, String publisher, long version, Fingerprint print, boolean here) {

  static Known of(SeenItems.Seen seen) {
    return new Known(
        seen.uri(),
        seen.source(),
        seen.publisher(),
        Long.parseLong(seen.version()),
        Fingerprint.stored(seen.fingerprint()),
        false);
  }

  /**
   * It was adopted, and is no other story than the item: one later or a kill is judged as usual.
   */
  boolean adopts(Candidate c) {
    return print.isAdopted() && c.number() <= version && (!c.isKill() || print.isAdoptedKill());
  }

  /** The same with the content that was found for it. */
  Known learning(Fingerprint content) {
    return new Known(uri, owner, publisher, version, content, true);
  }

  SeenItems.Seen seen() {
    return new SeenItems.Seen(uri, owner, publisher, Long.toString(version), print.toString());
  }

  Known met() {
    return learning(print);
  }
}
