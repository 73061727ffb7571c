package news.dateline.parse;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Where the items of an XML feed stand in its bytes, found without reading it: one walk over its
 * tags that minds comments, CDATA and quotes. Whatever looks unusual gives no slices at all, and
 * the feed is read whole.
 */
final class ItemSlices {
  /** The element that holds one item, by the local name of the root. */
  private static final Map<String, String> ITEM_OF_ROOT =
      Map.of("rss", "item", "RDF", "item", "feed", "entry", "urlset", "url", "channel", "item");

  private static final byte[] COMMENT = ascii("<!--");
  private static final byte[] COMMENT_END = ascii("-->");
  private static final byte[] CDATA = ascii("<![CDATA[");
  private static final byte[] CDATA_END = ascii("]]>");
  private static final byte[] INSTRUCTION_END = ascii("?>");

  /** From the first byte of a start tag to the byte after its end tag. */
  record Slice(int from, int to) {}

  private final byte[] bytes;
  private final List<Slice> slices = new ArrayList<>();
  private byte[] item = {};
  private int head;
  private int depth;
  private int start;

  private ItemSlices(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * @param bytes in an encoding that keeps ASCII as it is
   * @return the slices in order, and how much stands before them; without slices when the items
   *     cannot be told apart
   */
  static Found find(byte[] bytes) {
    ItemSlices walk = new ItemSlices(bytes);
    return walk.run() && walk.depth == 0
        ? new Found(walk.head, List.copyOf(walk.slices))
        : Found.NONE;
  }

  /**
   * @param head length of everything up to the end of the root's start tag
   * @param slices the items
   */
  record Found(int head, List<Slice> slices) {
    static final Found NONE = new Found(0, List.of());
  }

  private boolean run() {
    int at = next('<', 0);
    while (at >= 0 && at + 1 < bytes.length) {
      int end = pass(at);
      if (end < 0) {
        return false;
      }
      at = next('<', end);
    }
    return true;
  }

  /** Takes what begins at a {@code <}; gives where to go on, or -1 to give up. */
  private int pass(int at) {
    return switch (bytes[at + 1]) {
      case '!' -> declaration(at);
      case '?' -> after(INSTRUCTION_END, at);
      case '/' -> endTag(at);
      default -> isNameStart(bytes[at + 1]) ? startTag(at) : at + 1;
    };
  }

  private int declaration(int at) {
    if (isAt(COMMENT, at)) {
      return after(COMMENT_END, at + COMMENT.length);
    }
    if (isAt(CDATA, at)) {
      return after(CDATA_END, at + CDATA.length);
    }
    int end = next('>', at);
    for (int i = at; i < end; i++) {
      if (bytes[i] == '[') {
        return after(ascii("]"), i);
      }
    }
    return end;
  }

  private int startTag(int at) {
    if (head == 0) {
      head = tagEnd(at);
      String wanted = ITEM_OF_ROOT.get(localName(at + 1));
      item = wanted == null ? item : ascii(wanted);
      return wanted == null ? -1 : head;
    }
    if (!isItem(at + 1)) {
      return at + 1;
    }
    int end = tagEnd(at);
    if (end > 0 && bytes[end - 2] != '/') {
      if (depth++ == 0) {
        start = at;
      }
    }
    return end;
  }

  private int endTag(int at) {
    if (!isItem(at + 2)) {
      return at + 2;
    }
    int end = next('>', at) + 1;
    if (end == 0 || --depth < 0) {
      return -1;
    }
    if (depth == 0) {
      slices.add(new Slice(start, end));
    }
    return end;
  }

  /** After the {@code >} that ends the tag; -1 when nothing does. */
  private int tagEnd(int at) {
    for (int i = at; i < bytes.length; i++) {
      byte b = bytes[i];
      if (b == '>') {
        return i + 1;
      }
      if (b == '"' || b == '\'') {
        i = next(b, i + 1);
        if (i < 0) {
          return -1;
        }
      }
    }
    return -1;
  }

  private boolean isItem(int at) {
    int local = at;
    int end = nameEnd(at);
    for (int i = at; i < end; i++) {
      if (bytes[i] == ':') {
        local = i + 1;
      }
    }
    return end - local == item.length && isAt(item, local);
  }

  private String localName(int at) {
    String name = new String(bytes, at, nameEnd(at) - at, StandardCharsets.ISO_8859_1);
    return name.substring(name.indexOf(':') + 1);
  }

  private int nameEnd(int at) {
    int end = at;
    while (end < bytes.length && isName(bytes[end])) {
      end++;
    }
    return end;
  }

  private static boolean isNameStart(byte b) {
    return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z') || b == '_' || b < 0;
  }

  private static boolean isName(byte b) {
    return isNameStart(b) || (b >= '0' && b <= '9') || b == ':' || b == '-' || b == '.';
  }

  private int next(int wanted, int from) {
    for (int i = from; i < bytes.length; i++) {
      if (bytes[i] == wanted) {
        return i;
      }
    }
    return -1;
  }

  private int after(byte[] wanted, int from) {
    int last = bytes.length - wanted.length;
    for (int i = next(wanted[0], from); i >= 0 && i <= last; i = next(wanted[0], i + 1)) {
      if (isAt(wanted, i)) {
        return i + wanted.length;
      }
    }
    return -1;
  }

  private boolean isAt(byte[] wanted, int at) {
    if (at + wanted.length > bytes.length) {
      return false;
    }
    for (int i = 0; i < wanted.length; i++) {
      if (bytes[at + i] != wanted[i]) {
        return false;
      }
    }
    return true;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
