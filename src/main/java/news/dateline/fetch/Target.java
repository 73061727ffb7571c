package news.dateline.fetch;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * An http or https address, taken apart more leniently than {@link URI} does: host names with
 * underscores or national letters, and unescaped characters, are common in {@code Location}.
 *
 * @param scheme {@code http} or {@code https}
 * @param host in lower case and ASCII, IPv6 without brackets
 * @param port always known
 * @param path with query, escaped, starts with a slash
 */
record Target(String scheme, String host, int port, String path) {

  /** The address of a feed; its user information is left out. Empty unless http or https. */
  static Optional<Target> of(URI uri) {
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    String authority = uri.getRawAuthority();
    if (!(scheme.equals("http") || scheme.equals("https")) || authority == null) {
      return Optional.empty();
    }
    String hostPort = authority.substring(authority.lastIndexOf('@') + 1);
    int colon = hostPort.lastIndexOf(':');
    String name = colon > hostPort.indexOf(']') ? hostPort.substring(0, colon) : hostPort;
    String port = colon > hostPort.indexOf(']') ? hostPort.substring(colon + 1) : "";
    try {
      String host = ascii(name);
      int number = port.isEmpty() ? defaultPort(scheme) : Integer.parseInt(port);
      return host.isEmpty() || number < 1 || number > 65535
          ? Optional.empty()
          : Optional.of(new Target(scheme, host, number, path(uri)));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // neither a port nor a name
    }
  }

  /** A host name as DNS has it: lower case, national letters as {@code xn--}, no brackets. */
  static String ascii(String name) {
    String bare =
        name.startsWith("[") && name.endsWith("]") ? name.substring(1, name.length() - 1) : name;
    boolean plain = bare.chars().allMatch(c -> c < 0x80);
    return (plain ? bare : IDN.toASCII(bare, IDN.ALLOW_UNASSIGNED)).toLowerCase(Locale.ROOT);
  }

  private static String path(URI uri) {
    String ascii = uri.toASCIIString();
    int start = ascii.indexOf('/', ascii.indexOf("//") + 2);
    int query = ascii.indexOf('?');
    int fragment = ascii.indexOf('#');
    int end = fragment < 0 ? ascii.length() : fragment;
    if (query >= 0 && query < end && (start < 0 || query < start)) {
      return "/" + ascii.substring(query, end);
    }
    return start < 0 || start >= end ? "/" : ascii.substring(start, end);
  }

  /** Where a {@code Location} header leads from here. Empty unless http or https. */
  Optional<Target> resolve(String location) {
    String escaped = escape(utf8(location.strip()));
    try {
      // URI.resolve follows RFC 2396 and drops the last segment before a bare query.
      return of(
          escaped.startsWith("?")
              ? new URI(origin() + pathWithoutQuery() + escaped)
              : uri().resolve(new URI(escaped)));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private String pathWithoutQuery() {
    int query = path.indexOf('?');
    return query < 0 ? path : path.substring(0, query);
  }

  /** Header bytes arrive as ISO 8859-1, but servers write UTF-8. */
  private static String utf8(String header) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(header.getBytes(StandardCharsets.ISO_8859_1)))
          .toString();
    } catch (CharacterCodingException e) {
      return header;
    }
  }

  private static String escape(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean strayPercent =
          c == '%'
              && !(i + 2 < text.length()
                  && Character.digit(text.charAt(i + 1), 16) >= 0
                  && Character.digit(text.charAt(i + 2), 16) >= 0);
      if (c <= ' ' || c == 0x7f || "\"<>\\^`{|}".indexOf(c) >= 0 || strayPercent) {
        out.append(String.format(Locale.ROOT, "%%%02X", (int) c));
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  private static int defaultPort(String scheme) {
    return scheme.equals("https") ? 443 : 80;
  }

  /** Name and port: what is paced. */
  String hostKey() {
    return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port;
  }

  /** Scheme, name and port, the port only when it is not the usual one. */
  String origin() {
    String name = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
    return scheme + "://" + name + (port == defaultPort(scheme) ? "" : ":" + port);
  }

  boolean sameOrigin(Target other) {
    return origin().equals(other.origin());
  }

  /** The address without user information and fragment. */
  URI uri() {
    return URI.create(origin() + path);
  }
}
