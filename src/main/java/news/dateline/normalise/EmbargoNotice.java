package news.dateline.normalise;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The end of an embargo in the words of a notice: "0001 GMT Friday, May 3", "6 p.m. EDT May 3", "3.
 * Mai 2026, 18.00 Uhr", "noon ET Monday". What is not said is never taken to be early: without a
 * zone, and none of the source's own, it is the last place on Earth where that time comes; words
 * nobody can read give nothing, and the article is held.
 */
final class EmbargoNotice {
  /** A notice that came late still means the day that has just gone by. */
  private static final Duration LATE = Duration.ofDays(7);

  private static final ZoneId LAST_ON_EARTH = ZoneOffset.ofHours(-12);

  private static final Pattern CLOCK =
      Pattern.compile(
          "(?<![\\d.:])(?:(\\d{1,2})[:.h](\\d{2})(?::(\\d{2})(?:[.,](\\d{1,12}))?+)?+(?!\\.?\\d)|(\\d{2})(\\d{2})(?=\\s?(?:h(?:ou)?rs?\\b|h\\b|\\p{Lu}{2,5}\\b))"
              + "|(\\d{1,2})(?=\\s?(?:[ap]\\.?\\s?m\\b|uhr\\b|h\\b|heures?\\b|o['’]clock)))"
              + "(?:\\s?(?:hours|hrs?|uhr|h|heures?|o['’]clock))?(?:\\s?([ap])\\.?\\s?m\\b\\.?)?",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final Pattern NOON =
      Pattern.compile(
          "\\b(?:(noon|midday|12 uhr mittags|midi)|(midnight|mitternacht|minuit))\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern NUMERIC =
      Pattern.compile(
          "(?<!\\d)(\\d{1,2})[./-](\\d{1,2})[./-](\\d{4}|\\d{2})(?!\\d)|(?<!\\d)(\\d{4})-(\\d{2})-(\\d{2})(?!\\d)");

  private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{M}]*");
  private static final Pattern NUMBER = Pattern.compile("(?<![\\d:])\\d{1,4}(?![\\d:])");

  private final String text;
  private final DateReader.Hints hints;
  private boolean unclear;

  private EmbargoNotice(String text, DateReader.Hints hints) {
    this.text = text;
    this.hints = hints;
  }

  /**
   * @param words after "embargoed until"
   * @param hints with the time the notice came
   * @return empty when they cannot be read beyond doubt
   */
  static Optional<Instant> read(String words, DateReader.Hints hints) {
    try {
      return new EmbargoNotice(words, hints).read();
    } catch (DateTimeException | NumberFormatException e) {
      return Optional.empty(); // the 31st of June, hour 25
    }
  }

  private Optional<Instant> read() {
    StringBuilder rest = new StringBuilder(text);
    Optional<LocalDate> numeric = numeric(rest);
    Optional<LocalTime> time = clock(rest);
    boolean midnight = time.filter(LocalTime.MAX::equals).isPresent();
    Optional<ZoneId> zone = zone(rest);
    ZoneId there = zone.or(hints::zone).orElse(LAST_ON_EARTH);
    LocalDate received = hints.received().atZone(there).toLocalDate();
    Optional<LocalDate> day = numeric.or(() -> named(rest.toString(), received, time.isPresent()));
    if (unclear || day.isEmpty()) {
      return Optional.empty();
    }
    LocalDate on =
        midnight ? day.get().plusDays(1) : day.get(); // the end of that day, not its start
    return Optional.of(
        on.atTime(midnight ? LocalTime.MIN : time.orElse(LocalTime.MIN)).atZone(there).toInstant());
  }

  /** Day, month, year in figures; the order of the language, else nothing. */
  private Optional<LocalDate> numeric(StringBuilder rest) {
    Matcher m = NUMERIC.matcher(rest);
    if (!m.find()) {
      return Optional.empty();
    }
    Optional<LocalDate> day =
        DateReader.notBefore(
                m.group(),
                new DateReader.Hints(
                    Optional.of(ZoneOffset.UTC), hints.language(), hints.received()))
            .map(i -> i.atOffset(ZoneOffset.UTC).toLocalDate());
    unclear |= day.isEmpty();
    blank(rest, m.start(), m.end());
    return day;
  }

  /** {@link LocalTime#MAX} stands for midnight, which ends a day. */
  private Optional<LocalTime> clock(StringBuilder rest) {
    Matcher words = NOON.matcher(rest);
    if (words.find()) {
      LocalTime time = words.group(1) != null ? LocalTime.NOON : LocalTime.MAX;
      blank(rest, words.start(), words.end());
      return Optional.of(time);
    }
    Matcher m = CLOCK.matcher(rest);
    if (!m.find()) {
      return Optional.empty();
    }
    String hours = m.group(1) != null ? m.group(1) : m.group(5) != null ? m.group(5) : m.group(7);
    String minutes = m.group(2) != null ? m.group(2) : m.group(6) != null ? m.group(6) : "0";
    int hour = Integer.parseInt(hours);
    String half = m.group(8) == null ? "" : m.group(8).toLowerCase(Locale.ROOT);
    if (!half.isEmpty() && hour <= 12) {
      hour = hour % 12 + (half.equals("p") ? 12 : 0);
    }
    long nanos = beyondMinute(m);
    blank(rest, m.start(), m.end());
    unclear |= m.end() < rest.length() && rest.charAt(m.end()) == ':'; // "10:15:3": nobody knows
    return Optional.of(
        hour == 24 && Integer.parseInt(minutes) == 0
            ? LocalTime.MAX
            : LocalTime.of(hour, Integer.parseInt(minutes)).plusNanos(nanos));
  }

  /** Seconds and their fraction, the latter rounded up. */
  private static long beyondMinute(Matcher clock) {
    if (clock.group(3) == null) {
      return 0;
    }
    String fraction = clock.group(4) == null ? "0" : clock.group(4);
    return new BigDecimal(clock.group(3) + "." + fraction)
        .setScale(3, RoundingMode.CEILING)
        .scaleByPowerOfTen(9)
        .longValueExact();
  }

  /** "local time" names no zone anyone can know. */
  private Optional<ZoneId> zone(StringBuilder rest) {
    String lower = rest.toString().toLowerCase(Locale.ROOT);
    unclear |=
        lower.contains("local time")
            || lower.contains("ortszeit")
            || lower.contains("heure locale");
    Matcher m = WORD.matcher(rest);
    while (m.find()) {
      String word = m.group();
      boolean capitals = word.length() > 1 && word.equals(word.toUpperCase(Locale.ROOT));
      boolean day = DateWords.month(DateWords.fold(word), hints.primary()).isPresent();
      Optional<ZoneId> found =
          capitals && !day ? ZoneNames.find(word, hints.lower()) : Optional.empty();
      if (found.isPresent()) {
        blank(rest, m.start(), m.end());
        return found;
      }
    }
    return Optional.empty();
  }

  /** Month and day by name, else the next such weekday, else the day it came. */
  private Optional<LocalDate> named(String rest, LocalDate received, boolean timed) {
    Optional<Month> month = Optional.empty();
    Optional<DayOfWeek> weekday = Optional.empty();
    Matcher words = WORD.matcher(rest);
    while (words.find()) {
      String word = DateWords.fold(words.group());
      Optional<DayOfWeek> day = DateWords.weekday(word);
      weekday = weekday.or(() -> day);
      if (day.isEmpty() && month.isEmpty()) {
        month = DateWords.month(word, hints.primary());
      }
    }
    if (month.isPresent()) {
      return ofMonth(rest, month.get(), weekday, received);
    }
    if (weekday.isPresent()) {
      int days = weekday.get().getValue() - received.getDayOfWeek().getValue();
      return Optional.of(received.plusDays(Math.floorMod(days, 7)));
    }
    String lower = rest.toLowerCase(Locale.ROOT);
    if (lower.matches(".*\\b(?:tomorrow|morgen|demain)\\b.*")) {
      return Optional.of(received.plusDays(1));
    }
    return timed ? Optional.of(received) : Optional.empty();
  }

  private Optional<LocalDate> ofMonth(
      String rest, Month month, Optional<DayOfWeek> weekday, LocalDate received) {
    int day = 0;
    int year = 0;
    Matcher numbers = NUMBER.matcher(rest);
    while (numbers.find()) {
      int value = Integer.parseInt(numbers.group());
      if (numbers.group().length() == 4) {
        year = value;
      } else if (day == 0) {
        day = value;
      }
    }
    if (day == 0) {
      return Optional.empty();
    }
    if (year > 0) {
      return Optional.of(LocalDate.of(year, month, day));
    }
    LocalDate earliest = received.minus(LATE.toDays(), java.time.temporal.ChronoUnit.DAYS);
    LocalDate date = LocalDate.of(earliest.getYear(), month, day);
    LocalDate next = date.isBefore(earliest) ? date.plusYears(1) : date;
    boolean agrees = weekday.isEmpty() || weekday.get() == next.getDayOfWeek();
    return agrees ? Optional.of(next) : Optional.empty();
  }

  private static void blank(StringBuilder text, int from, int to) {
    for (int i = from; i < to; i++) {
      text.setCharAt(i, ' ');
    }
  }
}
