package news.dateline.attribution;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells how a quotation stands in its sentence. */
final class Settings {
  private final Copy copy;
  private final int storyFrom;

  /**
   * @param storyFrom first token after the dateline
   */
  Settings(Copy copy, int storyFrom) {
    this.copy = copy;
    this.storyFrom = storyFrom;
  }

  /** Of one of the quotations of a text, in their order. */
  Setting of(List<Quoted> quotes, int k) {
    Quoted q = quotes.get(k);
    int open = copy.tokenAt(q.open());
    int first = copy.tokenAt(q.start());
    int last = copy.tokenAt(q.end());
    int next = copy.tokenAt(q.close());
    Quoted before = k > 0 ? beside(q, quotes.get(k - 1)) : null;
    Quoted after = k + 1 < quotes.size() ? beside(q, quotes.get(k + 1)) : null;
    int sentence = sentence(open);
    int lo = before == null ? sentence : Math.max(sentence, copy.tokenAt(before.close()));
    boolean alone = words(lo, open) == 0;
    return new Setting(
        q,
        before,
        open,
        first,
        last,
        next,
        lo,
        afterLimit(q, next, after),
        words(first, last),
        alone,
        alone || clean(open, first, lastMark(q) == ','),
        Marks.ends(lastMark(q)) || finishedOutside(q, next));
  }

  private static @Nullable Quoted beside(Quoted q, Quoted other) {
    return other.paragraph() == q.paragraph() ? other : null;
  }

  /** Where the sentence of a quotation begins within the story. */
  int sentence(int open) {
    return Math.max(storyFrom, open < copy.size() ? copy.sentenceStart(open) : open);
  }

  /** Where the sentence behind a quotation ends; {@code next} when it ends with it. */
  int sentenceEnd(Quoted q, int next) {
    return next >= copy.size()
            || copy.paragraphOf(next) != q.paragraph()
            || copy.has(next, Copy.SENTENCE)
        ? next
        : copy.sentenceEnd(next);
  }

  /** A sentence ends with the last mark of a quotation. */
  boolean stops(Quoted q) {
    char last = lastMark(q);
    return Marks.ends(last) && last != ',';
  }

  /** The last character of a quotation that is no closing mark of one within it. */
  char lastMark(Quoted q) {
    int i = q.end() - 1;
    while (i > q.start() && Marks.quote(copy.chars[i])) {
      i--;
    }
    return copy.chars[i];
  }

  /** A comma or a dash stands right behind a quotation. */
  boolean finishedOutside(Quoted q, int next) {
    if (next >= copy.size()) {
      return false;
    }
    char m = copy.mark(next);
    return copy.start(next) <= q.close() + 1 && (m == ',' || Marks.dash(m));
  }

  private boolean clean(int open, int first, boolean bound) {
    int p = open - 1;
    if (copy.mark(p) == ':') {
      return true;
    }
    boolean capital = first < copy.size() && (copy.has(first, Copy.CAP) || copy.mark(first) != 0);
    boolean dash = bound && Marks.dash(copy.mark(p)) && copy.has(p, Copy.SPACED);
    return capital
        && (copy.mark(p) == ',' || dash || copy.is(p, Words.CUE | Words.PARTICIPLE | Words.TELL));
  }

  /** Words from one token to another, at most fifty. */
  int words(int from, int to) {
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

  private int afterLimit(Quoted q, int from, @Nullable Quoted after) {
    int next = from;
    while (next < Math.min(copy.size(), from + 3)
        && Marks.quote(copy.mark(next))
        && !copy.has(next, Copy.SPACED)) {
      next++;
    }
    if (next >= copy.size() || copy.paragraphOf(next) != q.paragraph()) {
      return next;
    }
    char last = lastMark(q);
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
