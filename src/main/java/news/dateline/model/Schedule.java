package news.dateline.model;

import java.time.DayOfWeek;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * When a feed says it wants to be asked.
 *
 * @param ttl at least this long after one another (RSS 2.0 {@code ttl}; {@code sy:updatePeriod}
 *     over {@code sy:updateFrequency} of the RSS 1.0 syndication module)
 * @param skipHours hours of the day in UTC, 0 to 23, at which it brings nothing (RSS 2.0 {@code
 *     skipHours})
 * @param skipDays days in UTC on which it brings nothing (RSS 2.0 {@code skipDays})
 */
public record Schedule(Optional<Duration> ttl, Set<Integer> skipHours, Set<DayOfWeek> skipDays) {
  /** It does not say. */
  public static final Schedule UNSAID = new Schedule(Optional.empty(), Set.of(), Set.of());

  public Schedule {
    skipHours = Set.copyOf(skipHours);
    skipDays = Set.copyOf(skipDays);
  }

  /** Only the wait is said. */
  public static Schedule every(Duration ttl) {
    return new Schedule(Optional.of(ttl), Set.of(), Set.of());
  }
}
