package news.dateline.attribution;

import news.dateline.model.Attribution.Speaker.SpeakerKind;
import org.jspecify.annotations.Nullable;

/**
 * Papers that speak where German names nobody: "heißt es in der Mitteilung", "auf dem Plakat stand
 * „…“", "in dem Brief ist von „…“ die Rede".
 */
final class GermanDocuments {
  private static final int REACH = 40;

  private final Copy copy;
  private final GermanPhrases phrases;
  private final FrameBuilder builder;

  GermanDocuments(Copy copy, GermanPhrases phrases, FrameBuilder builder) {
    this.copy = copy;
    this.phrases = phrases;
    this.builder = builder;
  }

  /** "heißt es in der Mitteilung": a frame in which "es" speaks, with what it stands for. */
  Frame meant(Frame frame, int lo, int hi) {
    Np np = frame.speaker();
    if (np == null || !np.pronoun() || !copy.is(np.from(), Words.IT)) {
      return frame;
    }
    Np paper = paper(lo, hi);
    return new Frame(
        paper == null ? frame.rule() : "document",
        paper,
        frame.cueFrom(),
        frame.cueTo(),
        paper != null,
        frame.via(),
        false,
        frame.from(),
        frame.to());
  }

  /**
   * "stand auf einem Plakat": what stands somewhere and has no subject.
   *
   * @param cue the verb
   * @param lo where the words begin that may name the paper
   */
  @Nullable Frame written(int cue, int lo, int hi, int from, int to) {
    boolean stands =
        copy.wordIs(cue, "steht")
            || copy.wordIs(cue, "stand")
            || copy.wordIs(cue, "heißt")
            || copy.wordIs(cue, "verlautete");
    return stands ? frame(paper(lo, hi), cue, cue + 1, from, to) : null;
  }

  /** "In dem Brief ist von „…“ die Rede." */
  @Nullable Frame spokenOf(int lo, int open, int next, int hi) {
    boolean spoken = next + 1 < hi && copy.wordIs(next, "die") && copy.wordIs(next + 1, "rede");
    return spoken ? frame(paper(lo, open), next, next + 2, lo, next + 2) : null;
  }

  private @Nullable Frame frame(@Nullable Np paper, int cue, int cueTo, int from, int to) {
    return paper == null
        ? null
        : builder.oblique(builder.frame("document", paper, cue, cueTo, false, from, to));
  }

  /** "In dem Brief", "auf dem Plakat": where something is written. */
  private @Nullable Np paper(int lo, int hi) {
    for (int i = lo; i < Math.min(hi, lo + REACH); i++) {
      boolean in =
          copy.wordIs(i, "in")
              || copy.wordIs(i, "im")
              || copy.wordIs(i, "aus")
              || copy.wordIs(i, "auf")
              || copy.wordIs(i, "vom")
              || copy.wordIs(i, "von");
      if (in && (!copy.has(i, Copy.CAP) || copy.has(i, Copy.SENTENCE))) {
        Np np = phrases.oblique(i + 1, hi);
        if (np != null && !copy.is(np.to() - 1, Words.LISTENER)) {
          return new Np(np.from(), np.to(), kind(np), false);
        }
      }
    }
    return null;
  }

  private static SpeakerKind kind(Np np) {
    return np.kind() == SpeakerKind.PERSON ? SpeakerKind.NOMINAL : np.kind();
  }
}
