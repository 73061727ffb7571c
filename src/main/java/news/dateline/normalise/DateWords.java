package news.dateline.normalise;

import java.text.Normalizer;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Names of months and weekdays in the languages of news feeds: Java's own locale data (CLDR) and a
 * list of abbreviations feeds use besides.
 */
final class DateWords {
  private static final int SHORTEST_PREFIX = 3;
  private static final DateWords ALL = new DateWords();

  /** By language, "" for all of them; a word two languages use for different months is absent. */
  private final Map<String, Map<String, Month>> months = new HashMap<>();

  private final Map<String, DayOfWeek> weekdays = new HashMap<>();
  private final Set<String> noise = new HashSet<>();

  private DateWords() {
    Map<String, Month> any = new HashMap<>();
    Set<String> doubtful = new HashSet<>();
    for (String line : Resources.lines("date-words.txt")) {
      List<String> words = List.of(line.split(" +", -1));
      for (String word : words.subList(1, words.size())) {
        switch (words.get(0)) {
          case "languages" -> learn(Locale.forLanguageTag(word), any, doubtful);
          case "noise" -> noise.add(fold(word));
          default -> {
            any.put(fold(word), Month.of(Integer.parseInt(words.get(0))));
            doubtful.remove(fold(word));
          }
        }
      }
    }
    any.keySet().removeAll(doubtful);
    months.put("", any);
  }

  private void learn(Locale locale, Map<String, Month> any, Set<String> doubtful) {
    Map<String, Month> own = new HashMap<>();
    for (TextStyle style :
        List.of(
            TextStyle.FULL,
            TextStyle.FULL_STANDALONE,
            TextStyle.SHORT,
            TextStyle.SHORT_STANDALONE)) {
      for (Month month : Month.values()) {
        String word = fold(month.getDisplayName(style, locale));
        if (!word.isEmpty() && Character.isLetter(word.charAt(0))) {
          own.putIfAbsent(word, month);
          Month other = any.putIfAbsent(word, month);
          if (other != null && other != month) {
            doubtful.add(word);
          }
        }
      }
      for (DayOfWeek day : DayOfWeek.values()) {
        weekdays.putIfAbsent(fold(day.getDisplayName(style, locale)), day);
      }
    }
    months.put(locale.getLanguage(), own);
  }

  /** Lower case, no accents, no dots: "Ιούλ." and "ιουλ" are one. */
  static String fold(String word) {
    String lower = word.toLowerCase(Locale.ROOT).replace(".", "");
    String apart = Normalizer.normalize(lower, Normalizer.Form.NFD);
    StringBuilder out = new StringBuilder(apart.length());
    for (int i = 0; i < apart.length(); i++) {
      if (Character.getType(apart.charAt(i)) != Character.NON_SPACING_MARK) {
        out.append(apart.charAt(i));
      }
    }
    return out.toString();
  }

  /**
   * @param word folded
   * @param language primary subtag of the feed's language, {@code ""} when unknown
   */
  static Optional<Month> month(String word, String language) {
    Map<String, Month> own = ALL.months.getOrDefault(language, Map.of());
    Map<String, Month> any = ALL.months.getOrDefault("", Map.of());
    Month exact = own.getOrDefault(word, any.get(word));
    return exact != null ? Optional.of(exact) : prefix(word, own.isEmpty() ? any : own);
  }

  /** An abbreviation that only one month begins with. */
  private static Optional<Month> prefix(String word, Map<String, Month> names) {
    Month found = null;
    if (word.length() >= SHORTEST_PREFIX) {
      for (Map.Entry<String, Month> name : names.entrySet()) {
        if (name.getKey().startsWith(word)) {
          if (found != null && found != name.getValue()) {
            return Optional.empty();
          }
          found = name.getValue();
        }
      }
    }
    return Optional.ofNullable(found);
  }

  /**
   * @param word folded
   */
  static Optional<DayOfWeek> weekday(String word) {
    return Optional.ofNullable(ALL.weekdays.get(word));
  }

  /** Words that stand in dates and mean nothing: "at", "Uhr". */
  static boolean isNoise(String word) {
    return ALL.noise.contains(word);
  }
}
