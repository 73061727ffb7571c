package news.dateline.model;

/**
 * What the stages want remembered of a source's last document when they meet the next one;
 * committed with it, so that it is never ahead of what was published.
 *
 * @param marks opaque to all but {@code documents.parse}: which items stood in the document, by
 *     their bytes; empty when there is nothing to compare with
 * @param identity how the source's items are told apart, as {@code items.dedupe} learnt it; its
 *     first word is for people: {@code guid}, {@code guid+link} or {@code link}
 * @param sequences the transmission numbers of the source's services, as they were last seen; empty
 *     when it numbers nothing
 * @param place the address at which a listing goes on (its cursor); empty: at its feed
 */
public record Memo(String marks, String identity, String sequences, String place) {
  private static final int SHORT = 24;

  /** Nothing is known of the source. */
  public static final Memo NONE = new Memo("", "guid", "", "");

  public Memo {
    // few different short ones, and one a source
    identity = identity.length() <= SHORT ? identity.intern() : identity;
  }

  /** Of a source that lists nothing. */
  public Memo(String marks, String identity, String sequences) {
    this(marks, identity, sequences, "");
  }

  /** What tells the source's items apart: {@code guid}, {@code guid+link} or {@code link}. */
  public String way() {
    return identity.split(" ", 2)[0];
  }

  /**
   * A further word of what was learnt of the source's ids: {@code apart}, how many stories were
   * published under names of their own because they shared one; {@code buried}, how many older
   * wordings were; {@code noise}, parameters of addresses that are ignored because they change at
   * every fetch.
   *
   * @return empty when there is nothing to say
   */
  public String learnt(String key) {
    for (String word : identity.split(" ", -1)) {
      if (word.startsWith(key + "=")) {
        return word.substring(key.length() + 1);
      }
    }
    return "";
  }

  /** The same with the marks of another document. */
  public Memo withMarks(String newMarks) {
    return new Memo(newMarks, identity, sequences, place);
  }

  /** The same with another way of telling items apart. */
  public Memo withIdentity(String newIdentity) {
    return new Memo(marks, newIdentity, sequences, place);
  }

  /** The same with other transmission numbers. */
  public Memo withSequences(String newSequences) {
    return new Memo(marks, identity, newSequences, place);
  }

  /** The same with a listing going on elsewhere. */
  public Memo withPlace(String newPlace) {
    return new Memo(marks, identity, sequences, newPlace);
  }
}
