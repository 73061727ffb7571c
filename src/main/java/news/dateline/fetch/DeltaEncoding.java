package news.dateline.fetch;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import news.dateline.model.Cursor;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpResponse;

/**
 * Delta encoding in HTTP (RFC 3229) with the instance manipulation {@code feed}: to a conditional
 * request that offers {@code A-IM: feed} a server may answer with only the entries that are new or
 * changed since the entity tag sent. Its {@code ETag} is then that of the whole feed as it is now.
 */
final class DeltaEncoding {
  /** The manipulation offered and accepted: any other would be a patch to apply. */
  static final String FEED = "feed";

  /** 226 IM Used. */
  static final int IM_USED = 226;

  private DeltaEncoding() {}

  /**
   * Whether the answer holds only a part of the feed. Some servers say so with status 200, because
   * what stands between would not let 226 pass; the {@code IM} header decides.
   */
  static boolean isDelta(HttpResponse response) {
    List<String> used = new ArrayList<>();
    for (Header header : response.getHeaders("IM")) {
      for (String manipulation : String.valueOf(header.getValue()).split(",", -1)) {
        // parameters do not matter: "feed" has none
        used.add(manipulation.split(";", 2)[0].strip().toLowerCase(Locale.ROOT));
      }
    }
    return used.equals(List.of(FEED));
  }

  /** What stands before the hash of a delta; empty text for a whole feed. */
  static String mark(HttpResponse response) {
    return isDelta(response) ? Cursor.DELTA : "";
  }
}
