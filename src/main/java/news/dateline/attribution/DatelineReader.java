package news.dateline.attribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
   * @param authors the reporters named within it, as RIA prints, or right before it
   */
  record Found(
      int from,
      int to,
      int placeFrom,
      int placeTo,
      Dates.@Nullable Printed date,
      List<AgencyHit> agencies,
      List<Np> authors) {}

  private final Copy copy;
  private final Hits hits;
  private final Language language;
  private final PlaceReader places;
  private final Gazetteer gazetteer;
  private final DatelineForms forms;

  /**
   * @param located where the item says it was written
   */
  DatelineReader(Copy copy, Hits hits, Language language, Optional<String> located) {
    this.copy = copy;
    this.hits = hits;
    this.language = language;
    this.places = new PlaceReader(copy, hits, language);
    this.gazetteer = new Gazetteer(copy, located);
    this.forms = new DatelineForms(copy, hits, places, this);
  }

  /** The dateline that opens a paragraph; null when none does. */
  @Nullable Found read(int first, int paragraphEnd) {
    int end = Math.min(paragraphEnd, first + REACH);
    int opens = flags(first, end);
    Found other = forms.read(opens, end);
    if (other != null) {
      return other;
    }
    Found lead = leadCredit(opens, end);
    if (lead != null) {
      int next = lead.to();
      Found inner = next < end ? located(first, next, end) : null;
      return inner != null ? merge(lead, inner) : lead;
    }
    return located(first, opens, end);
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
        lead.from(), inner.to(), inner.placeFrom(), inner.placeTo(), inner.date(), all, List.of());
  }

  /** "(Reuters) -", "(ANSA) -", "AP -". */
  @Nullable Found leadCredit(int first, int end) {
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
    return dashed && to < end
        ? new Found(first, to, first, first, null, List.of(hit), List.of())
        : null;
  }

  /** "Jan 3 (OPTA) -", "APRIL 7 -": when, and perhaps who, but not where. */
  private @Nullable Found placeless(int from, int first, Dates.Printed date, int end) {
    int i = date.to();
    List<AgencyHit> alone = new ArrayList<>();
    int past = copy.mark(i) == '(' ? agencies(i, end, alone) : i;
    if (past < 0) {
      return null;
    }
    int to = separator(past, end);
    // "April 7 - 9" is a stretch of days, "April 7 - 1000 hrs" is not.
    boolean dashed = to > past && (past > i || Marks.dash(copy.mark(to - 1)));
    boolean day = to < end && copy.has(to, Copy.NUMBER) && copy.end(to) - copy.start(to) < 3;
    boolean goesOn = to < end && !day && copy.has(past, Copy.SPACED);
    return dashed && (past > i || goesOn)
        ? new Found(from, to, first, first, date, alone, List.of())
        : null;
  }

  /** A dateline whose place, or whose date, stands at {@code first}. */
  @Nullable Found located(int from, int first, int end) {
    int i = first;
    Dates.Printed date = Dates.at(copy, i);
    if (date != null) {
      i = date.to();
      if (i >= end || copy.mark(i) != ',') {
        return i < end ? placeless(from, first, date, end) : null;
      }
      i++;
    }
    int placeFrom = i;
    int placeTo = places.end(i, end);
    if (placeTo == placeFrom) {
      return null;
    }
    i = placeTo;
    i = places.skip(i, end);
    boolean guessed = false;
    if (date == null) {
      date = Dates.at(copy, i);
      if (date == null) {
        date = Dates.misprinted(copy, i, end, language.months());
        guessed = date != null;
      }
      if (date == null && Marks.dash(copy.mark(Math.min(i, end - 1)))) {
        // "BOSTON, Mass. - March 4 -"
        Dates.Printed behind = Dates.at(copy, i + 1);
        boolean closed =
            behind != null
                && behind.to() < end
                && Marks.dash(copy.mark(places.skip(behind.to(), end)));
        date = closed ? behind : null;
      }
      i = date == null ? i : date.to();
      if (date == null && day(i, end)) {
        i++; // "SEGOVIA, 19 (EUROPA PRESS)"
      }
    }
    i = places.skip(i, end);
    if (i + 2 < end && Marks.dash(copy.mark(i)) && copy.mark(bracketAfter(i, end)) == '(') {
      i = bracketAfter(i, end); // "LIMA--(BUSINESS WIRE)--"
    } else if (date != null && agencyBehindDash(i, end)) {
      i++; // "Roma, 3 mag. - (ANSA) -"
    } else if (date != null) {
      i = monthAgain(i, end);
    }
    List<AgencyHit> agencies = new ArrayList<>();
    int after = agencies(i, end, agencies);
    int trimmed = places.trim(placeFrom, placeTo);
    boolean placeShape = places.shaped(placeFrom, trimmed);
    if (after > 0) {
      boolean bracketed = copy.mark(i) == '(' || copy.mark(i) == '/';
      Np author = bracketed ? reporter(i + 1, after) : null;
      author = author == null ? author(after, end) : author;
      int at = author != null ? Math.max(after, author.to()) : after;
      int to = separator(at, end);
      boolean bare = !bracketed && !Marks.dash(copy.mark(i));
      boolean separated = to > at;
      boolean dated = date != null || places.upper(placeFrom, trimmed);
      if (placeShape && (separated ? !bare || dated : bracketed)) {
        List<Np> authors = author == null ? List.of() : List.of(author);
        return new Found(from, to, placeFrom, trimmed, date, agencies, authors);
      }
      if (bracketed || bare) {
        return null;
      }
      // "LONDON, March 2 - Reuters Holdings": the agency is the first word of the story.
    }
    // "AMHERST -- ": a typewriter's dash is that of a wire, and no section's.
    boolean wired = i + 1 < end && copy.mark(i) == '-' && copy.mark(i + 1) == '-';
    boolean proven =
        (date != null && !guessed)
            || wired
            || gazetteer.knows(placeFrom, trimmed)
            || (language.tellsSpeakers()
                && !language.code().equals("de")
                && gazetteer.namedAgain(placeFrom, trimmed));
    return proven ? plain(from, placeFrom, trimmed, i, end, date) : null;
  }

  /** "REGINA —", "CHICAGO, March 4 -": a place that is known or dated; no agency is named. */
  private @Nullable Found plain(
      int from, int placeFrom, int trimmed, int at, int end, Dates.@Nullable Printed date) {
    boolean upper = places.upper(placeFrom, trimmed);
    AgencyHit named = hits.startingAt(placeFrom);
    if (named != null && named.to() >= trimmed) {
      return null; // "STT–AFP" is a credit
    }
    if ((!upper && date == null) || !places.shaped(placeFrom, trimmed)) {
      return null;
    }
    int i = at;
    if (stopped(placeFrom, trimmed, at, end, date)) {
      return new Found(from, at, placeFrom, trimmed, date, List.of(), List.of());
    }
    boolean dashed =
        i < end
            && Marks.dash(copy.mark(i))
            && (copy.has(i, Copy.SPACED) || copy.mark(i) != '-' || date != null);
    if (!dashed) {
      return null;
    }
    int to = separator(i, end);
    return to < end || copy.has(Math.min(to, copy.size() - 1), Copy.PARAGRAPH) || to == copy.size()
        ? new Found(from, to, placeFrom, trimmed, date, List.of(), List.of())
        : null;
  }

  /** "Puno, ago. 21. ": a place, a date and a stop before the first sentence. */
  private boolean stopped(
      int placeFrom, int placeTo, int at, int end, Dates.@Nullable Printed date) {
    if (date == null || at >= end || copy.mark(at - 1) != '.' || !copy.has(at, Copy.SENTENCE)) {
      return false;
    }
    for (int k = placeFrom; k < placeTo; k++) {
      if (copy.is(k, Words.TIME | Words.PREPOSITION | Words.STOP | Words.PRONOUN)
          && !copy.is(k, Words.PARTICLE)) {
        return false;
      }
    }
    return copy.mark(placeTo) == ',' && placeTo - placeFrom <= 5;
  }

  private boolean agencyBehindDash(int i, int end) {
    return i + 2 < end
        && Marks.dash(copy.mark(i))
        && copy.mark(i + 1) == '('
        && hits.startingAt(i + 2) != null;
  }

  /** Past a month's second name before a bracket, as Arabic copy prints both of them. */
  private int monthAgain(int i, int end) {
    int to = i;
    while (to < end && to < i + 3 && copy.mark(to) == 0 && isUncased(to)) {
      to++;
    }
    return to < end && copy.mark(to) == '(' ? to : i;
  }

  private boolean isUncased(int i) {
    char c = copy.chars[copy.start(i)];
    return Character.isLetter(c) && !Character.isUpperCase(c) && !Character.isLowerCase(c);
  }

  /** A day of the month alone, right before the bracket of an agency. */
  private boolean day(int i, int end) {
    return i + 2 < end
        && copy.has(i, Copy.NUMBER)
        && copy.end(i) - copy.start(i) <= 2
        && copy.mark(i + 1) == '('
        && hits.startingAt(i + 2) != null;
  }

  private int bracketAfter(int dash, int end) {
    int i = dash;
    while (i + 1 < end && Marks.dash(copy.mark(i)) && !copy.has(i, Copy.SPACED)) {
      i++;
    }
    return i;
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
      int room =
          i + 1 < end && copy.is(i + 1, Words.ABBREVIATION) ? 4 : 2; // "/Корр. ТАСС Глеб Рой/"
      boolean full =
          !out.isEmpty() && to < end && copy.mark(to) == close && others(i + 1, to) <= room;
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

  /** "/Корр. ТАСС Глеб Рой/": the agency's reporter, within its slashes. */
  private @Nullable Np reporter(int first, int after) {
    boolean named =
        copy.is(first, Words.ABBREVIATION)
            && after - 3 > first
            && copy.has(after - 3, Copy.CAP)
            && copy.has(after - 2, Copy.CAP)
            && hits.covering(after - 3, after - 1) == null;
    return named ? People.person(after - 3, after - 1) : null;
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
    return closed ? People.person(after + 1, to) : null;
  }

  /** Past the marks that part a dateline from the text. */
  int separator(int from, int end) {
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
