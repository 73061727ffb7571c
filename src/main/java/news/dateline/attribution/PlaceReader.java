package news.dateline.attribution;

import java.util.Locale;

/**
 * Reads the place of a dateline: "NEW YORK", "LA CROSSE, Wis.", "BEIRUT/THE HAGUE", "New Delhi
 * [India]", also in small letters where a date and a dash follow.
 */
final class PlaceReader {
  private final Copy copy;
  private final Hits hits;
  private final Language language;

  PlaceReader(Copy copy, Hits hits, Language language) {
    this.copy = copy;
    this.hits = hits;
    this.language = language;
  }

  int end(int from, int end) {
    int i = from;
    int words = 0;
    while (i < end && words < 9) {
      char m = copy.mark(i);
      if (m == 0) {
        AgencyHit hit = hits.startingAt(i);
        boolean dated = Dates.at(copy, i) != null;
        if (hit != null && i > from && !hit.named() && !dashed(hit, end)) {
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

  /** "New york, March 2 -", "lima, march 2 (ansa)": small letters that are a place all the same. */
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
    if (date == null || date.to() >= end) {
      return false;
    }
    int behind = skip(date.to(), end);
    char mark = behind < end ? copy.mark(behind) : 0;
    boolean signed =
        (mark == '/' || mark == '(') && behind + 1 < end && hits.startingAt(behind + 1) != null;
    return signed || Marks.dash(mark);
  }

  /** A bare agency stands before a dash; "PA., March 2" and "Nova Scotia" are places. */
  private boolean dashed(AgencyHit hit, int end) {
    return hit.to() < end && Marks.dash(copy.mark(hit.to()));
  }

  int trim(int from, int to) {
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

  boolean shaped(int from, int to) {
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
        && !byline(from)
        && !notPlace(from, to);
  }

  /** "Par Jeanne Roy (avec AFP)" opens a byline. */
  boolean byline(int first) {
    return copy.has(first, Copy.CAP)
        && !copy.has(first, Copy.UPPER)
        && (copy.wordIs(first, "by")
            || language.bylines().contains(copy.word(first).toLowerCase(Locale.ROOT)));
  }

  private boolean notPlace(int from, int to) {
    String words = copy.slice(from, to).toLowerCase(Locale.ROOT);
    if (language.notPlaces().contains(words)) {
      return true;
    }
    for (String no : language.notPlaces()) {
      if (words.startsWith(no) && words.startsWith(" ", no.length())) {
        return true;
      }
    }
    return false;
  }

  boolean upper(int from, int to) {
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

  int skip(int from, int end) {
    int i = from;
    while (i < end && (copy.mark(i) == ',' || copy.mark(i) == '.')) {
      i++;
    }
    return i;
  }
}
