package news.dateline.attribution;

/**
 * Tells the names of books, films and programmes, catchwords and subheads, which stand between
 * marks as speech does but which nobody says.
 */
final class Titles {
  /** Longest subhead, in words. */
  private static final int SUBHEAD = 12;

  private final Copy copy;
  private final boolean capitals;
  private final boolean freely;

  /**
   * @param language only English prints titles with capital words
   */
  Titles(Copy copy, Language language) {
    this.copy = copy;
    this.capitals = language.code().equals("en");
    this.freely = language.inverts();
  }

  /** Russian, French or Spanish: words within a sentence may stand far behind their verb. */
  boolean freely() {
    return freely;
  }

  /** "Pier to close in May," by Jane Roe: a headline and who wrote the story below it. */
  boolean headline(Quoted q, int first, int next) {
    return capitals
        && copy.chars[q.end() - 1] == ','
        && copy.has(first, Copy.CAP)
        && next + 1 < copy.size()
        && copy.is(next, Words.PREPOSITION)
        && copy.wordIs(next, "by")
        && copy.has(next + 1, Copy.CAP)
        && !copy.is(next + 1, Words.TIME);
  }

  /** a "Save Our Pier" badge: a name that tells what kind of thing the next word means. */
  boolean attributive(int open, int first, int last, int next) {
    return last - first <= 6
        && open > 0
        && next < copy.size()
        && copy.has(open - 1, Copy.WORD)
        && copy.has(next, Copy.WORD)
        && !copy.has(next, Copy.CAP)
        && copy.bits(next) == 0
        && name(open, first, last);
  }

  /** Is a fragment the name of something? Not asked of what a word of saying introduces. */
  boolean name(int open, int first, int last) {
    if (open > 0 && copy.is(open - 1, Words.NEVER_QUOTE) && !verb(open - 1)) {
      return true;
    }
    if (freely && nameOf(open, first, last)) {
      return true;
    }
    if (!capitals || (verbBefore(open) && !called(open - 1))) {
      return false;
    }
    return (open == 0 || copy.mark(open - 1) != ':') && capitalised(first, last);
  }

  /** "аналитик «Северного капитала»", "el diario 'La Costa'": what a noun before it is called. */
  private boolean nameOf(int open, int first, int last) {
    if (open == 0 || first >= last || !copy.has(first, Copy.CAP) || copy.mark(last - 1) != 0) {
      return false;
    }
    int noun = open - 1;
    boolean subject =
        noun > 0
            && copy.is(noun, Words.CUE)
            && last - first < 4
            && (copy.mark(noun - 1) == ',' || Marks.dash(copy.mark(noun - 1)));
    if (subject) {
      return true; // ", пишет «Север»"
    }
    boolean bare = copy.has(noun, Copy.WORD) && !copy.has(noun, Copy.CAP | Copy.NUMBER);
    return bare
        && last - first < 5
        && copy.is(noun, Words.TITLE | Words.ROLE | Words.ORG | Words.OUTLET)
        && !copy.is(noun, Words.CUE | Words.WEAK | Words.PARTICIPLE);
  }

  /** "a play called …": the participle behind a thing, not the verb behind a person. */
  private boolean called(int i) {
    return i > 0
        && copy.is(i, Words.WEAK)
        && copy.has(i - 1, Copy.WORD)
        && !copy.has(i - 1, Copy.CAP)
        && !copy.is(i - 1, Words.PRONOUN | Words.AUX | Words.ADVERB | Words.RELATIVE | Words.AND);
  }

  /** The last word before the mark is one of saying, a comma or colon between them allowed. */
  private boolean verbBefore(int open) {
    int i = open - 1;
    if (i > 0 && (copy.mark(i) == ',' || copy.mark(i) == ':')) {
      i--;
    }
    // “told "Fox and Friends"”: who is told is no speech.
    return i >= 0 && verb(i) && (i < open - 1 || !copy.is(i, Words.TELL));
  }

  private boolean verb(int i) {
    return copy.is(i, Words.CUE | Words.TELL | Words.WEAK | Words.PARTICIPLE)
        && (!copy.is(i, Words.NEVER_QUOTE) || (i > 0 && copy.is(i - 1, Words.AUX)));
  }

  /** "Meet the Press": every word but the small ones begins with a capital. */
  private boolean capitalised(int first, int last) {
    int capital = 0;
    for (int i = first; i < last; i++) {
      if (copy.mark(i) != 0 || copy.has(i, Copy.NUMBER)) {
        continue;
      }
      if (copy.has(i, Copy.CAP)) {
        capital += copy.has(i, Copy.SENTENCE) && copy.is(i, Words.FIRST_PERSON) ? 0 : 1;
      } else if (i == first || !small(i)) {
        return false;
      }
    }
    return capital > 0;
  }

  private boolean small(int i) {
    return copy.is(
            i,
            Words.PREPOSITION
                | Words.DETERMINER
                | Words.AND
                | Words.CONJUNCTION
                | Words.AUX
                | Words.PARTICLE)
        && copy.end(i) - copy.start(i) < 6;
  }

  /** A whole paragraph between single marks or between dashes: it parts a long story. */
  boolean subhead(Quoted q, int open, int next, int words) {
    char mark = copy.chars[q.open()];
    boolean single =
        (mark == '\'' || mark == '‘') && (q.start() - q.open() == 1) && words <= SUBHEAD;
    int first = copy.paragraphFirst(q.paragraph());
    int end = copy.paragraphFirst(q.paragraph() + 1);
    boolean dashed =
        words <= SUBHEAD
            && first + 1 == open
            && Marks.dash(copy.mark(first))
            && Marks.dash(copy.mark(end - 1));
    if (!dashed && (!single || open != first)) {
      return false;
    }
    int i = next;
    while (i < end && copy.mark(i) != 0) {
      i++;
    }
    return i == end;
  }
}
