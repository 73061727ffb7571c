package news.dateline.normalise;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * The two forms nearly every feed uses, scanned by hand: {@code Wed, 02 Oct 2002 13:00:00 GMT} (or
 * {@code +0200}) and {@code 2002-10-02T13:00:00Z} (or {@code +02:00}, fraction allowed).
 */
final class FastDates {
  /** Not in one of the two forms. */
  static final long NONE = Long.MIN_VALUE;

  private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";

  private FastDates() {}

  /** Seconds since 1970, or {@link #NONE}. */
  static long read(String s) {
    int length = s.length();
    if (length >= 20 && length <= 35 && s.charAt(4) == '-') {
      return rfc3339(s);
    }
    return length >= 28 && length <= 31 && s.charAt(3) == ',' ? rfc1123(s) : NONE;
  }

  private static long rfc3339(String s) {
    if (s.charAt(7) != '-' || s.charAt(10) != 'T') {
      return NONE;
    }
    int at = 19;
    if (s.charAt(at) == '.') {
      at++;
      while (at < s.length() && s.charAt(at) >= '0' && s.charAt(at) <= '9') {
        at++;
      }
    }
    int year = two(s, 0) * 100 + two(s, 2);
    return seconds(year, two(s, 5), two(s, 8), s, 11, offset(s, at, true));
  }

  private static long rfc1123(String s) {
    if (s.charAt(4) != ' ' || s.charAt(7) != ' ' || s.charAt(11) != ' ' || s.charAt(16) != ' ') {
      return NONE;
    }
    int month = MONTHS.indexOf(s.substring(8, 11));
    if (month < 0 || month % 3 != 0 || s.charAt(25) != ' ') {
      return NONE;
    }
    int year = two(s, 12) * 100 + two(s, 14);
    return seconds(year, month / 3 + 1, two(s, 5), s, 17, offset(s, 26, false));
  }

  private static long seconds(int year, int month, int day, String s, int at, int offset) {
    int hour = two(s, at);
    int minute = two(s, at + 3);
    int second = two(s, at + 6);
    boolean valid =
        year > 1
            && s.charAt(at + 2) == ':'
            && s.charAt(at + 5) == ':'
            && month >= 1
            && month <= 12
            && day >= 1
            && day <= (day <= 28 ? 28 : YearMonth.of(year, month).lengthOfMonth())
            && hour >= 0
            && hour < 24
            && minute >= 0
            && minute < 60
            && second >= 0
            && second < 60
            && offset != Integer.MIN_VALUE;
    return valid
        ? LocalDate.of(year, month, day).toEpochDay() * 86_400L
            + hour * 3_600L
            + minute * 60L
            + second
            - offset
        : NONE;
  }

  /** Seconds east of Greenwich. */
  private static int offset(String s, int at, boolean colon) {
    String rest = s.substring(Math.min(at, s.length()));
    if (rest.equals("Z") || rest.equals("GMT") || rest.equals("UTC")) {
      return 0;
    }
    int minutes = colon ? 4 : 3;
    if (rest.length() != minutes + 2
        || (rest.charAt(0) != '+' && rest.charAt(0) != '-')
        || (colon && rest.charAt(3) != ':')) {
      return Integer.MIN_VALUE;
    }
    int h = two(rest, 1);
    int m = two(rest, minutes);
    if (h < 0 || h > 14 || m < 0 || m > 59) {
      return Integer.MIN_VALUE;
    }
    return (rest.charAt(0) == '-' ? -1 : 1) * (h * 3600 + m * 60);
  }

  /** Two digits, or a number below any valid one. */
  private static int two(String s, int at) {
    int a = s.charAt(at) - '0';
    int b = s.charAt(at + 1) - '0';
    return a < 0 || a > 9 || b < 0 || b > 9 ? -100_000 : a * 10 + b;
  }
}
