package news.dateline.attribution;

/**
 * Finds statements somebody is quoted with: "TASS quoted X as saying …", "X was quoted by TASS as
 * saying …", also at the end of a sentence.
 */
final class AsSaying {
  private final Copy copy;
  private final Language language;
  private final Hits hits;
  private final Frames frames;
  private final Clauses clauses;
  private final Statements statements;

  AsSaying(
      Copy copy,
      Language language,
      Hits hits,
      Frames frames,
      Clauses clauses,
      Statements statements) {
    this.copy = copy;
    this.language = language;
    this.hits = hits;
    this.frames = frames;
    this.clauses = clauses;
    this.statements = statements;
  }

  /** The statement of a sentence that is quoted so; tells whether there is one. */
  boolean find(int s, int end) {
    int limit = Math.min(end, s + 60);
    int from = s;
    for (int i = s; i < limit; i++) {
      if (copy.mark(i) == ',') {
        from = i + 1;
      }
      if (!copy.is(i, Words.QUOTING) || copy.has(i, Copy.QUOTED)) {
        continue;
      }
      int saying = i + 1;
      while (saying < end && !copy.is(saying, Words.PARTICIPLE) && !attacking(saying)) {
        saying++;
      }
      if (saying >= end || saying - i > 25) {
        continue;
      }
      Frame f = frames.quoting(s, end);
      Np np = f == null ? null : f.speaker();
      if (f == null || np == null) {
        return false;
      }
      int content = copy.is(saying, Words.PARTICIPLE) ? saying + 1 : saying;
      if (copy.wordIs(content, "by") && hits.startingAt(content + 1) != null) {
        content = end; // "was quoted as saying by TASS"
      }
      int that = clauses.laterThat(content, Math.min(end, content + 6));
      content = that > 0 ? that : content;
      boolean told = copy.wordIs(saying, "telling");
      if (told && that < 0) {
        while (content < end
            && (copy.has(content, Copy.CAP)
                || copy.is(content, Words.ADDRESSEE | Words.DETERMINER))) {
          content++;
          if (copy.is(content - 1, Words.ADDRESSEE)) {
            break;
          }
        }
      }
      if (end - content >= 3) {
        return statements.add(content, end, f);
      }
      return from > s + 3 && statements.add(s, from - 1, f);
    }
    return false;
  }

  /** English "quoted X, a member of the council, attacking the plan". */
  private boolean attacking(int i) {
    return language.code().equals("en") && copy.mark(i - 1) == ',' && copy.wordEndsWith(i, "ing");
  }
}
