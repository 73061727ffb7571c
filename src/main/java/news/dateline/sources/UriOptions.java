package news.dateline.sources;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The options of a Camel URI, of which a value in {@code RAW(...)} may hold anything. */
public final class UriOptions {
  private UriOptions() {}

  /** Names and values, decoded, in their order. */
  public static Map<String, String> of(String uri) {
    Map<String, String> out = new LinkedHashMap<>();
    for (String pair : pairs(uri)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        out.put(pair.substring(0, equals), value(pair.substring(equals + 1)));
      }
    }
    return out;
  }

  /** The URI without an option. */
  public static String without(String uri, String option) {
    int query = uri.indexOf('?');
    if (query < 0) {
      return uri;
    }
    List<String> kept =
        pairs(uri).stream().filter(p -> !p.isEmpty() && !p.startsWith(option + "=")).toList();
    return uri.substring(0, query) + (kept.isEmpty() ? "" : "?" + String.join("&", kept));
  }

  private static List<String> pairs(String uri) {
    List<String> out = new ArrayList<>();
    int query = uri.indexOf('?');
    int begin = query + 1;
    while (query >= 0 && begin <= uri.length()) {
      int equals = uri.indexOf('=', begin);
      char close =
          equals < 0
              ? 0
              : uri.startsWith("RAW(", equals + 1)
                  ? ')'
                  : uri.startsWith("RAW{", equals + 1) ? '}' : 0;
      int from = begin;
      if (close != 0 && uri.indexOf('&', begin) != -1 && uri.indexOf('&', begin) < equals) {
        close = 0; // the raw value is another option's
      }
      if (close != 0) {
        int end = uri.indexOf(close + "&", equals);
        from = end < 0 ? uri.length() : end + 1;
      }
      int ampersand = uri.indexOf('&', from);
      int end = ampersand < 0 ? uri.length() : ampersand;
      out.add(uri.substring(begin, end));
      begin = end + 1;
    }
    return out;
  }

  private static String value(String written) {
    if ((written.startsWith("RAW(") && written.endsWith(")"))
        || (written.startsWith("RAW{") && written.endsWith("}"))) {
      return written.substring(4, written.length() - 1);
    }
    try {
      return URLDecoder.decode(written.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return written; // a lone percent sign
    }
  }
}
