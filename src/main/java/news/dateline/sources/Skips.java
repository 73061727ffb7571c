package news.dateline.sources;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import news.dateline.model.Schedule;

/**
 * The hours and days at which a feed says it brings nothing (RSS 2.0 {@code skipHours}, {@code
 * skipDays}), in UTC.
 *
 * @param hours bit 0 for midnight to one, to bit 23
 * @param days bit 0 for Monday, to bit 6 for Sunday
 */
record Skips(int hours, int days) {
  static final Skips NONE = new Skips(0, 0);

  static Skips of(Schedule schedule) {
    int hours = 0;
    for (int hour : schedule.skipHours()) {
      hours |= hour >= 0 && hour < 24 ? 1 << hour : 0;
    }
    int days = 0;
    for (DayOfWeek day : schedule.skipDays()) {
      days |= 1 << (day.getValue() - 1);
    }
    return new Skips(hours, days);
  }

  /** Reads what {@link #print()} wrote. */
  static Skips parse(String text) {
    int dot = text.indexOf('.');
    return new Skips(
        Integer.parseInt(text.substring(0, dot), 16),
        Integer.parseInt(text.substring(dot + 1), 16));
  }

  String print() {
    return Integer.toHexString(hours) + "." + Integer.toHexString(days);
  }

  boolean covers(Instant at) {
    OffsetDateTime utc = at.atOffset(ZoneOffset.UTC);
    return (hours >> utc.getHour() & 1) == 1
        || (days >> (utc.getDayOfWeek().getValue() - 1) & 1) == 1;
  }

  /**
   * The first moment from {@code at} on that is not skipped, or {@code latest} when that comes
   * earlier: a feed that skips all hours is asked all the same.
   */
  Instant after(Instant at, Instant latest) {
    Instant next = at;
    while (next.isBefore(latest) && covers(next)) {
      next = next.truncatedTo(ChronoUnit.HOURS).plus(Duration.ofHours(1));
    }
    return next.isAfter(latest) && latest.isAfter(at) ? latest : next;
  }
}
