package news.dateline.normalise;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;
import news.dateline.model.Tracking;
import org.jspecify.annotations.Nullable;

/**
 * Links as a browser would follow them (the URL Standard's parser, for http and https): references
 * resolved, broken ones escaped, everything else refused. A story's own link is made canonical
 * besides.
 */
final class Links {
  private static final String HEX = "0123456789ABCDEF";
  private static final int LONGEST = 8_192;

  private Links() {}

  /**
   * The story's page: absolute, without fragment (unless {@code #!}), tracking parameters and
   * default port.
   *
   * @param base absolute; null when there is none
   * @return empty when it is no http(s) address
   */
  static Optional<URI> canonical(String reference, @Nullable String base) {
    return parse(reference, base).flatMap(parts -> parts.uri(true));
  }

  /** An absolute http(s) address with all its parameters, fragment included. */
  static Optional<URI> absolute(String reference, @Nullable String base) {
    return parse(reference, base).flatMap(parts -> parts.uri(false));
  }

  /**
   * An absolute http(s) address that needs no mending at all: nearly every link within a body, told
   * without building anything.
   */
  static boolean isPlain(String reference) {
    int host = reference.startsWith("https://") ? 8 : reference.startsWith("http://") ? 7 : 0;
    int length = reference.length();
    int i = host;
    while (i < length && isNameChar(reference.charAt(i), false)) {
      i++;
    }
    if (host == 0 || i == host || i == length || length > LONGEST || reference.charAt(i) != '/') {
      return false;
    }
    for (; i < length; i++) {
      char c = reference.charAt(i);
      boolean dots = c == '/' && i + 1 < length && reference.charAt(i + 1) == '.';
      if (dots || !(isNameChar(c, true) || "/_~?=&+,;!$".indexOf(c) >= 0)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isNameChar(char c, boolean capitals) {
    return (c >= 'a' && c <= 'z')
        || (c >= '0' && c <= '9')
        || c == '-'
        || c == '.'
        || (capitals && c >= 'A' && c <= 'Z');
  }

  private static Optional<Parts> parse(String reference, @Nullable String base) {
    String text = trimmed(reference);
    if (text.isEmpty() || text.length() > LONGEST) {
      return Optional.empty();
    }
    int colon = scheme(text);
    if (colon > 0) {
      String scheme = text.substring(0, colon).toLowerCase(Locale.ROOT);
      boolean web = scheme.equals("http") || scheme.equals("https");
      return web ? split(scheme, slashes(text.substring(colon + 1))) : Optional.empty();
    }
    return base == null ? Optional.empty() : parse(base, null).flatMap(b -> join(slashes(text), b));
  }

  private static Optional<Parts> join(String text, Parts base) {
    if (text.startsWith("//")) {
      return split(base.scheme, text);
    }
    String root = "//" + base.authority;
    if (text.startsWith("/")) {
      return split(base.scheme, root + text);
    }
    if (text.startsWith("?")) {
      return split(base.scheme, root + base.path + text);
    }
    if (text.startsWith("#")) {
      return split(base.scheme, root + base.path + base.query + text);
    }
    return split(base.scheme, root + base.path.substring(0, base.path.lastIndexOf('/') + 1) + text);
  }

  /** The text after the scheme's colon; any number of slashes may stand before the host. */
  private static Optional<Parts> split(String scheme, String text) {
    int start = 0;
    while (start < text.length() && text.charAt(start) == '/') {
      start++;
    }
    int pathStart = end(text, start, "/?#");
    int queryStart = end(text, pathStart, "?#");
    int hash = end(text, queryStart, "#");
    String authority = authority(scheme, text.substring(start, pathStart));
    if (authority.isEmpty()) {
      return Optional.empty();
    }
    String path = escaped(withoutDots(text.substring(pathStart, queryStart)), "[]^|\"<>`{}");
    return Optional.of(
        new Parts(
            scheme,
            authority,
            path.isEmpty() ? "/" : path,
            escaped(text.substring(queryStart, hash), "[]^|\"<>`{}"),
            escaped(text.substring(hash), "[]^|\"<>`{}")));
  }

  private static int end(String text, int from, String stops) {
    int i = from;
    while (i < text.length() && stops.indexOf(text.charAt(i)) < 0) {
      i++;
    }
    return i;
  }

  /** Host in lower case and punycode, with its port unless it is the default; "" when broken. */
  private static String authority(String scheme, String text) {
    String host = text.substring(text.lastIndexOf('@') + 1); // Credentials are nobody's business.
    String port = "";
    int colon = host.lastIndexOf(':');
    if (colon >= 0 && host.indexOf(']', colon) < 0) {
      port = host.substring(colon + 1);
      host = host.substring(0, colon);
      if (!port.chars().allMatch(c -> c >= '0' && c <= '9') || port.length() > 5) {
        return "";
      }
    }
    boolean usual =
        port.isEmpty() || (scheme.equals("http") ? port.equals("80") : port.equals("443"));
    String name = host(host);
    return name.isEmpty() || usual ? name : name + ":" + port;
  }

  private static String host(String host) {
    boolean plain = !host.isEmpty();
    for (int i = 0; i < host.length() && plain; i++) {
      char c = host.charAt(i);
      plain = c < 128 && (Character.isLetterOrDigit(c) || c == '.' || c == '-' || c == '_');
    }
    if (plain || (host.startsWith("[") && host.endsWith("]"))) {
      return host.toLowerCase(Locale.ROOT);
    }
    try {
      return IDN.toASCII(host, IDN.ALLOW_UNASSIGNED | IDN.USE_STD3_ASCII_RULES)
          .toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  /** RFC 3986, 5.2.4. */
  private static String withoutDots(String path) {
    if (!path.contains("/.")) {
      return path;
    }
    Deque<String> kept = new ArrayDeque<>();
    String[] segments = path.split("/", -1);
    for (int i = 1; i < segments.length; i++) {
      boolean last = i == segments.length - 1;
      boolean up = segments[i].equals("..");
      if (up) {
        kept.pollLast();
      }
      if (!up && !segments[i].equals(".")) {
        kept.add(segments[i]);
      } else if (last) {
        kept.add("");
      }
    }
    return "/" + String.join("/", kept);
  }

  private static String escaped(String text, String unsafe) {
    boolean clean = true;
    for (int i = 0; i < text.length() && clean; i++) {
      char c = text.charAt(i);
      clean = c > ' ' && c < 127 && c != '%' && c != '\\' && unsafe.indexOf(c) < 0;
    }
    if (clean) {
      return text;
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    StringBuilder out = new StringBuilder(bytes.length + 16);
    for (int i = 0; i < bytes.length; i++) {
      char c = (char) (bytes[i] & 0xff);
      boolean stray =
          c == '%' && !(i + 2 < bytes.length && isHex(bytes[i + 1]) && isHex(bytes[i + 2]));
      // A second "#" has no place in a URI; the first is the fragment's own.
      boolean hash = c == '#' && i > 0;
      if (c > ' ' && c < 127 && c != '\\' && !stray && !hash && unsafe.indexOf(c) < 0) {
        out.append(c);
      } else {
        out.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
      }
    }
    return out.toString();
  }

  private static boolean isHex(byte b) {
    return Character.digit(b, 16) >= 0;
  }

  /** Where the scheme's colon is, or -1 for a relative reference. */
  private static int scheme(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean letter = (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
      if (c == ':') {
        return i;
      }
      if (!letter && (i == 0 || !((c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.'))) {
        return -1;
      }
    }
    return -1;
  }

  private static String slashes(String text) {
    int end = end(text, 0, "?#");
    return text.indexOf('\\') < 0
        ? text
        : text.substring(0, end).replace('\\', '/') + text.substring(end);
  }

  /** Browsers drop line feeds and tabs anywhere, and control characters and spaces at the ends. */
  private static String trimmed(String text) {
    boolean plain = true;
    for (int i = 0; i < text.length() && plain; i++) {
      plain = text.charAt(i) > ' ' && text.charAt(i) != '\u00a0';
    }
    return plain ? text : text.replaceAll("[\\t\\r\\n]+", "").replace('\u00a0', ' ').strip();
  }

  /** An address in parts; query and fragment with their marks, or empty. */
  private record Parts(
      String scheme, String authority, String path, String query, String fragment) {
    Optional<URI> uri(boolean canonical) {
      String tail =
          canonical ? kept(query) + (fragment.startsWith("#!") ? fragment : "") : query + fragment;
      try {
        URI uri = new URI(scheme + "://" + authority + path + tail);
        return uri.getRawAuthority() == null ? Optional.empty() : Optional.of(uri);
      } catch (URISyntaxException e) {
        return Optional.empty();
      }
    }

    private static String kept(String query) {
      if (query.length() < 2) {
        return "";
      }
      StringBuilder out = new StringBuilder(query.length());
      int start = 1;
      while (start <= query.length()) {
        int end = query.indexOf('&', start);
        end = end < 0 ? query.length() : end;
        String parameter = query.substring(start, end);
        if (!parameter.isEmpty() && !parameter.equals("amp;") && !Tracking.is(parameter)) {
          out.append(out.length() == 0 ? '?' : '&').append(parameter);
        }
        start = end + 1;
      }
      return out.toString();
    }
  }
}
