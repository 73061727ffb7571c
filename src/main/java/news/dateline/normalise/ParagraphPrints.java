package news.dateline.normalise;

import java.util.ArrayList;
import java.util.List;

/**
 * Prints of the paragraphs where standing text stands: the first few and the last of a body. Two
 * paragraphs have one print when their letters and figures are the same.
 */
final class ParagraphPrints {
  /** Paragraphs looked at from the beginning. */
  static final int HEAD = 2;

  /** Paragraphs looked at from the end. */
  static final int TAIL = 8;

  /** Characters: nothing longer is printed, a standing text says less. */
  private static final int LONGEST = 1500;

  /** Letters and figures: less says nothing. */
  private static final int SHORTEST = 6;

  private ParagraphPrints() {}

  /** Whether a paragraph of so many stands where standing text does. */
  static boolean atAnEnd(int paragraph, int count) {
    return paragraph < HEAD || paragraph >= count - TAIL;
  }

  /**
   * FNV-1a over the letters, in small form, and figures, with Stafford's final mix; 0 when the
   * paragraph is too long or too short to count.
   */
  static long of(String paragraph) {
    if (paragraph.length() > LONGEST) {
      return 0;
    }
    long hash = 0xcbf29ce484222325L;
    int count = 0;
    for (int i = 0; i < paragraph.length(); i++) {
      char c = paragraph.charAt(i);
      if (Character.isLetterOrDigit(c)) {
        hash = (hash ^ Character.toLowerCase(c)) * 0x100000001b3L;
        count++;
      }
    }
    if (count < SHORTEST) {
      return 0;
    }
    hash = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
    hash = (hash ^ (hash >>> 27)) * 0x94d049bb133111ebL;
    return hash ^ (hash >>> 31);
  }

  /** The prints of a body's ends, in order. */
  static List<Long> of(List<String> paragraphs) {
    List<Long> out = new ArrayList<>(HEAD + TAIL);
    for (int i = 0; i < paragraphs.size(); i++) {
      if (atAnEnd(i, paragraphs.size())) {
        long print = of(paragraphs.get(i));
        if (print != 0) {
          out.add(print);
        }
      } else {
        i = paragraphs.size() - TAIL - 1;
      }
    }
    return out;
  }
}
