package news.dateline.normalise;

import java.util.Locale;

/**
 * Tells a story with an appeal glued to it, as texts come that lost their paragraph breaks, from a
 * long appeal: the story has sentences that plead for nothing and report figures or somebody's
 * words. What holds a story is never cut.
 */
final class StoryInside {
  /** In characters: a shorter paragraph is not parted. */
  static final int SHORTEST = 300;

  /** Sentences that plead for nothing. */
  private static final int PLAIN = 3;

  /** Those of them that report. */
  private static final int REPORTING = 2;

  private StoryInside() {}

  /**
   * @param publisher in small letters
   */
  static boolean holds(String text, String publisher, BoilerplateWords words) {
    int language = language(WordCounts.of(text, text.toLowerCase(Locale.ROOT), words));
    int plain = 0;
    int reporting = 0;
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      boolean end = i + 1 == text.length() || (stops(text.charAt(i)) && opens(text, i + 1));
      if (!end) {
        continue;
      }
      String sentence = text.substring(from, i + 1);
      from = i + 1;
      String lower = sentence.toLowerCase(Locale.ROOT);
      WordCounts counts = WordCounts.of(sentence, lower, words);
      if (counts.all() < 4
          || pleads(counts, language)
          || (publisher.length() > 3 && lower.contains(publisher))) {
        continue;
      }
      plain++;
      reporting += reports(sentence) ? 1 : 0;
      if (plain >= PLAIN && reporting >= REPORTING) {
        return true;
      }
    }
    return false;
  }

  /** In which language it pleads most. */
  private static int language(WordCounts counts) {
    int best = 0;
    for (int l = 1; l < BoilerplateWords.LANGUAGES.size(); l++) {
      best = pleading(counts, l) > pleading(counts, best) ? l : best;
    }
    return best;
  }

  private static int pleading(WordCounts counts, int language) {
    return counts.of(language, BoilerplateWords.YOU)
        + counts.of(language, BoilerplateWords.WE)
        + counts.of(language, BoilerplateWords.SUPPORT)
        + counts.of(language, BoilerplateWords.SUBSCRIBE)
        + counts.of(language, BoilerplateWords.NEWSROOM);
  }

  private static boolean pleads(WordCounts counts, int language) {
    return pleading(counts, language) > 0;
  }

  /** A figure, or a mark of quotation. */
  static boolean reports(String sentence) {
    for (int i = 0; i < sentence.length(); i++) {
      char c = sentence.charAt(i);
      if (Character.isDigit(c) || "\"“”„«»".indexOf(c) >= 0) {
        return true;
      }
    }
    return false;
  }

  private static boolean stops(char c) {
    return c == '.' || c == '!' || c == '?';
  }

  /** A space and a capital, a figure or a mark stand next. */
  static boolean opens(String text, int at) {
    return at + 1 < text.length()
        && Character.isWhitespace(text.charAt(at))
        && !Character.isLowerCase(text.charAt(at + 1));
  }
}
