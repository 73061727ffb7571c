package news.dateline.fetch;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import news.dateline.model.Poll;
import news.dateline.model.Source;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;

/** The headers of one request. */
final class RequestHeaders {
  private static final String ACCEPT =
      "application/rss+xml, application/atom+xml, application/feed+json, application/rdf+xml,"
          + " application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, text/html;q=0.5,"
          + " */*;q=0.1";

  /** Of a source's own headers, those that are no secrets and go along to other origins. */
  private static final Set<String> HARMLESS = Set.of("user-agent", "accept", "accept-language");

  /** Ours alone to set. */
  private static final Set<String> RESERVED =
      Set.of(
          "host",
          "connection",
          "content-length",
          "transfer-encoding",
          "accept-encoding",
          "if-none-match",
          "a-im",
          "if-modified-since");

  private RequestHeaders() {}

  /**
   * Sets them all.
   *
   * @param home whether the request goes to the origin the source names: only then its own headers
   *     and its user information go along
   */
  static void set(HttpUriRequestBase request, Poll poll, boolean home) {
    request.setHeader("Accept", ACCEPT);
    request.setHeader("Accept-Encoding", Decoders.accepted());
    Source source = poll.source();
    if (home) {
      userInfo(source).ifPresent(value -> request.setHeader("Authorization", value));
    }
    source
        .headers()
        .forEach(
            (name, value) -> {
              String lower = name.toLowerCase(Locale.ROOT);
              if (!RESERVED.contains(lower) && (home || HARMLESS.contains(lower))) {
                request.setHeader(name, value);
              }
            });
    if (poll.conditional()) {
      poll.cursor()
          .etag()
          .ifPresent(
              etag -> {
                request.setHeader("If-None-Match", etag);
                request.setHeader("A-IM", DeltaEncoding.FEED);
              });
      poll.cursor().lastModified().ifPresent(d -> request.setHeader("If-Modified-Since", d));
    }
  }

  /** {@code https://user:password@host/}, as Basic (RFC 7617). */
  private static Optional<String> userInfo(Source source) {
    return source
        .feed()
        .map(uri -> uri.getRawAuthority())
        .filter(authority -> authority.indexOf('@') >= 0)
        .map(authority -> authority.substring(0, authority.lastIndexOf('@')))
        .map(
            raw ->
                "Basic "
                    + Base64.getEncoder()
                        .encodeToString(unescape(raw).getBytes(StandardCharsets.UTF_8)));
  }

  private static String unescape(String raw) {
    // URLDecoder reads a plus as a space, which user information does not mean.
    return java.net.URLDecoder.decode(raw.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
