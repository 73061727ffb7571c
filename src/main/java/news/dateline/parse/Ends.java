package news.dateline.parse;

import news.dateline.model.Bytes;
import news.dateline.model.Reason;
import news.dateline.model.RejectedException;

/**
 * Reads a document and says what is missing at its end. A transfer that breaks off leaves a
 * document that begins like any other; its items that are whole are items, and the one it breaks
 * off in is none, because the rest might have said anything: that it is embargoed, or withdrawn.
 */
final class Ends {
  private static final String WITHIN = "the document breaks off inside this item";

  private Ends() {}

  /**
   * @throws RejectedException when the document cannot be read as a whole
   */
  static Harvest read(Reader reader, Content content) {
    Harvest harvest = reader.read(content);
    String unread = content.unreadJson();
    if (!unread.isEmpty()) {
      harvest.refuse(() -> Bytes.utf8(unread), reason(content), WITHIN);
    }
    boolean said = harvest.bad().stream().anyMatch(b -> b.reason() == Reason.CUT_OFF);
    if (content.isCutOff() && !said && (harvest.isEmpty() || !reader.isFeed())) {
      harvest.refuse(
          content::bytes,
          Reason.CUT_OFF,
          harvest.items().isEmpty()
              ? "the document breaks off before its first item"
              : "the document breaks off behind its last whole item");
    }
    return harvest;
  }

  /** Why JSON that is an item itself cannot be used; nothing when it was read to its end. */
  static void requireWhole(Content content) {
    if (content.jsonTree().end() != JsonTree.End.WHOLE) {
      throw new RejectedException(reason(content), WITHIN);
    }
  }

  private static Reason reason(Content content) {
    return content.isCutOff() ? Reason.CUT_OFF : Reason.MALFORMED;
  }
}
