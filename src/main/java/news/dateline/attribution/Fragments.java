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
    if (words > 0 && words <= LONG) {
      boolean listed = open > lo && lastNext == open - 1 && joins(open - 1);
      boolean ends = small && words >= 3 && !copy.has(last, Copy.CAP | Copy.NUMBER);
      boolean spoken = copy.mark(close - 1) != 0 && Marks.ends(copy.mark(close - 1));
      verdict =
          listed && lastVerdict != Verdict.OPEN
              ? lastVerdict
              : shortOne(lo, open, first, words, small, ends, spoken, next, hi);
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
    boolean called =
        named(next, hi)
            || (!alone && copy.is(open - 1, Words.NAMING | Words.NEVER_QUOTE))
            || (colon && open - 2 >= lo && copy.is(open - 2, Words.NAMING));
    if (called || (italic && !spoken)) {
      return Verdict.NAME;
    }
    if (alone || colon) {
      boolean subject =
          alone && next < hi && copy.has(next, Copy.WORD) && !copy.is(next, Words.CUE | Words.TELL);
      return subject && capital && !ends && !spoken ? Verdict.NAME : Verdict.OPEN;
    }
    boolean reported = reports(lo, open, next, hi);
    if (!capital) {
      boolean address = words == 1 && copy.wordHas(first, '.');
      boolean said = words > 4 || reported || copy.wordIs(open - 1, "als");
      return address ? Verdict.NAME : said ? Verdict.SAID : Verdict.OPEN;
    }
    if (saying(open, lo) || (ends && (reported || words > 4))) {
      return Verdict.SAID;
    }
    boolean announced = copy.has(open - 1, Copy.CAP) && !copy.has(open - 1, Copy.SENTENCE);
    if (announced || !reported) {
      return Verdict.NAME;
    }
    boolean definite =
        copy.is(open - 1, Words.DETERMINER | Words.PREPOSITION) && !indefinite(open - 1);
    if (small && words >= 3 && !definite) {
      return Verdict.SAID;
    }
    boolean follows =
        copy.mark(open - 1) == ',' && open - 2 >= lo && copy.is(open - 2, Words.CUE | Words.TELL);
    boolean judged =
        follows
            || copy.wordIs(open - 1, "als")
            || indefinite(open - 1)
            || copy.is(open - 1, Words.SUBJUNCTIVE);
    return judged ? Verdict.SAID : Verdict.NAME;
  }

  /** One more of a list: "„…“ oder „…“". */
  private boolean joins(int i) {
    return copy.mark(i) == ',' || copy.is(i, Words.AND | Words.CONJUNCTION);
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

  private boolean indefinite(int i) {
    return copy.wordIs(i, "ein")
        || copy.wordIs(i, "eine")
        || copy.wordIs(i, "einen")
        || copy.wordIs(i, "einem")
        || copy.wordIs(i, "einer")
        || copy.wordIs(i, "eines");
  }

  /** "„…“ genannt", "„…“, so heißt": the words around it call something so. */
  private boolean named(int next, int hi) {
    if (next >= hi) {
      return false;
    }
    if (copy.is(next, Words.NAMING)) {
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
