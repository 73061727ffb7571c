package news.dateline.web;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import news.dateline.model.Bytes;

/**
 * One HTTP request, free of any server's types.
 *
 * @param method upper case
 * @param path starts with a slash; percent-encoding already undone
 * @param query decoded; the first value of a name wins
 * @param headers names in lower case
 * @param body empty when there is none
 * @param peer the two ends of the connection it came by
 */
public record Request(
    String method,
    String path,
    Map<String, String> query,
    Map<String, String> headers,
    Bytes body,
    Peer peer) {

  /** Headers of programs that pass requests on for somebody else. */
  private static final Set<String> FORWARDED =
      Set.of("forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip", "via");

  public Request {
    query = Map.copyOf(query);
    headers = Map.copyOf(headers);
  }

  public Optional<String> header(String lowerCaseName) {
    return Optional.ofNullable(headers.get(lowerCaseName));
  }

  public Optional<String> parameter(String name) {
    return Optional.ofNullable(query.get(name)).filter(v -> !v.isBlank());
  }

  /** The same with its body. */
  Request with(byte[] whole) {
    return new Request(method, path, query, headers, Bytes.wrap(whole), peer);
  }

  /**
   * Whether a program on this machine asks, and not for somebody elsewhere. The connection decides;
   * headers can only take it back, as those of a proxy do.
   */
  boolean isFromHere() {
    return peer.isLoopback()
        && HttpGuard.namesLoopback(this)
        && FORWARDED.stream().noneMatch(headers::containsKey);
  }

  /** HEAD is answered as GET; the server leaves the body out. */
  boolean reads() {
    return method.equals("GET") || method.equals("HEAD");
  }

  /**
   * Puts a request together from what a server has.
   *
   * @param rawPath percent-encoded
   * @param rawQuery as forms encode it, without the question mark; may be empty
   */
  static Request of(
      String method,
      String rawPath,
      String rawQuery,
      Map<String, String> headers,
      byte[] body,
      Peer peer) {
    return new Request(method, path(rawPath), query(rawQuery), headers, Bytes.wrap(body), peer);
  }

  /** A plus sign stands for itself in a path. A path that cannot be decoded stays as it is. */
  private static String path(String raw) {
    String path = decode(raw.replace("+", "%2B")).orElse(raw);
    return path.startsWith("/") ? path : "/" + path;
  }

  /** A parameter that cannot be decoded is left out. */
  private static Map<String, String> query(String raw) {
    Map<String, String> out = new LinkedHashMap<>();
    for (String pair : raw.split("&", -1)) {
      int eq = pair.indexOf('=');
      if (eq > 0) {
        decode(pair.substring(0, eq))
            .ifPresent(k -> decode(pair.substring(eq + 1)).ifPresent(v -> out.putIfAbsent(k, v)));
      }
    }
    return out;
  }

  private static Optional<String> decode(String s) {
    try {
      return Optional.of(URLDecoder.decode(s, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
