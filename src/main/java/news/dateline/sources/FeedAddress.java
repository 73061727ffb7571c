package news.dateline.sources;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A feed's address as people and other programs write it, made one that can be asked.
 *
 * @param uri http or https, with a host and without a fragment; empty when nothing can be made of
 *     it
 * @param refusal why not, one line; empty when there is a URI
 */
public record FeedAddress(Optional<URI> uri, String refusal) {
  /** {@code feed://host/x}, {@code feed:https://host/x}: from the days of browsers with feeds. */
  private static final Pattern FEED_SCHEME =
      Pattern.compile("(?i)(?:feeds?|itpc|itms|pcast|podcast|rss):(?=/|https?:)");

  private static final Pattern WEB = Pattern.compile("(?i)(https?):/*([^/?#]*)(.*)");
  private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:(?!\\d).*");
  private static final Pattern BARE_HOST =
      Pattern.compile("(?:[\\p{L}\\p{N}-]+\\.)+(\\p{L}{2,}|xn--[a-z0-9-]+)(:\\d+)?([/?#].*)?");
  private static final Pattern FILE_ENDING =
      Pattern.compile("(?i)xml|rss|rdf|atom|json|html?|php|aspx?|jsp|cgi|opml|txt");
  private static final String ILLEGAL = " \"<>\\^`{|}[]";

  /** Reads an address, mending what is certain. */
  public static FeedAddress of(String written) {
    // line ends and tabs inside come from wrapped attributes; the URL Standard drops them too
    String text = written.replaceAll("[\\r\\n\\t\\u200b\\ufeff]", "").strip();
    Matcher feed = FEED_SCHEME.matcher(text);
    if (feed.lookingAt()) {
      String rest = text.substring(feed.end());
      text = rest.startsWith("/") ? "http:" + rest : rest;
    } else if (text.startsWith("//")) {
      text = "https:" + text;
    } else {
      Matcher bare = BARE_HOST.matcher(text);
      if (bare.matches() && !(bare.group(3) == null && isFile(bare.group(1)))) {
        text = "https://" + text;
      }
    }
    if (text.isEmpty()) {
      return refused("there is no address");
    }
    Matcher web = WEB.matcher(text);
    if (!web.matches()) {
      return refused(
          SCHEME.matcher(text).matches()
              ? "feeds are polled over http or https, not "
                  + text.substring(0, text.indexOf(':')).toLowerCase(Locale.ROOT)
              : "\"" + shorten(text) + "\" is not a full address");
    }
    return web(web.group(1).toLowerCase(Locale.ROOT), web.group(2), web.group(3));
  }

  private static boolean isFile(String lastLabel) {
    return FILE_ENDING.matcher(lastLabel).matches();
  }

  private static FeedAddress web(String scheme, String authority, String rest) {
    if (authority.contains("@")) {
      return refused("a user name or password may not stand in a feed URL: use headers");
    }
    if ((authority + rest).contains("${")) {
      return refused("a secret may not stand in a feed URL: use headers");
    }
    if (authority.isEmpty()) {
      return refused("there is no host name");
    }
    int colon = authority.indexOf(':', authority.indexOf(']') + 1);
    String host = colon < 0 ? authority : authority.substring(0, colon);
    String port = colon < 0 ? "" : authority.substring(colon);
    try {
      String ascii = host.startsWith("[") ? host : IDN.toASCII(host, IDN.ALLOW_UNASSIGNED);
      int fragment = rest.indexOf('#');
      String path = fragment < 0 ? rest : rest.substring(0, fragment);
      boolean standard = port.equals(":") || port.equals(scheme.equals("http") ? ":80" : ":443");
      URI uri =
          new URI(
              scheme
                  + "://"
                  + ascii.toLowerCase(Locale.ROOT)
                  + (standard ? "" : port)
                  + escaped(path));
      return uri.getHost() == null
          ? refused("\"" + shorten(authority) + "\" is not a host name")
          : new FeedAddress(Optional.of(uri), "");
    } catch (URISyntaxException | IllegalArgumentException e) {
      return refused("\"" + shorten(authority + rest) + "\" is not a URL");
    }
  }

  /** Percent-encodes what may not stand in a URL; a percent sign that encodes nothing as well. */
  private static String escaped(String path) {
    StringBuilder out = new StringBuilder(path.length() + 8);
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      boolean lonePercent =
          c == '%'
              && !(i + 2 < path.length()
                  && Character.digit(path.charAt(i + 1), 16) >= 0
                  && Character.digit(path.charAt(i + 2), 16) >= 0);
      if (c <= ' ' || c == 0x7f || ILLEGAL.indexOf(c) >= 0 || lonePercent) {
        out.append(String.format("%%%02X", (int) c));
      } else if (c > 0x7f) {
        int end = Character.isHighSurrogate(c) && i + 1 < path.length() ? i + 2 : i + 1;
        for (byte b : path.substring(i, end).getBytes(StandardCharsets.UTF_8)) {
          out.append(String.format("%%%02X", b & 0xff));
        }
        i = end - 1;
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  /**
   * What two addresses of one feed have in common: http and https, {@code www.}, a slash at the end
   * and a default port make no difference.
   */
  public static String key(URI uri) {
    String host = String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT);
    int port = uri.getPort();
    String path = uri.getRawPath() == null ? "" : uri.getRawPath();
    while (path.endsWith("/")) {
      path = path.substring(0, path.length() - 1);
    }
    return (host.startsWith("www.") ? host.substring(4) : host)
        + (port < 0 || port == 80 || port == 443 ? "" : ":" + port)
        + path
        + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
  }

  private static FeedAddress refused(String why) {
    return new FeedAddress(Optional.empty(), why);
  }

  private static String shorten(String value) {
    return value.length() <= 80 ? value : value.substring(0, 77) + "...";
  }
}
