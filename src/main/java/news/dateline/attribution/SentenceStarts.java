package news.dateline.attribution;

/** Where a sentence begins: behind which marks, and before which words. */
final class SentenceStarts {
  private SentenceStarts() {}

  /** Whether one begins at a token that a space parts from the one before it. */
  static boolean at(Copy copy, int i) {
    char first = copy.chars[copy.start(i)];
    if (!copy.has(i, Copy.CAP)
        && !copy.has(i, Copy.NUMBER)
        && !Marks.opens(first)
        && first != '('
        && !Marks.dash(first)) {
      return false;
    }
    int p = i - 1;
    while (p > 0
        && !copy.has(p, Copy.WORD)
        && (Marks.quote(copy.chars[copy.start(p)]) || copy.chars[copy.start(p)] == ')')) {
      p--;
    }
    if (copy.has(p, Copy.WORD)) {
      return false;
    }
    char mark = copy.chars[copy.start(p)];
    if (mark == '!' || mark == '?' || mark == '…') {
      return true;
    }
    if (mark != '.') {
      return false;
    }
    if (p == 0 || copy.start(p) != copy.end(p - 1)) {
      return true;
    }
    int before = p - 1;
    if (copy.has(before, Copy.NUMBER)
        && copy.end(before) - copy.start(before) <= 2
        && copy.is(i, Words.MONTH)) {
      // "am 20. Juli"
      return false;
    }
    boolean initial = copy.end(before) - copy.start(before) == 1 && copy.has(before, Copy.CAP);
    boolean abbreviation = initial || copy.is(before, Words.ABBREVIATION);
    return !abbreviation || (copy.has(i, Copy.NUMBER) && !copy.is(before, Words.MONTH) && initial);
  }
}
