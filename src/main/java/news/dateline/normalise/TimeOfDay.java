package news.dateline.normalise;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import news.dateline.normalise.DateTokens.Kind;
import news.dateline.normalise.DateTokens.Token;
import org.jspecify.annotations.Nullable;

/**
 * The time and zone within a date, and what is left of it.
 *
 * @param present a time of day is written
 * @param seconds since midnight; 86,400 for 24:00
 * @param nanos to be added for a fraction of the last part that is written, rounded up
 * @param zone as written
 * @param american written in the 12-hour form or with a zone of North America
 * @param rest tokens that belong to the day
 */
record TimeOfDay(
    boolean present,
    int seconds,
    long nanos,
    Optional<ZoneId> zone,
    boolean american,
    List<Token> rest) {
  private static final Set<String> MORNING = Set.of("am", "오전", "上午", "午前", "πμ");
  private static final Set<String> EVENING = Set.of("pm", "오후", "下午", "午後", "μμ");
  private static final Set<String> HOURS = Set.of("h", "시", "時", "时", "点", "點");
  private static final Set<String> MINUTES = Set.of("분", "分", "min", "m");
  private static final Set<String> SECONDS = Set.of("초", "秒", "s", "sec");
  // Korean feeds write no zone; their marks say where they are.
  private static final Set<String> KOREAN = Set.of("오전", "오후", "년", "월", "일");
  private static final ZoneId SEOUL = ZoneOffset.ofHours(9);
  private static final Set<String> AMERICAN =
      Set.of("est", "edt", "cst", "cdt", "mst", "mdt", "pst", "pdt", "et", "ct", "mt", "pt");

  /** Empty when what looks like a time or a zone is none. */
  static Optional<TimeOfDay> take(List<Token> tokens, DateReader.Hints hints) {
    List<Token> rest = new ArrayList<>(tokens);
    Taker taker = new Taker(rest, hints);
    boolean good = taker.clock() && taker.halfDay() && taker.zone();
    return good
        ? Optional.of(
            new TimeOfDay(
                taker.at >= 0 || taker.compact,
                taker.seconds(),
                taker.nanos,
                Optional.ofNullable(taker.zone),
                taker.american,
                rest))
        : Optional.empty();
  }

  /** Takes tokens out of the list as it understands them. */
  private static final class Taker {
    private final List<Token> rest;
    private final DateReader.Hints hints;
    private int at = -1;
    private boolean compact;
    private int hour;
    private int minute;
    private int second;
    private long nanos;
    private boolean twelve;
    private boolean evening;
    private boolean american;
    private @Nullable ZoneId zone;

    Taker(List<Token> rest, DateReader.Hints hints) {
      this.rest = rest;
      this.hints = hints;
    }

    /** {@code 15:04[:05[.678]]}, {@code 15h04}, or {@code T150405} after a compact day. */
    boolean clock() {
      emptyTime();
      for (int i = 0; i + 2 < rest.size(); i++) {
        boolean colon = rest.get(i + 1).is(":") || isHourMark(rest.get(i + 1));
        if (rest.get(i).is(Kind.NUMBER) && colon && rest.get(i + 2).is(Kind.NUMBER)) {
          return colons(i);
        }
      }
      for (int i = 1; i + 1 < rest.size(); i++) {
        if (isT(rest.get(i)) && rest.get(i + 1).is(Kind.NUMBER)) {
          return packed(i);
        }
      }
      return true;
    }

    private static boolean isHourMark(Token token) {
      return token.is(Kind.WORD) && HOURS.contains(token.text());
    }

    /** "00:00:00.0 15:04:05": the empty time of a database's day before the real one. */
    private void emptyTime() {
      for (int i = 0; i + 6 < rest.size() && at < 0; i++) {
        int end = i + 1;
        while (end < rest.size()
            && (rest.get(end).is(":") || rest.get(end).is(".") || rest.get(end).is(Kind.NUMBER))
            && !rest.get(end).gap()) {
          end++;
        }
        boolean zero =
            end - i >= 3
                && rest.get(i + 1).is(":")
                && rest.subList(i, end).stream()
                    .allMatch(t -> !t.is(Kind.NUMBER) || t.value() == 0);
        if (zero && isNumber(end, 2) && follows(end + 1, ":")) {
          rest.subList(i, end).clear();
          return;
        }
      }
    }

    private static boolean isT(Token token) {
      return token.is(Kind.WORD) && token.text().equals("t");
    }

    private boolean colons(int i) {
      if (rest.get(i).digits() > 2 || rest.get(i + 2).digits() > 2) {
        return false;
      }
      hour = (int) rest.remove(i).value();
      rest.remove(i);
      minute = (int) rest.remove(i).value();
      boolean marked = i < rest.size() && MINUTES.contains(rest.get(i).text());
      if (marked
          && !(isNumber(i + 1, 2)
              && i + 2 < rest.size()
              && SECONDS.contains(rest.get(i + 2).text()))) {
        rest.remove(i); // "15時04分"
        marked = false;
      }
      if ((marked || follows(i, ":")) && isNumber(i + 1, 2)) {
        rest.remove(i);
        second = (int) rest.remove(i).value();
        if (i < rest.size() && SECONDS.contains(rest.get(i).text())) {
          rest.remove(i);
        }
        if ((follows(i, ".") || follows(i, ",")) && isNumber(i + 1, 17) && !rest.get(i + 1).gap()) {
          rest.remove(i);
          nanos = fraction(rest.remove(i), 1);
        }
      }
      if (follows(i, ":")) {
        if (isNumber(i + 1, 17)) {
          return false; // Four parts: nobody knows.
        }
        rest.remove(i);
      }
      return placed(i);
    }

    private boolean packed(int i) {
      Token digits = rest.get(i + 1);
      if (digits.digits() != 2 && digits.digits() != 4 && digits.digits() != 6) {
        return false;
      }
      rest.remove(i);
      rest.remove(i);
      hour = Integer.parseInt(digits.text().substring(0, 2));
      minute = digits.digits() > 2 ? Integer.parseInt(digits.text().substring(2, 4)) : 0;
      second = digits.digits() == 6 ? Integer.parseInt(digits.text().substring(4)) : 0;
      if ((follows(i, ".") || follows(i, ",")) && isNumber(i + 1, 17)) {
        rest.remove(i);
        int unit = digits.digits() == 6 ? 1 : digits.digits() == 4 ? 60 : 3600;
        nanos = fraction(rest.remove(i), unit); // of hours or minutes too (ISO 8601, 5.3.1.4)
      }
      return placed(i);
    }

    /**
     * @param digits behind the point
     * @param unit seconds of the part they belong to
     */
    private static long fraction(Token digits, int unit) {
      return new BigDecimal("0." + digits.text())
          .multiply(BigDecimal.valueOf(unit * 1_000_000_000L))
          .setScale(0, RoundingMode.CEILING)
          .longValueExact();
    }

    /** The clock stood at {@code i}; a "T" before it only joined it to the day. */
    private boolean placed(int i) {
      at = i;
      if (at > 0 && isT(rest.get(at - 1))) {
        rest.remove(--at);
      }
      boolean midnight = hour == 24 && minute == 0 && second == 0;
      return (hour < 24 || midnight) && minute < 60 && second <= 60;
    }

    /** am and pm, also as "p.m." in two tokens and two dots. */
    boolean halfDay() {
      for (int i = 0; i < rest.size(); i++) {
        Token token = rest.get(i);
        if (!token.is(Kind.WORD)) {
          continue;
        }
        String word = token.text();
        boolean split =
            word.length() == 1
                && i + 2 < rest.size()
                && rest.get(i + 1).is(".")
                && rest.get(i + 2).is(Kind.WORD);
        word = split ? word + rest.get(i + 2).text() : word;
        if (MORNING.contains(word) || EVENING.contains(word)) {
          twelve = true;
          evening = EVENING.contains(word);
          american = word.equals("am") || word.equals("pm");
          korean(word);
          rest.subList(i, split ? i + 3 : i + 1).clear();
          if (split && follows(i, ".")) {
            rest.remove(i);
          }
          at = at > i ? at - (split ? 3 : 1) : at;
          return at >= 0 && hour <= 23 && (hour > 0 || !evening);
        }
        korean(word);
      }
      return true;
    }

    private void korean(String word) {
      if (KOREAN.contains(word)) {
        zone = hints.zone().orElse(SEOUL);
      }
    }

    /** Zone by name, by region, by offset; with both a name and an offset the offset counts. */
    boolean zone() {
      for (int i = rest.size() - 1; i >= 0; i--) {
        Token token = rest.get(i);
        if (token.is(Kind.WORD) && (i == 0 || !rest.get(i - 1).is("/"))) {
          boolean region = follows(i + 1, "/") && i + 2 < rest.size();
          Optional<ZoneId> named = region ? region(i) : ZoneNames.find(token.raw(), hints.lower());
          // "at 15:04" names no zone; "15:04 AT" does.
          boolean told = i >= at || (i > 1 && !DateWords.isNoise(token.text()));
          if (named.isPresent() && told && !isMonthHere(token)) {
            zone = named.get();
            american |= AMERICAN.contains(token.text());
            rest.subList(i, region ? regionEnd(i) : i + 1).clear();
            at = at > i ? at - 1 : at;
            break;
          }
        }
      }
      return at >= 0
          ? offsetAt(Math.min(at, rest.size())) && (zone != null || lateOffset())
          : lateOffset();
    }

    private boolean isMonthHere(Token token) {
      return DateWords.month(token.text(), hints.primary()).isPresent() && at < 0;
    }

    private int regionEnd(int i) {
      int end = i + 1;
      while (end + 1 < rest.size() && rest.get(end).is("/")) {
        end += 2;
      }
      if (end + 1 < rest.size() && rest.get(end).is("_")) {
        end += 2;
      }
      return end;
    }

    private Optional<ZoneId> region(int i) {
      StringBuilder name = new StringBuilder();
      for (Token token : rest.subList(i, regionEnd(i))) {
        name.append(token.raw());
      }
      return ZoneNames.region(name.toString());
    }

    /**
     * {@code +0200}, {@code -07:00[:00]}, {@code +2}, {@code --0700}, {@code 00} after the time.
     */
    private boolean offsetAt(int i) {
      int start = i;
      while (follows(i, ",")) {
        i++;
      }
      int sign = 0;
      int signs = i;
      while (follows(i, "-") || follows(i, "+")) {
        sign = rest.get(i).is("-") ? -1 : 1;
        i++;
      }
      if (sign == 0) {
        if (isNumber(i, 2) && rest.get(i).text().equals("00") && i == rest.size() - 1) {
          rest.remove(i);
          zone = zone == null ? ZoneOffset.UTC : zone;
        }
        return true;
      }
      if (!isNumber(i, 4) || rest.get(i).gap()) {
        return signs > start || dashOnly(signs, i);
      }
      int digits = rest.get(i).digits();
      int value = (int) rest.remove(i).value();
      int minutes = digits > 2 ? value % 100 : 0;
      int hours = digits > 2 ? value / 100 : value;
      if (digits <= 2 && follows(i, ":")) {
        if (!isNumber(i + 1, 2)) {
          return false;
        }
        rest.remove(i);
        minutes = (int) rest.remove(i).value();
        if (follows(i, ":") && isNumber(i + 1, 2)) {
          rest.remove(i);
          rest.remove(i);
        }
      }
      rest.subList(start, i).clear();
      return offset(sign, hours, minutes);
    }

    /** "15:04 - 2 January": the dash only parts time and day. */
    private boolean dashOnly(int from, int to) {
      rest.subList(from, to).clear();
      return true;
    }

    private boolean offset(int sign, int hours, int minutes) {
      if (hours > 15 || minutes > 59) {
        return false;
      }
      try {
        zone = ZoneOffset.ofHoursMinutes(sign * hours, sign * minutes);
        return true;
      } catch (DateTimeException e) {
        return false;
      }
    }

    /** "02.01.2006 -0700": a day with an offset but no time. */
    private boolean lateOffset() {
      int last = rest.size() - 1;
      boolean there =
          last > 4
              && rest.get(last).is(Kind.NUMBER)
              && rest.get(last).digits() == 4
              && !rest.get(last).gap()
              && rest.get(last - 1).gap()
              && (rest.get(last - 1).is("-") || rest.get(last - 1).is("+"));
      return !there || offsetAt(last - 1);
    }

    private boolean follows(int i, String mark) {
      return i < rest.size() && rest.get(i).is(mark);
    }

    private boolean isNumber(int i, int digits) {
      return i < rest.size() && rest.get(i).is(Kind.NUMBER) && rest.get(i).digits() <= digits;
    }

    int seconds() {
      int h = hour;
      if (twelve && h <= 12) {
        h = h % 12 + (evening ? 12 : 0);
      }
      return h * 3600 + minute * 60 + second;
    }
  }
}
