package news.dateline.attribution;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Datelines that do not open with their place: a place within the agency's bracket, within a
 * release's, behind an agency on a line of their own, or behind a byline or credit whose line break
 * was lost.
 */
final class DatelineForms {
  private final Copy copy;
  private final Hits hits;
  private final PlaceReader places;
  private final DatelineReader reader;

  DatelineForms(Copy copy, Hits hits, PlaceReader places, DatelineReader reader) {
    this.copy = copy;
    this.hits = hits;
    this.places = places;
    this.reader = reader;
  }

  /** The dateline that begins at a token in one of these forms; null when none does. */
  DatelineReader.@Nullable Found read(int first, int end) {
    DatelineReader.Found found = equal(first, end);
    if (found == null) {
      found = bylined(first, end);
    }
    if (found == null) {
      found = unparted(first, end);
    }
    if (found == null) {
      found = alone(first, end);
    }
    return found != null ? found : bracketed(first, end);
  }

  /** "(서울=연합뉴스) 홍길동 기자 = ". */
  private DatelineReader.@Nullable Found equal(int first, int end) {
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
    List<Np> authors = signed ? List.of(People.person(to, name)) : List.of();
    return new DatelineReader.Found(
        first, signed ? close + 1 : to, first + 1, sign, null, List.of(hit), authors);
  }

  /**
   * "By Jane Roe ISTANBUL (AA) – ", "By Jane Roe (ANSA) – ", where the break behind the byline was
   * lost.
   */
  private DatelineReader.@Nullable Found bylined(int first, int end) {
    int opener = first;
    AgencyHit hit = opener < end ? hits.startingAt(opener) : null;
    if (hit != null && hit.from() == opener) {
      opener = hit.to();
    }
    if (opener + 2 >= end || !places.byline(opener) || !copy.has(opener + 1, Copy.CAP)) {
      return null;
    }
    int place = opener + 1;
    while (place < end
        && copy.mark(place) != '.'
        && copy.mark(place) != '('
        && !(copy.has(place, Copy.UPPER) && copy.end(place) - copy.start(place) > 2)) {
      place++;
    }
    List<Np> authors = People.read(copy, hits, opener + 1, place);
    if (place >= end || authors.isEmpty()) {
      return null;
    }
    DatelineReader.Found inner =
        copy.mark(place) == '(' ? reader.leadCredit(place, end) : reader.located(first, place, end);
    return inner == null || inner.agencies().isEmpty()
        ? null
        : new DatelineReader.Found(
            place,
            inner.to(),
            inner.placeFrom(),
            inner.placeTo(),
            inner.date(),
            inner.agencies(),
            authors);
  }

  /** "KYODO, JIJI LIMA – ", where the break behind the credit was lost. */
  private DatelineReader.@Nullable Found unparted(int first, int end) {
    List<AgencyHit> agencies = new ArrayList<>();
    int i = first;
    while (i < end) {
      AgencyHit hit = hits.startingAt(i);
      if (hit == null || hit.from() != i) {
        break;
      }
      agencies.add(hit);
      i = hit.to();
      if (i >= end || copy.mark(i) != ',') {
        break;
      }
      i++;
    }
    if (agencies.isEmpty() || i >= end || !copy.has(i, Copy.UPPER)) {
      return null;
    }
    DatelineReader.Found inner = reader.located(i, i, end);
    return inner == null || !inner.agencies().isEmpty() || !places.upper(i, inner.placeTo())
        ? null
        : new DatelineReader.Found(
            first,
            inner.to(),
            inner.placeFrom(),
            inner.placeTo(),
            inner.date(),
            agencies,
            List.of());
  }

  /** "AFP, MANILA": an agency and a place in capitals, on a line of their own. */
  private DatelineReader.@Nullable Found alone(int first, int end) {
    AgencyHit hit = first < end ? hits.startingAt(first) : null;
    if (hit == null || hit.from() != first || hit.to() >= end || copy.mark(hit.to()) != ',') {
      return null;
    }
    int to = places.end(hit.to() + 1, end);
    boolean line = to == end && (to == copy.size() || copy.has(to, Copy.PARAGRAPH));
    return line && hits.startingAt(hit.to() + 1) == null && places.upper(hit.to() + 1, to)
        ? new DatelineReader.Found(first, to, hit.to() + 1, to, null, List.of(hit), List.of())
        : null;
  }

  /** "(New York, NY - October 21) – ", as releases open. */
  private DatelineReader.@Nullable Found bracketed(int first, int end) {
    if (first >= end || copy.mark(first) != '(') {
      return null;
    }
    int placeTo = places.end(first + 1, end);
    int i = places.skip(placeTo, end);
    if (placeTo == first + 1 || i >= end || !hits.within(first + 1, placeTo).isEmpty()) {
      return null; // "(APA/Reuters, 3.6.2015)" is a credit
    }
    Dates.Printed date = Dates.at(copy, Marks.dash(copy.mark(i)) ? i + 1 : i);
    if (date == null || date.to() >= end || copy.mark(date.to()) != ')') {
      return null;
    }
    int trimmed = places.trim(first + 1, placeTo);
    int to = reader.separator(date.to() + 1, end);
    return places.shaped(first + 1, trimmed)
        ? new DatelineReader.Found(first, to, first + 1, trimmed, date, List.of(), List.of())
        : null;
  }
}
