package news.dateline.attribution;

import java.util.ArrayList;
import java.util.List;
import news.dateline.model.Attribution.Quote.QuoteKind;

/** Gathers the statements in other words that one sentence holds. */
final class Statements {
  private final Copy copy;
  private final int shortest;
  private final List<Said> found = new ArrayList<>();

  /**
   * @param shortest words of a statement, at least
   */
  Statements(Copy copy, int shortest) {
    this.copy = copy;
    this.shortest = shortest;
  }

  void clear() {
    found.clear();
  }

  List<Said> found() {
    return found;
  }

  /**
   * Adds a statement that its source interrupts: from {@code to} to {@code on} stands the frame.
   */
  boolean add(int from, int to, int on, int end, Frame f) {
    boolean whole = add(from, end, f);
    if (whole) {
      int last = found.size() - 1;
      found.set(last, found.get(last).interrupted(copy.end(to - 1), copy.start(on)));
    }
    return whole;
  }

  /**
   * Adds a statement that its words of saying interrupt: it ends at {@code comma}, goes on at
   * {@code next}.
   */
  boolean around(int from, int comma, int next, int to, Frame f) {
    int s = copy.withoutMarksFrom(from, to);
    int e = copy.withoutMarksTo(s, to);
    if (s >= comma || next >= e) {
      return add(from, to, f);
    }
    Said all = new Said(QuoteKind.INDIRECT, copy.start(s), copy.end(e - 1), f, false);
    found.add(all.interrupted(copy.end(comma - 1), copy.start(next)));
    return true;
  }

  /** Adds a statement without the marks around it; tells whether enough of it is left. */
  boolean add(int from, int to, Frame f) {
    int s = copy.withoutMarksFrom(from, to);
    int e = copy.withoutMarksTo(s, to);
    if (e - s < shortest) {
      return false;
    }
    found.add(new Said(QuoteKind.INDIRECT, copy.start(s), copy.end(e - 1), f, false));
    return true;
  }
}
