package news.dateline.websub;

import java.net.URI;
import java.util.Locale;

/** Addresses of topics. */
final class Topics {
  private Topics() {}

  /** Whether two name the same topic: scheme, host and default port are written in many ways. */
  static boolean same(URI a, URI b) {
    return plain(a).equals(plain(b));
  }

  /** Whether a hub or a topic could have this address. */
  static boolean web(URI uri) {
    String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
    return (scheme.equals("http") || scheme.equals("https")) && uri.getRawAuthority() != null;
  }

  private static String plain(URI uri) {
    String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
    String authority = String.valueOf(uri.getRawAuthority()).toLowerCase(Locale.ROOT);
    String port = scheme.equals("https") ? ":443" : ":80";
    String host =
        authority.endsWith(port)
            ? authority.substring(0, authority.length() - port.length())
            : authority;
    String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    return scheme
        + "://"
        + host
        + path
        + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
  }
}
