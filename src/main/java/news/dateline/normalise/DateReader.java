package news.dateline.normalise;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads dates as feeds and wires write them, in whatever damage. It would rather give nothing than
 * a wrong time: an unknown word, an unknown zone, a value out of range or a day that could be two
 * different days gives nothing.
 *
 * <p>Understood: RFC 822 and 1123 (day and month swapped, long names, two-digit years, missing
 * seconds, zone by name, letter or offset), RFC 3339 and ISO 8601 (basic, extended, week and
 * ordinal dates, 24:00), asctime, W3CDTF, NewsML's {@code 20190121T102708Z}, numeric dates whose
 * order can be told, Unix seconds, names of months and weekdays in some fifty languages.
 */
public final class DateReader {
  /**
   * What helps to read a date that does not say all.
   *
   * @param zone of dates without one; empty: UTC
   * @param language of the feed, BCP 47: decides {@code IST} and 02/03/2026
   * @param received when it came: a reading more than a year later is not what was meant
   */
  public record Hints(Optional<ZoneId> zone, Optional<String> language, Instant received) {
    private static final ZoneId LAST_ON_EARTH = ZoneOffset.ofHours(-12);

    /** The same, with the zone where a time comes last when none is known. */
    Hints orLastOnEarth() {
      return zone.isPresent() ? this : new Hints(Optional.of(LAST_ON_EARTH), language, received);
    }

    String lower() {
      return language.map(l -> l.toLowerCase(Locale.ROOT).replace('_', '-')).orElse("");
    }

    String primary() {
      String lower = lower();
      int dash = lower.indexOf('-');
      return dash < 0 ? lower : lower.substring(0, dash);
    }
  }

  private DateReader() {}

  /**
   * When something was published. A day without a time of day is that day at 00:00 UTC, whatever
   * zone is written, so that it is the same day everywhere.
   *
   * @return whole seconds; empty when it cannot be told
   */
  public static Optional<Instant> read(String date, Hints hints) {
    return read(date, hints, false);
  }

  /**
   * A time before which something must not be published: never one that is too early. A day alone
   * begins at midnight in its zone; a fraction of a second counts; without a zone, and none of the
   * source's own, it is the last place on Earth where that time comes.
   *
   * @return rounded up to whole milliseconds, which is what the store keeps; empty when it cannot
   *     be told
   */
  public static Optional<Instant> notBefore(String date, Hints hints) {
    return read(date, hints, true).map(DateReader::upToMillis);
  }

  private static Instant upToMillis(Instant time) {
    return time.plusNanos(999_999).truncatedTo(ChronoUnit.MILLIS);
  }

  private static Optional<Instant> read(String date, Hints hints, boolean notBefore) {
    String text = date.strip();
    if (text.length() < 4) {
      return Optional.empty();
    }
    boolean quick = text.length() >= 20 && !(notBefore && text.indexOf('.') >= 0);
    long fast = quick ? FastDates.read(text) : FastDates.NONE; // it passes over fractions
    if (fast != FastDates.NONE) {
      return Optional.of(Instant.ofEpochSecond(fast));
    }
    try {
      return parse(DateTokens.of(text), hints, notBefore);
    } catch (DateTimeException | NumberFormatException e) {
      return Optional.empty(); // The 31st of June, or hour 25.
    }
  }

  private static Optional<Instant> parse(
      List<DateTokens.Token> tokens, Hints hints, boolean notBefore) {
    if (tokens.isEmpty()) {
      return Optional.empty();
    }
    Hints sure = notBefore ? hints.orLastOnEarth() : hints;
    Optional<Instant> number = NumberDates.read(tokens, sure);
    if (!notBefore) {
      number = number.map(i -> i.truncatedTo(ChronoUnit.SECONDS));
    }
    if (number.isPresent()) {
      return number;
    }
    Optional<TimeOfDay> time = TimeOfDay.take(tokens, hints);
    if (time.isEmpty()) {
      return Optional.empty();
    }
    TimeOfDay at = time.get();
    Optional<LocalDate> day = DayOfDate.read(at.rest(), at, hints);
    if (day.isEmpty() || day.get().getYear() < 2) { // 0001-01-01 is how .NET says "no date".
      return Optional.empty();
    }
    ZoneId own = at.zone().orElse(sure.zone().orElse(ZoneOffset.UTC));
    ZoneId zone = at.present() || notBefore ? own : ZoneOffset.UTC;
    LocalDateTime written = day.get().atStartOfDay().plusSeconds(at.seconds());
    return Optional.of(written.plusNanos(notBefore ? at.nanos() : 0).atZone(zone).toInstant());
  }
}
