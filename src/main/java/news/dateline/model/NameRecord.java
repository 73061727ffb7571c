package news.dateline.model;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * In how many articles people spoke under a full name: evidence of how it is spelt. A publisher
 * counts a few articles a day, so that one who repeats a misspelling proves little.
 *
 * @param name two to five words, as printed
 * @param articles distinct ones that counted, at most 1,000
 * @param days on how many days it came
 * @param day the latest of them, in days since 1970
 * @param voices which publishers, by a hash, with the articles of theirs that counted on that day;
 *     at most eight
 */
public record NameRecord(
    String name, int articles, int days, int day, Map<Integer, Integer> voices) {
  /** Articles of one publisher that count on one day. */
  private static final int A_DAY = 3;

  private static final int MOST_VOICES = 8;
  private static final int MOST_ARTICLES = 1000;

  public NameRecord {
    voices = Map.copyOf(voices);
  }

  /** A name nobody has met. */
  public static NameRecord unknown(String name) {
    return new NameRecord(name, 0, 0, 0, Map.of());
  }

  /**
   * After one more article; the same when it does not count.
   *
   * @param publisher whose article it is
   * @param today in days since 1970; an earlier day than the latest counts as that
   */
  public NameRecord after(String publisher, int today) {
    boolean later = today > day;
    int voice = publisher.hashCode();
    Map<Integer, Integer> heard = new LinkedHashMap<>();
    voices.forEach((v, n) -> heard.put(v, later ? 0 : n));
    int before = heard.getOrDefault(voice, 0);
    boolean full = !heard.containsKey(voice) && heard.size() >= MOST_VOICES;
    if (before >= A_DAY || full) {
      return this;
    }
    heard.put(voice, before + 1);
    return new NameRecord(
        name,
        Math.min(articles + 1, MOST_ARTICLES),
        days + (later ? 1 : 0),
        Math.max(day, today),
        heard);
  }

  /**
   * Whether its spelling is established: five articles, on two days or more, and two publishers or
   * three days. One story that many print on one day is one desk's spelling.
   */
  public boolean isKnown() {
    return articles >= 5 && days >= 2 && (voices.size() >= 2 || days >= 3);
  }
}
