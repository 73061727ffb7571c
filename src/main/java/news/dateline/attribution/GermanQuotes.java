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
    Frame frame = whole ? whole(s, sentence) : within(s, verdict, sentence, end);
    boolean opens = whole ? s.alone() && s.before() == null : verdict == Verdict.SAID;
    boolean reported = !whole && frames.reported(sentence, s.open());
    Frame told = frame == null && opens ? previous(sentence, reported) : frame;
    if (told == null && reported && verdict == Verdict.SAID) {
      return goesOn(s.open(), s.open(), true); // "Der Steg sei „alt“": of who spoke last
    }
    boolean acts = frame == null && told != null && told.rule().equals("sentence-before-quote");
    return acts && !whole && !reported ? null : told;
  }

  /** A frame that names nobody: the last speaker is meant when what it holds goes on with him. */
  private static Frame goesOn(int at, int from, boolean on) {
    return new Frame("no-subject", null, at, at + 1, false, List.of(), on, from, at + 1);
  }

  private @Nullable Frame whole(Setting s, int sentence) {
    boolean colon = !s.alone() && copy.mark(s.open() - 1) == ':';
    Frame after = frames.after(s.next(), s.hi(), false);
    if (colon && !(after != null && bound(after, s.next()))) {
      Frame before = before(s);
      if (before != null) {
        return before;
      }
    }
    if (after != null && (s.finished() || after.cueFrom() - s.next() <= 14)) {
      return after;
    }
    if (colon && s.open() - s.lo() > 2) {
      // Somebody is named before the colon, though not who: not the one who spoke before, unless
      // what stands there is reported of him or goes on with "und".
      boolean reported = frames.reported(s.lo(), s.open());
      Frame told = reported && s.before() == null ? previous(sentence, false) : null;
      boolean on = reported || (s.before() != null && and(s.lo()));
      return told != null ? told : goesOn(s.open() - 1, s.lo(), on);
    }
    return s.alone() || colon ? null : before(s);
  }

  /** "„…“, sagte er": nothing told before the quotation is nearer to it. */
  private boolean bound(Frame after, int next) {
    boolean inverted =
        after.rule().equals("cue-then-speaker")
            && after.cueFrom() - next <= 1
            && copy.is(after.cueFrom(), Words.CUE | Words.TELL);
    return after.speaker() != null && (inverted || after.rule().equals("relay-quoting"));
  }

  private boolean and(int lo) {
    return copy.is(copy.mark(lo) == ',' ? lo + 1 : lo, Words.AND);
  }

  private @Nullable Frame before(Setting s) {
    Frame frame = frames.before(s.lo(), s.open(), false);
    return frame != null ? frame : frames.around(s.lo(), s.open(), s.next(), s.next());
  }

  /** Words quoted within a sentence whose subject may stand on either side of the verb. */
  private @Nullable Frame within(Setting s, Verdict verdict, int sentence, int end) {
    int next = s.next();
    boolean verb = next < s.hi() && copy.is(next, Words.CUE | Words.WEAK);
    boolean told =
        next + 1 < s.hi()
            && copy.mark(next) == ','
            && (copy.is(next + 1, Words.CUE) || copy.wordIs(next + 1, "so"));
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
  private @Nullable Frame previous(int sentence, boolean reported) {
    int paragraph = copy.paragraphOf(sentence);
    boolean goesOn = reported && sentence == copy.paragraphFirst(paragraph) && paragraph > 0;
    int floor = Math.max(storyFrom, copy.paragraphFirst(goesOn ? paragraph - 1 : paragraph));
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
