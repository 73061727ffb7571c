package news.dateline.normalise;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import news.dateline.model.Letters;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Writes safe HTML and clean paragraphs side by side. Elements and attributes not listed in {@link
 * Tags} or below do not pass: no scripts, no handlers, no styles, no {@code javascript:} or {@code
 * data:} addresses. Elements left empty are not written.
 */
final class HtmlWriter {
  private final @Nullable String base;
  private final BitSet cut;
  private final Paragraphs paragraphs = new Paragraphs();
  private final StringBuilder html = new StringBuilder(1024);
  private final Deque<Open> open = new ArrayDeque<>();
  private int preformatted;
  private int words;

  HtmlWriter(@Nullable String base, BitSet cut) {
    this.base = base;
    this.cut = cut;
  }

  /** An element being written; start and inside are offsets; name is empty when unwrapped. */
  private record Open(String name, int start, int inside) {}

  void text(String text) {
    words += Letters.count(text);
    if (preformatted == 0) {
      paragraphs.add(text);
      write(text);
      return;
    }
    int start = 0;
    while (start < text.length()) {
      int feed = text.indexOf('\n', start);
      int end = feed < 0 ? text.length() : feed + 1;
      String line = text.substring(start, end);
      paragraphs.add(line, true);
      write(line);
      start = end;
    }
  }

  private void write(String text) {
    // A whole text node lies in one paragraph: breaks come from elements only.
    if (!cut.isEmpty() && cut.get(paragraphs.index())) {
      return;
    }
    int done = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '&' || c == '<' || c == '>' || (c < ' ' && c != '\n' && c != '\t')) {
        html.append(text, done, i).append(escape(c));
        done = i + 1;
      }
    }
    html.append(text, done, text.length());
  }

  private static String escape(char c) {
    return switch (c) {
      case '&' -> "&amp;";
      case '<' -> "&lt;";
      case '>' -> "&gt;";
      default -> " ";
    };
  }

  /** Opens an element; false when nobody shall look into it. */
  boolean open(Element element) {
    String name = element.normalName();
    Tags tags = Tags.of(name);
    switch (tags) {
      case DROP -> {
        return false;
      }
      case BR -> {
        paragraphs.line();
        if (!cut.get(paragraphs.index())) {
          html.append("<br>");
        }
        return false;
      }
      case HR -> {
        paragraphs.end();
        html.append("<hr>");
        return false;
      }
      case IMAGE -> {
        image(element);
        return false;
      }
      case LINK -> link(element);
      case QUOTE -> {
        paragraphs.add("\u201c");
        html.append('\u201c');
        push("");
      }
      case UNWRAP -> push("");
      case INLINE -> push(name);
      case CELL -> {
        paragraphs.add(" ");
        push(name);
      }
      case PRE -> {
        paragraphs.end();
        preformatted++;
        push("pre");
      }
      case DIV, BLOCK -> {
        paragraphs.end();
        push(tags == Tags.DIV ? "div" : name);
      }
    }
    return true;
  }

  void close(Element element) {
    Open ended = open.pop();
    Tags tags = Tags.of(element.normalName());
    if (tags == Tags.QUOTE) {
      paragraphs.add("\u201d");
      html.append('\u201d');
    }
    if (tags == Tags.BLOCK || tags == Tags.DIV || tags == Tags.PRE) {
      paragraphs.end();
    }
    if (tags == Tags.PRE) {
      preformatted--;
    }
    if (tags == Tags.CELL) {
      paragraphs.add(" ");
    }
    if (ended.name.isEmpty()) {
      return;
    }
    if (tags != Tags.CELL && isBlank(ended.inside)) {
      boolean words = html.length() > ended.inside && tags == Tags.INLINE;
      html.setLength(ended.start);
      if (words) {
        html.append(' ');
      }
    } else {
      html.append("</").append(ended.name).append('>');
    }
  }

  HtmlFragment.Written finish() {
    String markup = html.toString().strip();
    while (markup.endsWith("<br>")) {
      markup = markup.substring(0, markup.length() - 4).stripTrailing();
    }
    return new HtmlFragment.Written(paragraphs.finish(), markup, words);
  }

  private void push(String name) {
    int start = html.length();
    if (!name.isEmpty()) {
      html.append('<').append(name).append('>');
    }
    open.push(new Open(name, start, html.length()));
  }

  private void link(Element element) {
    String href = address(element.attr("href"), true);
    if (href.isEmpty()) {
      push("");
      return;
    }
    int start = html.length();
    html.append("<a href=\"");
    attribute(href);
    html.append("\" rel=\"nofollow noopener\">");
    open.push(new Open("a", start, html.length()));
  }

  private void image(Element element) {
    if (element.attr("width").equals("1") || element.attr("height").equals("1")) {
      return; // A counting pixel.
    }
    String src = address(element.attr("src"), false);
    if (src.isEmpty()) {
      src = address(element.attr("data-src"), false); // Lazy loading.
    }
    if (src.isEmpty()) {
      return;
    }
    html.append("<img src=\"");
    attribute(src);
    html.append("\" alt=\"");
    attribute(element.attr("alt"));
    html.append("\">");
  }

  private String address(String reference, boolean mail) {
    if (mail && reference.regionMatches(true, 0, "mailto:", 0, 7)) {
      return reference.strip();
    }
    if (reference.isEmpty() || Links.isPlain(reference)) {
      return reference;
    }
    return Links.absolute(reference, base).map(Object::toString).orElse("");
  }

  private void attribute(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '&' -> html.append("&amp;");
        case '<' -> html.append("&lt;");
        case '>' -> html.append("&gt;");
        case '"' -> html.append("&quot;");
        default -> html.append(c < ' ' ? ' ' : c);
      }
    }
  }

  private boolean isBlank(int from) {
    for (int i = from; i < html.length(); i++) {
      if (!Chars.isSpace(html.charAt(i))) {
        return false;
      }
    }
    return true;
  }
}
