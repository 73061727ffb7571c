package news.dateline.normalise;

import java.util.Locale;
import java.util.regex.Pattern;

/** Mends HTML that would hide its own text: what XML allows and HTML reads otherwise. */
final class Repair {
  // Elements whose content HTML takes as raw text up to the end tag: as XML they may be empty.
  private static final String[] SWALLOWS = {
    "script",
    "style",
    "iframe",
    "title",
    "textarea",
    "noscript",
    "object",
    "video",
    "audio",
    "noframes",
    "noembed",
    "xmp",
    "select",
    "canvas",
    "svg",
    "template"
  };

  // HTML reads a frame's fallback as raw text, up to the end of the story when it is never closed.
  private static final Pattern FRAME = Pattern.compile("<(/?)iframe\\b", Pattern.CASE_INSENSITIVE);

  private Repair() {}

  static String html(String html) {
    String out = html.contains("/>") ? withEndTags(html) : html;
    out = FRAME.matcher(out).replaceAll("<$1object");
    int last = out.lastIndexOf('<');
    // A tag that never ends would swallow the rest of the text.
    if (last >= 0 && out.indexOf('>', last) < 0) {
      out = out.substring(0, last) + "&lt;" + out.substring(last + 1);
    }
    return out;
  }

  /** {@code <script src="x"/>} is complete in XHTML and open in HTML. */
  private static String withEndTags(String html) {
    StringBuilder out = null;
    int copied = 0;
    int seen = 0;
    for (int end = html.indexOf("/>"); end >= 0; end = html.indexOf("/>", end + 2)) {
      int start = end;
      while (start >= seen && html.charAt(start) != '<') {
        start--;
      }
      int before = seen;
      seen = end + 2;
      if (start < before) {
        continue;
      }
      for (String name : SWALLOWS) {
        if (html.regionMatches(true, start + 1, name, 0, name.length())
            && !Character.isLetterOrDigit(html.charAt(start + 1 + name.length()))) {
          out = out == null ? new StringBuilder(html.length() + 32) : out;
          out.append(html, copied, end).append("></").append(name).append('>');
          copied = end + 2;
        }
      }
    }
    return out == null ? html : out.append(html, copied, html.length()).toString();
  }

  /**
   * Whether a text that does not say so is HTML: it holds a tag of HTML or a character reference.
   */
  static boolean looksLikeHtml(String text) {
    for (int i = text.indexOf('<'); i >= 0; i = text.indexOf('<', i + 1)) {
      if (text.startsWith("<!--", i) || Tags.isKnown(name(text, i + 1))) {
        return true;
      }
    }
    return hasReference(text);
  }

  /** Escaped once too often: references where a tag was meant, and not one real tag. */
  static boolean isEscapedTwice(String text) {
    if (text.indexOf('<') >= 0) {
      return false;
    }
    int last = text.lastIndexOf("&gt;");
    for (int i = text.indexOf("&lt;"); i >= 0 && i < last; i = text.indexOf("&lt;", i + 4)) {
      if (Tags.isKnown(name(text, i + 4))) {
        return true;
      }
    }
    return false;
  }

  private static String name(String text, int from) {
    int start = from < text.length() && text.charAt(from) == '/' ? from + 1 : from;
    int end = start;
    while (end < text.length() && end < start + 12 && isNameChar(text.charAt(end))) {
      end++;
    }
    return text.substring(start, end).toLowerCase(Locale.ROOT);
  }

  private static boolean isNameChar(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }

  private static boolean hasReference(String text) {
    for (int i = text.indexOf('&'); i >= 0; i = text.indexOf('&', i + 1)) {
      int end = i + 1;
      while (end < text.length()
          && end < i + 12
          && (isNameChar(text.charAt(end)) || text.charAt(end) == '#')) {
        end++;
      }
      if (end > i + 2 && end < text.length() && text.charAt(end) == ';') {
        return true;
      }
    }
    return false;
  }
}
