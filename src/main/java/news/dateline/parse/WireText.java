package news.dateline.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A text that was set in lines of a teleprinter's width: made whole paragraphs again, without
 * putting the lines of a list or a table together.
 */
final class WireText {
  /** Columns; a longer line was never wrapped. */
  private static final int WIDEST = 100;

  /** Columns that a line may stay under the widest and still be one that was wrapped. */
  private static final int SLACK = 14;

  private static final int INDENT = 3;

  /** Words after which a hyphen at the end of a line stands for a word left out. */
  private static final Set<String> JOINING =
      Set.of("und", "oder", "bzw", "bis", "and", "or", "to", "et", "ou", "y", "o", "en", "of");

  private WireText() {}

  /**
   * @param text on one line
   * @param raw its lines as they stood
   * @param apart a blank line stands before it
   */
  record Paragraph(String text, String raw, boolean apart) {}

  /** Line feeds for all line ends, and no other control characters but tabs. */
  static String clean(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\r') {
        while (i + 1 < text.length() && text.charAt(i + 1) == '\r') {
          i++; // a teleprinter's carriage needs time
        }
        if (i + 1 >= text.length() || text.charAt(i + 1) != '\n') {
          out.append('\n');
        }
      } else if (c == '\n' || c == '\t' || (c >= ' ' && c != 0x7F)) {
        out.append(c);
      }
    }
    return out.toString();
  }

  /** Whether anything could be read there. */
  static boolean hasWords(CharSequence text) {
    return text.chars().anyMatch(Character::isLetterOrDigit);
  }

  /**
   * @param text clean
   */
  static List<Paragraph> paragraphs(String text) {
    return paragraphs(List.of(text.split("\n", -1)));
  }

  static List<Paragraph> paragraphs(List<String> lines) {
    int longest = lines.stream().mapToInt(l -> l.strip().length()).max().orElse(0);
    List<Paragraph> out = new ArrayList<>();
    StringBuilder joined = new StringBuilder();
    StringBuilder raw = new StringBuilder();
    boolean apart = false;
    boolean blank = false;
    String before = "";
    for (String line : lines) {
      boolean empty = line.isBlank();
      if (empty || (joined.length() > 0 && breaks(before, line, longest))) {
        end(out, joined, raw, apart);
        apart = false;
      }
      blank |= empty;
      if (!empty) {
        if (joined.length() == 0) {
          apart = blank;
          blank = false;
        } else {
          raw.append('\n');
        }
        raw.append(line.stripTrailing());
        join(joined, line.strip());
      }
      before = line;
    }
    end(out, joined, raw, apart);
    return out;
  }

  private static void end(
      List<Paragraph> out, StringBuilder joined, StringBuilder raw, boolean apart) {
    if (joined.length() > 0) {
      out.add(new Paragraph(joined.toString(), raw.toString(), apart));
      joined.setLength(0);
      raw.setLength(0);
    }
  }

  /** Whether the line before was ended on purpose, not because it was full. */
  private static boolean breaks(String before, String line, int longest) {
    if (longest > WIDEST || indent(line) >= INDENT || isRow(before) || isRow(line)) {
      return true;
    }
    String next = line.strip();
    int space = next.indexOf(' ');
    int word = space < 0 ? next.length() : space;
    return before.strip().length() + 1 + word <= Math.max(longest, 60) - SLACK;
  }

  private static int indent(String line) {
    int i = 0;
    while (i < line.length() && line.charAt(i) == ' ') {
      i++;
    }
    return i < line.length() && line.charAt(i) == '\t' ? INDENT : i;
  }

  /** Columns, held apart by spaces, dots or tabs. */
  private static boolean isRow(String line) {
    String s = line.strip();
    return s.contains("   ") || s.indexOf('\t') > 0 || s.contains(".....");
  }

  private static void join(StringBuilder joined, String line) {
    int end = joined.length();
    if (end > 0 && !(joined.charAt(end - 1) == '-' && isOneWord(joined, line))) {
      joined.append(' ');
    }
    joined.append(line);
  }

  /** "left-" and "leaning"; not "Vor-" and "und Nachteile". */
  private static boolean isOneWord(StringBuilder joined, String line) {
    int hyphen = joined.length() - 1;
    if (hyphen < 1 || !Character.isLetterOrDigit(joined.charAt(hyphen - 1))) {
      return false;
    }
    int word = 0;
    while (word < line.length() && Character.isLetterOrDigit(line.charAt(word))) {
      word++;
    }
    return word > 0 && !JOINING.contains(line.substring(0, word));
  }

  /** Paragraphs as one text, blank lines between them. */
  static String text(List<Paragraph> paragraphs) {
    StringBuilder out = new StringBuilder();
    for (Paragraph p : paragraphs) {
      out.append(out.length() == 0 ? "" : "\n\n").append(p.text());
    }
    return out.toString();
  }

  /** Paragraphs as notes: lines as they stood. */
  static String raw(List<Paragraph> paragraphs) {
    StringBuilder out = new StringBuilder();
    for (Paragraph p : paragraphs) {
      out.append(out.length() == 0 ? "" : p.apart() ? "\n\n" : "\n").append(p.raw());
    }
    return out.toString();
  }
}
