package news.dateline.parse;

import java.util.Optional;
import java.util.Set;

/**
 * Mends the faults of XML that readers have always forgiven, in one pass over the text: control
 * characters, HTML entities, bare ampersands, junk after the end. CDATA, comments and the DOCTYPE
 * pass untouched.
 */
final class Mender {
  private static final Set<String> XML_ENTITIES = Set.of("amp", "lt", "gt", "quot", "apos");
  private static final int LONGEST_ENTITY = 40;

  private final String in;
  private final StringBuilder out;
  private final boolean ownEntities;
  private boolean doctypeSeen;

  private Mender(String in) {
    this.in = in;
    this.out = new StringBuilder(in.length() + 256);
    // A document that declares entities itself knows better what its names mean.
    this.ownEntities = in.indexOf("<!ENTITY") >= 0;
  }

  static String mend(String text) {
    return new Mender(text).run();
  }

  private String run() {
    int i = 0;
    while (i < in.length()) {
      char c = in.charAt(i);
      if (c == '<' && in.startsWith("<![CDATA[", i)) {
        i = copyTo("]]>", i);
      } else if (c == '<' && in.startsWith("<!--", i)) {
        i = skipTo("-->", i);
      } else if (c == '<' && in.startsWith("<!DOCTYPE", i) && !doctypeSeen) {
        i = doctype(i);
      } else if (c == '<') {
        i = lessThan(i);
      } else if (c == '&') {
        i = ampersand(i);
      } else {
        i = character(c, i);
      }
    }
    return out.toString();
  }

  private int doctype(int at) {
    doctypeSeen = true;
    int end = Sniffer.afterDoctype(in, at);
    int stop = end < 0 ? in.length() : end;
    if (ownEntities) {
      copy(at, stop);
    }
    return stop;
  }

  /** A less-than sign that cannot begin a tag is a character. */
  private int lessThan(int at) {
    char next = at + 1 < in.length() ? in.charAt(at + 1) : ' ';
    boolean tag =
        Character.isLetter(next) || next == '/' || next == '?' || next == '!' || next == '_';
    out.append(tag ? "<" : "&lt;");
    return at + 1;
  }

  private int character(char c, int at) {
    if (Character.isHighSurrogate(c)
        && at + 1 < in.length()
        && Character.isLowSurrogate(in.charAt(at + 1))) {
      out.append(c).append(in.charAt(at + 1));
      return at + 2;
    }
    if (isXml(c)) {
      out.append(c);
    }
    return at + 1;
  }

  private static boolean isXml(int c) {
    return c >= ' '
        ? c < 0xD800 || (c > 0xDFFF && c < 0xFFFE) || c > 0xFFFF
        : c == '\n' || c == '\t' || c == '\r';
  }

  private int ampersand(int at) {
    int end = semicolon(at);
    if (end < 0 || end == at + 1) {
      out.append("&amp;");
      return at + 1;
    }
    String name = in.substring(at + 1, end);
    if (name.charAt(0) == '#') {
      return numeric(name, at, end);
    }
    if (XML_ENTITIES.contains(name)) {
      copy(at, end + 1);
      return end + 1;
    }
    Optional<String> html = HtmlEntities.value(name);
    if (html.isPresent()) {
      html.get().codePoints().forEach(code -> out.append("&#").append(code).append(';'));
      return end + 1;
    }
    if (ownEntities && isName(name)) {
      copy(at, end + 1);
      return end + 1;
    }
    out.append("&amp;");
    return at + 1;
  }

  private int semicolon(int at) {
    int limit = Math.min(in.length(), at + LONGEST_ENTITY);
    for (int i = at; i < limit; i++) {
      if (in.charAt(i) == ';') {
        return i;
      }
    }
    return -1;
  }

  private int numeric(String name, int at, int end) {
    int code;
    try {
      boolean hex = name.startsWith("#x") || name.startsWith("#X");
      code = hex ? Integer.parseInt(name.substring(2), 16) : Integer.parseInt(name.substring(1));
    } catch (NumberFormatException e) {
      out.append("&amp;");
      return at + 1;
    }
    if (code >= 0x80 && code <= 0x9F) {
      // Numbers of windows-1252, as every browser reads them (HTML, numeric character references).
      HtmlEntities.value(name).ifPresent(out::append);
    } else if (isXml(code) && code <= 0x10FFFF) {
      out.append("&#").append(code).append(';');
    }
    return end + 1;
  }

  private static boolean isName(String name) {
    return name.chars()
        .allMatch(c -> Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '.');
  }

  private int copyTo(String end, int from) {
    int at = in.indexOf(end, from);
    int stop = at < 0 ? in.length() : at + end.length();
    copy(from, stop);
    return stop;
  }

  private int skipTo(String end, int from) {
    int at = in.indexOf(end, from);
    return at < 0 ? in.length() : at + end.length();
  }

  private void copy(int from, int to) {
    for (int i = from; i < to; ) {
      i = character(in.charAt(i), i);
    }
  }
}
