package news.dateline.attribution;

import java.util.List;
import java.util.Locale;

/**
 * Reads credits that are the last words of the last paragraph, as in texts that lost their
 * paragraph breaks.
 */
final class ClosingCredits {
  /** How many sentences may credit at the end of a paragraph, and the tokens of the longest. */
  private static final int SENTENCES = 4;

  private static final int LONGEST_SENTENCE = 60;

  /** Tokens of the longest sign-off behind a sentence. */
  private static final int SHORT = 9;

  /** Small words a sentence of credits may have more than names. */
  private static final int FEW = 1;

  private final Field field;
  private final Copy copy;
  private final CreditReader credits;

  ClosingCredits(Field field, CreditReader credits) {
    this.field = field;
    this.copy = field.copy();
    this.credits = credits;
  }

  /**
   * Where the credits begin that end the last paragraph of a body: "… (APA/Reuters, red,
   * 9.9.2025)", "… in port. (Reporting by Jane Roe)", "… in port. AFP contributed reporting.";
   * beyond every token when there are none.
   */
  int read(int first, int to) {
    int start = to;
    for (int n = 0; n < SENTENCES && start > first; n++) {
      int from = lastCredit(first, start);
      if (from == start) {
        break;
      }
      start = from;
    }
    return start == to ? Integer.MAX_VALUE : start;
  }

  /** Where the credit begins that is all of the last sentence or bracket; {@code to} if none. */
  private int lastCredit(int first, int to) {
    int bracket = bracketAt(first, to);
    if (bracket < to) {
      return credits.agenciesOnly(bracket, to) || credits.line(bracket, to) ? bracket : to;
    }
    int initials = behindLastStop(first, to);
    if (initials < to
        && !field.hits().within(initials, to).isEmpty()
        && credits.signOff(initials, to)) {
      return initials;
    }
    int sentence = copy.sentenceStart(to - 1);
    return sentence > first && to - sentence < LONGEST_SENTENCE && credited(sentence, to)
        ? sentence
        : to;
  }

  private boolean credited(int from, int to) {
    String lower = copy.slice(from, to).toLowerCase(Locale.ROOT);
    if (!mostlyNames(from, to)) {
      return false;
    }
    if (credits.roles(lower, from, to) || credits.report(lower, from, to)) {
      return true;
    }
    List<Np> people = People.read(copy, field.hits(), from, to);
    boolean named =
        field.hits().startingAt(from) != null
            || (!people.isEmpty() && people.get(0).from() == from)
            || field.language().contributions().stream().anyMatch(lower::startsWith);
    return named && credits.contribution(lower, from, to);
  }

  /** Past the full stop before a few last words, "… in port. jr/dpa/AFP"; else {@code to}. */
  private int behindLastStop(int first, int to) {
    int i = to - 1;
    while (i > first && i > to - SHORT && copy.mark(i) != '.') {
      i--;
    }
    return i > first && copy.mark(i) == '.' ? i + 1 : to;
  }

  /** A sentence that credits is names and a few words between them. */
  private boolean mostlyNames(int from, int to) {
    int capitals = 0;
    int small = 0;
    for (int i = from; i < to; i++) {
      if (copy.mark(i) == 0 && !copy.has(i, Copy.NUMBER)) {
        capitals += copy.has(i, Copy.CAP) ? 1 : 0;
        small += copy.has(i, Copy.CAP) ? 0 : 1;
      }
    }
    return small <= capitals + FEW;
  }

  /** Where the bracket opens that closes a paragraph; {@code to} when none does. */
  private int bracketAt(int first, int to) {
    int close = to - 1;
    while (close > first && (copy.mark(close) == '.' || Marks.dash(copy.mark(close)))) {
      close--;
    }
    if (close <= first || copy.mark(close) != ')') {
      return to;
    }
    int open = close;
    while (open > first && open > close - LONGEST_SENTENCE && copy.mark(open) != '(') {
      open--;
    }
    return open > first && copy.mark(open) == '(' ? open : to;
  }
}
