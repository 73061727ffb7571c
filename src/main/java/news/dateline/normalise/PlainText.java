package news.dateline.normalise;

import java.util.List;

/** Clean paragraphs from raw plain text: files, wires, standard input. */
public final class PlainText {
  private static final String RULES = "_*=-–—~";

  private PlainText() {}

  /**
   * Blank lines part paragraphs; in a text without any, each line is a paragraph, unless the lines
   * are wrapped at a fixed width. A line of dashes, stars or their like, as agencies set above a
   * credit, is a paragraph of its own. White space is folded, invisible characters are removed,
   * Unicode is NFC.
   *
   * @param raw any line ends
   * @return without blank ones; empty when there is no text
   */
  public static List<String> paragraphs(String raw) {
    String text = raw.indexOf('\r') < 0 ? raw : raw.replace("\r\n", "\n").replace('\r', '\n');
    Paragraphs out = new Paragraphs();
    boolean folds = hasBlankLine(text) || isWrapped(text);
    int start = 0;
    while (start < text.length()) {
      int end = text.indexOf('\n', start);
      end = end < 0 ? text.length() : end;
      String line = text.substring(start, end);
      if (line.isBlank()) {
        out.end();
      } else {
        boolean rule = isRule(line);
        if (rule) {
          out.end();
        }
        out.add(line);
        if (folds && !rule) {
          out.add(" ");
        } else {
          out.end();
        }
      }
      start = end + 1;
    }
    return out.finish();
  }

  /**
   * @param raw any line ends
   * @return the clean text, one blank line between paragraphs
   */
  public static String clean(String raw) {
    return Paragraphs.join(paragraphs(raw));
  }

  /** At least three marks of a kind and nothing else: "___", "* * *". */
  private static boolean isRule(String line) {
    String marks = line.replace(" ", "").strip();
    if (marks.length() < 3 || RULES.indexOf(marks.charAt(0)) < 0) {
      return false;
    }
    return marks.chars().allMatch(c -> c == marks.charAt(0));
  }

  private static boolean hasBlankLine(String text) {
    String trimmed = text.strip();
    for (int i = trimmed.indexOf('\n'); i >= 0; i = trimmed.indexOf('\n', i + 1)) {
      int next = i + 1;
      while (next < trimmed.length() && trimmed.charAt(next) != '\n') {
        if (!Chars.isSpace(trimmed.charAt(next))) {
          break;
        }
        next++;
      }
      if (next < trimmed.length() && trimmed.charAt(next) == '\n') {
        return true;
      }
    }
    return false;
  }

  /** Most lines but the last run up to one width (60 to 80 columns) and stop amid a sentence. */
  private static boolean isWrapped(String text) {
    String[] lines = text.strip().split("\n", 64);
    int full = 0;
    for (int i = 0; i + 1 < lines.length; i++) {
      String line = lines[i].stripTrailing();
      if (line.length() > 80) {
        return false;
      }
      if (line.length() >= 55 && !Chars.endsSentence(line)) {
        full++;
      }
    }
    return lines.length > 2 && full * 3 >= (lines.length - 1) * 2;
  }
}
