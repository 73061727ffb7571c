package news.dateline.attribution;

import java.util.ArrayList;
import java.util.List;
import news.dateline.model.Attribution.Quote.QuoteKind;

/**
 * Gives quotes of a few words the whole statement they stand in: "the plan was 'a disgrace'" and
 * not only "a disgrace". A statement found for itself that holds such a quote is not told twice.
 */
final class MixedStatements {
  private final Copy copy;
  private final Clauses clauses;
  private final Taken taken;
  private final CueForms forms;

  MixedStatements(Copy copy, Clauses clauses, Taken taken) {
    this.copy = copy;
    this.clauses = clauses;
    this.taken = taken;
    this.forms = new CueForms(copy);
  }

  /**
   * @param all in text order
   */
  List<Said> join(List<Said> all) {
    List<Said> out = new ArrayList<>(all.size());
    Said whole = null;
    int wholeAt = -1;
    for (Said said : all) {
      if (said.kind() == QuoteKind.INDIRECT) {
        whole = said;
        wholeAt = out.size();
        out.add(said);
        continue;
      }
      boolean within =
          said.kind() == QuoteKind.MIXED
              && whole != null
              && said.start() >= whole.start()
              && said.end() <= whole.end() + 1;
      if (within && whole != null) {
        if (wholeAt >= 0) {
          out.remove(wholeAt);
          wholeAt = -1;
        }
        out.add(
            nested(said, whole)
                ? whole(said)
                : said.within(whole.start(), Math.max(whole.end(), said.end())));
      } else {
        out.add(said.kind() == QuoteKind.MIXED ? whole(said) : said);
      }
    }
    return out;
  }

  /** "X said Y had called it 'a disgrace'": the words in marks are Y's. */
  private boolean nested(Said said, Said whole) {
    Frame frame = said.frame();
    return frame != null
        && copy.is(frame.cueFrom(), Words.STATEMENT)
        && copy.start(frame.cueFrom()) > whole.start()
        && copy.end(frame.cueTo() - 1) <= said.start();
  }

  /** A comma, or what the same subject does next: "called it 'a wreck' and left". */
  private boolean ends(int i, int ceiling) {
    char m = copy.mark(i);
    if (m == ',' || m == ';' || taken.is(i)) {
      return true;
    }
    boolean joins = copy.is(i, Words.AND) || copy.wordIs(i, "but");
    return joins
        && i + 1 < ceiling
        && !copy.has(i + 1, Copy.CAP)
        && (copy.is(i + 1, Words.STATEMENT | Words.ACT | Words.AUX)
            || copy.wordEndsWith(i + 1, "ed"));
  }

  /** "suggested it was old, called it 'a wreck'": the word of saying next to the words in marks. */
  private int nearest(int from, int open) {
    for (int i = open - 1; i >= from; i--) {
      boolean cue = copy.is(i, Words.STATEMENT | Words.ACT) && !copy.has(i, Copy.CAP | Copy.QUOTED);
      if (cue && forms.verb(i, from, open)) {
        return i;
      }
    }
    return -1;
  }

  /** The clause that holds the words in marks, up to the frame or from it on. */
  private Said whole(Said said) {
    Frame frame = said.frame();
    if (frame == null) {
      return said;
    }
    int open = copy.tokenAt(said.start());
    int close = copy.tokenAt(said.end());
    int s = open;
    int e = close;
    if (frame.cueFrom() >= close) {
      int floor = copy.sentenceStart(open);
      while (s > floor && !taken.is(s - 1)) {
        s--;
      }
      Np np = frame.speaker();
      int limit = np == null ? frame.cueFrom() : Math.min(np.from(), frame.cueFrom());
      for (int k = close; k < limit; k++) {
        e = copy.mark(k) == ',' ? k : e;
      }
    } else if (frame.cueTo() <= open) {
      Np np = frame.speaker();
      s = np != null && np.to() <= open ? Math.max(np.to(), frame.cueTo()) : frame.cueTo();
      int near = nearest(s, open);
      s = near > 0 ? near + 1 : s;
      int that = clauses.laterThat(s, open);
      s = that > 0 ? that : s;
      int ceiling = copy.sentenceEnd(Math.max(open, close - 1));
      // American usage sets the comma that closes the clause before the closing mark.
      boolean closed = copy.chars[said.end() - 1] == ',';
      while (!closed && e < ceiling && !ends(e, ceiling)) {
        e++;
      }
    }
    while (s < open && copy.mark(s) != 0 && !Marks.quote(copy.mark(s))) {
      s++;
    }
    while (e > close && copy.mark(e - 1) != 0 && !Marks.quote(copy.mark(e - 1))) {
      e--;
    }
    boolean marksOnly = s + 1 >= open && e <= close + 1;
    return marksOnly ? said : said.within(copy.start(s), Math.max(said.end(), copy.end(e - 1)));
  }
}
