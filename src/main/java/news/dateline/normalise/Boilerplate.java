package news.dateline.normalise;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import news.dateline.model.HouseStyle;

/**
 * Finds the paragraphs of a body that are not the story: appeals, newsletter boxes, navigation,
 * desk sign-offs, non-public notes. A paragraph is cut whole or not at all, and never for a single
 * word: address to the reader, money, subscribing and the publisher's own name add up, facts of a
 * story (a word of saying with a name, dates, figures) count against.
 */
public final class Boilerplate {
  private final BoilerplateScore score = new BoilerplateScore(BoilerplateWords.load());

  /**
   * What is known of the text.
   *
   * @param publisher name of the publisher
   * @param language BCP 47
   * @param strip the source's own patterns: literal text, or a regular expression between slashes
   * @param style how the item's agency writes
   */
  public record Context(
      String publisher, Optional<String> language, List<String> strip, HouseStyle style) {
    public Context {
      strip = List.copyOf(strip);
    }

    /** An item of no agency. */
    public Context(String publisher, Optional<String> language, List<String> strip) {
      this(publisher, language, strip, HouseStyle.NONE);
    }
  }

  /**
   * A paragraph to cut, whole.
   *
   * @param paragraph index into the list given
   * @param reason {@code appeal}, {@code newsletter}, {@code navigation}, {@code signoff}, {@code
   *     non-public} or {@code duplicate}
   */
  public record Cut(int paragraph, String reason) {}

  /**
   * @param paragraphs of one body, in order, plain text
   * @return the cuts in rising order of paragraph; empty when all belongs to the story
   */
  public List<Cut> cuts(List<String> paragraphs, Context context) {
    String[] reasons = new String[paragraphs.size()];
    List<StripRule> rules = context.strip().stream().map(StripRule::of).toList();
    String publisher = context.publisher().toLowerCase(Locale.ROOT);
    BoilerplateScore.Shape[] shapes = new BoilerplateScore.Shape[reasons.length];
    for (int i = 0; i < reasons.length; i++) {
      String text = paragraphs.get(i);
      shapes[i] = score.shape(text, publisher);
      if (rules.stream().anyMatch(r -> r.matches(text))) {
        reasons[i] = "navigation";
      } else {
        reasons[i] = shapes[i].line();
      }
    }
    appeals(shapes, reasons);
    notes(paragraphs, context.style(), reasons);
    signoff(paragraphs, context.style(), reasons);
    List<Cut> out = new ArrayList<>();
    for (int i = 0; i < reasons.length; i++) {
      String reason = reasons[i];
      if (reason != null && !reason.isEmpty()) {
        out.add(new Cut(i, reason));
      }
    }
    return out;
  }

  /** An appeal is a run of paragraphs that speak to the reader; its weak ends go with it. */
  private static void appeals(BoilerplateScore.Shape[] shapes, String[] reasons) {
    int i = 0;
    while (i < shapes.length) {
      if (!shapes[i].opensAppeal() && shapes[i].appeal() < BoilerplateScore.SURE) {
        i++;
        continue;
      }
      int from = i;
      int to = i + 1;
      double sum = shapes[i].appeal();
      boolean sure = shapes[i].appeal() >= BoilerplateScore.SURE;
      while (to < shapes.length && shapes[to].goesOn()) {
        sum += shapes[to].appeal();
        sure |= shapes[to].appeal() >= BoilerplateScore.SURE;
        to++;
      }
      while (to < shapes.length && shapes[to].closesAppeal()) {
        to++;
        sum += 1;
      }
      if (sure || (to - from > 1 && sum >= BoilerplateScore.SURE)) {
        for (int k = from; k < to; k++) {
          reasons[k] = "appeal";
        }
      }
      i = to;
    }
  }

  /** What the agency marks as not for readers: a paragraph, or one and all after it. */
  private static void notes(List<String> paragraphs, HouseStyle style, String[] reasons) {
    boolean from = false;
    for (int i = 0; i < reasons.length; i++) {
      String text = paragraphs.get(i);
      from |= style.hidesRest(text);
      if (from || style.isNonPublic(text)) {
        reasons[i] = "non-public";
      }
    }
  }

  /** The desk's initials on the last line that is left: "hh/ph/ts/hd". */
  private static void signoff(List<String> paragraphs, HouseStyle style, String[] reasons) {
    int last = paragraphs.size() - 1;
    while (last > 0 && reasons[last] != null && !reasons[last].isEmpty()) {
      last--;
    }
    if (last <= 0) {
      return;
    }
    String text = paragraphs.get(last);
    if (BoilerplateScore.isSignoff(text) || style.isSignoff(text)) {
      reasons[last] = "signoff";
    }
  }

  /** One pattern of a source: literal text contained, or an expression found. */
  private record StripRule(String literal, Optional<Pattern> pattern) {
    static StripRule of(String written) {
      if (written.length() > 2 && written.startsWith("/") && written.endsWith("/")) {
        try {
          return new StripRule(
              "", Optional.of(Pattern.compile(written.substring(1, written.length() - 1))));
        } catch (PatternSyntaxException e) {
          // A source file with a bad expression is refused when read; here it strips nothing.
          return new StripRule("", Optional.empty());
        }
      }
      return new StripRule(written.strip(), Optional.empty());
    }

    boolean matches(String paragraph) {
      return pattern.isPresent()
          ? pattern.get().matcher(paragraph).find()
          : !literal.isEmpty() && paragraph.contains(literal);
    }
  }
}
