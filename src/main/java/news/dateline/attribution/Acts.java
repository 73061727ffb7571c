package news.dateline.attribution;

import java.util.ArrayList;
import java.util.List;
import news.dateline.model.Attribution.Quote.QuoteKind;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a Russian, French or Spanish sentence tells that somebody did by words or wants, where
 * no clause gives a statement: "a salué l'accord", "exige su dimisión", "призвал к миру", "a promis
 * de partir".
 */
final class Acts {
  private static final long WORDS = Words.ACT | Words.BELIEF;

  /** Longest sentence looked at, in tokens. */
  private static final int LONGEST = 300;

  private final Copy copy;
  private final boolean russian;
  private final Hits hits;
  private final NounPhrases phrases;
  private final Clauses clauses;
  private final Taken taken;
  private final FrameBuilder builder;

  Acts(Copy copy, Language language, Hits hits, NounPhrases phrases, Clauses clauses, Taken taken) {
    this.copy = copy;
    this.russian = language.code().equals("ru");
    this.hits = hits;
    this.phrases = phrases;
    this.clauses = clauses;
    this.taken = taken;
    this.builder = new FrameBuilder(hits);
  }

  /** The acts of one sentence outside what is taken already. */
  List<Said> find(int s, int end) {
    if (!copy.sentenceHas(s, WORDS)) {
      return List.of();
    }
    List<Said> found = new ArrayList<>(2);
    int to = Math.min(end, s + LONGEST);
    int i = s + 1;
    while (i < to) {
      boolean verb =
          copy.is(i, WORDS)
              && !copy.has(i, Copy.CAP | Copy.QUOTED)
              && !taken.is(i)
              && !clauses.noun(i, s);
      Said said = verb ? act(s, i, to) : null;
      if (said == null) {
        i++;
      } else {
        found.add(said);
        i = Math.max(i + 1, copy.tokenAt(said.end()));
      }
    }
    return found;
  }

  private @Nullable Said act(int s, int cue, int to) {
    int content = cue + 1;
    while (content < to && copy.mark(content) == 0 && copy.is(content, Words.ADVERB | Words.TIME)) {
      content++;
    }
    int stop = stop(content, to);
    boolean clause = content < to && copy.is(content, Words.THAT);
    if (stop - content < 2 || clause || taken.is(content)) {
      return null;
    }
    Np np = phrases.left(cue, s);
    boolean somebody =
        np != null
            && phrases.sure(np)
            && !copy.is(np.from(), Words.RELATIVE)
            && hits.covering(np.from(), np.to()) == null;
    if (!somebody) {
      return null;
    }
    boolean will = copy.is(cue, Words.BELIEF) && !copy.is(cue, Words.ACT);
    String rule =
        infinitive(content, stop)
            ? will ? "intention" : "act-to-come"
            : will ? "attitude" : "speech-act";
    Frame frame = builder.frame(rule, np, cue, cue + 1, false, s, content);
    return new Said(QuoteKind.INDIRECT, copy.start(content), copy.end(stop - 1), frame, false);
  }

  /** Where the clause ends: at a comma, a stop, what is taken, a relative. */
  private int stop(int from, int to) {
    int i = from;
    while (i < to && !taken.is(i)) {
      char mark = copy.mark(i);
      boolean ends = mark != 0 && !Marks.quote(mark) && mark != '-' && mark != '%' && mark != '&';
      if (ends && !copy.has(i, Copy.POSSESSIVE)) {
        break;
      }
      boolean next = copy.is(i, Words.AND) && i + 1 < to && copy.is(i + 1, Words.CUE | Words.WEAK);
      if (next || (i > from + 1 && copy.is(i, Words.THAT | Words.RELATIVE))) {
        break;
      }
      i++;
    }
    return i;
  }

  /** "de partir", "à négocier", "partir", "уйти". */
  private boolean infinitive(int content, int stop) {
    int i = content;
    while (i < Math.min(stop - 1, content + 3)
        && copy.is(i, Words.PREPOSITION | Words.OBJECT | Words.ADVERB)) {
      i++;
    }
    if (copy.is(i, Words.DETERMINER | Words.TIME) || copy.has(i, Copy.CAP)) {
      return false;
    }
    return russian
        ? copy.wordEndsWith(i, "ть") || copy.wordEndsWith(i, "ться") || copy.wordEndsWith(i, "йти")
        : copy.wordEndsWith(i, "er")
            || copy.wordEndsWith(i, "ir")
            || copy.wordEndsWith(i, "re")
            || copy.wordEndsWith(i, "ar")
            || copy.wordEndsWith(i, "arse");
  }
}
