package news.dateline.attribution;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Agencies that only their place betrays: in brackets where a credit stands ("BERLIN, 23 (D. N.
 * B.). —", "(afp-ap)"), joined by hyphens ("ats-afp"), or spelt with dots ("l'A.F.P."). Marks the
 * words of such brackets in the copy.
 */
final class CreditBrackets {
  /** Words in a bracket that may be no agency: "(AFP, Impar.)", "(dpa/eigene)". */
  private static final int OTHERS = 1;

  /** "(Vom Korrespondenten der SDA)": what may stand beside agency and job. */
  private static final long BESIDE = Words.PREPOSITION | Words.DETERMINER | Words.AGENCY_WORD;

  /** Characters of the longest bracket of credits. */
  private static final int WIDEST = 120;

  private final Copy copy;
  private final CreditWords words;
  private final Language language;
  private final AgencyScanner scanner;
  private final Hits known;
  private final List<AgencyHit> found = new ArrayList<>();

  CreditBrackets(
      Copy copy,
      CreditWords words,
      Language language,
      AgencyScanner scanner,
      List<AgencyHit> known) {
    this.copy = copy;
    this.words = words;
    this.language = language;
    this.scanner = scanner;
    this.known = new Hits(known, copy.size());
  }

  /** The agencies known before and those found here, in text order. */
  List<AgencyHit> read() {
    int read = 0;
    for (int number = 0; number < copy.creditSigns(); number++) {
      int i = copy.creditSign(number);
      if (i < read) {
        continue;
      }
      read = i + 1;
      char mark = copy.mark(i);
      if (mark == 0) {
        read = letter(i) ? dotted(i) + 1 : read;
      } else if (mark == '(') {
        read = bracket(i) + 1;
      } else if (i > 1 && CreditPlace.dated(copy, i - 1)) {
        small(i + 1);
      }
    }
    found.addAll(new HyphenedAgencies(copy, words, language, scanner, known).read());
    for (AgencyHit hit : known.all()) {
      if (betweenDashes(hit)) {
        copy.credited(hit.from(), hit.to(), true);
      } else if (endsParagraph(hit)) {
        copy.credited(hit.from(), hit.to(), false);
      }
    }
    if (found.isEmpty()) {
      return known.all();
    }
    found.addAll(known.all());
    found.sort(Comparator.comparingInt(AgencyHit::from));
    return found;
  }

  /** Reads a bracket and returns the last token that need not be looked at again. */
  private int bracket(int open) {
    int close = open + 1;
    int limit = Math.min(copy.size(), open + CreditPlace.LONGEST);
    while (close < limit
        && copy.mark(close) != ')'
        && copy.mark(close) != '('
        && !copy.has(close, Copy.PARAGRAPH)) {
      close++;
    }
    if (close >= limit
        || copy.mark(close) != ')'
        || close == open + 1
        || copy.start(close) - copy.start(open) > WIDEST) {
      return open;
    }
    CreditPlace place = CreditPlace.of(copy, open, close);
    if (place == CreditPlace.NONE) {
      return open;
    }
    int before = found.size();
    int agencies = 0;
    int others = 0;
    int from = open + 1;
    while (from < close) {
      int to = from;
      while (to < close && !parts(to, close)) {
        to++;
      }
      if (to > from) {
        int here = part(from, to, place);
        agencies += Math.max(0, here);
        others += here <= 0 && !silent(from, to) ? 1 : 0;
      }
      from = to + 1;
    }
    if (agencies == 0 || others > OTHERS) {
      while (found.size() > before) {
        found.remove(found.size() - 1);
      }
      return open;
    }
    copy.credited(open, close + 1, place == CreditPlace.DATELINE);
    return close;
  }

  private boolean parts(int i, int close) {
    char m = copy.mark(i);
    return m == ','
        || m == '/'
        || m == ';'
        || m == '+'
        || m == '&'
        || m == '='
        || Marks.dash(m)
        || (m == '.' && i + 1 < close && copy.mark(i + 1) != 0)
        || copy.is(i, Words.AND);
  }

  private boolean silent(int from, int to) {
    for (int i = from; i < to; i++) {
      if (copy.mark(i) == 0 && !copy.has(i, Copy.NUMBER) && !copy.is(i, Words.MONTH)) {
        return false;
      }
    }
    return true;
  }

  /** How many agencies a part of a bracket names; 0 when it names none. */
  private int part(int first, int to, CreditPlace place) {
    int from = first;
    while (from + 1 < to && agencyNoun(from)) {
      from++;
      from += from + 1 < to && copy.mark(from) == '.' ? 1 : 0;
    }
    List<AgencyHit> already = known.within(from, to);
    if (!already.isEmpty()) {
      return covered(already, from, to) ? already.size() : 0;
    }
    String text = copy.slice(from, to);
    if (to == from + 1 && text.indexOf('-') > 0) {
      int joined = hyphened(from, text, place);
      boolean initial = text.indexOf('-') == 1;
      return joined == 0 && !initial && note(from, to, text, place) ? 1 : joined;
    }
    if (note(from, to, text, place)) {
      return 1;
    }
    if (place == CreditPlace.DATELINE && to == from + 1) {
      Agency agency = words.misread(CreditWords.letters(text));
      if (agency != null) {
        found.add(hit(from, to, agency));
        return 1;
      }
    }
    int n = 0;
    for (int i = from; i < to && to - from <= 3; i++) {
      if (copy.mark(i) == 0) {
        if (!note(i, i + 1, copy.word(i), place)) {
          return n;
        }
        n++;
      }
    }
    return n;
  }

  private boolean agencyNoun(int i) {
    return copy.is(i, Words.AGENCY_NOUN) || copy.wordIs(i, "ag") || copy.wordIs(i, "tel");
  }

  /** Are the words of a part the agencies, but for one: "Reuters photo", "AFP Paris"? */
  private boolean covered(List<AgencyHit> hits, int from, int to) {
    int others = 0;
    for (int i = from; i < to; i++) {
      others += copy.mark(i) == 0 && !copy.has(i, Copy.NUMBER) && !copy.is(i, BESIDE) ? 1 : 0;
    }
    for (AgencyHit hit : hits) {
      for (int i = Math.max(from, hit.from()); i < Math.min(to, hit.to()); i++) {
        others -= copy.mark(i) == 0 && !copy.is(i, BESIDE) ? 1 : 0;
      }
    }
    // "(Radio Show)": an everyday word is an agency only alone.
    boolean everyday = hits.size() == 1 && hits.get(0).agency().use() == Agency.Use.SIGNED;
    return others <= (everyday ? 0 : OTHERS);
  }

  /** Agencies joined by hyphens; none when another word is among them, as in "(D-PA)". */
  private int hyphened(int token, String text, CreditPlace place) {
    int before = found.size();
    for (String part : text.split("-", -1)) {
      if (!note(token, token + 1, part, place)) {
        found.subList(before, found.size()).clear();
        return 0;
      }
    }
    return found.size() - before;
  }

  private boolean note(int from, int to, String text, CreditPlace place) {
    Agency agency = words.agency(CreditWords.letters(text), language.code());
    boolean everyday =
        agency != null
            && agency.use() == Agency.Use.SIGNED
            && place != CreditPlace.DATELINE
            && text.indexOf('.') < 0
            && !agency.credits().contains(text);
    if (agency == null || everyday) {
      return false;
    }
    found.add(hit(from, to, agency));
    return true;
  }

  private static AgencyHit hit(int from, int to, Agency agency) {
    return new AgencyHit(from, to, from, to, agency, false, "", false);
  }

  /** "москва, 22 апр - риа новости": copy whose capitals were lost. */
  private void small(int from) {
    for (int to = Math.min(from + 2, copy.size()); to > from; to--) {
      boolean word = copy.mark(to - 1) == 0 && copy.mark(from) == 0 && !copy.has(from, Copy.CAP);
      Agency agency =
          word ? words.agency(CreditWords.letters(copy.slice(from, to)), language.code()) : null;
      boolean parted = to >= copy.size() || copy.mark(to) != 0;
      if (agency != null && parted && known.within(from, to).isEmpty()) {
        found.add(hit(from, to, agency));
        copy.credited(from, to, true);
        return;
      }
    }
  }

  /** One capital letter, or such letters parted by dots. */
  private boolean letter(int i) {
    if (!copy.has(i, Copy.CAP)) {
      return false;
    }
    int length = copy.end(i) - copy.start(i);
    return length == 1
        ? i + 2 < copy.size() && copy.mark(i + 1) == '.'
        : length >= 5 && length <= 8 && copy.chars[copy.start(i) + 1] == '.';
  }

  private int dotted(int i) {
    int to = i + 1;
    if (copy.end(i) - copy.start(i) == 1) {
      while (to + 1 < copy.size()
          && to < i + 9
          && copy.mark(to) == '.'
          && copy.has(to + 1, Copy.CAP)
          && copy.end(to + 1) - copy.start(to + 1) == 1) {
        to += 2;
      }
      if (to == i + 1) {
        return i;
      }
    }
    if (known.startingAt(i) != null || nameBeside(i, to)) {
      return to - 1;
    }
    String letters = CreditWords.letters(copy.slice(i, to));
    Agency agency = letters.length() < 3 ? null : words.agency(letters, language.code());
    if (agency == null) {
      return to - 1;
    }
    int end = to < copy.size() && copy.mark(to) == '.' && to > i + 1 ? to + 1 : to;
    found.add(scanner.phrase(i, end, agency));
    return end - 1;
  }

  /** Initials belong to the name beside them: "J.F.K. Smith", "Fiat S.P.A.". */
  private boolean nameBeside(int from, int to) {
    int after = to < copy.size() && copy.mark(to) == '.' ? to + 1 : to;
    return (after < copy.size() && copy.has(after, Copy.CAP) && !copy.has(after, Copy.SENTENCE))
        || (from > 0 && copy.has(from - 1, Copy.CAP) && !copy.has(from, Copy.SENTENCE));
  }

  /** "… on the harbour. AFP", "… sur le port. / ATS": a credit without a bracket. */
  private boolean endsParagraph(AgencyHit hit) {
    int after = hit.to();
    if (after < copy.size() && copy.mark(after) == '.' && !copy.has(after, Copy.PARAGRAPH)) {
      after++;
    }
    boolean end = after >= copy.size() || copy.has(after, Copy.PARAGRAPH);
    int before = hit.from() - 1;
    if (!end || before < 0 || copy.has(hit.from(), Copy.PARAGRAPH)) {
      return false;
    }
    char mark = copy.mark(before);
    if (mark == '/' || Marks.dash(mark)) {
      before--;
      mark = before < 0 || copy.has(before + 1, Copy.PARAGRAPH) ? 0 : copy.mark(before);
    }
    return mark == '.' || mark == '!' || mark == '?' || mark == '»' || mark == '”' || mark == '"';
  }

  /** "Paris, 4. — Havas — ", "МОСКВА, 25 мая — РИА Новости. ". */
  private boolean betweenDashes(AgencyHit hit) {
    int before = hit.from() - 1;
    int after = hit.to();
    return before > 1
        && after < copy.size()
        && Marks.dash(copy.mark(before))
        && (Marks.dash(copy.mark(after)) || copy.mark(after) == '.')
        && CreditPlace.dated(copy, before - 1);
  }
}
