package news.dateline.fetch;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import news.dateline.model.Bytes;
import org.apache.hc.core5.http.HttpResponse;

/**
 * Recognises pages that ask to prove being human, or that only say that robots are not wanted.
 * Their marks are those the services themselves put into such pages; scripts that the same services
 * put into ordinary pages do not count, since a web page may lead to a feed.
 */
final class ChallengePage {
  private static final int HEAD = 16 << 10;

  /** Part of the page, in lower case; who made it. */
  private static final Map<String, String> MARKS =
      Map.ofEntries(
          Map.entry("_cf_chl_opt", "Cloudflare"),
          Map.entry("<title>just a moment...</title>", "Cloudflare"),
          Map.entry("<title>attention required! | cloudflare</title>", "Cloudflare"),
          Map.entry("cf-error-details", "Cloudflare"),
          Map.entry("<title>ddos-guard</title>", "DDoS-Guard"),
          Map.entry("geo.captcha-delivery.com", "DataDome"),
          Map.entry("ct.captcha-delivery.com", "DataDome"),
          Map.entry("id=\"px-captcha\"", "HUMAN"),
          Map.entry("incapsula incident id", "Imperva"),
          Map.entry("sucuri website firewall - access denied", "Sucuri"),
          Map.entry("errors.edgesuite.net", "Akamai"),
          Map.entry("window.gokuprops", "AWS WAF"),
          Map.entry("<title>making sure you&#39;re not a bot!</title>", "Anubis"),
          Map.entry("<title>making sure you're not a bot!</title>", "Anubis"));

  private ChallengePage() {}

  /** Who asks, or empty when this is no such page. */
  static Optional<String> by(HttpResponse response, Bytes body) {
    if (response.containsHeader("cf-mitigated")) {
      return Optional.of("Cloudflare");
    }
    if (response.containsHeader("x-amzn-waf-action")) {
      return Optional.of("AWS WAF");
    }
    int size = Math.min(body.size(), HEAD);
    if (!startsLikeHtml(body.array(), size)) {
      return Optional.empty();
    }
    String page =
        new String(body.array(), 0, size, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
    return MARKS.entrySet().stream()
        .filter(mark -> page.contains(mark.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /** A cheap look, so that feeds, by far the commonest body, are not searched. */
  private static boolean startsLikeHtml(byte[] body, int size) {
    int i = 0;
    while (i < size && (body[i] <= ' ')) { // bytes of a byte order mark are negative
      i++;
    }
    String start = new String(body, i, Math.min(9, size - i), StandardCharsets.ISO_8859_1);
    String lower = start.toLowerCase(Locale.ROOT);
    return lower.startsWith("<!doctype") || lower.startsWith("<html") || lower.startsWith("<head");
  }
}
