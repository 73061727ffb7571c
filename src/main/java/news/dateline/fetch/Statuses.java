package news.dateline.fetch;

import java.util.Locale;
import java.util.Optional;
import news.dateline.model.Reason;
import org.apache.hc.core5.http.impl.EnglishReasonPhraseCatalog;

/** What HTTP statuses mean to a reader of feeds. */
final class Statuses {
  private Statuses() {}

  /**
   * Why an answer with this status is of no use. Empty for one that brings a body to read, and for
   * 304.
   *
   * @param told the answer carries a usable {@code Retry-After}
   */
  static Optional<Reason> failure(int status, boolean told) {
    if (status == 304 || (status / 100 == 2 && status != 206 && status != 226)) {
      return Optional.empty();
    }
    return Optional.of(
        switch (status) {
          case 401, 407 -> Reason.UNAUTHORIZED;
          case 403 -> Reason.BLOCKED;
          case 404 -> Reason.NOT_FOUND;
          case 410 -> Reason.GONE;
          case 429 -> Reason.THROTTLED;
          case 503 -> told ? Reason.THROTTLED : Reason.SERVER_ERROR;
          default -> byClass(status);
        });
  }

  private static Reason byClass(int status) {
    return switch (status / 100) {
      case 4 -> Reason.CLIENT_ERROR;
      case 5 -> Reason.SERVER_ERROR;
      default -> Reason.PROTOCOL_ERROR; // a part or a delta we did not ask for, or no known class
    };
  }

  /** 301, 302, 303, 307, 308: go elsewhere. */
  static boolean redirects(int status) {
    return status == 301 || status == 302 || status == 303 || permanent(status) || status == 307;
  }

  /** 301, 308: and remember it. */
  static boolean permanent(int status) {
    return status == 301 || status == 308;
  }

  /** {@code HTTP 404 Not Found}, in the standard's words: the server's own may be anything. */
  static String line(int status) {
    String phrase = EnglishReasonPhraseCatalog.INSTANCE.getReason(status, Locale.ROOT);
    return "HTTP " + status + (phrase == null ? "" : " " + phrase);
  }
}
