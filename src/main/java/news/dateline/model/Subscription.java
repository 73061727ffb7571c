package news.dateline.model;

import java.util.List;
import java.util.Optional;

/**
 * One entry of a list of subscriptions another program wrote. Addresses stand as they were written,
 * stripped: they may be anything.
 *
 * @param title what people call it; empty when the entry says nothing
 * @param address of the feed; empty when none is given
 * @param page the site it belongs to
 * @param type as written in lower case ({@code rss}, {@code link}, {@code include} ...); empty when
 *     absent
 * @param language as written
 * @param id the id a Dateline gave it when it exported the list
 * @param folders the names of the folders it lies in, outermost first
 */
public record Subscription(
    String title,
    Optional<String> address,
    Optional<String> page,
    String type,
    Optional<String> language,
    Optional<String> id,
    List<String> folders) {
  public Subscription {
    folders = List.copyOf(folders);
  }
}
