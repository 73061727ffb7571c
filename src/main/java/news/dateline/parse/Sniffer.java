package news.dateline.parse;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks at the first characters of a document: XML, a web page, JSON, plain text, or none. */
final class Sniffer {
  /** Roots that make a document worth reading although something stands before them. */
  private static final Set<String> KNOWN_ROOTS =
      Set.of(
          "rss",
          "rdf",
          "feed",
          "channel",
          "urlset",
          "newsml",
          "nitf",
          "newsmessage",
          "newsitem",
          "packageitem",
          "conceptitem",
          "knowledgeitem",
          "planningitem",
          "opml");

  /** How far to search for a root behind junk. */
  private static final int REACH = 65_536;

  /** Instructions, comments and declarations before the root. */
  private static final int MAX_PROLOG = 200;

  /**
   * @param shape what it is
   * @param rootName local name of the root element, lower case; empty when there is none
   * @param start where the XML begins: the declaration, else the root; 0 when it is not XML
   * @param junk true when something that does not belong there stands before the XML
   */
  record Look(Content.Shape shape, String rootName, int start, boolean junk) {}

  private Sniffer() {}

  static Look look(String text) {
    int first = firstVisible(text);
    char c = text.charAt(first);
    if (c == '<') {
      return markup(text, first, first > 0 && text.startsWith("<?xml", first));
    }
    if (c == '{' || c == '[') {
      return new Look(Content.Shape.JSON, "", 0, false);
    }
    Look inner = behindJunk(text, first);
    if (inner != null) {
      return inner;
    }
    return new Look(isBinary(text) ? Content.Shape.BINARY : Content.Shape.TEXT, "", 0, false);
  }

  private static int firstVisible(String text) {
    int i = 0;
    while (i < text.length() - 1
        && (Character.isWhitespace(text.charAt(i)) || text.charAt(i) == '\uFEFF')) {
      i++;
    }
    return i;
  }

  private static Look markup(String text, int from, boolean junk) {
    int root = nextElement(text, from);
    if (root < 0) {
      return new Look(Content.Shape.TEXT, "", 0, junk);
    }
    String name = localName(text, root + 1);
    if (!KNOWN_ROOTS.contains(name)) {
      Look inner = knownRoot(text, root + 1, name.equals("html") ? 2000 : REACH);
      if (inner != null) {
        return inner;
      }
      if (isPage(name)) {
        return new Look(Content.Shape.HTML, name, root, junk);
      }
    }
    return new Look(Content.Shape.XML, name, from, junk);
  }

  private static boolean isPage(String name) {
    return Set.of("html", "head", "body", "div", "p", "script", "meta", "title", "span", "table")
        .contains(name);
  }

  private static @Nullable Look behindJunk(String text, int from) {
    return knownRoot(text, from, REACH);
  }

  private static @Nullable Look knownRoot(String text, int from, int reach) {
    int limit = Math.min(text.length(), from + reach);
    for (int i = text.indexOf('<', from); i >= 0 && i < limit; i = text.indexOf('<', i + 1)) {
      String name = localName(text, i + 1);
      if (KNOWN_ROOTS.contains(name) && !name.equals("channel")) {
        return new Look(Content.Shape.XML, name, i, true);
      }
    }
    return null;
  }

  /** The next start tag, past declarations, comments and a DOCTYPE with its internal subset. */
  private static int nextElement(String text, int from) {
    int i = text.indexOf('<', from);
    for (int tries = 0; tries < MAX_PROLOG && i >= 0 && i + 1 < text.length(); tries++) {
      char c = text.charAt(i + 1);
      if (c == '?') {
        i = after(text, "?>", i);
      } else if (text.startsWith("<!--", i)) {
        i = after(text, "-->", i);
      } else if (c == '!') {
        i = afterDoctype(text, i);
      } else if (Character.isLetter(c) || c == '_') {
        return i;
      } else {
        i++;
      }
      i = i < 0 ? -1 : text.indexOf('<', i);
    }
    return -1;
  }

  private static int after(String text, String end, int from) {
    int at = text.indexOf(end, from);
    return at < 0 ? -1 : at + end.length();
  }

  static int afterDoctype(String text, int from) {
    int end = text.indexOf('>', from);
    int subset = text.indexOf('[', from);
    if (subset >= 0 && subset < end) {
      int close = text.indexOf("]", subset);
      while (close >= 0 && close - subset < REACH) {
        int k = close + 1;
        while (k < text.length() && Character.isWhitespace(text.charAt(k))) {
          k++;
        }
        if (k < text.length() && text.charAt(k) == '>') {
          return k + 1;
        }
        close = text.indexOf("]", close + 1);
      }
    }
    return end < 0 ? -1 : end + 1;
  }

  private static String localName(String text, int from) {
    int end = from;
    int start = from;
    while (end < text.length() && end - from < 64 && isNameChar(text.charAt(end))) {
      if (text.charAt(end) == ':') {
        start = end + 1;
      }
      end++;
    }
    return text.substring(start, Math.max(start, end)).toLowerCase(Locale.ROOT);
  }

  private static boolean isNameChar(char c) {
    return Character.isLetterOrDigit(c) || c == ':' || c == '_' || c == '-' || c == '.';
  }

  private static boolean isBinary(String text) {
    int odd = 0;
    int length = Math.min(text.length(), 4096);
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c == 0) {
        return true;
      }
      if (c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f') {
        odd++;
      }
    }
    return odd * 20 > length;
  }
}
