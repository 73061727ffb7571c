package news.dateline.normalise;

import java.util.ArrayList;
import java.util.List;

/** Cuts a date into numbers, words and marks. */
final class DateTokens {
  private static final int LONGEST = 100;

  private DateTokens() {}

  /** What a token is. */
  enum Kind {
    NUMBER,
    WORD,
    MARK
  }

  /**
   * @param text digits as ASCII, words folded by {@link DateWords#fold}, marks as they are
   * @param raw as printed
   * @param gap white space stands before it
   */
  record Token(Kind kind, String text, String raw, boolean gap) {
    boolean is(Kind other) {
      return kind == other;
    }

    boolean is(String mark) {
      return kind == Kind.MARK && text.equals(mark);
    }

    int digits() {
      return text.length();
    }

    long value() {
      return Long.parseLong(text);
    }
  }

  /** Empty when the text is too long to be a date or holds a number nobody could mean. */
  static List<Token> of(String date) {
    List<Token> tokens = new ArrayList<>();
    boolean gap = false;
    int i = 0;
    while (i < date.length() && date.length() <= LONGEST) {
      char c = date.charAt(i);
      int end = i + 1;
      if (Chars.isSpace(c) || Chars.isInvisible(c)) {
        gap |= Chars.isSpace(c);
        i++;
        continue;
      }
      if (c == '(' && date.indexOf(')', i) > 0 && !tokens.isEmpty()) {
        i = date.indexOf(')', i) + 1; // "(MST)" explains the offset before it.
        gap = true;
        continue;
      }
      if (Character.isDigit(c)) {
        end = run(date, i, true);
        String digits = ascii(date.substring(i, end));
        if (digits.length() > 17) {
          return List.of();
        }
        tokens.add(new Token(Kind.NUMBER, digits, digits, gap));
      } else if (isWordChar(c)) {
        end = run(date, i, false);
        String raw = date.substring(i, end);
        tokens.add(new Token(Kind.WORD, DateWords.fold(raw), raw, gap));
      } else {
        tokens.add(new Token(Kind.MARK, mark(c), String.valueOf(c), gap));
      }
      gap = false;
      i = end;
    }
    return tokens;
  }

  private static String mark(char c) {
    boolean dash = (c >= '\u2010' && c <= '\u2014') || c == '\u2212';
    return dash ? "-" : String.valueOf(c);
  }

  private static int run(String text, int from, boolean digits) {
    int i = from;
    while (i < text.length()
        && (digits ? Character.isDigit(text.charAt(i)) : isWordChar(text.charAt(i)))) {
      i++;
    }
    return i;
  }

  private static boolean isWordChar(char c) {
    int type = Character.getType(c);
    return Character.isLetter(c)
        || type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || type == Character.FORMAT;
  }

  private static String ascii(String digits) {
    StringBuilder out = new StringBuilder(digits.length());
    for (int i = 0; i < digits.length(); i++) {
      out.append((char) ('0' + Character.digit(digits.charAt(i), 10)));
    }
    return out.toString();
  }
}
