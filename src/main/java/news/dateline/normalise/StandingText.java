package news.dateline.normalise;

import java.util.Locale;
import java.util.Optional;
import news.dateline.model.ParagraphBook.Recurrence;

/**
 * Tells standing text, which a newsroom sets under or over its stories, from a paragraph that only
 * comes again: the background of a follow-up, a rubric, a table's head, the name of an author or an
 * agency. That a paragraph recurs is evidence, never proof; what it looks like and where it stands
 * must say the same. docs/decisions/0010-what-the-stream-teaches.md has the reasoning.
 */
final class StandingText {
  /** Stories a paragraph must have stood in before it is suspected. */
  private static final int FEWEST = 3;

  /** From here on it is cut. */
  private static final double SURE = 4;

  /** A paragraph that looks like nothing known must have stood in so many stories, ... */
  private static final int VERY_OFTEN = 20;

  /** ... over so many days, ... */
  private static final int LONG = 7;

  /** ... in nearly every story. */
  private static final double NEARLY_ALL = 0.8;

  private static final String[] LEADING = {"navigation", "newsletter", "standing", "openers"};

  private final BoilerplateWords words;

  StandingText(BoilerplateWords words) {
    this.words = words;
  }

  /**
   * @param recurrence how the paragraph recurs in its source's earlier stories
   * @param tail it stands at the end of the body, not at its beginning
   * @return the reason why it is cut; empty when it stays
   */
  Optional<String> reason(String paragraph, String publisher, Recurrence recurrence, boolean tail) {
    if (recurrence.stories() < FEWEST) {
      return Optional.empty();
    }
    Look look = Look.at(paragraph.strip(), publisher, words);
    boolean everywhere =
        recurrence.stories() >= VERY_OFTEN
            && recurrence.days() >= LONG
            && recurrence.share() >= NEARLY_ALL;
    if (look.shape() < 1) {
      return everywhere && tail && look.isText() && !look.tells() && !look.names()
          ? Optional.of("duplicate")
          : Optional.empty();
    }
    boolean often =
        recurrence.stories() >= VERY_OFTEN
            && recurrence.days() >= LONG
            && recurrence.share() >= 0.5;
    if ((look.tells() && !often) || look.credits()) {
      return Optional.empty();
    }
    double evidence = evidence(recurrence) + look.shape() + (tail ? 0.5 : 0);
    return evidence >= SURE ? Optional.of(look.reason()) : Optional.empty();
  }

  /** What the counts alone are worth: up to 2.5 for stories, 1.5 for their share, 1 for days. */
  private static double evidence(Recurrence r) {
    double stories = Math.min(2.5, 0.6 * Math.log(r.stories()) / Math.log(2));
    double days = r.days() >= LONG ? 1 : r.days() >= 2 ? 0.5 : 0;
    return stories + 1.5 * r.share() + days;
  }

  /**
   * What a paragraph looks like.
   *
   * @param shape how much it looks like a standing text; less than 1: not at all
   * @param reason what it would be cut for
   * @param tells it quotes somebody or gives figures, as a story does
   * @param credits it says who made the story, and nothing else
   * @param names it holds an abbreviation in capitals: an agency, a ministry
   * @param isText it is more than a few words, which might be an author's name
   */
  private record Look(
      double shape, String reason, boolean tells, boolean credits, boolean names, boolean isText) {

    static Look at(String text, String publisher, BoilerplateWords words) {
      String lower = text.toLowerCase(Locale.ROOT);
      WordCounts counts = WordCounts.of(text, lower, words);
      String list = list(lower, words);
      boolean self = publisher.length() > 3 && lower.contains(publisher);
      boolean address = lower.contains("@") || lower.contains("http") || lower.contains("www.");
      int you = counts.most(BoilerplateWords.YOU);
      int we = counts.most(BoilerplateWords.WE);
      int support = counts.most(BoilerplateWords.SUPPORT);
      int subscribe = counts.most(BoilerplateWords.SUBSCRIBE);
      boolean speaks = you > 0 || we > 0;
      double shape =
          (list.isEmpty() ? 0 : 2)
              + (you > 0 ? 0.5 : 0)
              + (we > 0 ? 0.5 : 0)
              + (self && (speaks || address || !list.isEmpty()) ? 1 : 0)
              + (speaks ? Math.min(1, 0.5 * (support + subscribe)) : 0)
              + (address ? 1 : 0);
      boolean bracketed = text.startsWith("(") || text.startsWith("[");
      boolean credits =
          list.isEmpty()
              && (bracketed || counts.most(BoilerplateWords.CREDIT) > 0 || counts.all() < 4);
      return new Look(
          shape,
          reason(list, support, subscribe, speaks),
          isQuoting(text) || hasFigure(text),
          credits,
          hasAbbreviation(text) || counts.most(BoilerplateWords.CREDIT) > 0,
          counts.all() >= 5 && !bracketed);
    }

    private static String list(String lower, BoilerplateWords words) {
      for (String list : LEADING) {
        if (!words.phrases(list).beginning(lower).isEmpty()) {
          return list;
        }
      }
      return words.phrases("rights").within(lower) ? "rights" : "";
    }

    private static String reason(String list, int support, int subscribe, boolean speaks) {
      if (list.equals("openers") || (support > 0 && speaks)) {
        return "appeal";
      }
      return list.equals("newsletter") || (list.isEmpty() && subscribe > 0)
          ? "newsletter"
          : "navigation";
    }

    /** Marks around three words or more, or an opening mark at the beginning. */
    private static boolean isQuoting(String text) {
      int open = -1;
      for (int i = 0; i < text.length(); i++) {
        if ("\"“”„«»—".indexOf(text.charAt(i)) < 0) {
          continue;
        }
        if (i == 0) {
          return true;
        }
        if (open >= 0 && blanks(text, open, i) >= 2) {
          return true;
        }
        open = i;
      }
      return false;
    }

    private static int blanks(String text, int from, int to) {
      int n = 0;
      for (int i = from; i < to; i++) {
        n += text.charAt(i) == ' ' ? 1 : 0;
      }
      return n;
    }

    /** A figure that is no part of an address and no year of a copyright. */
    private static boolean hasFigure(String text) {
      if (text.indexOf('©') >= 0) {
        return false;
      }
      int i = 0;
      while (i < text.length()) {
        int end = text.indexOf(' ', i);
        end = end < 0 ? text.length() : end;
        boolean figure = false;
        boolean address = false;
        for (int k = i; k < end; k++) {
          char c = text.charAt(k);
          figure |= Character.isDigit(c);
          address |= c == '@' || (c == '/' && k > i && Character.isLetter(text.charAt(k - 1)));
        }
        if (figure && !address) {
          return true;
        }
        i = end + 1;
      }
      return false;
    }

    private static boolean hasAbbreviation(String text) {
      int run = 0;
      for (int i = 0; i <= text.length(); i++) {
        if (i < text.length() && Character.isUpperCase(text.charAt(i))) {
          run++;
        } else {
          boolean ends = i == text.length() || !Character.isLetter(text.charAt(i));
          if (run >= 2 && ends) {
            return true;
          }
          run = 0;
        }
      }
      return false;
    }
  }
}
