package news.dateline.parse;

import java.util.List;
import java.util.Optional;
import news.dateline.model.Subscription;

/**
 * A list of subscriptions as another feed reader exported it.
 *
 * @param title of the list; empty when it has none
 * @param entries in document order, repeats included
 * @param headings outlines that neither name nor promise a feed: folders, headings, notes
 * @param repaired true when the XML was malformed and had to be mended
 */
public record Opml(
    Optional<String> title, List<Subscription> entries, int headings, boolean repaired) {
  public Opml {
    entries = List.copyOf(entries);
  }
}
