package news.dateline.normalise;

import java.text.Normalizer;
import java.time.DayOfWeek;
import java.time.Month;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Names of months and weekdays in the languages of news feeds, from {@code date-words.txt}. */
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
    List<List<String>> additions = new ArrayList<>();
    for (String line : Resources.lines("date-words.txt")) {
      List<String> fields = List.of(line.split(" ", -1));
      if (fields.size() == 20) {
        learn(fields, any, doubtful);
      } else {
        additions.add(fields);
      }
    }
    any.keySet().removeAll(doubtful);
    for (List<String> fields : additions) {
      List<String> words = fields.subList(1, fields.size());
      if (fields.get(0).equals("noise")) {
        noise.addAll(words);
      } else {
        words.forEach(word -> any.put(word, Month.of(Integer.parseInt(fields.get(0)))));
      }
    }
    months.put("", any);
  }

  private void learn(List<String> fields, Map<String, Month> any, Set<String> doubtful) {
    Map<String, Month> own = new HashMap<>();
    for (int i = 1; i <= 12; i++) {
      Month month = Month.of(i);
      for (String word : fields.get(i).split(",", -1)) {
        own.putIfAbsent(word, month);
        Month other = any.putIfAbsent(word, month);
        if (other != null && other != month) {
          doubtful.add(word);
        }
      }
    }
    for (int i = 1; i <= 7; i++) {
      for (String word : fields.get(12 + i).split(",", -1)) {
        weekdays.putIfAbsent(word, DayOfWeek.of(i));
      }
    }
    own.remove("-");
    any.remove("-");
    months.put(fields.get(0), own);
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
    return Normalizer.normalize(out, Normalizer.Form.NFC); // Hangul comes apart too.
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
