package news.dateline.normalise;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import news.dateline.normalise.DateTokens.Kind;
import news.dateline.normalise.DateTokens.Token;
import org.jspecify.annotations.Nullable;

/** The day within a date, once time and zone are taken out. */
final class DayOfDate {
  private static final Set<String> ORDINAL =
      Set.of("st", "nd", "rd", "th", "er", "ere", "ª", "º", "e", "r", "η", "го");
  private static final Set<String> UNITS = Set.of("년", "월", "일", "年", "月", "日");
  private static final Set<String> MARKS = Set.of(",", ".", "-", "/", "'", "’", "·", ";", "،");
  private static final Pattern COUNTRY_DAY_FIRST =
      Pattern.compile("en-(gb|au|nz|ie|in|za|pk|ng|ke|sg|hk|my)\\b.*");

  private final List<Token> numbers = new ArrayList<>();
  private @Nullable Month month;
  private @Nullable DayOfWeek weekday;
  private boolean week;
  private boolean leadingDash;
  private String separator = "";

  private DayOfDate() {}

  static Optional<LocalDate> read(List<Token> tokens, TimeOfDay time, DateReader.Hints hints) {
    DayOfDate day = new DayOfDate();
    for (int i = 0; i < tokens.size(); i++) {
      if (!day.take(tokens, i, hints)) {
        return Optional.empty();
      }
    }
    if (day.week) {
      return day.ofWeek();
    }
    return day.month != null ? day.withName(day.month) : day.ofNumbers(time, hints);
  }

  private boolean take(List<Token> tokens, int i, DateReader.Hints hints) {
    Token token = tokens.get(i);
    switch (token.kind()) {
      case NUMBER -> {
        numbers.add(token);
        return true;
      }
      case MARK -> {
        leadingDash |= i == 0 && token.is("-");
        boolean within = i == 0 || tokens.get(i - 1).is(Kind.NUMBER); // not the dot of "Thu."
        if (separator.isEmpty() && within && !token.is(",")) {
          separator = token.text();
        }
        return MARKS.contains(token.text());
      }
      case WORD -> {
        return word(tokens, i, hints);
      }
    }
    return false;
  }

  private boolean word(List<Token> tokens, int i, DateReader.Hints hints) {
    Token token = tokens.get(i);
    String word = token.text();
    boolean afterNumber = i > 0 && tokens.get(i - 1).is(Kind.NUMBER) && !token.gap();
    if (UNITS.contains(word) || (afterNumber && ORDINAL.contains(word))) {
      return true;
    }
    if (word.equals("w") && i + 1 < tokens.size() && tokens.get(i + 1).is(Kind.NUMBER)) {
      week = true;
      return true;
    }
    Optional<Month> named = DateWords.month(word, hints.primary());
    Optional<DayOfWeek> day = DateWords.weekday(word);
    // "mar" is a month in Spanish and a weekday too: the second name of a date is the month.
    if (day.isPresent() && (named.isEmpty() || laterMonth(tokens, i, hints))) {
      weekday = day.get();
      return true;
    }
    if (named.isPresent()) {
      boolean again = month != null;
      month = named.get();
      return !again;
    }
    if (DateWords.isNoise(word)) {
      return true;
    }
    // A weekday in a language we do not know is no harm when it stands first and apart.
    return i == 0 && tokens.size() > 3 && tokens.get(1).is(",") && laterMonth(tokens, i, hints);
  }

  private static boolean laterMonth(List<Token> tokens, int i, DateReader.Hints hints) {
    return tokens.stream()
        .skip(i + 1L)
        .anyMatch(t -> t.is(Kind.WORD) && DateWords.month(t.text(), hints.primary()).isPresent());
  }

  /** Day and year beside the month's name; the year is the long number, else the last. */
  private Optional<LocalDate> withName(Month named) {
    if (numbers.size() != 2) {
      return Optional.empty();
    }
    boolean yearFirst = numbers.get(0).digits() > 2;
    Token year = numbers.get(yearFirst ? 0 : 1);
    Token day = numbers.get(yearFirst ? 1 : 0);
    if (day.digits() > 2 || year.digits() < 2 || year.digits() > 4) {
      return Optional.empty();
    }
    return Optional.of(LocalDate.of(year(year), named.getValue(), (int) day.value()));
  }

  /** RFC 2822, 4.3: two digits are 1950 to 2049, three count from 1900. */
  private static int year(Token token) {
    int value = (int) token.value();
    if (token.digits() == 3) {
      return 1900 + value;
    }
    return token.digits() > 2 ? value : value < 50 ? 2000 + value : 1900 + value;
  }

  /** {@code 2003-W52-3} and {@code 2003W523}. */
  private Optional<LocalDate> ofWeek() {
    if (numbers.size() < 2 || numbers.get(0).digits() != 4) {
      return Optional.empty();
    }
    String digits = numbers.get(1).text() + (numbers.size() > 2 ? numbers.get(2).text() : "");
    if (digits.length() != 2 && digits.length() != 3) {
      return Optional.empty();
    }
    int number = Integer.parseInt(digits.substring(0, 2));
    int day = digits.length() == 3 ? digits.charAt(2) - '0' : 1;
    if (number < 1 || number > 53 || day < 1 || day > 7) {
      return Optional.empty();
    }
    return Optional.of(
        LocalDate.of((int) numbers.get(0).value(), 1, 4)
            .with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, number)
            .with(DayOfWeek.of(day)));
  }

  private Optional<LocalDate> ofNumbers(TimeOfDay time, DateReader.Hints hints) {
    return switch (numbers.size()) {
      case 1 -> oneNumber(hints);
      case 2 -> twoNumbers();
      case 3 -> threeNumbers(time, hints);
      default -> Optional.empty();
    };
  }

  /** {@code 20031231}, {@code 2003365}, {@code 2003}, {@code -0312}, {@code 031231}. */
  private Optional<LocalDate> oneNumber(DateReader.Hints hints) {
    String digits = numbers.get(0).text();
    int value = (int) numbers.get(0).value();
    return switch (digits.length()) {
      case 8 -> Optional.of(LocalDate.of(value / 10_000, value / 100 % 100, value % 100));
      case 7 -> Optional.of(LocalDate.ofYearDay(value / 1000, value % 1000));
      case 6 -> sixDigits(value, hints);
      case 4 ->
          Optional.of(
                  leadingDash
                      ? LocalDate.of(2000 + value / 100, value % 100, 1)
                      : LocalDate.of(value, 1, 1))
              .filter(d -> d.getYear() >= 1900 && !isTooLate(d, hints));
      default -> Optional.empty();
    };
  }

  /** YYMMDD, unless it can be read as YYYYMM too. */
  private static Optional<LocalDate> sixDigits(int value, DateReader.Hints hints) {
    int month = value % 100;
    boolean yearAndMonth = month >= 1 && month <= 12 && value / 100 >= 1900 && value / 100 < 2100;
    if (yearAndMonth) {
      return Optional.empty();
    }
    LocalDate day = LocalDate.of(2000 + value / 10_000, value / 100 % 100, month);
    return Optional.of(day).filter(d -> !isTooLate(d, hints));
  }

  /** {@code 2003-12}, {@code 2003-335}, {@code -03-12}. */
  private Optional<LocalDate> twoNumbers() {
    Token first = numbers.get(0);
    Token second = numbers.get(1);
    if (!separator.equals("-")) {
      return Optional.empty();
    }
    int value = (int) second.value();
    if ((first.digits() == 4 || first.digits() == 2) && second.digits() == 3) {
      return Optional.of(LocalDate.ofYearDay(year(first), value));
    }
    if (second.digits() > 2 || (first.digits() != 4 && !(leadingDash && first.digits() == 2))) {
      return Optional.empty();
    }
    return Optional.of(LocalDate.of(year(first), value, 1));
  }

  private Optional<LocalDate> threeNumbers(TimeOfDay time, DateReader.Hints hints) {
    Token a = numbers.get(0);
    Token b = numbers.get(1);
    Token c = numbers.get(2);
    if (a.digits() == 4 && c.digits() <= 2) {
      return Optional.of(LocalDate.of((int) a.value(), (int) b.value(), (int) c.value()));
    }
    if (a.digits() == 2 && b.digits() <= 2 && c.digits() == 1) {
      return day(a, b, c); // a year is never written with one digit, so it is the first
    }
    if (a.digits() > 2 || b.digits() > 2 || (c.digits() != 4 && c.digits() != 2)) {
      return Optional.empty();
    }
    Optional<LocalDate> dayFirst = day(c, b, a);
    Optional<LocalDate> monthFirst = separator.equals(".") ? Optional.empty() : day(c, a, b);
    Optional<LocalDate> yearFirst =
        c.digits() == 2 && a.digits() == 2 && separator.equals("-")
            ? day(a, b, c)
            : Optional.empty();
    Set<LocalDate> readings = new LinkedHashSet<>();
    dayFirst.ifPresent(readings::add);
    monthFirst.ifPresent(readings::add);
    yearFirst.ifPresent(readings::add);
    if (readings.stream().anyMatch(d -> !isTooLate(d, hints))) {
      readings.removeIf(d -> isTooLate(d, hints));
    }
    DayOfWeek named = weekday;
    if (named != null && readings.stream().anyMatch(d -> d.getDayOfWeek() == named)) {
      readings.removeIf(d -> d.getDayOfWeek() != named);
    }
    if (readings.size() == 1) {
      return readings.stream().findFirst();
    }
    return c.digits() == 4 ? byCustom(dayFirst, monthFirst, time, hints) : Optional.empty();
  }

  /** 02/03/2026 is two days: custom of the language, else signs of America, else nothing. */
  private Optional<LocalDate> byCustom(
      Optional<LocalDate> dayFirst,
      Optional<LocalDate> monthFirst,
      TimeOfDay time,
      DateReader.Hints hints) {
    String language = hints.lower();
    if (language.startsWith("en-us")) {
      return monthFirst;
    }
    boolean english = language.isEmpty() || hints.primary().equals("en");
    if (!english || COUNTRY_DAY_FIRST.matcher(language).matches()) {
      return dayFirst;
    }
    return time.american() && separator.equals("/") ? monthFirst : Optional.empty();
  }

  private static Optional<LocalDate> day(Token year, Token month, Token day) {
    try {
      return Optional.of(LocalDate.of(year(year), (int) month.value(), (int) day.value()));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static boolean isTooLate(LocalDate day, DateReader.Hints hints) {
    return day.isAfter(hints.received().atOffset(ZoneOffset.UTC).toLocalDate().plusYears(1));
  }
}
