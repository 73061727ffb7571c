package news.dateline.attribution;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import news.dateline.model.Attribution.Byline;
import news.dateline.model.Attribution.Dateline;
import news.dateline.model.Attribution.Evidence;
import news.dateline.model.Attribution.Proof;
import news.dateline.model.Attribution.Role;
import org.jspecify.annotations.Nullable;

/**
 * Reads how Chinese and Japanese copy opens, and the agencies its sentences name: "新华社北京11月27日电
 * （记者王小雨）", "【東京=共同】", "［ロンドン ３日 ロイター］", "据路透社报道". Words are not parted there, so characters are
 * read.
 */
final class UnspacedHeads {
  /** Characters a place has at most. */
  private static final int PLACE = 14;

  /** Characters of the longest bracket, and between a name and its word of reporting. */
  private static final int NEAR = 32;

  /** The first of the openers that are no round brackets. */
  private static final int SQUARE = 2;

  private static final String OPENERS = "（(〔[［【〈";
  private static final String CLOSERS = "）)〕]］】〉";
  private static final List<String> SENT = List.of("电", "電", "讯", "訊", "报道", "報導", "報道");
  private static final List<String> REPORTS =
      List.of("报道", "報道", "報導", "援引", "消息", "伝え", "報じ", "によると", "によれば");
  private static final String REPORTERS = "记者記者";

  private final Field field;
  private final Copy copy;
  private final String text;
  private final Findings findings;
  private final UnspacedAgencies agencies;
  private final Optional<Instant> published;

  UnspacedHeads(
      Field field, Findings findings, UnspacedAgencies agencies, Optional<Instant> published) {
    this.field = field;
    this.copy = field.copy();
    this.text = copy.text();
    this.findings = findings;
    this.agencies = agencies;
    this.published = published;
  }

  /** Notes who is named and how, and gives the dateline the text opens with. */
  Optional<Dateline> read() {
    int start = 0;
    while (start < text.length() && blank(text.charAt(start))) {
      start++;
    }
    Optional<Dateline> dateline = Optional.empty();
    if (start < text.length()) {
      int opener = OPENERS.indexOf(text.charAt(start));
      int first = opener < 0 ? start : start + 1;
      dateline = sent(start, first, opener >= 0);
      if (dateline.isEmpty() && opener >= SQUARE) {
        dateline = bracketed(start, CLOSERS.charAt(opener));
      }
    }
    named(dateline.map(d -> text.offsetByCodePoints(0, d.end())).orElse(0));
    return dateline;
  }

  /** "新华社北京11月27日电（记者王小雨）", "（中央社東京3日綜合外電報導）". */
  private Optional<Dateline> sent(int start, int first, boolean bracket) {
    UnspacedAgencies.Surface agency = first < text.length() ? agencies.at(text, first) : null;
    if (agency == null) {
      return Optional.empty();
    }
    int place = first + agency.name().length();
    int number = place;
    while (number < text.length()
        && number < place + PLACE
        && UnspacedAgencies.isUnspaced(text.charAt(number))) {
      number++;
    }
    Day day = day(number);
    if (day == null) {
      return Optional.empty();
    }
    int end = -1;
    for (String word : SENT) {
      int at = text.indexOf(word, day.end());
      boolean near = at >= 0 && at <= day.end() + 6 && unspaced(day.end(), at);
      end = near && (end < 0 || at < end) ? at + word.length() : end;
    }
    if (end < 0) {
      return Optional.empty();
    }
    if (bracket) {
      int close = text.indexOf(CLOSERS.charAt(OPENERS.indexOf(text.charAt(start))), end);
      end = close >= 0 && close <= end + 6 ? close + 1 : end;
    } else {
      end = reporters(end, agency.agency().code());
    }
    boolean signed = contains(place, number, REPORTERS.substring(0, 2), REPORTERS.substring(2));
    findings.agency(agency.agency(), Role.ORIGIN, 0.99, evidence(start, end, "dateline"));
    return Optional.of(
        dateline(start, end, place, signed ? place : number, day, agency.agency().code()));
  }

  /** "【東京=共同】", "【パリAFP時事】", "［ロンドン　３日　ロイター］", "【5月3日 AFP】". */
  private Optional<Dateline> bracketed(int start, char closer) {
    int close = text.indexOf(closer, start);
    if (close < 0 || close > start + NEAR) {
      return Optional.empty();
    }
    List<Agency> signed = new ArrayList<>();
    int to = close;
    UnspacedAgencies.Surface agency = agencies.before(text, start + 1, to);
    while (agency != null) {
      signed.add(0, agency.agency());
      to -= agency.name().length();
      while (to > start + 1 && parts(text.charAt(to - 1))) {
        to--;
      }
      agency = agencies.before(text, start + 1, to);
    }
    int place = start + 1;
    while (place < to && parts(text.charAt(place))) {
      place++;
    }
    Day day = null;
    int placeTo = place;
    while (placeTo < to && Character.isLetter(text.charAt(placeTo))) {
      placeTo++;
    }
    int rest = placeTo;
    while (rest < to && parts(text.charAt(rest))) {
      rest++;
    }
    if (rest < to) {
      day = day(rest);
      rest = day == null ? rest : day.end();
    }
    while (rest < to && parts(text.charAt(rest))) {
      rest++;
    }
    if (signed.isEmpty() || rest < to || placeTo - place > PLACE) {
      return Optional.empty();
    }
    int end = close + 1;
    for (Agency each : signed) {
      findings.agency(each, Role.ORIGIN, 0.99, evidence(start, end, "dateline"));
    }
    return placeTo > place || day != null
        ? Optional.of(dateline(start, end, place, placeTo, day, signed.get(0).code()))
        : Optional.empty();
  }

  /** A day of a month that this or another month is; month 0 when only the day is printed. */
  private record Day(int month, int day, int end) {}

  private @Nullable Day day(int from) {
    int i = skip(from);
    int number = 0;
    int month = 0;
    int digits = 0;
    while (i < text.length() && digits < 3) {
      int digit = Character.digit(text.charAt(i), 10);
      if (digit >= 0) {
        number = number * 10 + digit;
        digits++;
      } else if (text.charAt(i) == '月' && month == 0 && number > 0 && number < 13) {
        month = number;
        number = 0;
        digits = 0;
      } else {
        break;
      }
      i++;
    }
    boolean day = i < text.length() && text.charAt(i) == '日' && number > 0 && number < 32;
    return day ? new Day(month, number, skip(i + 1)) : null;
  }

  /** "（记者 王小雨、李大海）" behind a dateline: one past it. */
  private int reporters(int from, String agency) {
    int open = skip(from);
    if (open >= text.length() || OPENERS.indexOf(text.charAt(open)) < 0) {
      return from;
    }
    int close = text.indexOf(CLOSERS.charAt(OPENERS.indexOf(text.charAt(open))), open);
    int names = skip(open + 1);
    if (close < 0 || close > open + NEAR || !contains(names, names + 2, "记者", "記者")) {
      return from;
    }
    int i = names + 2;
    while (i < close) {
      int to = i;
      while (to < close && UnspacedAgencies.isUnspaced(text.charAt(to))) {
        to++;
      }
      if (to - i >= 2 && to - i <= 4) {
        Evidence proof = evidence(open, close + 1, "dateline");
        findings.byline(
            new Byline(
                text.substring(i, to),
                "author",
                Optional.of(agency),
                proof.text(),
                field.name(),
                proof.start(),
                proof.end(),
                new Proof("dateline", 0.97)));
      }
      i = to + 1;
    }
    return close + 1;
  }

  /** "据路透社报道", "ロイター通信が伝えた": agencies within sentences. */
  private void named(int from) {
    int i = from;
    while (i < text.length()) {
      UnspacedAgencies.Surface s =
          UnspacedAgencies.isUnspaced(text.charAt(i)) ? agencies.at(text, i) : null;
      if (s == null || s.name().length() < UnspacedAgencies.SURE) {
        i++;
        continue;
      }
      int end = i + s.name().length();
      boolean under = i > 0 && (text.charAt(i - 1) == '据' || text.charAt(i - 1) == '據');
      boolean cited = under || reports(end);
      findings.agency(
          s.agency(),
          cited ? Role.CITED : Role.MENTIONED,
          cited ? 0.9 : 0.6,
          evidence(i, end, cited ? "relay-report" : "named"));
      i = end;
    }
  }

  /** Does a word of reporting follow in the same clause? */
  private boolean reports(int from) {
    int to = from;
    while (to < text.length() && to < from + NEAR && "，。、,.！？\n".indexOf(text.charAt(to)) < 0) {
      for (String word : REPORTS) {
        if (text.startsWith(word, to)) {
          return true;
        }
      }
      to++;
    }
    return false;
  }

  private Dateline dateline(
      int start, int end, int placeFrom, int placeTo, @Nullable Day day, String agency) {
    Dates.Printed date = day == null ? null : new Dates.Printed(0, day.day(), day.month(), 0);
    return new Dateline(
        text.substring(start, end),
        placeTo > placeFrom ? Optional.of(text.substring(placeFrom, placeTo)) : Optional.empty(),
        date == null || day == null || day.month() == 0
            ? Optional.empty()
            : date.resolve(published),
        Optional.of(agency),
        field.name(),
        copy.codePoint(start),
        copy.codePoint(end),
        new Proof("dateline", 0.97));
  }

  private Evidence evidence(int from, int to, String rule) {
    return new Evidence(
        field.name(), text.substring(from, to), copy.codePoint(from), copy.codePoint(to), rule);
  }

  private boolean contains(int from, int to, String one, String other) {
    for (int i = from; i + 2 <= to && i + 2 <= text.length(); i++) {
      if (text.startsWith(one, i) || text.startsWith(other, i)) {
        return true;
      }
    }
    return false;
  }

  private boolean unspaced(int from, int to) {
    for (int i = from; i < to; i++) {
      if (!UnspacedAgencies.isUnspaced(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private int skip(int from) {
    int i = from;
    while (i < text.length() && (text.charAt(i) == ' ' || text.charAt(i) == '\u3000')) {
      i++;
    }
    return i;
  }

  private static boolean blank(char c) {
    return Character.isWhitespace(c) || c == '\u3000';
  }

  private static boolean parts(char c) {
    return blank(c) || "=＝・、/／".indexOf(c) >= 0;
  }
}
