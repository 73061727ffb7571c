package news.dateline.attribution;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
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
    Printed figures = figures(copy, i);
    if (figures != null) {
      return figures;
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

  /**
   * A date with a typing error, where a dash follows it: "Narch 2", "Apri l7", "June 219", "April
   * l". What cannot be a day resolves to no date.
   */
  static @Nullable Printed misprinted(Copy copy, int i, int end, Map<String, Integer> months) {
    if (i + 2 >= end || copy.mark(i) != 0 || copy.has(i, Copy.NUMBER)) {
      return null;
    }
    int length = copy.end(i) - copy.start(i);
    if (length < 3 || length > 10) {
      return null;
    }
    int to = i + 1;
    boolean digit = false;
    while (to < end && to < i + 3 && copy.mark(to) == 0 && copy.end(to) - copy.start(to) <= 4) {
      char last = copy.chars[copy.end(to) - 1];
      digit |= (last >= '0' && last <= '9') || copy.wordIs(to, "l");
      to++;
    }
    int dash = to;
    while (dash < end && dash < to + 2 && (copy.mark(dash) == ',' || copy.mark(dash) == '.')) {
      dash++;
    }
    if (!digit || dash >= end || !Marks.dash(copy.mark(dash))) {
      return null;
    }
    int month = Words.monthOf(copy.bits(i));
    int digits = copy.start(i + 1);
    while (digits < copy.end(i + 1) && !Character.isDigit(copy.chars[digits])) {
      digits++;
    }
    if (month == 0) {
      month = nearMonth(copy.word(i).toLowerCase(Locale.ROOT), months);
    }
    int day = to == i + 2 ? number(copy, digits, copy.end(i + 1)) : 0;
    return month == 0 ? null : new Printed(to, day > 31 ? 0 : day, month, 0);
  }

  /** The month a word misses by one letter wrong, left out, added or exchanged with the next. */
  private static int nearMonth(String word, Map<String, Integer> months) {
    for (Map.Entry<String, Integer> e : months.entrySet()) {
      String month = e.getKey();
      if (month.length() >= 4 && near(word, month)) {
        return e.getValue();
      }
    }
    return 0;
  }

  private static boolean near(String a, String b) {
    if (Math.abs(a.length() - b.length()) > 1) {
      return false;
    }
    int head = 0;
    int least = Math.min(a.length(), b.length());
    while (head < least && a.charAt(head) == b.charAt(head)) {
      head++;
    }
    int tail = 0;
    while (tail < least - head
        && a.charAt(a.length() - 1 - tail) == b.charAt(b.length() - 1 - tail)) {
      tail++;
    }
    int left = Math.max(a.length(), b.length()) - head - tail;
    boolean exchanged =
        left == 2
            && a.length() == b.length()
            && a.charAt(head) == b.charAt(head + 1)
            && a.charAt(head + 1) == b.charAt(head);
    return left <= 1 || exchanged;
  }

  /** "25-11-2026", "03.05.2026": the day first, as everywhere but in English figures. */
  private static @Nullable Printed figures(Copy copy, int i) {
    int from = copy.start(i);
    int to = copy.end(i);
    int year = to - 4;
    if (!copy.has(i, Copy.NUMBER) || year - from < 4 || year - from > 6) {
      return null;
    }
    char sign = copy.chars[year - 1];
    int middle = from;
    while (middle < year && copy.chars[middle] != sign) {
      middle++;
    }
    boolean parted = (sign == '.' || sign == '-') && middle < year - 2;
    int day = number(copy, from, middle);
    int month = number(copy, middle + 1, year - 1);
    int years = number(copy, year, to);
    boolean date = day > 0 && day < 32 && month > 0 && month < 13 && years > 1900 && years < 2200;
    return parted && date ? new Printed(i + 1, day, month, years) : null;
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
    return number(copy, copy.start(i), copy.end(i));
  }

  private static int number(Copy copy, int from, int to) {
    int n = 0;
    for (int k = from; k < to && k < from + 5; k++) {
      char c = copy.chars[k];
      if (c < '0' || c > '9') {
        break;
      }
      n = n * 10 + c - '0';
    }
    return n;
  }
}
