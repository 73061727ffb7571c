package news.dateline.attribution;

import news.dateline.model.Attribution.Speaker.SpeakerKind;
import org.jspecify.annotations.Nullable;

/**
 * Who speaks when no word of saying that the language file knows stands beside a quotation: the
 * subject of the clause that a comma or a colon binds to it. Any verb will do there.
 */
final class Leads {
  private static final int REACH = 40;

  private final Copy copy;
  private final boolean told;
  private final boolean verbSecond;
  private final boolean inverts;
  private final NounPhrases phrases;
  private final FrameBuilder builder;
  private final ClauseStarts starts;

  /**
   * @param language German and its like set the subject behind the verb when anything else opens
   *     the clause, so that its first phrase tells nothing
   */
  Leads(Copy copy, Language language, NounPhrases phrases, FrameBuilder builder) {
    this.copy = copy;
    this.told = language.tellsSpeakers();
    this.verbSecond = language.code().equals("de");
    this.inverts = language.inverts();
    this.phrases = phrases;
    this.builder = builder;
    this.starts = new ClauseStarts(copy);
  }

  /** "Jones shot back: “…”": the subject of the last clause before a quotation. */
  @Nullable Frame before(int lo, int hi) {
    if (!told || verbSecond) {
      return null;
    }
    int from = Math.max(lo, hi - REACH * 2);
    Np np = phrases.lastSubject(from, hi);
    if (np == null || np.to() >= hi || (inverts && !phrases.sure(np))) {
      return null;
    }
    int verb = verb(np.to(), hi);
    return builder.frame("clause-before-quote", np, verb, verb + 1, false, from, hi);
  }

  /** "“…,” fumed Jones": what follows a comma or an exclamation says who speaks. */
  @Nullable Frame after(int lo, int hi) {
    int end = Math.min(hi, lo + REACH);
    int from = lo;
    while (from < end && copy.mark(from) != 0 && copy.mark(from) != '(') {
      from++;
    }
    if (!told || from >= end || copy.is(from, Words.CONJUNCTION | Words.AND | Words.RELATIVE)) {
      return null;
    }
    if (starts.verbLike(from) && from + 1 < end) {
      Np np = phrases.right(from + 1, end);
      return np == null ? null : frame(np, from, lo, end);
    }
    Frame inverted = inverts ? inverted(from, lo, end) : null;
    if (inverted != null) {
      return inverted;
    }
    Np np = phrases.right(from, end);
    if (np == null || np.from() < from) {
      return null;
    }
    int verb = verb(np.to(), end);
    for (int i = np.from() + 1; i < np.to() && np.kind() != SpeakerKind.PERSON; i++) {
      if (starts.verbLike(i)) {
        Np shorter = phrases.classify(np.from(), i);
        return frame(shorter, i, lo, end);
      }
    }
    boolean somebody = np.pronoun() || np.kind() == SpeakerKind.PERSON;
    boolean verbal =
        starts.verbLike(verb)
            || (somebody
                && copy.bits(verb) == 0
                && !copy.has(verb, Copy.CAP)
                && copy.has(verb, Copy.WORD));
    return verb >= np.to() && verbal ? frame(np, verb, lo, end) : null;
  }

  /** "«…», — машет рукой студент Роу": a small word no list has, then somebody who can speak. */
  private @Nullable Frame inverted(int from, int lo, int end) {
    boolean verb =
        copy.bits(from) == 0
            && copy.has(from, Copy.WORD)
            && !copy.has(from, Copy.CAP | Copy.NUMBER);
    for (int k = from + 1; verb && k < Math.min(end, from + 4) && copy.mark(k) == 0; k++) {
      boolean opens =
          copy.is(k, Words.ROLE | Words.TITLE | Words.DETERMINER) || copy.has(k, Copy.CAP);
      Np np = opens ? phrases.right(k, end) : null;
      if (np != null && np.from() == k && phrases.sure(np)) {
        return frame(np, from, lo, end);
      }
    }
    return null;
  }

  /** "¶ - Jane Roe, Springfield.": the paragraph behind a quotation, or its rest, signs it. */
  @Nullable Frame signature(int next, int paragraph) {
    if (next >= copy.size() || !Marks.dash(copy.mark(next)) || copy.mark(next) == 0) {
      return null;
    }
    int end = copy.paragraphFirst(copy.paragraphOf(next) + 1);
    int to = next + 1;
    while (to < end && to < next + 8 && (copy.has(to, Copy.CAP) || copy.mark(to) == '.')) {
      to++;
    }
    while (to > next + 1 && copy.mark(to - 1) != 0) {
      to--;
    }
    boolean behind = copy.paragraphOf(next) == paragraph + 1 && end - next < 20;
    boolean closes = to >= end || copy.mark(to) == ',' || copy.mark(to) == '.';
    if (!behind || !closes || to == next + 1) {
      return null;
    }
    Np np = phrases.classify(next + 1, to);
    return builder.frame("signature", np, next, next + 1, false, next, end);
  }

  /** The sentence before a quotation, when somebody says something in it or acts. */
  @Nullable Frame sentence(int from, int to, Frames frames) {
    Frame said = frames.before(from, to, false);
    if (said != null && said.speaker() != null) {
      return builder.renamed("sentence-before-quote", said);
    }
    return null;
  }

  private Frame frame(Np np, int verb, int lo, int hi) {
    return builder.frame("clause-after-quote", np, verb, verb + 1, false, lo, hi);
  }

  /** The first word behind a subject that may be its verb; an apposition is stepped over. */
  private int verb(int from, int hi) {
    int i = from;
    if (i < hi && copy.mark(i) == ',') {
      int close = i + 1;
      while (close < hi && copy.mark(close) != ',') {
        close++;
      }
      i = close < hi ? close + 1 : i;
    }
    while (i + 1 < hi && copy.is(i, Words.ADVERB | Words.AUX)) {
      i++;
    }
    return Math.min(i, hi - 1);
  }
}
