package news.dateline.parse;

import java.time.DayOfWeek;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import news.dateline.model.Schedule;
import org.jdom2.Element;

/**
 * When a feed says it wants to be asked: {@code ttl}, {@code skipHours} and {@code skipDays} of RSS
 * 2.0, {@code sy:*} of the syndication module. What contradicts itself is taken as unsaid.
 */
final class FeedSchedule {
  /** Periods of the RSS syndication module, in hours. */
  private static final Map<String, Integer> PERIOD_HOURS =
      Map.of("hourly", 1, "daily", 24, "weekly", 7 * 24, "monthly", 30 * 24, "yearly", 365 * 24);

  private static final Duration LONGEST = Duration.ofDays(365);

  private FeedSchedule() {}

  /**
   * @param fields children of the channel or feed element
   */
  static Schedule read(Fields fields) {
    return new Schedule(ttl(fields), hours(fields), days(fields));
  }

  /** {@code ttl} counts minutes (RSS 2.0); else {@code sy:updatePeriod / sy:updateFrequency}. */
  private static Optional<Duration> ttl(Fields fields) {
    OptionalLong minutes = Some.number(fields.text("ttl"));
    if (minutes.isPresent()) {
      return bounded(minutes.getAsLong());
    }
    Integer hours =
        PERIOD_HOURS.get(fields.text("sy:updateperiod").orElse("").toLowerCase(Locale.ROOT));
    if (hours == null) {
      return Optional.empty();
    }
    long times = Math.max(1, Some.number(fields.text("sy:updatefrequency")).orElse(1));
    return bounded(hours * 60L / times);
  }

  private static Optional<Duration> bounded(long minutes) {
    return minutes <= 0
        ? Optional.empty()
        : Optional.of(Duration.ofMinutes(Math.min(minutes, LONGEST.toMinutes())));
  }

  /** RSS 0.92 counted the hours from 1 to 24: 24 is midnight. All hours together say nothing. */
  private static Set<Integer> hours(Fields fields) {
    Set<Integer> hours = new TreeSet<>();
    for (String text : entries(fields, "skiphours", "hour")) {
      OptionalInt hour = Some.integer(Optional.of(text));
      if (hour.isPresent() && hour.getAsInt() <= 24) {
        hours.add(hour.getAsInt() % 24);
      }
    }
    return hours.size() == 24 ? Set.of() : hours;
  }

  private static Set<DayOfWeek> days(Fields fields) {
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    for (String text : entries(fields, "skipdays", "day")) {
      for (DayOfWeek day : DayOfWeek.values()) {
        if (day.name().equalsIgnoreCase(text)) {
          days.add(day);
        }
      }
    }
    return days.size() == DayOfWeek.values().length ? Set.of() : days;
  }

  private static List<String> entries(Fields fields, String list, String entry) {
    return fields.all(list).stream()
        .flatMap(e -> Fields.of(e, e.getNamespacePrefix()).all(entry).stream())
        .map(Element::getText)
        .map(String::strip)
        .toList();
  }
}
