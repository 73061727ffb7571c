package news.dateline.attribution;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the date of a dateline: "Oct 18", "18 октября", "22nd April, 2026", "9.9.2025". */
final class Dates {
  /**
   * @param to one past its last token
   * @param year 0 when none is printed
   */
  record Printed(int to, int day, int month, int year) {
    /** The date, its year taken from when the item was published. */
    Optional<LocalDate> resolve(Optional<Instant> published) {
      try {
        if (year > 0) {
          return Optional.of(LocalDate.of(year, month, day));
        }
        if (published.isEmpty()) {
          return Optional.empty();
        }
        LocalDate now = published.get().atZone(ZoneOffset.UTC).toLocalDate();
        LocalDate same = LocalDate.of(now.getYear(), month, day);
        // A December dateline published in January belongs to the year before.
        return Optional.of(
            same.isAfter(now.plusDays(60))
                ? same.minusYears(1)
                : same.isBefore(now.minusDays(300)) ? same.plusYears(1) : same);
      } catch (DateTimeException e) {
        return Optional.empty();
      }
    }
  }

  private Dates() {}

  /** The date that begins at a token; null when none does. */
  static @Nullable Printed at(Copy copy, int i) {
    if (i + 1 >= copy.size()) {
      return null;
    }
    int month = Words.monthOf(copy.bits(i));
    if (month > 0) {
      int d = i + 1;
      if (copy.mark(d) == '.' && d + 1 < copy.size()) {
        d++;
      }
      int day = number(copy, d);
      return day >= 1 && day <= 31 ? year(copy, d + 1, day, month) : null;
    }
    int day = number(copy, i);
    if (day < 1 || day > 31) {
      return null;
    }
    int m = i + 1;
    if ((copy.mark(m) == '.' || copy.wordIs(m, "de")) && m + 1 < copy.size()) {
      m++;
    }
    month = Words.monthOf(copy.bits(m));
    return month > 0 ? year(copy, m + 1, day, month) : null;
  }

  private static Printed year(Copy copy, int from, int day, int month) {
    int y = from;
    while (y < copy.size()
        && y < from + 2
        && (copy.mark(y) == ',' || copy.mark(y) == '.' || copy.wordIs(y, "de"))) {
      y++;
    }
    int year = y < copy.size() ? number(copy, y) : 0;
    if (year > 1900 && year < 2200) {
      return new Printed(y + 1, day, month, year);
    }
    boolean dot =
        from < copy.size()
            && copy.mark(from) == '.'
            && from + 1 < copy.size()
            && copy.mark(from + 1) != 0
            && copy.mark(from + 1) != '/';
    return new Printed(dot ? from + 1 : from, day, month, 0);
  }

  private static int number(Copy copy, int i) {
    if (i >= copy.size() || !copy.has(i, Copy.NUMBER)) {
      return 0;
    }
    int n = 0;
    for (int k = copy.start(i); k < copy.end(i) && k < copy.start(i) + 5; k++) {
      char c = copy.chars[k];
      if (c < '0' || c > '9') {
        break;
      }
      n = n * 10 + c - '0';
    }
    return n;
  }
}
