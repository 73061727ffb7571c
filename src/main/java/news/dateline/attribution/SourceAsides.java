package news.dateline.attribution;

import org.jspecify.annotations.Nullable;

/**
 * Finds statements whose source stands between two commas in their middle: "Le quai sera, selon la
 * mairie, fermé", "Туристам, как отметили в полиции, грозит штраф"; and tells whether what follows
 * a source describes it.
 */
final class SourceAsides {
  /** Longest source, in tokens. */
  private static final int LONGEST = 16;

  private static final long REMARK =
      Words.PARTICIPLE
          | Words.RELATIVE
          | Words.QUOTING
          | Words.RECEIVED
          | Words.CUE
          | Words.ACCORDING
          | Words.AND;

  private final Copy copy;
  private final boolean russian;
  private final Frames frames;
  private final Statements statements;

  SourceAsides(Copy copy, Language language, Frames frames, Statements statements) {
    this.copy = copy;
    this.russian = language.code().equals("ru");
    this.frames = frames;
    this.statements = statements;
  }

  /** The statement of a sentence that names its source so; tells whether it does. */
  boolean find(int s, int end) {
    for (int i = s + 2; i + 2 < end; i++) {
      if (copy.mark(i - 1) != ',' || copy.has(i, Copy.QUOTED)) {
        continue;
      }
      int close = i + 1;
      while (close < Math.min(end, i + LONGEST) && copy.mark(close) != ',') {
        close++;
      }
      boolean closed = close + 2 < end && copy.mark(close) == ',' && !remark(close + 1);
      Frame f = closed ? frame(i, close) : null;
      Np np = f == null ? null : f.speaker();
      if (f != null && (np != null || !f.via().isEmpty())) {
        Frame within =
            new Frame(
                "source-within",
                np,
                f.cueFrom(),
                f.cueTo(),
                f.oblique(),
                f.via(),
                f.dropped(),
                i,
                close);
        return statements.around(s, i - 1, close + 1, end, within);
      }
    }
    return false;
  }

  private @Nullable Frame frame(int i, int close) {
    if (copy.is(i, Words.ACCORDING)) {
      return frames.according(i, close);
    }
    boolean as = copy.serves(i, Grammar.COMPARISON);
    for (int k = i + 1; as && k < Math.min(close, i + 5); k++) {
      if (copy.is(k, Words.SAY)) {
        return frames.after(k, close, false);
      }
    }
    return null;
  }

  /** What stands here tells of a source or a speaker, and is none of what is said. */
  boolean remark(int i) {
    int k = copy.is(i, Words.DETERMINER) ? i + 1 : i;
    return copy.has(i, Copy.CAP)
        || copy.is(i, REMARK)
        || (k < copy.size() && copy.is(k, Words.ROLE | Words.TITLE));
  }

  /** "Selon Anne Roux, directrice du port, …", "По словам людей, знакомых с делом, …". */
  boolean described(int comma, int end) {
    int i = comma + 1;
    if (i < end && copy.is(i, Words.DETERMINER)) {
      i++;
    }
    boolean apposed =
        i < end
            && !copy.has(i, Copy.CAP)
            && copy.is(i, Words.TITLE | Words.ROLE | Words.QUOTING | Words.RECEIVED);
    boolean participle = russian && i < end && copy.bits(i) == 0 && participle(i);
    for (int k = i + 1; (apposed || participle) && k < Math.min(end, comma + 14); k++) {
      if (copy.mark(k) == ',') {
        return end - k > 3;
      }
      if (copy.is(k, Words.AUX | Words.CUE | Words.WEAK) && !copy.is(k, Words.QUOTING)) {
        return false;
      }
    }
    return false;
  }

  private boolean participle(int i) {
    return copy.wordEndsWith(i, "щих")
        || copy.wordEndsWith(i, "вших")
        || copy.wordEndsWith(i, "щего")
        || copy.wordEndsWith(i, "вшего")
        || copy.wordEndsWith(i, "комых")
        || copy.wordEndsWith(i, "нных");
  }
}
