package news.dateline.attribution;

import java.util.List;
import news.dateline.attribution.Fragments.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * Which of the frames around a German quotation is its own: the one behind it, before it, around
 * it, or that of the reported speech which it goes on with.
 */
final class GermanQuotes {
  /** Sentences looked back over for who speaks. */
  private static final int FURTHEST = 5;

  /** Longest sentence read, in tokens. */
  private static final int LONGEST = 80;

  private final Copy copy;
  private final Frames frames;
  private final int storyFrom;

  GermanQuotes(Copy copy, Frames frames, int storyFrom) {
    this.copy = copy;
    this.frames = frames;
    this.storyFrom = storyFrom;
  }

  /**
   * @param sentence where the sentence of the quotation begins
   * @param end where the sentence after the closing mark ends
   */
  @Nullable Frame frame(Setting s, Verdict verdict, int sentence, int end) {
    boolean whole = s.clean() || s.quote().dialogue();
    Frame frame = whole ? whole(s) : within(s, verdict, sentence, end);
    boolean opens = whole ? s.alone() && s.before() == null : verdict == Verdict.SAID;
    Frame told = frame == null && opens ? previous(sentence) : frame;
    boolean acts = frame == null && told != null && told.rule().equals("sentence-before-quote");
    return acts && !whole ? null : told;
  }

  private @Nullable Frame whole(Setting s) {
    boolean colon = !s.alone() && copy.mark(s.open() - 1) == ':';
    Frame frame = colon ? before(s) : null;
    if (frame == null) {
      Frame after = frames.after(s.next(), s.hi(), false);
      boolean near = after != null && (s.finished() || after.cueFrom() - s.next() <= 14);
      frame = near ? after : null;
    }
    if (frame == null && colon && s.open() - s.lo() > 2) {
      // Somebody is named before the colon, though not who: not the one who spoke before.
      int at = s.open() - 1;
      return new Frame("no-subject", null, at, at + 1, false, List.of(), false, s.lo(), s.open());
    }
    return frame == null && !s.alone() && !colon ? before(s) : frame;
  }

  private @Nullable Frame before(Setting s) {
    Frame frame = frames.before(s.lo(), s.open(), false);
    return frame != null ? frame : frames.around(s.lo(), s.open(), s.next(), s.next());
  }

  /** Words quoted within a sentence whose subject may stand on either side of the verb. */
  private @Nullable Frame within(Setting s, Verdict verdict, int sentence, int end) {
    int next = s.next();
    boolean verb = next < s.hi() && copy.is(next, Words.CUE | Words.WEAK);
    boolean told = next + 1 < s.hi() && copy.mark(next) == ',' && copy.is(next + 1, Words.CUE);
    Frame frame = verb || told ? frames.after(next, s.hi(), true) : null;
    if (frame == null) {
      frame = frames.before(sentence, s.open(), true);
    }
    if (frame == null) {
      frame = frames.after(next, s.hi(), false);
    }
    return frame != null || verdict != Verdict.SAID
        ? frame
        : frames.around(sentence, s.open(), next, end);
  }

  /**
   * Who speaks in the sentences before, of the same paragraph: the nearest that says so, sentences
   * in reported speech passed over. Null when another quotation stands between.
   */
  private @Nullable Frame previous(int sentence) {
    int floor = Math.max(storyFrom, copy.paragraphFirst(copy.paragraphOf(sentence)));
    int to = sentence;
    for (int n = 0; n < FURTHEST && to > floor; n++) {
      int from = Math.max(floor, Math.max(to - LONGEST, copy.sentenceStart(to - 1)));
      for (int i = from; i < to; i++) {
        if (copy.has(i, Copy.QUOTED)) {
          return null;
        }
      }
      Frame frame = frames.sentence(from, to);
      if (frame != null || !frames.reported(from, to)) {
        return frame;
      }
      to = from;
    }
    return null;
  }
}
