package news.dateline.attribution;

/**
 * Where a bracket stands: where a credit would, between a dateline and its text or behind a
 * finished sentence, or in the flow of one.
 */
enum CreditPlace {
  /** In the flow of a sentence: the bracket explains a word. */
  NONE,
  /** Between two sentences, or at an end of a paragraph. */
  SENTENCE,
  /** Behind a date, or before a dash: a dateline. */
  DATELINE;

  /** How many tokens a bracket of credits may hold. */
  static final int LONGEST = 14;

  /** The place of a bracket, by its opening and closing token. */
  static CreditPlace of(Copy copy, int open, int close) {
    int after = close + 1;
    while (after < copy.size()
        && after < close + 4
        && !copy.has(after, Copy.PARAGRAPH)
        && (copy.mark(after) == '.' || copy.mark(after) == ',' || copy.mark(after) == ':')) {
      after++;
    }
    boolean end = after >= copy.size() || copy.has(after, Copy.PARAGRAPH);
    boolean dash = !end && Marks.dash(copy.mark(after));
    boolean opens =
        !end
            && (copy.has(after, Copy.CAP | Copy.NUMBER)
                || copy.mark(after) == '('
                || Marks.opens(copy.mark(after)));
    if (!end && !dash && !opens) {
      return NONE;
    }
    if (open == 0 || copy.has(open, Copy.PARAGRAPH)) {
      return dash ? DATELINE : SENTENCE;
    }
    int before = open - 1;
    if (dated(copy, before)) {
      return DATELINE;
    }
    boolean place = copy.has(before, Copy.CAP) || copy.mark(before) == ')';
    char mark = copy.mark(before);
    boolean parted = mark != 0 && mark != '(' && mark != '/' && mark != ')';
    if (dash) {
      // Without a capital after it the dash goes on with the sentence.
      boolean text = after + 1 < copy.size() && copy.has(after + 1, Copy.CAP);
      return place || parted ? DATELINE : text ? SENTENCE : NONE;
    }
    return parted ? SENTENCE : NONE;
  }

  /** "7. Aug.", "14", "March 3,": what stands before the bracket of a dateline. */
  static boolean dated(Copy copy, int last) {
    int i = last;
    if (i > 0 && (copy.mark(i) == '.' || copy.mark(i) == ',')) {
      i--;
    }
    if (copy.is(i, Words.MONTH)) {
      return i > 0 && (copy.has(i - 1, Copy.NUMBER) || copy.mark(i - 1) == '.');
    }
    return copy.has(i, Copy.NUMBER)
        && copy.end(i) - copy.start(i) <= 2
        && i > 0
        && (copy.mark(i - 1) == ',' || copy.mark(i - 1) == '.' || copy.is(i - 1, Words.MONTH));
  }
}
