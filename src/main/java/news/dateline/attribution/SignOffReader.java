package news.dateline.attribution;

import java.util.List;
import java.util.regex.Pattern;
import news.dateline.model.Attribution.Role;
import org.jspecify.annotations.Nullable;

/** Reads the line with which a desk signs off: "hh/ph/ts/hd", "dpa abc xy", "==Kyodo", "-30-". */
final class SignOffReader {
  private static final int LONGEST = 40;
  private static final Pattern INITIALS =
      Pattern.compile("/?(?:\\p{L}{1,4}-?\\p{L}{0,4})(?:/\\p{L}{1,4}){1,5}");

  /**
   * A sign-off.
   *
   * @param rule what it looks like
   * @param agencies named in it
   * @param role of those agencies
   */
  record SignOff(String rule, List<AgencyHit> agencies, Role role) {}

  private final Field field;
  private final Copy copy;

  SignOffReader(Field field) {
    this.field = field;
    this.copy = field.copy();
  }

  /** The sign-off that a paragraph is; null when it is ordinary text. */
  @Nullable SignOff read(int from, int to) {
    if (copy.end(to - 1) - copy.start(from) > LONGEST) {
      return null;
    }
    String text = copy.slice(from, to);
    List<AgencyHit> agencies = field.hits().within(from, to);
    if (INITIALS.matcher(text).matches()) {
      boolean alone = wordsBeside(agencies, from, to) == 0;
      boolean first = !agencies.isEmpty() && agencies.get(0).from() == from;
      boolean own = alone || (first && agencies.size() == 1);
      return new SignOff("sign-off", agencies, own ? Role.ORIGIN : Role.CONTRIBUTOR);
    }
    if (agencies.size() == 1 && agencies.get(0).from() == from) {
      int after = agencies.get(0).to();
      // "Report card": behind an everyday word no initials are believed.
      boolean everyday = agencies.get(0).agency().use() == Agency.Use.SIGNED;
      return after < to && !everyday && initials(after, to)
          ? new SignOff("sign-off", agencies, Role.ORIGIN)
          : null;
    }
    char opens = copy.mark(from);
    boolean ends =
        agencies.isEmpty()
            ? endMark(text, from, to)
            : (opens == '=' || Marks.dash(opens)) && wordsBeside(agencies, from, to) == 0;
    return ends ? new SignOff("end-mark", agencies, Role.ORIGIN) : null;
  }

  private int wordsBeside(List<AgencyHit> agencies, int from, int to) {
    int words = 0;
    for (int i = from; i < to; i++) {
      words += copy.mark(i) == 0 ? 1 : 0;
    }
    return words - agencies.stream().mapToInt(h -> h.to() - h.from()).sum();
  }

  /** Initials and slashes, nothing that the language knows as a word. */
  private boolean initials(int from, int to) {
    for (int i = from; i < to; i++) {
      char mark = copy.mark(i);
      boolean short4 =
          mark == 0
              && copy.end(i) - copy.start(i) <= 4
              && (!copy.has(i, Copy.CAP) || copy.has(i, Copy.UPPER))
              && (copy.bits(i) & ~Words.PARTICLE) == 0;
      if (!short4 && mark != '/' && mark != '-') {
        return false;
      }
    }
    return true;
  }

  /** "ends", "(END)", "Enditem", "-0-", "-30-", "###". */
  private boolean endMark(String text, int from, int to) {
    String inner = CreditWords.letters(text);
    boolean dashes = Marks.dash(copy.mark(from)) && Marks.dash(copy.mark(to - 1));
    return field.language().ends().contains(inner)
        || (dashes && (inner.equals("0") || inner.equals("30")))
        || (inner.isEmpty() && text.replace(" ", "").equals("###"));
  }
}
