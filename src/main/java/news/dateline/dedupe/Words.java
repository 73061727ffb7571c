package news.dateline.dedupe;

import news.dateline.model.Markup;

/**
 * Feeds the words of a field to a hash and leaves out what changes without the story changing:
 * white space, markup (tracking pixels and signed picture addresses live in attributes), and the
 * number in front of "comments".
 */
final class Words {
  private static final String[] COUNTED = {"comment", "kommentar", "коммент", "replies"};

  private Words() {}

  static void add(Hash64 hash, Markup field) {
    add(hash, field.value(), field.kind() != Markup.Kind.TEXT);
  }

  static void add(Hash64 hash, String text, boolean markup) {
    boolean gap = false;
    boolean any = false;
    int length = text.length();
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c > '<' && c < '\u0080') { // Letters: most of every text, and none of the cases below.
        if (gap && any) {
          hash.add(' ');
        }
        gap = false;
        any = true;
        hash.add(c);
        continue;
      }
      if (isSpace(c)) {
        gap = true;
        continue;
      }
      if (c == '<' && markup) {
        int end = tagEnd(text, i);
        if (end > 0) {
          gap = true;
          i = end;
          continue;
        }
      }
      if (c >= '0' && c <= '9') {
        int after = commentCount(text, i);
        if (after > 0) {
          i = after - 1;
          continue;
        }
      }
      if (gap && any) {
        hash.add(' ');
      }
      gap = false;
      any = true;
      hash.add(c);
    }
    hash.end();
  }

  private static boolean isSpace(char c) {
    return c <= ' ' || c == '\u00a0' || c == '\u200b' || c == '\ufeff';
  }

  /** The index of the {@code >} that ends a tag opened at {@code start}; -1 when it is no tag. */
  private static int tagEnd(String text, int start) {
    if (start + 1 >= text.length()) {
      return -1;
    }
    char next = text.charAt(start + 1);
    boolean letter = (next | 0x20) >= 'a' && (next | 0x20) <= 'z';
    boolean tag = letter || next == '/' || next == '!';
    // A tag longer than this is no tag but a stray "<": the bound keeps the scan linear.
    int limit = Math.min(text.length(), start + 4096);
    for (int i = start + 2; tag && i < limit; i++) {
      if (text.charAt(i) == '>') {
        return i;
      }
    }
    return -1;
  }

  /** Where the digits at {@code i} end when they count comments; -1 when they count else. */
  private static int commentCount(String text, int i) {
    if (i > 0 && Character.isLetterOrDigit(text.charAt(i - 1))) {
      return -1;
    }
    int end = i;
    while (end < text.length() && end < i + 9 && Character.isDigit(text.charAt(end))) {
      end++;
    }
    int word = end;
    while (word < text.length() && isSpace(text.charAt(word))) {
      word++;
    }
    for (String counted : COUNTED) {
      if (text.regionMatches(true, word, counted, 0, counted.length())) {
        return end;
      }
    }
    return -1;
  }
}
