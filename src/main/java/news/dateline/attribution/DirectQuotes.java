package news.dateline.attribution;

import java.util.ArrayList;
import java.util.List;
import news.dateline.attribution.Fragments.Verdict;
import news.dateline.model.Attribution.Quote.QuoteKind;
import org.jspecify.annotations.Nullable;

/** Decides of everything between quotation marks whether somebody says it, and who. */
final class DirectQuotes {
  private final Copy copy;
  private final Frames frames;
  private final @Nullable Fragments fragments;
  private final List<Quoted> quotes;
  private final boolean[] framed;
  private final List<Said> said = new ArrayList<>();
  private int storyFrom;
  private final List<Quoted> kept = new ArrayList<>();

  /**
   * @param fragments tells words said from names; null where capitals do
   */
  DirectQuotes(Copy copy, Frames frames, @Nullable Fragments fragments, List<Quoted> quotes) {
    this.copy = copy;
    this.fragments = fragments;
    this.frames = frames;
    this.quotes = quotes;
    this.framed = new boolean[copy.size() + 1];
  }

  /**
   * @param body tells which paragraphs belong to the story
   * @param storyFrom first token after the dateline
   */
  List<Said> find(boolean[] body, int storyFrom) {
    this.storyFrom = storyFrom;
    for (Quoted q : quotes) {
      copy.quoted(copy.tokenAt(q.open()), copy.tokenAt(q.close()));
    }
    for (int k = 0; k < quotes.size(); k++) {
      if (body[quotes.get(k).paragraph()]) {
        one(k);
      }
    }
    return said;
  }

  /** Does the sentence that begins at a token belong to the frame of a quotation? */
  boolean framed(int sentence) {
    return framed[sentence];
  }

  private void one(int k) {
    Quoted q = quotes.get(k);
    int open = copy.tokenAt(q.open());
    int first = copy.tokenAt(q.start());
    int next = copy.tokenAt(q.close());
    Quoted before =
        k > 0 && quotes.get(k - 1).paragraph() == q.paragraph() ? quotes.get(k - 1) : null;
    Quoted after =
        k + 1 < quotes.size() && quotes.get(k + 1).paragraph() == q.paragraph()
            ? quotes.get(k + 1)
            : null;
    int sentence = Math.max(storyFrom, open < copy.size() ? copy.sentenceStart(open) : open);
    int lo = before == null ? sentence : Math.max(sentence, copy.tokenAt(before.close()));
    int hi = afterLimit(q, next, after);
    int words = words(first, copy.tokenAt(q.end()));
    boolean clean = clean(lo, open, first);
    Verdict verdict =
        fragments == null || q.dialogue()
            ? Verdict.OPEN
            : fragments.judge(
                lo, open, first, copy.tokenAt(q.end()), next, Math.max(next, sentenceEnd(q, next)));
    if (verdict == Verdict.NAME) {
      return;
    }
    boolean resumes =
        before != null
            && kept.contains(before)
            && lo >= copy.tokenAt(before.close())
            && lastDirect();
    boolean finished =
        Marks.ends(copy.chars[q.end() - 1])
            || (q.end() < copy.chars.length && finishedOutside(q, next));
    Frame frame = clean || q.dialogue() ? frames.after(next, hi, false) : null;
    if (frame != null && far(frame, next) && !finished) {
      frame = null;
    }
    boolean onlyHere = words(lo, open) == 0;
    if (frame == null && !onlyHere) {
      frame = frames.before(lo, open, !clean);
      if (frame != null && before != null && frame.from() < copy.tokenAt(before.close())) {
        frame = null;
      }
    }
    if (clean || q.dialogue()) {
      boolean enough =
          frame != null ? words > 0 : words >= 4 || (finished && words >= 2) || q.dialogue();
      if (enough && !(frame == null && title(open))) {
        add(q, QuoteKind.DIRECT, frame, open);
        return;
      }
    }
    if (resumes && frame != null && copy.mark(Math.max(lo, open - 1)) == ',' && words >= 2) {
      add(q, QuoteKind.DIRECT, lastFrame(), open);
      return;
    }
    if (frame == null) {
      frame = frames.after(next, hi, false);
    }
    boolean near =
        frame != null
            && (words > 2 || finished || (open - frame.cueTo() < 8 && open >= frame.cueTo()));
    if (near && !title(open)) {
      add(q, QuoteKind.MIXED, frame, open);
    } else if (verdict == Verdict.SAID) {
      add(q, QuoteKind.MIXED, frame, open);
    } else if (words >= 8 && !title(open)) {
      add(q, QuoteKind.MIXED, null, open);
    }
  }

  private int sentenceEnd(Quoted q, int next) {
    return next >= copy.size()
            || copy.paragraphOf(next) != q.paragraph()
            || copy.has(next, Copy.SENTENCE)
        ? next
        : copy.sentenceEnd(next);
  }

  private boolean lastDirect() {
    return !said.isEmpty() && said.get(said.size() - 1).kind() == QuoteKind.DIRECT;
  }

  private @Nullable Frame lastFrame() {
    return said.isEmpty() ? null : said.get(said.size() - 1).frame();
  }

  private void add(Quoted q, QuoteKind kind, @Nullable Frame frame, int open) {
    kept.add(q);
    boolean inherits = frame == null;
    said.add(new Said(kind, q.start(), q.end(), frame, inherits));
    if (kind == QuoteKind.DIRECT) {
      framed[copy.sentenceStart(Math.min(open, copy.size() - 1))] = true;
      int next = copy.tokenAt(q.close());
      if (frame != null && frame.from() >= next && next < copy.size()) {
        framed[copy.sentenceStart(frame.from())] = true;
      }
      if (frame != null && frame.to() <= open + 1 && frame.cueFrom() < copy.size()) {
        framed[copy.sentenceStart(frame.cueFrom())] = true;
      }
    }
  }

  /** The frame's verb or name must be near the closing mark unless punctuation binds it. */
  private static boolean far(Frame frame, int next) {
    return frame.cueFrom() - next > 14;
  }

  private boolean finishedOutside(Quoted q, int next) {
    if (next >= copy.size()) {
      return false;
    }
    char m = copy.mark(next);
    return copy.start(next) <= q.close() + 1 && (m == ',' || Marks.dash(m));
  }

  private boolean title(int open) {
    return open > 0
        && copy.is(open - 1, Words.NEVER_QUOTE)
        && !copy.is(open - 1, Words.CUE | Words.WEAK);
  }

  private boolean clean(int lo, int open, int first) {
    if (words(lo, open) == 0) {
      return true;
    }
    int p = open - 1;
    if (copy.mark(p) == ':') {
      return true;
    }
    boolean capital = first < copy.size() && (copy.has(first, Copy.CAP) || copy.mark(first) != 0);
    return capital
        && (copy.mark(p) == ',' || copy.is(p, Words.CUE | Words.PARTICIPLE | Words.TELL));
  }

  private int words(int from, int to) {
    int n = 0;
    for (int i = from; i < to && n < 50; i++) {
      n += copy.has(i, Copy.WORD) ? 1 + run(i) : 0;
    }
    return n;
  }

  /** Words that a script without spaces writes as one: two characters each, about. */
  private int run(int token) {
    return copy.chars[copy.start(token)] < 0x3040 ? 0 : (copy.end(token) - copy.start(token)) / 2;
  }

  private int afterLimit(Quoted q, int next, @Nullable Quoted after) {
    if (next >= copy.size() || copy.paragraphOf(next) != q.paragraph()) {
      return next;
    }
    char last = copy.chars[q.end() - 1];
    int end;
    if (Marks.dash(copy.mark(next))) {
      end =
          Math.min(
              copy.paragraphFirst(q.paragraph() + 1), Math.max(copy.sentenceEnd(next), next + 4));
    } else if (copy.has(next, Copy.SENTENCE)) {
      boolean open = last == '!' || last == '?' || last == '…';
      end = open && copy.mark(next) == 0 ? Math.min(copy.sentenceEnd(next), next + 14) : next;
    } else {
      end = copy.sentenceEnd(next);
    }
    return after == null ? end : Math.min(end, copy.tokenAt(after.open()));
  }
}
