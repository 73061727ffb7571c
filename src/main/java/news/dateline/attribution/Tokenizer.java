package news.dateline.attribution;

import java.util.ArrayList;
import java.util.List;

/** Cuts a text into words and marks in one pass; every character is looked at once. */
final class Tokenizer {
  private static final int ENDS = 0;
  private static final int ENDS_BEHIND = 1;
  private static final int GOES_ON = 2;

  private Tokenizer() {}

  /** The words and marks of a short text, as strings. */
  static List<String> words(String text) {
    Copy copy = read(text, new Words.Builder().build(), false);
    List<String> out = new ArrayList<>(copy.size());
    for (int i = 0; i < copy.size(); i++) {
      out.add(copy.word(i));
    }
    return out;
  }

  /**
   * @param elision whether "l'" and "d'" are words of their own even in upper case, as in French
   */
  static Copy read(String text, Words words, boolean elision) {
    char[] c = text.toCharArray();
    char[] lower = new char[c.length];
    Copy copy = new Copy(text, c, lower);
    int i = 0;
    boolean space = true;
    boolean newParagraph = true;
    while (i < c.length) {
      char x = c[i];
      int kind = Letters.kind(x);
      if ((kind & (Letters.SPACE | Letters.LINE)) != 0) {
        newParagraph |= (kind & Letters.LINE) != 0;
        space = true;
        i++;
        continue;
      }
      if (newParagraph) {
        copy.openParagraph();
        newParagraph = false;
      }
      int end = i + 1;
      if ((kind & Letters.WORD) != 0) {
        end = word(copy, c, lower, i, words, elision, space);
      } else {
        c[i] = narrow(x);
        lower[i] = Letters.lower(x);
        end = mark(copy, c, i, space);
      }
      space = false;
      i = end;
    }
    copy.close();
    return copy;
  }

  /** Reads the word that begins at a character, its small letters and its hash; where it ends. */
  private static int word(
      Copy copy, char[] c, char[] lower, int from, Words words, boolean elision, boolean space) {
    int i = from;
    int hash = Words.SEED;
    int join = GOES_ON;
    boolean hyphen = false;
    while (join == GOES_ON) {
      do {
        char small = Letters.lower(c[i]);
        lower[i++] = small;
        hash = Words.step(hash, small);
      } while (i < c.length && Letters.word(c[i]));
      join = i < c.length ? join(c, from, i, elision) : ENDS;
      if (join != ENDS) {
        hyphen |= c[i] == '-';
        char small = Letters.lower(c[i]);
        lower[i++] = small;
        hash = Words.step(hash, small);
      }
    }
    int found = words.find(lower, from, i, hash);
    long classes = words.classes(found);
    long grammar = words.grammar(found);
    if (lower[from] != c[from]) {
      Endings endings = words.endings();
      int ending = endings.find(lower, from, i);
      classes |= endings.classes(ending);
      grammar |= endings.grammar(ending);
    }
    if (hyphen) {
      copy.addHyphened();
    }
    copy.addWord(from, i, classes, grammar, space);
    return i;
  }

  private static int mark(Copy copy, char[] c, int i, boolean space) {
    char x = c[i];
    int end = i + 1;
    if ((Letters.kind(x) & Letters.QUOTE) != 0) {
      copy.addQuoteMark(i);
      if ((x == '\'' || x == '’') && !space && possessive(c, i)) {
        end = i + 2;
        copy.addMark(i, end, Copy.POSSESSIVE);
        return end;
      }
    } else if (Character.isHighSurrogate(x) && end < c.length && Character.isLowSurrogate(c[end])) {
      end++;
    }
    copy.addMark(i, end, space ? Copy.SPACED : 0);
    return end;
  }

  /** The mark that a full-width one stands for; the text itself stays as it is. */
  private static char narrow(char x) {
    if (x < 0x3000) {
      return x;
    }
    return switch (x) {
      case '（' -> '(';
      case '）' -> ')';
      case '，', '、' -> ',';
      case '。', '．' -> '.';
      case '：' -> ':';
      case '！' -> '!';
      case '？' -> '?';
      case '『' -> '「';
      case '』' -> '」';
      default -> x;
    };
  }

  static boolean isSpace(char x) {
    return Letters.space(x);
  }

  static boolean isWordChar(char x) {
    return Letters.word(x);
  }

  private static boolean possessive(char[] c, int i) {
    return i + 1 < c.length
        && (c[i + 1] == 's' || c[i + 1] == 'S')
        && (i + 2 >= c.length || !isWordChar(c[i + 2]));
  }

  /** Whether the word that began at {@code from} ends before, with or after what is no letter. */
  private static int join(char[] c, int from, int i, boolean elision) {
    char x = c[i];
    if (x == ' ') {
      return ENDS;
    }
    if (i + 1 >= c.length || !isWordChar(c[i + 1])) {
      return x == '.' && i - 2 >= from && c[i - 2] == '.' ? ENDS_BEHIND : ENDS;
    }
    if (x == '-' || x == '\u2011') {
      return GOES_ON;
    }
    if (x == '\'' || x == '’') {
      if (possessive(c, i)) {
        return ENDS;
      }
      return elided(c, from, i, elision) ? ENDS_BEHIND : GOES_ON;
    }
    boolean inside =
        (x == '.' && dotJoins(c, from, i)) || (x == ',' && digit(c[i - 1]) && digit(c[i + 1]));
    return inside ? GOES_ON : ENDS;
  }

  private static boolean digit(char x) {
    return x >= '0' && x <= '9';
  }

  private static boolean dotJoins(char[] c, int from, int i) {
    char before = c[i - 1];
    char after = c[i + 1];
    if (digit(before) && digit(after)) {
      return true;
    }
    boolean single = i - from == 1 || c[i - 2] == '.';
    return single
        ? Character.isUpperCase(before) == Character.isUpperCase(after)
        : (Character.isUpperCase(before) && Character.isUpperCase(after))
            || (Character.isLowerCase(before) && Character.isLowerCase(after))
            || (digit(before) && Character.isLowerCase(after));
  }

  private static boolean elided(char[] c, int from, int i, boolean elision) {
    if (i - from > 6 || (Character.isUpperCase(c[from]) && !elision)) {
      return false;
    }
    if (i - from == 1) {
      return "ldsnjcmtLDSNJCMT".indexOf(c[from]) >= 0;
    }
    return elision
        && ((c[i - 1] == 'u' && c[i - 2] == 'q') || (c[i - 1] == 'u' && c[i - 2] == 'Q'));
  }
}
