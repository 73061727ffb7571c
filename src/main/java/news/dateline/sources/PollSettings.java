package news.dateline.sources;

import java.time.Duration;

/**
 * How eagerly sources are asked.
 *
 * @param shortest never sooner than this by rhythm
 * @param longest never later than this by rhythm, unless the source says {@code at-least-every}
 * @param longestFloor how far {@code ttl}, {@code sy:*} and {@code max-age} may push a poll; the
 *     web is full of careless values of a day and a year
 * @param longestRetryAfter how far {@code Retry-After} may push a poll
 * @param itemsPerPoll how many new items a poll should find on average: less is fresher, more is
 *     cheaper
 * @param fullEvery after about so many 304s in a row the whole body is asked for, whatever the
 *     validators say
 * @param quietAfter a source without news for this long is called quiet
 * @param silentItems a source is called silent once its rhythm would have brought this many items
 * @param silentAtLeast and at least this long has passed
 * @param startSpacing between polls that are due at once, as after a start
 */
public record PollSettings(
    Duration shortest,
    Duration longest,
    Duration longestFloor,
    Duration longestRetryAfter,
    double itemsPerPoll,
    int fullEvery,
    Duration quietAfter,
    double silentItems,
    Duration silentAtLeast,
    Duration startSpacing) {
  /**
   * What suits a newsroom: 1 min to 1 h, and about half an item a poll (measured on real series).
   */
  public static final PollSettings DEFAULT =
      new PollSettings(
          Duration.ofMinutes(1),
          Duration.ofHours(1),
          Duration.ofHours(4),
          Duration.ofHours(24),
          0.5,
          50,
          Duration.ofHours(24),
          20,
          Duration.ofHours(3),
          Duration.ofMillis(5));

  public PollSettings {
    if (shortest.compareTo(Duration.ofSeconds(1)) < 0 || longest.compareTo(shortest) < 0) {
      throw new IllegalArgumentException(
          "1s <= shortest <= longest, but " + shortest + ", " + longest);
    }
    if (!(itemsPerPoll > 0) || fullEvery < 1) {
      throw new IllegalArgumentException("itemsPerPoll > 0 and fullEvery >= 1");
    }
  }

  /** The same with other bounds of the rhythm. */
  public PollSettings within(Duration newShortest, Duration newLongest) {
    return new PollSettings(
        newShortest,
        newLongest,
        longestFloor,
        longestRetryAfter,
        itemsPerPoll,
        fullEvery,
        quietAfter,
        silentItems,
        silentAtLeast,
        startSpacing);
  }

  /** The same with so many new items a poll. */
  public PollSettings finding(double newItemsPerPoll) {
    return new PollSettings(
        shortest,
        longest,
        longestFloor,
        longestRetryAfter,
        newItemsPerPoll,
        fullEvery,
        quietAfter,
        silentItems,
        silentAtLeast,
        startSpacing);
  }
}
