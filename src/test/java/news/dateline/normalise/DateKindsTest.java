package news.dateline.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Every way to write a weekday before every way to write a day before every way to write a time
 * before every way to write a zone: software makes feeds, and software takes any pattern.
 */
class DateKindsTest {
  private static final Instant RECEIVED = Instant.parse("2026-11-24T12:00:00Z");

  private static final List<String> WEEKDAYS =
      List.of("", "EEE, ", "EEEE, ", "EEE ", "EEEE ", "EEE,", "EEE'. '");
  private static final List<String> NAMED_DAYS =
      List.of(
          "d MMM yyyy",
          "dd MMM yyyy",
          "d MMMM yyyy",
          "d MMM yy",
          "d MMM, yyyy",
          "d. MMMM yyyy",
          "d-MMM-yyyy",
          "dd-MMM-yy",
          "d/MMM/yyyy",
          "d.MMM.yyyy",
          "MMM d yyyy",
          "MMM d, yyyy",
          "MMM dd,yyyy",
          "MMMM d, yyyy",
          "MMMM d yyyy",
          "MMM'. 'd, yyyy",
          "MMM-dd-yyyy",
          "yyyy MMM d",
          "yyyy-MMM-dd",
          "yyyy, MMMM d",
          "d'th' MMMM yyyy",
          "MMMM d'th', yyyy",
          "d 'of' MMMM yyyy",
          "dd, MMM yyyy",
          "dd MMM'. 'yyyy");
  private static final List<String> NUMBER_DAYS =
      List.of(
          "yyyy-MM-dd",
          "yyyy-M-d",
          "yyyy/MM/dd",
          "yyyy/M/d",
          "yyyy.MM.dd",
          "yyyyMMdd",
          "dd.MM.yyyy",
          "d.M.yyyy",
          "dd/MM/yyyy",
          "MM/dd/yyyy",
          "M/d/yyyy",
          "dd-MM-yyyy",
          "MM-dd-yyyy",
          "yyyy'年'M'月'd'日'",
          "yyyy'년' M'월' d'일'");
  private static final List<String> TIMES =
      List.of(
          " HH:mm",
          " HH:mm:ss",
          " H:mm:ss",
          ", HH:mm",
          ", HH:mm:ss",
          " - HH:mm",
          " - HH:mm:ss",
          " 'at' HH:mm",
          ", 'at' h:mm a",
          " h:mm a",
          " hh:mm:ss a",
          " h:mma",
          ", h:mm a",
          " HH:mm:ss.SSS",
          " HH:mm:ss,SSS",
          " hh:mm 'p.m.'",
          "'T'HH:mm:ss",
          "'T'HH:mm",
          "'T'HH:mm:ss.SSS");
  private static final List<String> ZONES =
      List.of(
          "",
          " XX",
          " XXX",
          " X",
          "XX",
          "XXX",
          " 'GMT'XX",
          " 'GMT'XXX",
          " 'UTC'XXX",
          " z",
          "z",
          " XX '(EST)'",
          " XX z",
          " '-'XX",
          ":XX",
          " XXX':00'",
          " VV");

  private static final ZonedDateTime WHEN =
      ZonedDateTime.of(LocalDateTime.of(2023, 11, 23, 15, 4, 5), ZoneId.of("America/New_York"));

  private record Seen(int right, int refused, List<String> wrong) {}

  private static Seen read(List<String> days) {
    int right = 0;
    Map<String, Integer> refused = new TreeMap<>();
    List<String> wrong = new ArrayList<>();
    int refusals = 0;
    for (String weekday : WEEKDAYS) {
      for (String day : days) {
        for (String time : TIMES) {
          for (String zone : ZONES) {
            if (isGlued(time, zone)) {
              continue;
            }
            String pattern = weekday + day + time + zone;
            String written = written(pattern);
            Instant expected = expected(day, time, zone);
            Optional<Instant> read =
                DateReader.read(
                    written, new DateReader.Hints(Optional.empty(), Optional.empty(), RECEIVED));
            if (read.isEmpty()) {
              refusals++;
              for (String part : List.of("w" + weekday, "d" + day, "t" + time, "z" + zone)) {
                refused.merge(part, 1, Integer::sum);
              }
            } else if (read.get().equals(expected)) {
              right++;
            } else {
              wrong.add(written + " as " + read.get());
            }
          }
        }
      }
    }
    System.out.printf(
        "kinds of dates: %d right, %d refused, %d wrong%n", right, refusals, wrong.size());
    System.out.println("  refused by part: " + refused);
    System.out.println("  wrong: " + wrong.subList(0, Math.min(20, wrong.size())));
    return new Seen(right, refusals, wrong);
  }

  /** {@code PMEST} and {@code PM:-0500}: nobody's way. */
  private static boolean isGlued(String time, String zone) {
    return (time.endsWith("a") || time.endsWith("'")) && (zone.equals("z") || zone.equals(":XX"));
  }

  private static String written(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.US).format(WHEN);
  }

  private static Instant expected(String day, String time, String zone) {
    LocalDateTime local = LocalDate.of(2023, 11, 23).atTime(15, 4, time.contains("ss") ? 5 : 0);
    int silent = day.contains("년") ? 9 : 0; // Korean feeds write no zone
    return local.toInstant(ZoneOffset.ofHours(zone.isEmpty() ? silent : -5));
  }

  @Test
  void a_month_by_name_is_read_however_it_stands() {
    Seen seen = read(NAMED_DAYS);
    assertThat(seen.wrong()).isEmpty();
    assertThat(seen.refused()).isZero();
  }

  @Test
  void a_day_in_numbers_is_read_where_it_can_be_one_day_only() {
    Seen seen = read(NUMBER_DAYS);
    assertThat(seen.wrong()).isEmpty();
    assertThat(seen.refused()).isZero();
  }
}
