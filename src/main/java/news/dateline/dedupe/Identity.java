package news.dateline.dedupe;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import news.dateline.model.Bytes;
import news.dateline.model.Item;
import news.dateline.model.Uris;

/**
 * The names an item may go by. Each is a valid URI (RFC 3986), as ninjs wants of {@code uri}.
 *
 * @param uri the first choice: a guid that is a URI, else a guid in tag form, else the link, else a
 *     hash of the content
 * @param minted the first choice under this source (RFC 4151): for a URI that another publisher
 *     owns already
 * @param narrow guid and link together, for feeds that give one guid to several stories; headline
 *     takes the part of the link when there is nothing but a link
 * @param page the link without what differs from reader to reader; empty when it is no address
 */
record Identity(String uri, String minted, String narrow, Optional<String> page) {
  private static final String TAG = "tag:dateline.news,2026:";
  private static final int LONGEST = 600;
  private static final String HEX = "0123456789ABCDEF";
  // Unreserved and reserved characters of RFC 3986 that need no escape within a URI.
  private static final String URI_MARKS = "-._~:/?#[]@!$&'()*+,;=";

  static Identity of(Item item, String source) {
    Optional<String> guid = item.identity().guid().map(String::strip).filter(g -> !g.isEmpty());
    Optional<String> link = item.identity().link().map(l -> absolute(l, item));
    Optional<String> page = link.filter(Identity::isUri);
    if (guid.isPresent()) {
      String key = guid.get();
      String minted = mint(source, key);
      String narrow =
          link.isPresent() && !link.get().equals(key)
              ? minted + ":" + short64(Fingerprint.place(link.get()))
              : minted + ":" + short64(item.headline().value());
      return new Identity(isUri(key) ? named(key, minted) : minted, minted, narrow, page);
    }
    if (page.isPresent()) {
      String minted = mint(source, page.get());
      return new Identity(
          named(page.get(), minted), minted, minted + ":" + short64(item.headline().value()), page);
    }
    String content =
        item.headline().value() + '\n' + item.summary().value() + '\n' + item.body().value();
    String minted = TAG + source + ":sha256-" + hash(content);
    return new Identity(minted, minted, minted, page);
  }

  /** Every distinct name, first choice first. */
  Set<String> all() {
    Set<String> all = new LinkedHashSet<>(4);
    all.add(uri);
    all.add(minted);
    all.add(narrow);
    return all;
  }

  private static String mint(String source, String key) {
    String escaped = percent(key, "-._~");
    return TAG
        + source
        + ":"
        + (escaped.length() <= LONGEST ? escaped : "sha256-" + Bytes.utf8(key).sha256());
  }

  private static String hash(String text) {
    return Bytes.utf8(text.strip()).sha256().substring(0, 16);
  }

  private static String short64(String text) {
    return new Hash64().add(text.strip()).hex();
  }

  /** The link without fragment and campaign parameters, which differ from reader to reader. */
  private static String absolute(String link, Item item) {
    String text = link.strip();
    if (!isUri(text) && item.base().isPresent()) {
      try {
        text = item.base().get().resolve(text).toString();
      } catch (IllegalArgumentException e) {
        return text; // Not a reference at all: it still names the item, in tag form.
      }
    }
    int hash = text.indexOf('#');
    if (hash >= 0 && !text.startsWith("#!", hash)) {
      text = text.substring(0, hash);
    }
    int query = text.indexOf('?');
    return query < 0 ? text : text.substring(0, query) + kept(text.substring(query + 1));
  }

  private static String kept(String query) {
    StringBuilder out = new StringBuilder();
    for (String parameter : query.split("&", -1)) {
      String name = parameter.toLowerCase(Locale.ROOT);
      if (!name.startsWith("utm_") && !name.startsWith("at_") && !name.startsWith("ns_")) {
        out.append(out.length() == 0 ? '?' : '&').append(parameter);
      }
    }
    return out.toString();
  }

  private static boolean isUri(String text) {
    String start = text.substring(0, Math.min(8, text.length())).toLowerCase(Locale.ROOT);
    return text.length() <= LONGEST
        && ((start.startsWith("http://") && text.length() > 7)
            || (start.startsWith("https://") && text.length() > 8)
            || (start.startsWith("tag:") && text.length() > 4)
            || (start.startsWith("urn:") && text.indexOf(':', 4) > 4));
  }

  /** It as a URI; what cannot be one (a port that is no number) goes by its minted name. */
  private static String named(String uri, String minted) {
    String escaped = percent(uri, URI_MARKS + "%");
    return Uris.isAbsolute(escaped) ? escaped : minted;
  }

  /** Percent-encodes all but letters, digits and {@code safe}; a stray % or second # is escaped. */
  private static String percent(String text, String safe) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    boolean fragment = false;
    boolean host = true;
    int authority = text.indexOf("://") + 3;
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      boolean ok =
          (c >= 'a' && c <= 'z')
              || (c >= 'A' && c <= 'Z')
              || (c >= '0' && c <= '9')
              || safe.indexOf(c) >= 0;
      host &= out.length() < authority || (c != '/' && c != '?' && c != '#');
      if (((c == '[' || c == ']') && !host) || (c == '#' && fragment)) {
        ok = false;
      }
      fragment |= c == '#';
      if (ok) {
        out.append(c);
      } else {
        out.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
      }
    }
    return safe.indexOf('%') < 0 ? out.toString() : mended(out);
  }

  private static String mended(StringBuilder uri) {
    for (int i = uri.indexOf("%"); i >= 0; i = uri.indexOf("%", i + 1)) {
      boolean escape =
          i + 2 < uri.length()
              && Character.digit(uri.charAt(i + 1), 16) >= 0
              && Character.digit(uri.charAt(i + 2), 16) >= 0;
      if (!escape) {
        uri.insert(i + 1, "25");
      }
    }
    return uri.toString();
  }
}
