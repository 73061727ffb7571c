package news.dateline.attribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads the dateline of every house style: a place, perhaps a date, perhaps agencies in brackets,
 * slashes or bare, and what parts it from the text.
 */
final class DatelineReader {
  private static final int REACH = 40;

  /**
   * A dateline; positions are tokens, end exclusive.
   *
   * @param placeFrom equal to {@code placeTo} when there is no place
   * @param author the reporter's name within it, as RIA prints
   */
  record Found(
      int from,
      int to,
      int placeFrom,
      int placeTo,
      Dates.@Nullable Printed date,
      List<AgencyHit> agencies,
      @Nullable Np author) {}

  private final Copy copy;
  private final Hits hits;
  private final Language language;

  DatelineReader(Copy copy, Hits hits, Language language) {
    this.copy = copy;
    this.hits = hits;
    this.language = language;
  }

  /** The dateline that opens a paragraph; null when none does. */
  @Nullable Found read(int first, int paragraphEnd) {
    int end = Math.min(paragraphEnd, first + REACH);
    int opens = flags(first, end);
    Found equal = equal(opens, end);
    if (equal != null) {
      return equal;
    }
    Found lead = leadCredit(opens, end);
    if (lead != null) {
      int next = lead.to();
      Found inner = next < end ? located(first, next, end) : null;
      return inner != null ? merge(lead, inner) : lead;
    }
    return located(first, opens, end);
  }

  /** "(서울=연합뉴스) 홍길동 기자 = ". */
  private @Nullable Found equal(int first, int end) {
    if (first >= end || copy.mark(first) != '(') {
      return null;
    }
    int sign = first + 1;
    while (sign < end && sign < first + 6 && copy.mark(sign) == 0) {
      sign++;
    }
    AgencyHit hit =
        sign > first + 1 && sign + 1 < end && copy.mark(sign) == '='
            ? hits.startingAt(sign + 1)
            : null;
    if (hit == null || hit.to() >= end || copy.mark(hit.to()) != ')') {
      return null;
    }
    int to = hit.to() + 1;
    int name = to;
    while (name < end && name < to + 4 && copy.mark(name) == 0 && !Staff.afterName(copy, name)) {
      name++;
    }
    int close = name < end && Staff.afterName(copy, name) ? name + 1 : name;
    boolean signed = name > to && close < end && copy.mark(close) == '=';
    Np author = signed ? People.person(to, name) : null;
    return new Found(first, signed ? close + 1 : to, first + 1, sign, null, List.of(hit), author);
  }

  /** Past the marks by which a transmission calls for attention: "****LONDON". */
  private int flags(int first, int end) {
    int i = first;
    while (i < end && (copy.mark(i) == '*' || copy.mark(i) == '+' || copy.mark(i) == '#')) {
      i++;
    }
    return i;
  }

  private static Found merge(Found lead, Found inner) {
    List<AgencyHit> all = new ArrayList<>(inner.agencies());
    lead.agencies().stream().filter(a -> !all.contains(a)).forEach(all::add);
    return new Found(
        lead.from(), inner.to(), inner.placeFrom(), inner.placeTo(), inner.date(), all, null);
  }

  /** "(Reuters) -", "(ANSA) -", "AP -". */
  private @Nullable Found leadCredit(int first, int end) {
    if (first >= end) {
      return null;
    }
    boolean bracket = copy.mark(first) == '(';
    AgencyHit hit = hits.startingAt(bracket ? first + 1 : first);
    if (hit == null || hit.from() != (bracket ? first + 1 : first)) {
      return null;
    }
    int at = hit.to();
    if (bracket) {
      if (at >= end || copy.mark(at) != ')') {
        return null;
      }
      at++;
    }
    int to = separator(at, end);
    boolean dashed =
        to > at && Marks.dash(copy.mark(to - 1)) && (bracket || copy.has(at, Copy.SPACED));
    return dashed && to < end ? new Found(first, to, first, first, null, List.of(hit), null) : null;
  }

  private @Nullable Found located(int from, int first, int end) {
    int i = first;
    Dates.Printed date = Dates.at(copy, i);
    if (date != null) {
      i = date.to();
      if (i < end && copy.mark(i) == '(') {
        List<AgencyHit> alone = new ArrayList<>();
        int past = agencies(i, end, alone);
        int to = past < 0 ? -1 : separator(past, end);
        return past > 0 && to > past ? new Found(from, to, first, first, date, alone, null) : null;
      }
      if (i >= end || copy.mark(i) != ',') {
        return null;
      }
      i++;
    }
    int placeFrom = i;
    int placeTo = place(i, end);
    if (placeTo == placeFrom) {
      return null;
    }
    i = placeTo;
    i = skip(i, end);
    if (date == null) {
      date = Dates.at(copy, i);
      if (date == null) {
        date = Dates.misprinted(copy, i, end, language.months());
      }
      if (date == null && Marks.dash(copy.mark(Math.min(i, end - 1)))) {
        // "BOSTON, Mass. - March 4 -"
        Dates.Printed behind = Dates.at(copy, i + 1);
        boolean closed =
            behind != null && behind.to() < end && Marks.dash(copy.mark(skip(behind.to(), end)));
        date = closed ? behind : null;
      }
      i = date == null ? i : date.to();
    }
    i = skip(i, end);
    if (i + 2 < end && Marks.dash(copy.mark(i)) && copy.mark(bracketAfter(i, end)) == '(') {
      i = bracketAfter(i, end); // "LIMA--(BUSINESS WIRE)--"
    }
    List<AgencyHit> agencies = new ArrayList<>();
    int after = agencies(i, end, agencies);
    int trimmed = trim(placeFrom, placeTo);
    boolean placeShape = placeShape(placeFrom, trimmed);
    if (after > 0) {
      boolean bracketed = copy.mark(i) == '(' || copy.mark(i) == '/';
      Np author = author(after, end);
      int at = author != null ? author.to() : after;
      int to = separator(at, end);
      boolean bare = !bracketed && !Marks.dash(copy.mark(i));
      boolean separated = to > at;
      boolean dated = date != null || upper(placeFrom, trimmed);
      if (placeShape && (separated ? !bare || dated : bracketed)) {
        return new Found(from, to, placeFrom, trimmed, date, agencies, author);
      }
      if (bracketed || bare) {
        return null;
      }
      // "LONDON, March 2 - Reuters Holdings": the agency is the first word of the story.
    }
    return plain(from, placeFrom, trimmed, i, end, date);
  }

  /** "REGINA —", "CHICAGO, March 4 -": no agency is named. */
  private @Nullable Found plain(
      int from, int placeFrom, int trimmed, int at, int end, Dates.@Nullable Printed date) {
    boolean upper = upper(placeFrom, trimmed);
    AgencyHit named = hits.startingAt(placeFrom);
    if (named != null && named.to() >= trimmed) {
      return null; // "STT–AFP" is a credit
    }
    if ((!upper && date == null)
        || !placeShape(placeFrom, trimmed)
        || notPlace(placeFrom, trimmed)) {
      return null;
    }
    int i = at;
    boolean dashed =
        i < end
            && Marks.dash(copy.mark(i))
            && (copy.has(i, Copy.SPACED) || copy.mark(i) != '-' || date != null);
    if (!dashed) {
      return null;
    }
    int to = separator(i, end);
    return to < end || copy.has(Math.min(to, copy.size() - 1), Copy.PARAGRAPH) || to == copy.size()
        ? new Found(from, to, placeFrom, trimmed, date, List.of(), null)
        : null;
  }

  private boolean notPlace(int from, int to) {
    String words = copy.slice(from, to).toLowerCase(Locale.ROOT);
    if (language.notPlaces().contains(words)) {
      return true;
    }
    for (String no : language.notPlaces()) {
      if (words.startsWith(no + " ")) {
        return true;
      }
    }
    return false;
  }

  private int bracketAfter(int dash, int end) {
    int i = dash;
    while (i + 1 < end && Marks.dash(copy.mark(i)) && !copy.has(i, Copy.SPACED)) {
      i++;
    }
    return i;
  }

  private int skip(int from, int end) {
    int i = from;
    while (i < end && (copy.mark(i) == ',' || copy.mark(i) == '.')) {
      i++;
    }
    return i;
  }

  private int trim(int from, int to) {
    int t = to;
    while (t > from
        && (copy.mark(t - 1) == ',' || (copy.mark(t - 1) == '.' && !abbreviated(t - 1)))) {
      t--;
    }
    return t;
  }

  private boolean abbreviated(int dot) {
    return dot > 0 && copy.is(dot - 1, Words.ABBREVIATION);
  }

  private int place(int from, int end) {
    int i = from;
    int words = 0;
    while (i < end && words < 9) {
      char m = copy.mark(i);
      if (m == 0) {
        AgencyHit hit = hits.startingAt(i);
        boolean dated = Dates.at(copy, i) != null;
        if (hit != null && i > from && !dashed(hit, end)) {
          hit = null;
        }
        if (dated || copy.has(i, Copy.NUMBER) || (hit != null && hit.from() == i && i > from)) {
          break;
        }
        boolean small =
            i > from && copy.is(i, Words.PARTICLE | Words.PREPOSITION | Words.DETERMINER);
        boolean misprint = i > from && Dates.misprinted(copy, i, end, language.months()) != null;
        if (misprint || (!copy.has(i, Copy.CAP) && !small && !dateAfter(i, end))) {
          break;
        }
        words++;
      } else if (m == '(' || m == '[') {
        int close = i + 1;
        while (close < end && close < i + 6 && copy.mark(close) != ')' && copy.mark(close) != ']') {
          close++;
        }
        boolean agencyInside = !hits.within(i, close).isEmpty();
        if (agencyInside || close >= end || i == from) {
          break;
        }
        i = close;
      } else if (m == '/') {
        if (copy.has(i, Copy.SPACED) || i + 1 >= end || !copy.has(i + 1, Copy.CAP)) {
          break;
        }
      } else if (m != ',' && m != '.' && m != '\'' && m != '’' && !copy.has(i, Copy.POSSESSIVE)) {
        break;
      }
      i++;
    }
    while (i > from
        && !copy.has(i - 1, Copy.CAP)
        && copy.mark(i - 1) == 0
        && !dateAfter(i - 1, end)) {
      i--;
    }
    return i;
  }

  /** "New york, March 2 -", "lima, march 2 -": small letters that are a place all the same. */
  private boolean dateAfter(int word, int end) {
    int comma = word;
    while (comma < end
        && comma < word + 3
        && copy.mark(comma) == 0
        && !copy.has(comma, Copy.NUMBER)
        && !copy.is(comma, Words.TIME | Words.PREPOSITION | Words.CUE | Words.MONTH)) {
      comma++;
    }
    if (comma == word || comma + 1 >= end || copy.mark(comma) != ',') {
      return false;
    }
    Dates.Printed date = Dates.at(copy, comma + 1);
    return date != null && date.to() < end && Marks.dash(copy.mark(skip(date.to(), end)));
  }

  /** A bare agency stands before a dash; "PA., March 2" and "Nova Scotia" are places. */
  private boolean dashed(AgencyHit hit, int end) {
    return hit.to() < end && Marks.dash(copy.mark(hit.to()));
  }

  private boolean placeShape(int from, int to) {
    int words = 0;
    int sentences = 0;
    for (int i = from; i < to; i++) {
      words += copy.mark(i) == 0 ? 1 : 0;
      sentences +=
          copy.mark(i) == '.'
                  && !abbreviated(i)
                  && i > from
                  && i + 1 < to
                  && copy.end(i - 1) - copy.start(i - 1) > 3
              ? 1
              : 0;
    }
    // "MOSCOW. Oct 18": before a full stop only a short place.
    boolean stopped = to < copy.size() && copy.mark(to) == '.' && !abbreviated(to);
    return words > 0
        && words <= (stopped ? 3 : 8)
        && sentences == 0
        && !copy.is(from, Words.PRONOUN)
        && !notPlace(from, to);
  }

  private boolean upper(int from, int to) {
    int first = from;
    boolean long3 = false;
    for (int i = first; i < to; i++) {
      if (copy.mark(i) == ',') {
        break;
      }
      if (copy.mark(i) == 0 && copy.end(i) - copy.start(i) > 2) {
        if (!copy.has(i, Copy.UPPER)) {
          return false;
        }
        long3 = true;
      }
    }
    return long3;
  }

  /** Agencies in brackets, slashes, after a dash, or bare: one past them, or -1. */
  private int agencies(int i, int end, List<AgencyHit> out) {
    if (i >= end) {
      return -1;
    }
    char m = copy.mark(i);
    if (m == '(' || m == '/') {
      char close = m == '(' ? ')' : '/';
      int to = i + 1;
      while (to < end && to < i + 12 && copy.mark(to) != close) {
        to++;
      }
      if (m == '/') {
        // "/TASS/", "/Корр. БЕЛТА/"; a slash between agencies does not close.
        while (to < end
            && to + 1 < end
            && hits.startingAt(to + 1) != null
            && !copy.has(to + 1, Copy.SPACED)) {
          to++;
          while (to < end && copy.mark(to) != close) {
            to++;
          }
        }
      }
      out.addAll(hits.within(i, to));
      boolean full = !out.isEmpty() && to < end && copy.mark(to) == close && others(i + 1, to) <= 2;
      return full ? to + 1 : -1;
    }
    int at = Marks.dash(m) ? i + 1 : i;
    AgencyHit hit = at < end ? hits.startingAt(at) : null;
    if (hit == null || hit.from() != at) {
      return -1;
    }
    out.add(hit);
    return hit.to();
  }

  private int others(int from, int to) {
    int n = 0;
    for (int i = from; i < to; i++) {
      n += copy.mark(i) == 0 ? 1 : 0;
    }
    for (AgencyHit hit : hits.within(from, to)) {
      n -= hit.to() - hit.from();
    }
    return n;
  }

  /** ", Имя Фамилия." after the agency. */
  private @Nullable Np author(int after, int end) {
    if (after + 2 >= end || copy.mark(after) != ',') {
      return null;
    }
    int to = after + 1;
    while (to < end && to < after + 5 && copy.has(to, Copy.CAP)) {
      to++;
    }
    boolean closed = to < end && copy.mark(to) == '.' && to - after > 2;
    return closed
        ? new Np(after + 1, to, news.dateline.model.Attribution.Speaker.SpeakerKind.PERSON, false)
        : null;
  }

  private int separator(int from, int end) {
    int i = from;
    while (i < end) {
      char m = copy.mark(i);
      boolean part =
          m == '.'
              || m == ':'
              || m == '_'
              || m == '='
              || Marks.dash(m)
              || (m == ',' && i + 1 < end && Marks.dash(copy.mark(i + 1)));
      if (!part) {
        break;
      }
      i++;
    }
    return i;
  }
}
