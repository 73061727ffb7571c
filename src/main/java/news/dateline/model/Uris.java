package news.dateline.model;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** Addresses as RFC 3986 wants them: the schema's {@code format: uri} admits nothing else. */
public final class Uris {
  private static final boolean[] PLAIN = new boolean[128];

  /** A host by any name (RFC 3986 §3.2): java.net.URI knows none with an underscore. */
  private static final Pattern NAMED_HOST =
      Pattern.compile("(?:[^@]*@)?[A-Za-z0-9._~!$&'()*+,;=%-]+(?::[0-9]*)?");

  static {
    for (char c = 'a'; c <= 'z'; c++) {
      PLAIN[c] = true;
      PLAIN[c - 'a' + 'A'] = true;
    }
    for (char c = '0'; c <= '9'; c++) {
      PLAIN[c] = true;
    }
    for (char c : "-._~:/?@!$&'()*+,;=".toCharArray()) {
      PLAIN[c] = true;
    }
  }

  private Uris() {}

  /** Whether it is an absolute URI as it stands. */
  public static boolean isAbsolute(String address) {
    return absolute(address).filter(address::equals).isPresent();
  }

  /**
   * The address with characters that may not stand in a URI percent-encoded (as browsers do), or
   * empty when it is not absolute or cannot be mended.
   */
  public static Optional<String> absolute(String address) {
    int colon = schemeEnd(address);
    if (colon <= 0 || colon == address.length() - 1) {
      return Optional.empty();
    }
    boolean fragment = false;
    for (int i = 0; i < address.length(); i++) {
      char c = address.charAt(i);
      boolean plain =
          (c < 128 && PLAIN[c]) || (c == '%' && isEscape(address, i)) || (c == '#' && !fragment);
      fragment |= c == '#';
      if (!plain) {
        return parsed(encoded(address, i, fragment && c != '#'));
      }
    }
    // Only an authority can still break the rules (a port that is no number).
    return address.startsWith("//", colon + 1) ? parsed(address) : Optional.of(address);
  }

  private static int schemeEnd(String address) {
    for (int i = 0; i < address.length(); i++) {
      char c = address.charAt(i);
      if (c == ':') {
        return i;
      }
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      boolean later = (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
      if (!letter && !(i > 0 && later)) {
        return -1;
      }
    }
    return -1;
  }

  private static boolean isEscape(String s, int i) {
    return i + 2 < s.length()
        && Character.digit(s.charAt(i + 1), 16) >= 0
        && Character.digit(s.charAt(i + 2), 16) >= 0
        && s.charAt(i + 1) < 128
        && s.charAt(i + 2) < 128;
  }

  private static String encoded(String address, int from, boolean inFragment) {
    StringBuilder out = new StringBuilder(address.length() + 32).append(address, 0, from);
    boolean fragment = inFragment;
    int i = from;
    while (i < address.length()) {
      int c = address.codePointAt(i);
      if ((c < 128 && PLAIN[c]) || (c == '%' && isEscape(address, i)) || (c == '#' && !fragment)) {
        out.append((char) c);
        fragment |= c == '#';
      } else {
        boolean lone = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        byte[] utf8 = Character.toString(lone ? 0xFFFD : c).getBytes(StandardCharsets.UTF_8);
        for (byte b : utf8) {
          out.append('%')
              .append(Character.toUpperCase(Character.forDigit((b >> 4) & 15, 16)))
              .append(Character.toUpperCase(Character.forDigit(b & 15, 16)));
        }
      }
      i += Character.charCount(c);
    }
    return out.toString();
  }

  private static Optional<String> parsed(String address) {
    try {
      URI uri = new URI(address);
      boolean web =
          "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
      boolean host =
          uri.getHost() != null
              || (uri.getRawAuthority() != null
                  && NAMED_HOST.matcher(uri.getRawAuthority()).matches());
      return web && !host ? Optional.empty() : Optional.of(address);
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
