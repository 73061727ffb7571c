package news.dateline.attribution;

import java.util.ArrayList;
import java.util.List;
import news.dateline.model.Attribution.Quote.QuoteKind;

/** Gathers the statements in other words that one sentence holds. */
final class Statements {
  private final Copy copy;
  private final List<Said> found = new ArrayList<>();

  Statements(Copy copy) {
    this.copy = copy;
  }

  void clear() {
    found.clear();
  }

  List<Said> found() {
    return found;
  }

  /** Adds a statement without the marks around it; tells whether enough of it is left. */
  boolean add(int from, int to, Frame f) {
    int s = from;
    int e = to;
    while (s < e && copy.mark(s) != 0 && !Marks.quote(copy.mark(s))) {
      s++;
    }
    while (e > s
        && copy.mark(e - 1) != 0
        && !Marks.quote(copy.mark(e - 1))
        && copy.mark(e - 1) != ')') {
      e--;
    }
    if (e - s < 3) {
      return false;
    }
    found.add(new Said(QuoteKind.INDIRECT, copy.start(s), copy.end(e - 1), f, false));
    return true;
  }
}
