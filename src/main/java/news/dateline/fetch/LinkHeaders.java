package news.dateline.fetch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import news.dateline.model.LinkHeader;
import news.dateline.model.WebLinks;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpResponse;

/** The {@code Link} headers of an answer. */
final class LinkHeaders {
  /** Relations somebody here makes use of: WebSub, and paged and archived feeds (RFC 5005). */
  private static final Set<String> USEFUL = Set.of("hub", "self", "next", "prev-archive");

  private LinkHeaders() {}

  /**
   * @param from the address that gave the answer: base of relative ones
   */
  static WebLinks read(HttpResponse response, Target from) {
    List<String> values = new ArrayList<>(2);
    for (Header header : response.getHeaders("Link")) {
      if (header.getValue() != null) {
        values.add(header.getValue());
      }
    }
    return values.isEmpty()
        ? WebLinks.NONE
        : LinkHeader.read(
            values,
            Optional.of(from.uri()),
            USEFUL,
            address -> from.resolve(address).map(Target::uri));
  }
}
