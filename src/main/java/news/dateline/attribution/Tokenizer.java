package news.dateline.attribution;

import java.util.ArrayList;
import java.util.List;

/** Cuts a text into words and marks in one pass. */
final class Tokenizer {
  private Tokenizer() {}

  /** The words and marks of a short text, as strings. */
  static List<String> words(String text) {
    Copy copy = read(text, new Words(java.util.Map.of()), false);
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
    for (int i = 0; i < c.length; i++) {
      lower[i] = lower(c[i]);
    }
    Copy copy = new Copy(text, c, lower);
    int i = 0;
    boolean space = true;
    boolean newParagraph = true;
    while (i < c.length) {
      char x = c[i];
      if (x == '\n' || x == '\r' || x == '\u2029') {
        newParagraph = true;
        space = true;
        i++;
        continue;
      }
      if (isSpace(x)) {
        space = true;
        i++;
        continue;
      }
      if (newParagraph) {
        copy.openParagraph(i);
        newParagraph = false;
      }
      int end = i + 1;
      if (isWordChar(x)) {
        end = wordEnd(c, i, elision);
        int h = 0x811c9dc5;
        for (int k = i; k < end; k++) {
          h = Words.step(h, lower[k]);
        }
        copy.addWord(i, end, words.bits(lower, i, end, h), space);
      } else if ((x == '\'' || x == '’') && !space && possessive(c, i)) {
        end = i + 2;
        copy.addMark(i, end, Copy.POSSESSIVE);
      } else {
        if (Character.isHighSurrogate(x) && end < c.length && Character.isLowSurrogate(c[end])) {
          end++;
        }
        c[i] = narrow(x);
        copy.addMark(i, end, space ? Copy.SPACED : 0);
      }
      space = false;
      i = end;
    }
    copy.close();
    return copy;
  }

  private static char lower(char x) {
    if (x < 128) {
      return x >= 'A' && x <= 'Z' ? (char) (x + 32) : x;
    }
    return x == '’' ? '\'' : Character.toLowerCase(x);
  }

  /** The mark that a full-width one stands for; the text itself stays as it is. */
  private static char narrow(char x) {
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
    return x <= ' '
        || x == '\u00a0'
        || (x >= '\u2000' && x <= '\u200b')
        || x == '\u202f'
        || x == '\u205f'
        || x == '\u3000'
        || x == '\u00ad'
        || x == '\ufeff';
  }

  static boolean isWordChar(char x) {
    if (x < 128) {
      return (x >= 'a' && x <= 'z') || (x >= 'A' && x <= 'Z') || (x >= '0' && x <= '9');
    }
    return Character.isLetterOrDigit(x) || Character.getType(x) == Character.NON_SPACING_MARK;
  }

  private static boolean possessive(char[] c, int i) {
    return i + 1 < c.length
        && (c[i + 1] == 's' || c[i + 1] == 'S')
        && (i + 2 >= c.length || !isWordChar(c[i + 2]));
  }

  private static int wordEnd(char[] c, int from, boolean elision) {
    int i = from;
    while (i < c.length) {
      char x = c[i];
      if (isWordChar(x)) {
        i++;
        continue;
      }
      if (i + 1 >= c.length || !isWordChar(c[i + 1])) {
        return x == '.' && i - 2 >= from && c[i - 2] == '.' ? i + 1 : i;
      }
      if (x == '-' || x == '\u2011') {
        i++;
      } else if (x == '\'' || x == '’') {
        if (possessive(c, i)) {
          return i;
        }
        if (elided(c, from, i, elision)) {
          return i + 1;
        }
        i++;
      } else if ((x == '.' && dotJoins(c, from, i))
          || (x == ',' && digit(c[i - 1]) && digit(c[i + 1]))) {
        i++;
      } else {
        return i;
      }
    }
    return i;
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
