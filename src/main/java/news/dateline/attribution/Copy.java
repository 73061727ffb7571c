package news.dateline.attribution;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

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

  /** Characters of the longest single paragraph; a longer one is a text without breaks. */
  private static final int UNBROKEN = 500;

  static final int SPACED = 64;
  static final int WORD = 128;
  static final int NUMBER = 256;

  /** In a bracket that credits agencies. */
  static final int CREDIT = 512;

  /** Such a bracket belongs to a dateline. */
  static final int DATED = 1024;

  /** Characters between two marks of the way from a character to its token. */
  private static final int BLOCK = 32;

  private final String text;
  final char[] chars;
  private final char[] lower;
  private int size;
  private int[] start;
  private int[] end;
  private long[] bits;
  private long[] grammar;
  private short[] flags;
  private char[] marks;
  private int[] sentenceOf;
  private final Positions paragraphToken = new Positions(16);
  private boolean opened;
  private int sentences;
  private int[] sentenceToken = new int[32];
  private int[] sentenceParagraph = new int[32];
  private long[] sentenceBits = new long[32];
  private final Positions quoteMarks = new Positions(16);
  private final Positions creditSigns = new Positions(16);
  private final Positions hyphened = new Positions(16);

  /** The first token that starts in or after each {@link #BLOCK} characters. */
  private final int[] block;

  private int blocks;
  private boolean surrogates;
  private @Nullable CodePoints codePoints;

  Copy(String text, char[] chars, char[] lower) {
    this.text = text;
    this.chars = chars;
    this.lower = lower;
    // Prose has a word or mark every five characters.
    int expected = 16 + chars.length / 5;
    this.start = new int[expected];
    this.end = new int[expected];
    this.bits = new long[expected];
    this.grammar = new long[expected];
    this.flags = new short[expected];
    this.marks = new char[expected];
    this.block = new int[chars.length / BLOCK + 1];
    this.sentenceOf = new int[expected];
  }

  /** The next token begins a paragraph. */
  void openParagraph() {
    paragraphToken.add(size);
    opened = true;
  }

  void addWord(int from, int to, long wordBits, long wordGrammar, boolean spaced) {
    int f = WORD | (spaced ? SPACED : 0);
    char first = chars[from];
    int kind = Letters.kind(first);
    if ((kind & Letters.CASELESS) != 0) {
      // Any word may be a name or open a sentence.
      f |= CAP;
    } else if ((kind & Letters.UPPER) != 0) {
      f |= upper(from, to) ? CAP | UPPER : CAP;
    } else if (first >= '0' && first <= '9') {
      f |= NUMBER;
    }
    if ((f & CAP) != 0 && (to - from == 1 || chars[from + 1] == '.')) {
      creditSigns.add(size);
    }
    add(from, to, wordBits, wordGrammar, f);
  }

  private boolean upper(int from, int to) {
    int letters = 0;
    for (int i = from; i < to; i++) {
      int kind = Letters.kind(chars[i]);
      if ((kind & Letters.LETTER) != 0) {
        letters++;
        if ((kind & Letters.LOWER) != 0) {
          return false;
        }
      }
    }
    return letters > 1;
  }

  void addMark(int from, int to, int f) {
    if (chars[from] == '(' || Marks.dash(chars[from])) {
      creditSigns.add(size);
    }
    surrogates |= Character.isSurrogate(chars[from]);
    add(from, to, 0, 0, f);
  }

  /** Notes a quotation mark or apostrophe outside words. */
  void addQuoteMark(int at) {
    quoteMarks.add(at);
  }

  /** Notes that a hyphen stands within the next token. */
  void addHyphened() {
    hyphened.add(size);
  }

  private void add(int from, int to, long wordBits, long wordGrammar, int f) {
    if (size == start.length) {
      int grown = size * 2;
      start = Arrays.copyOf(start, grown);
      end = Arrays.copyOf(end, grown);
      bits = Arrays.copyOf(bits, grown);
      grammar = Arrays.copyOf(grammar, grown);
      flags = Arrays.copyOf(flags, grown);
      marks = Arrays.copyOf(marks, grown);
      sentenceOf = Arrays.copyOf(sentenceOf, grown);
    }
    int i = size++;
    start[i] = from;
    end[i] = to;
    bits[i] = wordBits;
    grammar[i] = wordGrammar;
    flags[i] = (short) f;
    marks[i] = (f & WORD) != 0 ? 0 : chars[from];
    while (blocks * BLOCK <= from) {
      block[blocks++] = i;
    }
    if (opened) {
      flags[i] |= PARAGRAPH | SENTENCE;
      openSentence(i);
      opened = false;
    } else if ((f & SPACED) != 0 && SentenceStarts.at(this, i)) {
      flags[i] |= SENTENCE;
      openSentence(i);
    }
    sentenceOf[i] = sentences - 1;
    sentenceBits[sentences - 1] |= wordBits;
  }

  private void openSentence(int token) {
    if (sentences == sentenceToken.length) {
      sentenceToken = Arrays.copyOf(sentenceToken, sentences * 2);
      sentenceParagraph = Arrays.copyOf(sentenceParagraph, sentences * 2);
      sentenceBits = Arrays.copyOf(sentenceBits, sentences * 2);
    }
    sentenceToken[sentences] = token;
    sentenceParagraph[sentences++] = paragraphToken.size() - 1;
  }

  /** Prepares code point offsets. */
  void close() {
    codePoints = surrogates ? new CodePoints(chars) : null;
  }

  int size() {
    return size;
  }

  int paragraphs() {
    return paragraphToken.size();
  }

  /** A story whose paragraph breaks were lost: what stands side by side need not go together. */
  boolean isUnbroken() {
    return paragraphs() == 1 && chars.length > UNBROKEN;
  }

  /** First token of a paragraph; the number of tokens for one past the last. */
  int paragraphFirst(int paragraph) {
    return paragraph >= paragraphToken.size() ? size : paragraphToken.get(paragraph);
  }

  int paragraphOf(int token) {
    return sentenceParagraph[sentenceOf[token]];
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

  /** Whether a word has a capital that no beginning of a sentence asks for. */
  boolean named(int token) {
    return has(token, CAP) && !has(token, SENTENCE);
  }

  boolean is(int token, long bit) {
    return (bits[token] & bit) != 0;
  }

  /** Whether a word plays one of these parts in its sentence: bits of {@link Grammar}. */
  boolean serves(int token, long part) {
    return (grammar[token] & part) != 0;
  }

  boolean has(int token, int flag) {
    return (flags[token] & flag) != 0;
  }

  void quoted(int from, int to) {
    for (int i = from; i < to; i++) {
      flags[i] |= QUOTED;
    }
  }

  void credited(int from, int to, boolean dated) {
    for (int i = from; i < to; i++) {
      flags[i] |= (short) (dated ? CREDIT | DATED : CREDIT);
    }
  }

  /** The mark at a token, or 0 when it is a word. */
  char mark(int token) {
    return marks[token];
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

  boolean wordHas(int token, char letter) {
    for (int i = start[token]; i < end[token]; i++) {
      if (chars[i] == letter) {
        return true;
      }
    }
    return false;
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

  /** The first of the tokens {@code [from, to)} that is a word or a quotation mark. */
  int withoutMarksFrom(int from, int to) {
    int s = from;
    while (s < to && mark(s) != 0 && !Marks.quote(mark(s))) {
      s++;
    }
    return s;
  }

  /** One past the last of the tokens {@code [from, to)} that is a word, a quote or a bracket. */
  int withoutMarksTo(int from, int to) {
    int e = to;
    while (e > from && mark(e - 1) != 0 && !Marks.quote(mark(e - 1)) && mark(e - 1) != ')') {
      e--;
    }
    return e;
  }

  /** The text from the start of one token to the end of the one before {@code to}. */
  String slice(int from, int to) {
    return from >= to ? "" : text.substring(start[from], end[to - 1]);
  }

  /** The same in one line: every run of spaces and line breaks is one space. */
  String line(int from, int to) {
    String words = slice(from, to);
    for (int i = 0; i < words.length(); i++) {
      if (words.charAt(i) < ' ' || (words.charAt(i) == ' ' && words.charAt(i + 1) == ' ')) {
        return words.replaceAll("\\s+", " ");
      }
    }
    return words;
  }

  String substring(int from, int to) {
    return text.substring(from, to);
  }

  String text() {
    return text;
  }

  /** Unicode code points before a UTF-16 position. */
  int codePoint(int at) {
    return codePoints == null ? at : codePoints.before(at);
  }

  /** How many quotation marks and apostrophes stand outside words. */
  int quoteMarks() {
    return quoteMarks.size();
  }

  /** UTF-16 position of one of them; they are in text order. */
  int quoteMark(int number) {
    return quoteMarks.get(number);
  }

  /** How many brackets, dashes, single capitals and letters parted by dots there are. */
  int creditSigns() {
    return creditSigns.size();
  }

  /** The token of one of them; they are in text order. */
  int creditSign(int number) {
    return creditSigns.get(number);
  }

  /** The words with a hyphen inside, as tokens in text order. */
  Positions hyphened() {
    return hyphened;
  }

  /** First token that starts at or after a UTF-16 position. */
  int tokenAt(int at) {
    int number = at / BLOCK;
    if (number >= blocks) {
      return size;
    }
    int token = block[number];
    while (token < size && start[token] < at) {
      token++;
    }
    return token;
  }

  /** The token that holds a UTF-16 position, or -1 between tokens. */
  int tokenAround(int at) {
    int token = tokenAt(at + 1) - 1;
    return token >= 0 && at < end[token] ? token : -1;
  }

  /** Whether a word of the sentence of a token has one of these bits. */
  boolean sentenceHas(int token, long bit) {
    return (sentenceBits[sentenceOf[token]] & bit) != 0;
  }

  /** Where the sentence of a token begins, as a token. */
  int sentenceStart(int token) {
    return sentenceToken[sentenceOf[token]];
  }

  /** Where the sentence of a token ends, as a token, exclusive. */
  int sentenceEnd(int token) {
    int next = sentenceOf[token] + 1;
    return next < sentences ? sentenceToken[next] : size;
  }
}
