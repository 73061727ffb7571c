package news.dateline.normalise;

/** Headlines for texts that have none. */
final class Headlines {
  private Headlines() {}

  /**
   * The first sentence, else as many whole words as fit, with an ellipsis.
   *
   * @param limit characters
   */
  static String of(String paragraph, int limit) {
    int end = sentence(paragraph, limit);
    if (end > 0) {
      return paragraph.substring(0, end);
    }
    if (paragraph.length() <= limit) {
      return paragraph;
    }
    int space = paragraph.lastIndexOf(' ', limit);
    int cut = space > limit / 2 ? space : limit;
    if (Character.isHighSurrogate(paragraph.charAt(cut - 1))) {
      cut--;
    }
    return paragraph.substring(0, cut).stripTrailing() + "\u2026";
  }

  /** Where the first sentence of some length ends; 0 when none does within the limit. */
  private static int sentence(String text, int limit) {
    for (int i = limit / 4; i < Math.min(text.length(), limit); i++) {
      boolean stop = ".!?\u061f\u06d4\u0964\u3002\uff01\uff1f".indexOf(text.charAt(i)) >= 0;
      boolean last = i + 1 == text.length();
      boolean wide = text.charAt(i) >= '\u3000';
      if (stop && (last || wide || (text.charAt(i + 1) == ' ' && isStart(text, i + 2)))) {
        return text.charAt(i) == '.' ? i : i + 1;
      }
    }
    return 0;
  }

  private static boolean isStart(String text, int i) {
    return i < text.length() && !Character.isLowerCase(text.charAt(i));
  }
}
