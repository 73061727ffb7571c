package news.dateline.parse;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The dates at the end of transmissions: IPTC 7901's date-time group and those of ANPA 1312. */
final class WireDates {
  /** {@code 131137 GMT Nov 13}, {@code 091223 dec 18}, {@code 310001 01 JUL 1997}. */
  private static final Pattern GROUP =
      Pattern.compile(
          "(\\d{2})(\\d{2})(\\d{2})\\s*(?:(Z|[A-Z]{2,5}|[+-]?\\d{1,4})\\s+)?"
              + "(\\p{L}[\\p{L}\\p{M}]{1,11})\\.?[\\s-]*(\\d{4}|\\d{2})\\b");

  /** {@code AP-WF-11-13-13 1509GMT}: month, day, year. */
  private static final Pattern DAY_FIRST =
      Pattern.compile(
          "(\\d{1,2})-(\\d{1,2})-(\\d{4}|\\d{2})\\s+(\\d{2}):?(\\d{2})\\s*([A-Z]{1,5})?");

  /** {@code KWS-21:37-09-12-18}: day, month, year. */
  private static final Pattern TIME_FIRST =
      Pattern.compile("(\\d{2}):(\\d{2})-(\\d{1,2})-(\\d{1,2})-(\\d{4}|\\d{2})");

  private static final Map<String, String> ZONES =
      Map.ofEntries(
          Map.entry("Z", "Z"),
          Map.entry("GMT", "Z"),
          Map.entry("UTC", "Z"),
          Map.entry("UT", "Z"),
          Map.entry("TU", "Z"),
          Map.entry("BST", "+01:00"),
          Map.entry("CET", "+01:00"),
          Map.entry("MEZ", "+01:00"),
          Map.entry("CEST", "+02:00"),
          Map.entry("MESZ", "+02:00"),
          Map.entry("MEST", "+02:00"),
          Map.entry("EET", "+02:00"),
          Map.entry("MSK", "+03:00"),
          Map.entry("JST", "+09:00"),
          Map.entry("AEST", "+10:00"),
          Map.entry("AEDT", "+11:00"),
          Map.entry("NZST", "+12:00"),
          Map.entry("NZDT", "+13:00"),
          Map.entry("EST", "-05:00"),
          Map.entry("EDT", "-04:00"),
          Map.entry("PST", "-08:00"),
          Map.entry("PDT", "-07:00"));

  private WireDates() {}

  /**
   * The first date-time group in a text (IPTC 7901, "Post-text information").
   *
   * @param zone of one that names none
   * @return empty when there is none, or its month or day does not exist
   */
  static Optional<ZonedDateTime> group(String text, ZoneId zone) {
    Matcher m = GROUP.matcher(text);
    while (m.find()) {
      Optional<Month> month = month(m.group(5));
      if (month.isPresent()) {
        return at(
            m.group(6),
            month.get().getValue(),
            m.group(1),
            m.group(2),
            m.group(3),
            m.group(4),
            zone);
      }
    }
    return Optional.empty();
  }

  /**
   * The date in the last line of an ANPA transmission. Where the time stands first the day does
   * too, else the month; a month beyond twelve is the day.
   */
  static Optional<ZonedDateTime> anpa(String text, ZoneId zone) {
    Matcher m = TIME_FIRST.matcher(text);
    if (m.find()) {
      return dayAndMonth(m.group(3), m.group(4), m.group(5), m.group(1), m.group(2), null, zone);
    }
    m = DAY_FIRST.matcher(text);
    return m.find()
        ? dayAndMonth(m.group(2), m.group(1), m.group(3), m.group(4), m.group(5), m.group(6), zone)
        : Optional.empty();
  }

  private static Optional<ZonedDateTime> dayAndMonth(
      String day,
      String month,
      String year,
      String hour,
      String minute,
      @org.jspecify.annotations.Nullable String named,
      ZoneId zone) {
    boolean swapped = Integer.parseInt(month) > 12;
    int m = Integer.parseInt(swapped ? day : month);
    return at(year, m, swapped ? month : day, hour, minute, named, zone);
  }

  private static Optional<ZonedDateTime> at(
      String year,
      int month,
      String day,
      String hour,
      String minute,
      @org.jspecify.annotations.Nullable String named,
      ZoneId zone) {
    int y = Integer.parseInt(year);
    int century = y >= 100 ? 0 : y < 70 ? 2000 : 1900;
    try {
      boolean midnight = hour.equals("24");
      LocalDateTime local =
          LocalDateTime.of(
              century + y,
              month,
              Integer.parseInt(day),
              midnight ? 0 : Integer.parseInt(hour),
              Integer.parseInt(minute));
      ZoneId said = named == null ? zone : zone(named).orElse(zone);
      return Optional.of((midnight ? local.plusDays(1) : local).atZone(said));
    } catch (DateTimeException e) {
      return Optional.empty(); // the 31st of June
    }
  }

  /** By name, or as hours east of Greenwich. */
  private static Optional<ZoneId> zone(String named) {
    String offset = ZONES.get(named);
    if (offset != null) {
      return Optional.of(ZoneId.of(offset));
    }
    if (!Character.isDigit(named.charAt(named.length() - 1))) {
      return Optional.empty();
    }
    int number = Integer.parseInt(named);
    int minutes = named.length() > 3 ? number / 100 * 60 + number % 100 : number * 60;
    return Math.abs(minutes) <= 14 * 60
        ? Optional.of(ZoneOffset.ofTotalSeconds(minutes * 60))
        : Optional.empty();
  }

  /** How a version's time is handed to the normaliser. */
  static String iso(ZonedDateTime time) {
    return time.toInstant().toString();
  }

  /** A month by its name or its first letters, in any of the languages wires are sent in. */
  static Optional<Month> month(String word) {
    String wanted = fold(word);
    if (wanted.length() < 2) {
      return Optional.empty();
    }
    for (List<String> names : Names.ALL) {
      int exact = names.indexOf(wanted);
      if (exact >= 0) {
        return Optional.of(Month.of(exact % 12 + 1));
      }
    }
    for (List<String> names : Names.ALL) {
      List<Integer> found = new ArrayList<>();
      for (int i = 0; i < names.size(); i++) {
        if (wanted.length() > 2 && names.get(i).startsWith(wanted)) {
          found.add(i % 12 + 1);
        }
      }
      if (found.stream().distinct().count() == 1) {
        return Optional.of(Month.of(found.get(0)));
      }
    }
    return Optional.empty();
  }

  private static String fold(String word) {
    return Normalizer.normalize(word.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
        .replaceAll("[\\p{M}.]", "");
  }

  /** Of each language the long and the short names; the language asked first wins. */
  private static final class Names {
    static final List<List<String>> ALL = all();

    private static List<List<String>> all() {
      List<List<String>> all = new ArrayList<>();
      for (String language :
          List.of(
              "en", "de", "fr", "es", "it", "nl", "pt", "da", "nb", "sv", "fi", "et", "lv", "lt",
              "pl", "cs", "sk", "sl", "hr", "hu", "ro", "bg", "sr", "ru", "uk", "el", "tr", "sq",
              "ca", "id")) {
        Locale locale = Locale.forLanguageTag(language);
        List<String> names = new ArrayList<>();
        for (TextStyle style :
            List.of(
                TextStyle.FULL,
                TextStyle.FULL_STANDALONE,
                TextStyle.SHORT,
                TextStyle.SHORT_STANDALONE)) {
          for (Month month : Month.values()) {
            names.add(fold(month.getDisplayName(style, locale)));
          }
        }
        all.add(names);
      }
      all.add(
          List.of(
              "jan", "feb", "mrz", "apr", "mai", "jun", "jul", "aou", "sept", "okt", "nov", "dez"));
      return List.copyOf(all);
    }
  }
}
