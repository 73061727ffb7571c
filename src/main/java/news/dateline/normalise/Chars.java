package news.dateline.normalise;

/** What single characters mean for clean text. */
final class Chars {
  private Chars() {}

  /** White space in any script, no-break and thin spaces included; control characters too. */
  static boolean isSpace(char c) {
    if (c <= ' ' || (c >= '\u007f' && c <= '\u00a0')) {
      return true;
    }
    return c >= '\u1680'
        && (c == '\u1680'
            || (c >= '\u2000' && c <= '\u200a')
            || c == '\u2028'
            || c == '\u2029'
            || c == '\u202f'
            || c == '\u205f'
            || c == '\u3000');
  }

  /**
   * Characters without width that carry nothing: soft hyphen, zero-width space, byte order mark,
   * word joiner, direction marks. The joiners U+200C and U+200D stay: Persian, Hindi and emoji need
   * them.
   */
  static boolean isInvisible(char c) {
    if (c == '\u00ad') {
      return true;
    }
    return c >= '\u200b'
        && (c == '\u200b'
            || c == '\u200e'
            || c == '\u200f'
            || (c >= '\u202a' && c <= '\u202e')
            || c == '\u2060'
            || (c >= '\u2066' && c <= '\u2069')
            || c == '\ufeff');
  }

  /**
   * False for the characters that are known never to be touched by Unicode NFC, which is nearly all
   * of everyday text: only then is the costly check needed.
   */
  static boolean mayDenormalise(char c) {
    return c >= '\u0300'
        && !(c >= '\u0391' && c <= '\u0482')
        && !(c >= '\u048a' && c <= '\u064a')
        && !(c >= '\u2010' && c <= '\u2027')
        && !(c >= '\u3041' && c <= '\u3098')
        && !(c >= '\u30a0' && c <= '\u9fff')
        && !(c >= '\uac00' && c <= '\ud7a3')
        && c != '\u20ac'
        && c != '\u2116';
  }

  /** The text ends a sentence, quotation marks and brackets after the stop included. */
  static boolean endsSentence(CharSequence text) {
    return text.length() > 0
        && ".!?:;\u2026\u3002\uff01\uff1f\u061f\u06d4\u0964\"\u201d\u00bb\u201c')]\u2014"
                .indexOf(text.charAt(text.length() - 1))
            >= 0;
  }
}
