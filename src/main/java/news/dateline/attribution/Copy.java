package news.dateline.attribution;

import java.util.Arrays;

/**
 * A text cut into words, sentences and paragraphs. Positions are indexes of tokens or of UTF-16
 * units; {@link #codePoint} turns the latter into what the world sees.
 */
final class Copy {
  static final int CAP = 1;
  static final int UPPER = 2;
  static final int SENTENCE = 4;
  static final int PARAGRAPH = 8;
  static final int QUOTED = 16;
  static final int POSSESSIVE = 32;
  static final int SPACED = 64;
  static final int WORD = 128;
  static final int NUMBER = 256;

  private final String text;
  final char[] chars;
  private final char[] lower;
  private int size;
  private int[] start = new int[256];
  private int[] end = new int[256];
  private long[] bits = new long[256];
  private short[] flags = new short[256];
  private int[] paragraphOf = new int[256];
  private int paragraphs;
  private int[] paragraphToken = new int[32];
  private boolean surrogates;
  private int[] codePoints = new int[0];
  private int[] sentenceFrom = new int[0];
  private int[] sentenceTo = new int[0];

  Copy(String text, char[] chars, char[] lower) {
    this.text = text;
    this.chars = chars;
    this.lower = lower;
  }

  void openParagraph(int at) {
    if (paragraphs == paragraphToken.length) {
      paragraphToken = Arrays.copyOf(paragraphToken, paragraphs * 2);
    }
    paragraphToken[paragraphs++] = size;
  }

  void addWord(int from, int to, long wordBits, boolean spaced) {
    int f = WORD | (spaced ? SPACED : 0);
    char first = chars[from];
    if (first >= 0x590 && Character.getType(first) == Character.OTHER_LETTER) {
      // Scripts without case: any word may be a name or open a sentence.
      f |= CAP;
    } else if (first < 128 ? first >= 'A' && first <= 'Z' : Character.isUpperCase(first)) {
      f |= CAP;
      int letters = 0;
      boolean upper = true;
      for (int i = from; i < to && upper; i++) {
        if (Character.isLetter(chars[i])) {
          letters++;
          upper = !Character.isLowerCase(chars[i]);
        }
      }
      if (upper && letters > 1) {
        f |= UPPER;
      }
    } else if (first >= '0' && first <= '9') {
      f |= NUMBER;
    }
    add(from, to, wordBits, f);
  }

  void addMark(int from, int to, int f) {
    add(from, to, 0, f);
  }

  private void add(int from, int to, long wordBits, int f) {
    if (size == start.length) {
      int grown = size * 2;
      start = Arrays.copyOf(start, grown);
      end = Arrays.copyOf(end, grown);
      bits = Arrays.copyOf(bits, grown);
      flags = Arrays.copyOf(flags, grown);
      paragraphOf = Arrays.copyOf(paragraphOf, grown);
    }
    start[size] = from;
    end[size] = to;
    bits[size] = wordBits;
    paragraphOf[size] = paragraphs - 1;
    int begins = paragraphToken[paragraphs - 1] == size ? PARAGRAPH | SENTENCE : 0;
    flags[size] = (short) (f | begins);
    size++;
  }

  /** Marks where sentences begin, and prepares code point offsets. */
  void close() {
    for (int i = 1; i < size; i++) {
      if (!has(i, PARAGRAPH) && startsSentence(i)) {
        flags[i] |= SENTENCE;
      }
    }
    sentenceFrom = new int[size];
    sentenceTo = new int[size];
    for (int i = 0; i < size; i++) {
      sentenceFrom[i] = i == 0 || has(i, SENTENCE) ? i : sentenceFrom[i - 1];
    }
    for (int i = size - 1; i >= 0; i--) {
      sentenceTo[i] = i == size - 1 || has(i + 1, SENTENCE) ? i + 1 : sentenceTo[i + 1];
    }
    for (int i = 0; i < chars.length && !surrogates; i++) {
      surrogates = Character.isSurrogate(chars[i]);
    }
    if (surrogates) {
      codePoints = new int[chars.length + 1];
      int n = 0;
      for (int i = 0; i < chars.length; i++) {
        codePoints[i] = n;
        if (!(Character.isHighSurrogate(chars[i])
            && i + 1 < chars.length
            && Character.isLowSurrogate(chars[i + 1]))) {
          n++;
        }
      }
      codePoints[chars.length] = n;
    }
  }

  private boolean startsSentence(int i) {
    if (!has(i, SPACED)) {
      return false;
    }
    char first = chars[start[i]];
    if (!has(i, CAP)
        && !has(i, NUMBER)
        && !Marks.opens(first)
        && first != '('
        && !Marks.dash(first)) {
      return false;
    }
    int p = i - 1;
    while (p > 0 && !has(p, WORD) && (Marks.quote(chars[start[p]]) || chars[start[p]] == ')')) {
      p--;
    }
    if (has(p, WORD)) {
      return false;
    }
    char mark = chars[start[p]];
    if (mark == '!' || mark == '?' || mark == '…') {
      return true;
    }
    if (mark != '.') {
      return false;
    }
    if (p == 0 || start[p] != end[p - 1]) {
      return true;
    }
    int before = p - 1;
    boolean initial = end[before] - start[before] == 1 && has(before, CAP);
    boolean abbreviation = initial || is(before, Words.ABBREVIATION);
    return !abbreviation || (has(i, NUMBER) && !is(before, Words.MONTH) && initial);
  }

  int size() {
    return size;
  }

  int paragraphs() {
    return paragraphs;
  }

  /** First token of a paragraph; the number of tokens for one past the last. */
  int paragraphFirst(int paragraph) {
    return paragraph >= paragraphs ? size : paragraphToken[paragraph];
  }

  int paragraphOf(int token) {
    return paragraphOf[token];
  }

  int start(int token) {
    return start[token];
  }

  int end(int token) {
    return end[token];
  }

  long bits(int token) {
    return bits[token];
  }

  boolean is(int token, long bit) {
    return (bits[token] & bit) != 0;
  }

  boolean has(int token, int flag) {
    return (flags[token] & flag) != 0;
  }

  void quoted(int from, int to) {
    for (int i = from; i < to; i++) {
      flags[i] |= QUOTED;
    }
  }

  /** The mark at a token, or 0 when it is a word. */
  char mark(int token) {
    return has(token, WORD) ? 0 : chars[start[token]];
  }

  String word(int token) {
    return text.substring(start[token], end[token]);
  }

  boolean wordIs(int token, String lowerCase) {
    int n = end[token] - start[token];
    if (n != lowerCase.length()) {
      return false;
    }
    for (int i = 0; i < n; i++) {
      if (lower[start[token] + i] != lowerCase.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  boolean wordEndsWith(int token, String lowerCase) {
    int from = end[token] - lowerCase.length();
    if (from < start[token]) {
      return false;
    }
    for (int i = 0; i < lowerCase.length(); i++) {
      if (lower[from + i] != lowerCase.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** The text from the start of one token to the end of the one before {@code to}. */
  String slice(int from, int to) {
    return from >= to ? "" : text.substring(start[from], end[to - 1]);
  }

  String substring(int from, int to) {
    return text.substring(from, to);
  }

  String text() {
    return text;
  }

  /** Unicode code points before a UTF-16 position. */
  int codePoint(int at) {
    return surrogates ? codePoints[at] : at;
  }

  /** First token that starts at or after a UTF-16 position. */
  int tokenAt(int at) {
    int found = Arrays.binarySearch(start, 0, size, at);
    return found >= 0 ? found : -found - 1;
  }

  /** Where the sentence of a token begins, as a token. */
  int sentenceStart(int token) {
    return sentenceFrom[token];
  }

  /** Where the sentence of a token ends, as a token, exclusive. */
  int sentenceEnd(int token) {
    return sentenceTo[token];
  }
}
