package news.dateline.attribution;

import java.util.List;

/**
 * Guesses the language of a text from its commonest words: English when the text is too short to
 * tell, none of the known ones when hardly a word is theirs or most are in another script.
 */
final class LanguageGuess {
  /** Enough to tell five languages apart. */
  private static final int WORDS = 300;

  /** Fewer words tell nothing. */
  private static final int FEW = 12;

  /** The first character that neither Latin nor Greek nor Cyrillic writes, but for a few. */
  private static final char STRANGE = '\u0530';

  private LanguageGuess() {}

  static Language of(String text, Lexicon lexicon) {
    List<Language> languages = lexicon.languages();
    int[] score = new int[languages.size()];
    Language best = lexicon.english();
    int most = 0;
    int seen = 0;
    int strange = 0;
    int i = 0;
    while (i < text.length() && seen < WORDS) {
      if (!Tokenizer.isWordChar(text.charAt(i))) {
        i++;
        continue;
      }
      int end = i;
      while (end < text.length() && end < i + 40 && Tokenizer.isWordChar(text.charAt(end))) {
        end++;
      }
      String word = text.substring(i, end).toLowerCase(java.util.Locale.ROOT);
      for (int k = 0; k < score.length; k++) {
        long bits = languages.get(k).words().bits(word);
        boolean small =
            (bits & (Words.STOP | Words.PREPOSITION | Words.DETERMINER | Words.AUX | Words.PRONOUN))
                != 0;
        score[k] += small ? 2 : bits != 0 ? 1 : 0;
        if (score[k] > most) {
          most = score[k];
          best = languages.get(k);
        }
      }
      seen++;
      strange += text.charAt(i) >= STRANGE && Character.isLetter(text.charAt(i)) ? 1 : 0;
      i = end;
    }
    if (strange * 2 > seen) {
      return lexicon.other();
    }
    // Every third word of running text is an article, a preposition or their like, worth two.
    return seen >= FEW && most * 4 < seen ? lexicon.other() : best;
  }
}
