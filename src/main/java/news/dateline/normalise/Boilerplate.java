package news.dateline.normalise;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import news.dateline.model.HouseStyle;
import news.dateline.model.ParagraphBook;
import news.dateline.model.Removed;
import org.jspecify.annotations.Nullable;

/**
 * Finds the paragraphs of a body that are not the story: appeals, newsletter boxes, navigation,
 * desk sign-offs, non-public notes. A paragraph is cut whole or not at all, and never for a single
 * word: address to the reader, money, subscribing and the publisher's own name add up, facts of a
 * story (a word of saying with a name, dates, figures) count against. What recurs in a source's
 * stories is cut on less, see {@link StandingText}.
 */
public final class Boilerplate {
  private static final BoilerplateWords WORDS = BoilerplateWords.load();

  private final BoilerplateScore score = new BoilerplateScore(WORDS);
  private final StandingText standing = new StandingText(WORDS);
  private final GluedText glued = new GluedText(score, WORDS);

  /**
   * What is known of the text.
   *
   * @param publisher name of the publisher
   * @param language BCP 47
   * @param strip the source's own patterns: literal text, or a regular expression between slashes
   * @param style how the item's agency writes
   * @param book how paragraphs recur in the source's stories
   */
  public record Context(
      String publisher,
      Optional<String> language,
      List<String> strip,
      HouseStyle style,
      ParagraphBook book) {
    public Context {
      strip = List.copyOf(strip);
    }

    /** An item of no agency, from a source of which nothing is known. */
    public Context(String publisher, Optional<String> language, List<String> strip) {
      this(publisher, language, strip, HouseStyle.NONE, new ParagraphBook());
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
    recurring(paragraphs, publisher, context.book(), reasons);
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

  /**
   * Sets apart, as paragraphs of their own, appeals and notices that are glued to the story.
   *
   * @param paragraphs of one body without markup, in order
   * @return the same words
   */
  public List<String> unglued(List<String> paragraphs, Context context) {
    return glued.parted(paragraphs, context.publisher().toLowerCase(Locale.ROOT));
  }

  /**
   * A plain text without its boilerplate.
   *
   * @param text what is left, paragraphs parted by one blank line
   * @param removed what was cut, in order
   */
  public record Parted(String text, List<Removed> removed) {}

  /**
   * Cleans a plain text and takes its boilerplate out.
   *
   * @param raw as {@link PlainText#paragraphs} takes it
   */
  public Parted parted(String raw, Context context) {
    List<String> kept = new ArrayList<>(unglued(PlainText.paragraphs(raw), context));
    List<Removed> removed = new ArrayList<>();
    List<Cut> cuts = cuts(kept, context);
    for (int i = cuts.size() - 1; i >= 0; i--) {
      removed.add(0, new Removed(kept.remove(cuts.get(i).paragraph()), cuts.get(i).reason()));
    }
    return new Parted(Paragraphs.join(kept), List.copyOf(removed));
  }

  /**
   * What a story adds to its source's {@link ParagraphBook}.
   *
   * @param paragraphs of its body, in order, before anything is cut
   */
  public static List<Long> prints(List<String> paragraphs) {
    return ParagraphPrints.of(paragraphs);
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

  /** Standing text that the source's earlier stories had as well; never all that is left. */
  private void recurring(
      List<String> paragraphs, String publisher, ParagraphBook book, String[] reasons) {
    int left = 0;
    for (String reason : reasons) {
      left += isCut(reason) ? 0 : 1;
    }
    for (int i = 0; i < reasons.length; i++) {
      if (isCut(reasons[i]) || !ParagraphPrints.atAnEnd(i, reasons.length) || left == 1) {
        continue;
      }
      String text = paragraphs.get(i);
      boolean tail = i >= Math.max(reasons.length - ParagraphPrints.TAIL, reasons.length / 2);
      Optional<String> reason =
          book.find(ParagraphPrints.of(text))
              .flatMap(r -> standing.reason(text, publisher, r, tail));
      if (reason.isPresent()) {
        reasons[i] = reason.get();
        left--;
      }
    }
  }

  private static boolean isCut(@Nullable String reason) {
    return reason != null && !reason.isEmpty();
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
