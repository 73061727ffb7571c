package news.dateline.normalise;

/** How many words of which class a paragraph has, language by language. */
final class WordCounts {
  private static final int LANGUAGES = BoilerplateWords.LANGUAGES.size();

  private final int[] counts = new int[LANGUAGES * BoilerplateWords.CLASSES];
  private int all;

  /**
   * @param text one paragraph
   * @param lower the same in small letters
   */
  static WordCounts of(String text, String lower, BoilerplateWords words) {
    WordCounts out = new WordCounts();
    boolean aligned = text.length() == lower.length();
    boolean opens = true;
    int i = 0;
    while (i < lower.length()) {
      char c = lower.charAt(i);
      if (!Character.isLetter(c)) {
        opens |= ".!?:…\"“„«»".indexOf(c) >= 0;
        i++;
        continue;
      }
      int end = i;
      while (end < lower.length() && inWord(lower.charAt(end))) {
        end++;
      }
      String word = lower.substring(i, end);
      if (!aligned || !isAbbreviation(text, i, end)) {
        out.add(words.classes().getOrDefault(word, 0L));
      }
      if (aligned && !opens && Character.isUpperCase(text.charAt(i))) {
        out.add(words.capitals().getOrDefault(word, 0L));
      }
      out.all++;
      opens = false;
      i = end;
    }
    return out;
  }

  /** "US" is not "us". */
  private static boolean isAbbreviation(String text, int from, int to) {
    return to - from == 2
        && Character.isUpperCase(text.charAt(from))
        && Character.isUpperCase(text.charAt(from + 1));
  }

  private void add(long bits) {
    for (long rest = bits; rest != 0; rest &= rest - 1) {
      counts[Long.numberOfTrailingZeros(rest)]++;
    }
  }

  private static boolean inWord(char c) {
    return Character.isLetter(c) || c == '-' || c == '\'' || c == '’';
  }

  /** Words of any kind. */
  int all() {
    return all;
  }

  int of(int language, int wordClass) {
    return counts[language * BoilerplateWords.CLASSES + wordClass];
  }

  /** The most any language counts. */
  int most(int wordClass) {
    int most = 0;
    for (int l = 0; l < LANGUAGES; l++) {
      most = Math.max(most, of(l, wordClass));
    }
    return most;
  }
}
