package news.dateline.normalise;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/**
 * Collects clean paragraphs: white space folded, invisible characters gone, Unicode NFC. Characters
 * come in as they are met; paragraph and line breaks are told apart from them.
 */
final class Paragraphs {
  // A line this short before a line break is a line of its own ("By Jane Doe"), not a wrapped one.
  private static final int SHORT_LINE = 50;

  private final List<String> done = new ArrayList<>();
  private final StringBuilder current = new StringBuilder(256);
  private int lineStart;
  private int lines;
  private boolean gap;
  private boolean denormal;

  /** Adds text; white space in it only separates words. */
  void add(String text) {
    add(text, false);
  }

  /**
   * @param lineBreaks true: a line feed in the text is a line break (preformatted and plain text)
   */
  void add(String text, boolean lineBreaks) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Chars.isSpace(c)) {
        gap = true;
        if (lineBreaks && c == '\n') {
          line();
        }
      } else if (!Chars.isInvisible(c)) {
        put(c, text, i);
      }
    }
  }

  private void put(char c, String text, int i) {
    if (lines > 0) {
      decide(c);
    }
    if (gap) {
      gap = false;
      if (current.length() > 0) {
        current.append(' ');
      }
    }
    if (Chars.mayDenormalise(c)) {
      denormal = true;
      c = whole(c, text, i);
    }
    current.append(c);
  }

  /** Half a surrogate pair cannot be written as UTF-8. */
  private static char whole(char c, String text, int i) {
    boolean lone =
        (Character.isHighSurrogate(c)
                && !(i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))))
            || (Character.isLowSurrogate(c)
                && !(i > 0 && Character.isHighSurrogate(text.charAt(i - 1))));
    return lone ? '\ufffd' : c;
  }

  /** A line break: what it means is known when the next character comes. */
  void line() {
    gap = true;
    if (current.length() > 0) {
      lines++;
    }
  }

  /**
   * Two breaks in a row part paragraphs. A single one does when the line before is finished or
   * short, as in feeds that use {@code <br>} as paragraph mark; else the line was only wrapped.
   */
  private void decide(char next) {
    boolean wrapped =
        lines == 1
            && (Character.isLowerCase(next)
                || (current.length() - lineStart >= SHORT_LINE && !Chars.endsSentence(current)));
    lines = 0;
    if (wrapped) {
      lineStart = current.length();
    } else {
      end();
    }
  }

  /** Ends the paragraph; nothing happens when it is empty. */
  void end() {
    lines = 0;
    gap = false;
    if (current.length() == 0) {
      return;
    }
    String text = current.toString();
    done.add(denormal ? Normalizer.normalize(text, Normalizer.Form.NFC) : text);
    current.setLength(0);
    lineStart = 0;
    denormal = false;
  }

  /** How many paragraphs are complete: the index of the one being written. */
  int index() {
    return done.size();
  }

  /** True when a line break waits for the next character to be judged. */
  boolean isUndecided() {
    return lines > 0;
  }

  /** Ends the last paragraph and gives them all. */
  List<String> finish() {
    end();
    return done;
  }

  /** Joins with one blank line between. */
  static String join(List<String> paragraphs) {
    return String.join("\n\n", paragraphs);
  }
}
