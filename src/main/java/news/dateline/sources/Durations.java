package news.dateline.sources;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as people write them: {@code 90s}, {@code 5m}, {@code 1h30m}, {@code 2d}. */
public final class Durations {
  private static final Pattern FORM =
      Pattern.compile("(?:(\\d{1,6})d)?(?:(\\d{1,6})h)?(?:(\\d{1,7})m)?(?:(\\d{1,8})s)?");

  private Durations() {}

  /**
   * Reads days, hours, minutes and seconds in that order, each a whole number with its unit.
   *
   * @return empty when a unit is missing or the text is something else; zero is read as zero
   */
  public static Optional<Duration> parse(String text) {
    Matcher m = FORM.matcher(text.strip());
    if (text.isBlank() || !m.matches()) {
      return Optional.empty();
    }
    return Optional.of(
        Duration.ofDays(part(m, 1))
            .plusHours(part(m, 2))
            .plusMinutes(part(m, 3))
            .plusSeconds(part(m, 4)));
  }

  /** The shortest exact form in whole seconds, {@code 1h30m}; {@code 0s} below one second. */
  public static String format(Duration duration) {
    StringBuilder out = new StringBuilder();
    append(out, duration.toDaysPart(), 'd');
    append(out, duration.toHoursPart(), 'h');
    append(out, duration.toMinutesPart(), 'm');
    append(out, duration.toSecondsPart(), 's');
    return out.length() == 0 ? "0s" : out.toString();
  }

  /**
   * For a sentence, in its largest unit: {@code 45 s}, {@code 10 min}, {@code 3 h}, {@code 2 days}.
   */
  public static String words(Duration duration) {
    long seconds = Math.round(duration.toMillis() / 1000.0);
    if (seconds < 90) {
      return seconds + " s";
    }
    if (seconds < 5400) {
      return Math.round(seconds / 60.0) + " min";
    }
    if (seconds < 48 * 3600) {
      return Math.round(seconds / 3600.0) + " h";
    }
    return Math.round(seconds / 86400.0) + " days";
  }

  private static long part(Matcher m, int group) {
    String digits = m.group(group);
    return digits == null ? 0 : Long.parseLong(digits);
  }

  private static void append(StringBuilder out, long value, char unit) {
    if (value != 0) {
      out.append(value).append(unit);
    }
  }
}
