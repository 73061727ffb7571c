package news.dateline.attribution;

import java.util.List;
import news.dateline.model.Attribution.Speaker.SpeakerKind;
import org.jspecify.annotations.Nullable;

/**
 * Frames of German statements. The subject stands on either side of the verb, and after a quotation
 * any verb may say: "„…“, freute sich die Ministerin".
 */
final class GermanFrames extends Frames {
  private static final int REACH = 40;
  private static final long SAY = Words.CUE | Words.TELL;

  private final GermanPhrases phrases;
  private final FrameBuilder builder;

  GermanFrames(Copy copy, Language language, Hits hits, GermanPhrases phrases) {
    super(copy, language, hits, phrases);
    this.phrases = phrases;
    this.builder = new FrameBuilder(hits);
  }

  @Override
  @Nullable Frame after(int lo, int hi, boolean weak) {
    Frame frame = super.after(lo, hi, true);
    boolean nobody = frame != null && frame.dropped() && frame.speaker() == null;
    if (frame != null && !(nobody && frame.rule().equals("no-subject"))) {
      return document(frame, lo, hi);
    }
    int end = Math.min(hi, lo + REACH);
    int verb = lo;
    while (verb < end && copy.mark(verb) != 0 && copy.mark(verb) != '(') {
      verb++;
    }
    if (verb == lo || verb >= end || !unknownVerb(verb)) {
      return null;
    }
    Np np = phrases.right(verb + 1, end);
    return np == null || phrases.weight() < 1
        ? null
        : builder.frame("verb-then-speaker", np, verb, verb + 1, false, verb, end);
  }

  /** A lower-case word with the ending of a finite verb. */
  private boolean unknownVerb(int i) {
    return copy.has(i, Copy.WORD)
        && !copy.has(i, Copy.CAP | Copy.NUMBER)
        && !copy.is(
            i,
            Words.CONJUNCTION
                | Words.THAT
                | Words.PREPOSITION
                | Words.DETERMINER
                | Words.RELATIVE
                | Words.PRONOUN
                | Words.ADVERB
                | Words.SUBJUNCTIVE);
  }

  @Override
  @Nullable Frame before(int lo, int hi, boolean weak) {
    int from = Math.max(lo, hi - REACH * 2);
    Frame relay = quoting(from, hi);
    if (relay != null) {
      return relay;
    }
    Frame cued = cued(from, hi);
    return cued != null ? cued : colon(from, hi);
  }

  /**
   * The last word of saying or judging before a token, or the phrase that says according to whom.
   */
  private @Nullable Frame cued(int from, int hi) {
    for (int i = hi - 1; i >= from; i--) {
      boolean judges = copy.is(i, Words.WEAK) && !copy.is(i, SAY);
      if (!copy.is(i, SAY | Words.WEAK)
          || copy.has(i, Copy.QUOTED)
          || (copy.has(i, Copy.CAP) && !copy.has(i, Copy.SENTENCE))
          || (judges && governed(i, from))) {
        continue;
      }
      Np np = subject(i, from, hi);
      if (np != null && !writer(np)) {
        return document(framed("speaker-cue-quote", np, i, from, hi, true), from, hi);
      }
    }
    for (int i = from; i < hi; i++) {
      if (copy.wordIs(i, "zufolge")) {
        Np np = phrases.ending(i, from);
        if (np != null) {
          return builder.oblique(builder.frame("according-to", np, i, i + 1, false, from, hi));
        }
      }
      boolean so = copy.wordIs(i, "so") && i > from && copy.mark(i - 1) == ',';
      boolean by = copy.is(i, Words.ACCORDING) && (!copy.wordIs(i, "wie") || told(i, hi));
      if ((so || by) && !copy.has(i, Copy.QUOTED)) {
        Frame according = according(i, hi);
        if (according != null) {
          return according;
        }
      }
    }
    return null;
  }

  /** "NP: …": one phrase and nothing else. */
  @Override
  @Nullable Frame colon(int from, int hi) {
    int end = hi;
    while (end > from && Marks.quote(copy.mark(end - 1))) {
      end--;
    }
    if (end - from < 2 || copy.mark(end - 1) != ':') {
      return null;
    }
    Np np = phrases.alone(from, end - 1);
    return np == null ? null : builder.frame("colon", np, end - 1, end, false, from, hi);
  }

  @Override
  @Nullable Frame around(int lo, int open, int next, int hi) {
    Frame closing = closing(next, hi);
    if (closing != null) {
      return closing;
    }
    boolean last =
        next < hi
            && copy.is(next, SAY | Words.WEAK)
            && (next + 1 >= hi || copy.mark(next + 1) != 0 || copy.is(next + 1, Words.AUX));
    if (last) {
      Np np = phrases.left(open, lo);
      return np == null
          ? null
          : builder.frame("speaker-quote-cue", np, next, next + 1, false, lo, next + 1);
    }
    return clause(Math.max(lo, open - REACH * 2), open);
  }

  /** "…, so der Minister.", "…, sagte der Minister." at the end of the sentence. */
  private @Nullable Frame closing(int next, int hi) {
    for (int i = next; i + 1 < Math.min(hi, next + REACH * 2); i++) {
      if (copy.mark(i) != ',' || copy.has(i + 1, Copy.QUOTED)) {
        continue;
      }
      if (copy.wordIs(i + 1, "so") || copy.is(i + 1, Words.ACCORDING)) {
        Frame according = according(i + 1, hi);
        if (according != null) {
          return according;
        }
      }
      int verb = copy.wordIs(i + 1, "so") ? i + 2 : i + 1;
      if (verb < hi && copy.is(verb, SAY) && !copy.has(verb, Copy.CAP)) {
        Np np = phrases.right(verb + 1, hi);
        if (np != null) {
          return document(framed("cue-then-speaker", np, verb, verb, hi, false), verb, hi);
        }
      }
    }
    return null;
  }

  /** Who acts in the clause before the quotation, whatever its verb; not within reported speech. */
  private @Nullable Frame clause(int from, int hi) {
    if (copy.wordIs(from, "für")) {
      Np np = phrases.oblique(from + 1, hi);
      if (np != null && phrases.weight() >= GermanClause.ACTS) {
        return builder.oblique(builder.frame("for-whom", np, from, from + 1, false, from, hi));
      }
    }
    if (reported(from, hi)) {
      return null;
    }
    Np np = phrases.subject(from, hi);
    int least = copy.mark(hi - 1) == ':' ? 1 : GermanClause.ACTS;
    return np == null || phrases.weight() < least || writer(np) || thing(np)
        ? null
        : builder.frame("clause-subject", np, cue(np, hi), cue(np, hi) + 1, false, from, hi);
  }

  @Override
  @Nullable Frame sentence(int from, int to) {
    Frame frame = cued(Math.max(from, to - REACH * 2), to);
    if (frame != null || reported(from, to)) {
      return frame;
    }
    Np np = phrases.subject(from, Math.min(to, from + REACH));
    boolean opens =
        np != null
            && np.kind() == SpeakerKind.PERSON
            && !np.pronoun()
            && phrases.weight() >= GermanClause.SURE
            && np.to() - from <= 8;
    return opens && np != null
        ? builder.frame("sentence-before-quote", np, to - 1, to, false, from, to)
        : null;
  }

  @Override
  boolean reported(int from, int to) {
    for (int i = Math.max(from, to - REACH * 2); i < to; i++) {
      if (copy.is(i, Words.SUBJUNCTIVE) && !copy.has(i, Copy.QUOTED)) {
        return true;
      }
    }
    return false;
  }

  /** "wir", "man": the writer speaks, or nobody. */
  private boolean writer(Np np) {
    return np.pronoun() && copy.is(np.from(), Words.THEY) && !copy.is(np.from(), Words.SHE);
  }

  /** "Das Fazit: “…”", "die Antwort lautete: “…”": what is said, not who says it. */
  private boolean thing(Np np) {
    return !np.pronoun()
        && phrases.weight() < GermanClause.ACTS
        && copy.is(np.to() - 1, Words.SAYING_NOUN);
  }

  /** The verb behind a subject, or the last mark before the quotation. */
  private int cue(Np np, int hi) {
    int next = np.to();
    boolean verb =
        next < hi
            && copy.has(next, Copy.WORD)
            && !copy.has(next, Copy.CAP)
            && !copy.is(next, Words.PREPOSITION | Words.DETERMINER | Words.CONJUNCTION);
    return verb ? next : hi - 1;
  }

  /** "wie der Minister mitteilte": a word of saying before the next mark. */
  private boolean told(int as, int hi) {
    for (int i = as + 1; i < Math.min(hi, as + 16) && copy.mark(i) != ','; i++) {
      if (copy.is(i, SAY)) {
        return true;
      }
    }
    return false;
  }

  /** A verb of judging within what somebody says: "sagte, man sehe …". */
  private boolean governed(int i, int from) {
    boolean comma = false;
    for (int k = i - 1; k >= from; k--) {
      comma |= copy.mark(k) == ',';
      if (comma && copy.is(k, SAY) && !copy.has(k, Copy.CAP)) {
        return true;
      }
    }
    return false;
  }

  private @Nullable Np subject(int cue, int from, int hi) {
    Np left = phrases.left(cue, from);
    int surely = phrases.weight();
    if (left != null && surely >= GermanClause.ACTS) {
      return left;
    }
    Np right = phrases.right(cue + 1, hi);
    boolean acts = phrases.sharp() ? phrases.weight() > 0 : surely < 1 && phrases.weight() > 1;
    return right != null && (left == null || acts) ? right : left;
  }

  /** "heißt es in der Mitteilung": the paper speaks. */
  private Frame document(Frame frame, int lo, int hi) {
    Np np = frame.speaker();
    if (np == null || !np.pronoun() || !copy.is(np.from(), Words.IT)) {
      return frame;
    }
    for (int i = lo; i < Math.min(hi, lo + REACH); i++) {
      boolean in =
          copy.wordIs(i, "in")
              || copy.wordIs(i, "im")
              || copy.wordIs(i, "aus")
              || copy.wordIs(i, "auf")
              || copy.wordIs(i, "vom")
              || copy.wordIs(i, "von");
      if (in && (!copy.has(i, Copy.CAP) || copy.has(i, Copy.SENTENCE))) {
        Np paper = phrases.oblique(i + 1, hi);
        if (paper != null) {
          return new Frame(
              "document",
              new Np(paper.from(), paper.to(), kind(paper), false),
              frame.cueFrom(),
              frame.cueTo(),
              true,
              frame.via(),
              false,
              frame.from(),
              frame.to());
        }
      }
    }
    return new Frame(
        frame.rule(),
        null,
        frame.cueFrom(),
        frame.cueTo(),
        false,
        List.copyOf(frame.via()),
        false,
        frame.from(),
        frame.to());
  }

  private static SpeakerKind kind(Np np) {
    return np.kind() == SpeakerKind.PERSON ? SpeakerKind.NOMINAL : np.kind();
  }
}
