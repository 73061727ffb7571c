package news.dateline.dedupe;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import news.dateline.model.Bytes;
import news.dateline.model.Item;
import news.dateline.model.Placeholder;
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
 * @param former what earlier versions of this program would have called it; mostly nothing
 * @param byLink it has no id of its own: a link, or its words, name it
 * @param home there is nothing but a front page to name it by, which is of no story
 */
record Identity(
    String uri,
    String minted,
    String narrow,
    Optional<String> page,
    Former former,
    boolean byLink,
    boolean home) {
  private static final String TAG = "tag:dateline.news,2026:";
  private static final int LONGEST = 600;
  private static final String HEX = "0123456789ABCDEF";
  // Unreserved and reserved characters of RFC 3986 that need no escape within a URI.
  private static final String URI_MARKS = "-._~:/?#[]@!$&'()*+,;=";

  /**
   * What an item was called before.
   *
   * @param names the surest first
   * @param page its page
   * @param sure the names named it as today's do; else they are placeholders, and mean it only when
   *     the words are the same too
   */
  record Former(List<String> names, Optional<String> page, boolean sure) {
    static final Former NONE = new Former(List.of(), Optional.empty(), false);
  }

  /** Three names and a page. */
  private record Names(String uri, String minted, String narrow, Optional<String> page) {}

  /**
   * @param noise query parameters that change at every fetch of this source, in lower case
   */
  static Identity of(Item item, String source, Set<String> noise) {
    Optional<String> written = item.identity().guid().map(String::strip).filter(g -> !g.isEmpty());
    Optional<String> address = item.identity().link().map(l -> absolute(l.strip(), item));
    Optional<String> link =
        address
            .filter(l -> !Placeholder.is(item.identity().link().orElse("")))
            .map(l -> Address.page(l, noise));
    Optional<String> guid =
        written
            .filter(g -> !Placeholder.is(g) && !Address.isHome(g))
            .map(g -> isUri(g) ? Address.clean(g, noise) : g);
    Names names = names(item, source, guid, link);
    Optional<String> before = address.map(Identity::oldPage);
    Former former = Former.NONE;
    if (!guid.equals(written) || !link.equals(before)) {
      Names old = names(item, source, written, before);
      List<String> others = new ArrayList<>(List.of(old.narrow, old.minted, old.uri));
      others.removeAll(List.of(names.uri, names.minted, names.narrow));
      boolean sure =
          guid.isPresent() == written.isPresent() && link.isPresent() == before.isPresent();
      former = new Former(others, old.page, sure);
    }
    boolean home = guid.isEmpty() && link.filter(Address::isHome).isPresent();
    return new Identity(
        names.uri, names.minted, names.narrow, names.page, former, guid.isEmpty(), home);
  }

  private static Names names(
      Item item, String source, Optional<String> guid, Optional<String> link) {
    Optional<String> page = link.filter(Identity::isUri);
    if (guid.isPresent()) {
      String key = guid.get();
      String minted = mint(source, key);
      String narrow =
          link.isPresent() && !link.get().equals(key)
              ? minted + ":" + short64(Fingerprint.place(link.get()))
              : minted + ":" + short64(item.headline().value());
      return new Names(isUri(key) ? named(key, minted) : minted, minted, narrow, page);
    }
    if (page.isPresent()) {
      String minted = mint(source, page.get());
      return new Names(
          named(page.get(), minted), minted, minted + ":" + short64(item.headline().value()), page);
    }
    String content =
        item.headline().value() + '\n' + item.summary().value() + '\n' + item.body().value();
    String minted = TAG + source + ":sha256-" + hash(content);
    return new Names(minted, minted, minted, page);
  }

  /** Every distinct name, first choice first. */
  Set<String> all() {
    Set<String> all = new LinkedHashSet<>(4);
    all.add(uri);
    all.add(minted);
    all.add(narrow);
    all.addAll(former.names);
    return all;
  }

  /**
   * Names for one of several stories that share all others, from the surest to the last resort: by
   * its place on the page, by headline and date, by its words.
   */
  static List<String> details(Item item, String minted) {
    List<String> details = new ArrayList<>(3);
    String headline = item.headline().value().strip();
    String link = item.identity().link().map(String::strip).orElse("");
    String fragment = Address.fragment(link);
    if (!fragment.isEmpty()) {
      details.add(minted + ":" + short64("#" + fragment));
    }
    item.dates()
        .published()
        .map(d -> minted + ":" + new Hash64().add(headline).end().add(d.strip()).hex())
        .ifPresent(details::add);
    Hash64 words = new Hash64().add(headline).end().add(item.summary().value().strip()).end();
    details.add(minted + ":" + words.add(item.body().value().strip()).hex());
    return details;
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

  private static String absolute(String link, Item item) {
    if (!isUri(link) && item.base().isPresent()) {
      try {
        return item.base().get().resolve(link).toString();
      } catch (IllegalArgumentException e) {
        return link; // Not a reference at all: it still names the item, in tag form.
      }
    }
    return link;
  }

  /** The page as it was named before the list of tracking parameters was used here as well. */
  private static String oldPage(String link) {
    String text = link;
    int hash = text.indexOf('#');
    if (hash >= 0 && !text.startsWith("#!", hash)) {
      text = text.substring(0, hash);
    }
    int query = text.indexOf('?');
    if (query < 0) {
      return text;
    }
    StringBuilder out = new StringBuilder();
    for (String parameter : text.substring(query + 1).split("&", -1)) {
      String name = parameter.toLowerCase(Locale.ROOT);
      if (!name.startsWith("utm_") && !name.startsWith("at_") && !name.startsWith("ns_")) {
        out.append(out.length() == 0 ? '?' : '&').append(parameter);
      }
    }
    return text.substring(0, query) + out;
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
