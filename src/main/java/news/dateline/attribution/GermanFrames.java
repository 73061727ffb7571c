package news.dateline.attribution;

import org.jspecify.annotations.Nullable;

/**
 * Frames of German statements. The subject stands on either side of the verb, and after a quotation
 * any verb may say: "„…“, freute sich die Ministerin".
 */
final class GermanFrames extends Frames {
  private static final int REACH = 40;

  private final GermanPhrases phrases;
  private final FrameBuilder builder;
  private final GermanDocuments documents;

  GermanFrames(Copy copy, Language language, Hits hits, GermanPhrases phrases) {
    super(copy, language, hits, phrases);
    this.phrases = phrases;
    this.builder = new FrameBuilder(hits);
    this.documents = new GermanDocuments(copy, phrases, builder);
  }

  @Override
  @Nullable Frame after(int lo, int hi, boolean weak) {
    Frame frame = super.after(lo, hi, true);
    if (frame != null && frame.rule().equals("speaker-then-cue") && frame.cueFrom() > lo) {
      // "„…“ werde, das Amt aufzugeben, sagte sie": who stands before the comma does something
      // else.
      Frame closing = closing(frame.cueFrom() - 1, hi);
      frame = closing != null ? closing : another(lo, frame.cueFrom()) ? null : frame;
    }
    boolean nobody = frame != null && frame.dropped() && frame.speaker() == null;
    if (frame != null && !(nobody && frame.rule().equals("no-subject"))) {
      return documents.meant(frame, lo, hi);
    }
    int end = Math.min(hi, lo + REACH);
    Frame written =
        frame == null ? null : documents.written(frame.cueFrom(), frame.cueTo(), end, lo, end);
    if (written != null) {
      return written;
    }
    int verb = lo;
    while (verb < end && copy.mark(verb) != 0 && copy.mark(verb) != '(') {
      verb++;
    }
    verb = verb > lo ? pastWords(verb, end) : verb;
    if (verb == lo || verb >= end || !unknownVerb(verb)) {
      return null;
    }
    Np np = phrases.right(verb + 1, end);
    return np == null || phrases.weight() < 1
        ? null
        : builder.frame("verb-then-speaker", np, verb, verb + 1, false, verb, end);
  }

  /** "„…“, doch die Richterin ließ …": a clause of its own. */
  private boolean another(int lo, int cue) {
    return lo + 1 < cue && copy.mark(lo) == ',' && copy.is(lo + 1, Words.CONJUNCTION);
  }

  /** "„…“, mit diesen Worten eröffnete sie": one past what stands before the verb. */
  private int pastWords(int from, int end) {
    boolean with = from < end && copy.wordIs(from, "mit");
    for (int i = from + 1; with && i < Math.min(end, from + 4); i++) {
      if (copy.is(i, Words.SAYING_NOUN)) {
        return i + 1;
      }
    }
    return from;
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
      boolean judges = copy.is(i, Words.WEAK) && !copy.is(i, Words.SAY);
      if (!copy.is(i, Words.SAY | Words.WEAK)
          || copy.has(i, Copy.QUOTED)
          || (copy.has(i, Copy.CAP) && !copy.has(i, Copy.SENTENCE))
          || (judges && governed(i, from))) {
        continue;
      }
      Np np = subject(i, from, hi);
      Frame written = np == null ? documents.written(i, from, hi, from, hi) : null;
      if (written != null) {
        return written;
      }
      if (np != null && !writer(np)) {
        return documents.meant(framed("speaker-cue-quote", np, i, from, hi, true), from, hi);
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
    int verb = closingVerb(next, hi);
    if (verb >= 0) {
      Np np = phrases.left(open, lo);
      if (np != null) {
        return builder.frame("speaker-quote-cue", np, verb, verb + 1, false, lo, verb + 1);
      }
    }
    Frame closing = closing(next, hi);
    if (closing != null) {
      return closing;
    }
    Frame spokenOf = documents.spokenOf(lo, open, next, hi);
    if (spokenOf != null) {
      return spokenOf;
    }
    if (next < hi && lo < open && copy.is(open - 1, Words.SAYING_NOUN) && unknownVerb(next)) {
      Np np = phrases.right(next + 1, hi);
      if (np != null && phrases.weight() > 0) {
        return builder.frame("cue-then-speaker", np, next, next + 1, false, lo, hi);
      }
    }
    return clause(Math.max(lo, open - REACH * 2), open);
  }

  /** "als „…“ vor Gericht bezeichnete,": the verb of saying that ends the clause; or -1. */
  private int closingVerb(int next, int hi) {
    int end = next;
    while (end < hi && end < next + 12 && copy.mark(end) == 0 && !copy.is(end, Words.AUX)) {
      end++;
    }
    int verb = end - 1;
    boolean ends = end >= hi || copy.mark(end) != 0 || copy.is(end, Words.AUX);
    return verb >= next
            && ends
            && copy.is(verb, Words.SAY | Words.WEAK)
            && !copy.has(verb, Copy.CAP)
        ? verb
        : -1;
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
      if (verb < hi && copy.is(verb, Words.SAY) && !copy.has(verb, Copy.CAP)) {
        Np np = phrases.right(verb + 1, hi);
        if (np != null) {
          return documents.meant(framed("cue-then-speaker", np, verb, verb, hi, false), verb, hi);
        }
      }
    }
    return null;
  }

  /** Who acts in the clause before the quotation, whatever its verb; not within reported speech. */
  private @Nullable Frame clause(int from, int hi) {
    boolean view = from + 1 < hi && copy.wordIs(from, "aus") && copy.wordIs(from + 1, "sicht");
    if (copy.wordIs(from, "für") || view) {
      Np np = phrases.oblique(view ? from + 2 : from + 1, hi);
      if (np != null && phrases.weight() >= GermanClause.ACTS) {
        return builder.oblique(builder.frame("for-whom", np, from, from + 1, false, from, hi));
      }
    }
    Np giver = giver(from, hi);
    if (giver != null) {
      return builder.oblique(builder.frame("for-whom", giver, from, from + 1, false, from, hi));
    }
    int colon = inner(from, hi);
    if (reported(from, hi) && colon < 0) {
      return null;
    }
    Np np = phrases.subject(from, colon < 0 ? hi : colon);
    int least = copy.mark(hi - 1) == ':' ? 1 : GermanClause.ACTS;
    return np == null || phrases.weight() < least || writer(np) || thing(np)
        ? null
        : builder.frame("clause-subject", np, cue(np, hi), cue(np, hi) + 1, false, from, hi);
  }

  /** "Kritik kam vom Verband: „…“": from whom words come. */
  private @Nullable Np giver(int from, int hi) {
    for (int i = from + 1; i + 1 < hi && i < from + 8 && copy.mark(hi - 1) == ':'; i++) {
      boolean comes =
          (copy.wordIs(i, "kam") || copy.wordIs(i, "kommt"))
              && (copy.wordIs(i + 1, "von") || copy.wordIs(i + 1, "vom"));
      if (comes) {
        return phrases.oblique(i + 2, hi);
      }
    }
    return null;
  }

  /** The colon within a sentence behind which its subject is reported; or -1. */
  private int inner(int from, int hi) {
    for (int i = hi - 2; i > from; i--) {
      if (copy.mark(i) == ':') {
        return reported(i, hi) && !reported(from, i) ? i : -1;
      }
    }
    return -1;
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
            && !np.pronoun()
            && phrases.weight() >= GermanClause.ACTS
            && np.to() - from <= 12;
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
      if (copy.is(i, Words.SAY)) {
        return true;
      }
    }
    return false;
  }

  /** A verb of judging within what somebody says: "sagte, man sehe …". */
  private boolean governed(int i, int from) {
    boolean comma = false;
    for (int k = i - 1; k >= from && !copy.has(k, Copy.QUOTED); k--) {
      comma |= copy.mark(k) == ',';
      if (comma && copy.is(k, Words.SAY) && !copy.has(k, Copy.CAP)) {
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
    boolean only = phrases.sharp();
    Np right = phrases.right(cue + 1, hi);
    boolean surer = !only && phrases.weight() > (surely < 1 ? 0 : Math.max(surely, 1));
    boolean acts = phrases.sharp() ? phrases.weight() > 0 : surer;
    return right != null && (left == null || acts) ? right : left;
  }
}
