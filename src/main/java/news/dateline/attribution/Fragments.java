package news.dateline.attribution;

import org.jspecify.annotations.Nullable;

/**
 * Tells words quoted within a sentence from names, titles and irony, in a language that sets all of
 * them between the same marks and capitalises every noun: German.
 *
 * <p>A name is announced by the noun before it ("die Zeitung „…“"), begins with a capital and holds
 * no verb. Words said begin in lower case or hold small words, and stand in a sentence that
 * reports: with a word of saying or a verb in the mood of reported speech.
 */
final class Fragments {
  /** What a fragment is. */
  enum Verdict {
    /** Somebody's words. */
    SAID,
    /** A name, a title, a term: nobody says it. */
    NAME,
    /** Nothing speaks for either. */
    OPEN
  }

  private static final long REPORTS =
      Words.CUE | Words.TELL | Words.WEAK | Words.QUOTING | Words.SUBJUNCTIVE | Words.ACCORDING;

  /** Quotations longer than this are hardly ever names. */
  private static final int LONG = 8;

  private final Copy copy;
  private Verdict lastVerdict = Verdict.OPEN;
  private int lastNext = -1;

  private Fragments(Copy copy) {
    this.copy = copy;
  }

  /** For a language; null where capitals tell names from words said. */
  static @Nullable Fragments of(Copy copy, Language language) {
    return language.code().equals("de") ? new Fragments(copy) : null;
  }

  /**
   * @param lo where the words before the quotation begin
   * @param open the opening mark
   * @param first word quoted
   * @param close the closing mark, or the end of the words
   * @param next one past the closing mark
   * @param hi where the words after the quotation end
   */
  Verdict judge(int lo, int open, int first, int close, int next, int hi) {
    int words = 0;
    int last = first;
    boolean small = false;
    for (int i = first; i < close && words <= LONG; i++) {
      if (copy.has(i, Copy.WORD)) {
        words++;
        last = i;
        small |= i > first && !copy.has(i, Copy.CAP | Copy.NUMBER);
      }
    }
    Verdict verdict = Verdict.OPEN;
    boolean listed = open > lo && lastNext == open - 1 && joins(open - 1);
    if (words > 2 && lo < open && copy.is(first, Words.THAT)) {
      verdict = Verdict.SAID; // "kam zu dem Ergebnis, „dass …“"
    } else if (words > 0 && listed && lastVerdict != Verdict.OPEN) {
      verdict = lastVerdict;
    } else if (words > 0 && words <= LONG) {
      boolean ends = small && words >= 3 && !copy.has(last, Copy.CAP | Copy.NUMBER);
      boolean spoken = copy.mark(close - 1) != 0 && Marks.ends(copy.mark(close - 1));
      verdict = shortOne(lo, open, first, words, small, ends, spoken, next, hi);
    } else if (words > LONG && lo < open && (called(open) || example(open, lo))) {
      verdict = Verdict.NAME;
    } else if (words > LONG && lo < open && copy.mark(open - 1) != ':') {
      verdict = reports(lo, open, next, hi) ? Verdict.SAID : Verdict.OPEN;
    }
    lastVerdict = verdict;
    lastNext = next;
    return verdict;
  }

  private Verdict shortOne(
      int lo,
      int open,
      int first,
      int words,
      boolean small,
      boolean ends,
      boolean spoken,
      int next,
      int hi) {
    boolean capital = copy.has(first, Copy.CAP | Copy.NUMBER);
    boolean alone = lo >= open;
    boolean colon = !alone && copy.mark(open - 1) == ':';
    boolean italic = copy.mark(open) == '\'';
    boolean body =
        !alone && capital && copy.has(open - 1, Copy.CAP) && copy.is(open - 1, Words.ORG);
    boolean called =
        body
            || named(next, hi)
            || itself(lo, open, next, hi)
            || (!alone && called(open))
            || (colon && open - 2 >= lo && copy.is(open - 2, Words.NAMING));
    boolean glossed = colon && !spoken && bracketed(open - 1, lo);
    boolean listed = !alone && capital && !spoken && example(open, lo);
    if (called || glossed || listed || (italic && !spoken)) {
      return Verdict.NAME;
    }
    if (alone || colon) {
      boolean subject =
          alone
              && next < hi
              && copy.has(next, Copy.WORD)
              && !copy.is(next, Words.CUE | Words.TELL | Words.WEAK | Words.ACCORDING);
      return subject && capital && !ends && !spoken ? Verdict.NAME : Verdict.OPEN;
    }
    boolean reported = reports(lo, open, next, hi);
    if (!capital) {
      boolean address = words == 1 && copy.wordHas(first, '.');
      boolean said = words > 2 || reported || copy.wordIs(open - 1, "als");
      return address ? Verdict.NAME : said ? Verdict.SAID : Verdict.OPEN;
    }
    boolean announced = copy.has(open - 1, Copy.CAP) && !copy.has(open - 1, Copy.SENTENCE);
    boolean article = definite(open - 1) || (attributive(open - 1) && definite(open - 2));
    if (saying(open, lo) || (ends && !announced && !article && (reported || words > 4))) {
      return Verdict.SAID;
    }
    if (announced || !reported) {
      return Verdict.NAME;
    }
    if (small && words >= 3 && !article && !copy.is(open - 1, Words.PREPOSITION)) {
      return Verdict.SAID;
    }
    boolean follows =
        copy.mark(open - 1) == ',' && open - 2 >= lo && copy.is(open - 2, Words.CUE | Words.TELL);
    boolean judged =
        follows
            || spokenOf(open, lo)
            || copy.wordIs(open - 1, "als")
            || indefinite(open - 1)
            || copy.is(open - 1, Words.SUBJUNCTIVE);
    return judged ? Verdict.SAID : Verdict.NAME;
  }

  /** One more of a list: "„…“ oder „…“". */
  private boolean joins(int i) {
    return copy.mark(i) == ',' || copy.is(i, Words.AND | Words.CONJUNCTION);
  }

  /** "sprach von „…“". */
  private boolean spokenOf(int open, int lo) {
    boolean of = copy.wordIs(open - 1, "von") || copy.wordIs(open - 1, "vom");
    for (int i = open - 2; of && i >= Math.max(lo, open - 10) && copy.mark(i) == 0; i--) {
      if (copy.wordIs(i, "sprach")
          || copy.wordIs(i, "sprachen")
          || copy.wordIs(i, "spricht")
          || copy.wordIs(i, "sprechen")) {
        return true;
      }
    }
    return false;
  }

  /** "mit den Worten „…“", "Sprüche wie zum Beispiel „…“". */
  private boolean saying(int open, int lo) {
    if (copy.is(open - 1, Words.SAYING_NOUN)) {
      return true;
    }
    boolean as = copy.wordIs(open - 1, "wie") || copy.wordIs(open - 1, "beispiel");
    for (int i = open - 2; as && i >= Math.max(lo, open - 4); i--) {
      if (copy.is(i, Words.SAYING_NOUN)) {
        return true;
      }
    }
    return false;
  }

  /** "(Codename: „…“", "(etwa: „…“": two or three words of a bracket before a colon. */
  private boolean bracketed(int colon, int lo) {
    int i = colon - 1;
    while (i > Math.max(lo, colon - 4) && copy.mark(i) == 0) {
      i--;
    }
    return i >= lo && copy.mark(i) == '(';
  }

  /** "das Buch „…“", "unter dem Motto „…“". */
  private boolean called(int open) {
    return copy.is(open - 1, Words.NAMING | Words.NEVER_QUOTE);
  }

  /** "Romane wie „…“", "darunter „…“": one of several that bear names, not of several sayings. */
  private boolean example(int open, int lo) {
    boolean one =
        copy.wordIs(open - 1, "darunter")
            || copy.wordIs(open - 1, "beispielsweise")
            || (copy.wordIs(open - 1, "wie") && open - 2 >= lo && copy.has(open - 2, Copy.CAP));
    return one && !saying(open, lo);
  }

  /** "die neue „…“": a name stands behind a definite article; words said hardly do. */
  private boolean definite(int i) {
    return i >= 0 && copy.is(i, Words.DETERMINER) && !indefinite(i);
  }

  private boolean attributive(int i) {
    return copy.has(i, Copy.WORD)
        && !copy.has(i, Copy.CAP)
        && !copy.is(i, REPORTS | Words.AUX | Words.PREPOSITION | Words.DETERMINER | Words.ADVERB)
        && (copy.wordEndsWith(i, "e") || copy.wordEndsWith(i, "en"));
  }

  private boolean indefinite(int i) {
    return copy.serves(i, Grammar.INDEFINITE_ARTICLE);
  }

  /** "nennt sich „…“", "die sich selbst „…“ nennen": what gives itself a name says nothing. */
  private boolean itself(int lo, int open, int next, int hi) {
    int self = open - 1;
    while (self > lo && self > open - 3 && !copy.wordIs(self, "sich")) {
      self--;
    }
    if (self < lo || !copy.wordIs(self, "sich")) {
      return false;
    }
    for (int i = self - 1; i >= Math.max(lo, self - 3); i--) {
      if (calls(i)) {
        return true;
      }
    }
    int i = next;
    while (i < Math.min(hi, next + 6) && copy.mark(i) != ',' && !calls(i)) {
      i++;
    }
    return i < hi && calls(i);
  }

  private boolean calls(int i) {
    return copy.wordIs(i, "nennt")
        || copy.wordIs(i, "nennen")
        || copy.wordIs(i, "nannte")
        || copy.wordIs(i, "nannten");
  }

  /** "„…“ genannt", "„…“, so heißt": the words around it call something so. */
  private boolean named(int next, int hi) {
    if (next >= hi) {
      return false;
    }
    if (copy.is(next, Words.NAMING)) {
      return true;
    }
    boolean motto =
        copy.mark(next) == ','
            && next + 3 < hi
            && copy.is(next + 1, Words.NAMING)
            && copy.is(next + 2, Words.DETERMINER)
            && copy.is(next + 3, Words.NAMING);
    if (motto) {
      return true;
    }
    boolean as =
        copy.mark(next) == ','
            && next + 1 < hi
            && (copy.wordIs(next + 1, "so") || copy.wordIs(next + 1, "wie"));
    for (int i = next + 2; as && i < Math.min(hi, next + 9); i++) {
      if (copy.mark(i) != 0) {
        return false;
      }
      if (copy.is(i, Words.NAMING)) {
        return true;
      }
    }
    return false;
  }

  private boolean reports(int lo, int open, int next, int hi) {
    for (int i = Math.max(lo, open - 60); i < open; i++) {
      if (copy.is(i, REPORTS) && !copy.has(i, Copy.QUOTED)) {
        return true;
      }
    }
    for (int i = next; i < Math.min(hi, next + 30); i++) {
      if (copy.is(i, REPORTS)) {
        return true;
      }
    }
    return false;
  }
}
