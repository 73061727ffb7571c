package news.dateline.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import news.dateline.cli.ClaimMark.Spot;

/**
 * A text with its claims marked in place: {@code [1 dateline PARIS: …]} between brackets, or
 * coloured and followed by the number of the claim.
 */
final class MarkedText {
  /** Words of one claim within one paragraph, in UTF-16 units, end exclusive. */
  private record Run(int start, int end, ClaimMark claim) {}

  private final String text;
  private final Terminal terminal;
  private final byte[] parts;
  private final PriorityQueue<Run> runs =
      new PriorityQueue<>(
          Comparator.comparingInt(Run::start)
              .thenComparing(Run::end, Comparator.reverseOrder())
              .thenComparing(r -> r.claim().number()));

  private MarkedText(String text, List<ClaimMark> claims, Terminal terminal) {
    this.text = text;
    this.terminal = terminal;
    this.parts = new byte[text.length() + 1];
    CodePoints points = new CodePoints(text);
    for (ClaimMark claim : claims) {
      for (Spot spot : claim.spots()) {
        addByParagraph(points.unit(spot.start()), points.unit(spot.end()), claim);
      }
      for (Spot part : claim.parts()) {
        for (int i = points.unit(part.start()); i < points.unit(part.end()); i++) {
          parts[i] |= (byte) part.style();
        }
      }
    }
  }

  /** The text in lines, paragraphs parted by a blank one, each line with its line feed. */
  static String of(String text, List<ClaimMark> claims, Terminal terminal) {
    StringBuilder out = new StringBuilder(text.length() * 2);
    new MarkedText(text, claims, terminal).paragraphs(out);
    return out.toString();
  }

  /** Words that go on in the next paragraph are marked again there. */
  private void addByParagraph(int start, int end, ClaimMark claim) {
    int from = start;
    while (from < end) {
      int feed = text.indexOf('\n', from);
      int to = feed < 0 || feed > end ? end : feed;
      if (to > from) {
        runs.add(new Run(from, to, claim));
      }
      from = to + 1;
    }
  }

  private void paragraphs(StringBuilder out) {
    int from = 0;
    while (from < text.length()) {
      int feed = text.indexOf('\n', from);
      int to = feed < 0 ? text.length() : feed;
      if (to > from) {
        out.append(out.isEmpty() ? "" : "\n");
        paragraph(from, to).lines(out, terminal.width(), 0, terminal.colours());
      }
      from = to + 1;
    }
  }

  /** Marks must nest: one that would cross the end of another is cut there and goes on after it. */
  private Styled paragraph(int from, int to) {
    Styled out = new Styled();
    List<List<Run>> open = new ArrayList<>();
    int at = from;
    while (true) {
      Run next = runs.peek();
      int starts = next != null && next.start() < to ? next.start() : Integer.MAX_VALUE;
      int ends = open.isEmpty() ? Integer.MAX_VALUE : last(open).get(0).end();
      if (starts == Integer.MAX_VALUE && ends == Integer.MAX_VALUE) {
        words(out, at, to, Style.PLAIN);
        return out;
      }
      int until = Math.min(starts, ends);
      words(out, at, until, open.isEmpty() ? Style.PLAIN : last(open).get(0).claim().style());
      at = until;
      if (ends <= starts) {
        close(out, open.remove(open.size() - 1));
      } else {
        open.add(opened(out, ends));
      }
    }
  }

  private static List<Run> last(List<List<Run>> open) {
    return open.get(open.size() - 1);
  }

  /**
   * Takes the next run, and those of the very same words; cuts them at the end of the outer one.
   */
  private List<Run> opened(Styled out, int limit) {
    List<Run> same = new ArrayList<>();
    Run first = runs.remove();
    int end = Math.min(first.end(), limit);
    same.add(new Run(first.start(), end, first.claim()));
    rest(first, end);
    while (!runs.isEmpty() && runs.peek().start() == first.start() && runs.peek().end() >= end) {
      Run next = runs.remove();
      same.add(new Run(first.start(), end, next.claim()));
      rest(next, end);
    }
    if (!terminal.colours()) {
      String before = "[";
      for (Run run : same) {
        run.claim().label(out.add(before, Style.DIM));
        before = " · ";
      }
      out.add(": ", Style.DIM);
    }
    return same;
  }

  private void rest(Run run, int end) {
    int from = end;
    while (from < run.end() && text.charAt(from) == ' ') {
      from++;
    }
    if (from < run.end()) {
      runs.add(new Run(from, run.end(), run.claim()));
    }
  }

  private void close(Styled out, List<Run> same) {
    if (terminal.colours()) {
      List<String> numbers =
          same.stream().map(r -> String.valueOf(r.claim().number())).distinct().toList();
      out.add("[" + String.join(",", numbers) + "]", Style.DIM);
    } else {
      out.add("]", Style.DIM);
    }
  }

  private void words(Styled out, int from, int to, int style) {
    for (int i = from; i < to; i++) {
      out.add(text.charAt(i), style | parts[i]);
    }
  }

  /** A name written from right to left must not turn the brackets around it. */
  static String isolated(String label) {
    boolean turns =
        label
            .codePoints()
            .map(Character::getDirectionality)
            .anyMatch(
                d ->
                    d == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                        || d == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC);
    return turns ? "\u2068" + label + "\u2069" : label;
  }
}
