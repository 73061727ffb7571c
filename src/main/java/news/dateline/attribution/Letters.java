package news.dateline.attribution;

/**
 * What every UTF-16 unit is, in one table look-up: a letter, a space, a mark. A text is asked for
 * each of its characters, and {@link Character} answers a hundred times slower.
 */
final class Letters {
  static final int WORD = 1;
  static final int SPACE = 2;
  static final int LINE = 4;
  static final int QUOTE = 8;
  static final int UPPER = 16;
  static final int LOWER = 32;
  static final int LETTER = 64;

  /** A letter of a script without capitals. */
  static final int CASELESS = 128;

  private static final byte[] KIND = new byte[1 << 16];
  private static final char[] LOWER_CASE = new char[1 << 16];

  static {
    for (int i = 0; i < KIND.length; i++) {
      char x = (char) i;
      int kind = blank(x) ? SPACE : 0;
      kind |= x == '\n' || x == '\r' || x == '\u2029' ? LINE : 0;
      boolean word = Character.isLetterOrDigit(x);
      kind |= word || (x >= 128 && mark(Character.getType(x))) ? WORD : 0;
      kind |= Marks.quote(x) ? QUOTE : 0;
      kind |= Character.isUpperCase(x) ? UPPER : 0;
      kind |= Character.isLowerCase(x) ? LOWER : 0;
      kind |= Character.isLetter(x) ? LETTER : 0;
      kind |= x >= 0x590 && Character.getType(x) == Character.OTHER_LETTER ? CASELESS : 0;
      KIND[i] = (byte) kind;
      LOWER_CASE[i] = x == '’' ? '\'' : Character.toLowerCase(x);
    }
  }

  private Letters() {}

  private static boolean blank(char x) {
    return x <= ' '
        || x == '\u00a0'
        || (x >= '\u2000' && x <= '\u200b')
        || x == '\u202f'
        || x == '\u205f'
        || x == '\u3000'
        || x == '\u00ad'
        || x == '\ufeff';
  }

  /** The bits of this class that hold of a unit. */
  static int kind(char x) {
    return KIND[x] & 0xff;
  }

  static boolean caseless(char x) {
    return (KIND[x] & CASELESS) != 0;
  }

  static boolean word(char x) {
    return (KIND[x] & WORD) != 0;
  }

  static boolean space(char x) {
    return (KIND[x] & SPACE) != 0;
  }

  /** The unit in lower case; the typographic apostrophe is the plain one. */
  static char lower(char x) {
    return LOWER_CASE[x];
  }

  /** Vowel signs of Indic scripts and accents, which belong to the letter before them. */
  private static boolean mark(int type) {
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }
}
