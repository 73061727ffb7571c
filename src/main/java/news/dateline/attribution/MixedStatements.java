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

  MixedStatements(Copy copy, Clauses clauses, Taken taken) {
    this.copy = copy;
    this.clauses = clauses;
    this.taken = taken;
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
      int that = clauses.laterThat(s, open);
      s = that > 0 ? that : s;
      int ceiling = copy.sentenceEnd(Math.max(open, close - 1));
      while (e < ceiling && !taken.is(e) && copy.mark(e) != ',' && copy.mark(e) != ';') {
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
