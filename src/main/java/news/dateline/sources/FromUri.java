package news.dateline.sources;

import java.util.ArrayList;
import java.util.List;

/**
 * A consumer URI as it is written, cut at every place where Camel might cut it: at the first colon,
 * the first question mark and every ampersand.
 *
 * @param scheme what stands before the first colon; empty without one
 * @param address up to the question mark
 * @param options in their order
 */
record FromUri(String scheme, String address, List<Option> options) {
  /**
   * A parameter.
   *
   * @param name as written
   * @param value as written; empty without an equals sign
   */
  record Option(String name, String value) {
    /** Whether the value stands in {@code RAW(...)} or {@code RAW{...}}. */
    boolean isRaw() {
      return (value.startsWith("RAW(") && value.endsWith(")"))
          || (value.startsWith("RAW{") && value.endsWith("}"));
    }

    /** The value without {@code RAW(...)}. */
    String bare() {
      return isRaw() ? value.substring(4, value.length() - 1) : value;
    }
  }

  FromUri {
    options = List.copyOf(options);
  }

  static FromUri parse(String text) {
    int colon = text.indexOf(':');
    String scheme = text.substring(0, Math.max(0, colon));
    String rest = text.substring(colon + 1);
    int query = rest.indexOf('?');
    List<Option> options = new ArrayList<>();
    if (query >= 0 && query + 1 < rest.length()) {
      for (String pair : rest.substring(query + 1).split("&", -1)) {
        int equals = pair.indexOf('=');
        options.add(
            equals < 0
                ? new Option(pair, "")
                : new Option(pair.substring(0, equals), pair.substring(equals + 1)));
      }
    }
    return new FromUri(scheme, query < 0 ? rest : rest.substring(0, query), options);
  }
}
