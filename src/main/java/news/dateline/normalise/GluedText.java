package news.dateline.normalise;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Sets appeals, newsletter boxes and notices of rights apart from the story they are glued to, as
 * in texts that lost their paragraph breaks. A run of whole sentences is set apart only when it
 * would be cut as a paragraph of its own; nothing is left out and no word is changed. What begins
 * within a quotation stays where it is.
 */
final class GluedText {
  private static final String MARKS = "\"“”„«»";

  /** Sentences of the longest run. */
  private static final int LONGEST = 8;

  /** Words of a sentence that pleads for nothing and may stand amid an appeal. */
  private static final int SHORT = 8;

  /** Characters of the longest button, "Support The Harbour Post". */
  private static final int BUTTON = 60;

  /** A notice of rights stands so near the end, in characters. */
  private static final int END = 200;

  /** Characters a quotation runs on at most: so far back its mark is looked for. */
  private static final int QUOTATION = 1_500;

  private final BoilerplateScore score;
  private final BoilerplateWords words;

  GluedText(BoilerplateScore score, BoilerplateWords words) {
    this.score = score;
    this.words = words;
  }

  /**
   * How a sentence looks beside its neighbours.
   *
   * @param opens boilerplate may begin with it
   * @param goesOn it may stand amid an appeal
   * @param closes boilerplate may end with it
   */
  private record Sentence(int from, int to, boolean opens, boolean goesOn, boolean closes) {}

  /**
   * @param paragraphs of one body, plain text
   * @param publisher in small letters
   * @return the same words; the same list when nothing is set apart
   */
  List<String> parted(List<String> paragraphs, String publisher) {
    List<String> out = new ArrayList<>();
    for (String paragraph : paragraphs) {
      if (paragraph.length() > StoryInside.SHORTEST) {
        part(paragraph, publisher, out);
      } else {
        out.add(paragraph);
      }
    }
    return out.size() == paragraphs.size() ? paragraphs : out;
  }

  private void part(String text, String publisher, List<String> out) {
    List<Sentence> sentences = sentences(text, publisher);
    int story = 0;
    int i = 0;
    while (i < sentences.size()) {
      int to = sentences.get(i).opens() ? run(text, publisher, sentences, i) : i;
      if (to == i) {
        i++;
        continue;
      }
      add(text.substring(story, sentences.get(i).from()), out);
      story = sentences.get(to - 1).to();
      add(text.substring(sentences.get(i).from(), story), out);
      i = to;
    }
    add(text.substring(story), out);
  }

  private static void add(String piece, List<String> out) {
    if (!piece.isBlank()) {
      out.add(piece.strip());
    }
  }

  /** One past the longest run from a sentence that is boilerplate; the sentence itself if none. */
  private int run(String text, String publisher, List<Sentence> sentences, int first) {
    int from = sentences.get(first).from();
    if (isWithinQuotation(text, from)) {
      return first;
    }
    int last = first + 1;
    while (last < sentences.size()
        && last < first + LONGEST
        && (sentences.get(last).opens() || sentences.get(last).goesOn())) {
      last++;
    }
    for (int to = last; to > first; to--) {
      Sentence end = sentences.get(to - 1);
      if (end.closes() && !isWithinQuotation(text, end.to())) {
        String run = text.substring(from, end.to());
        BoilerplateScore.Shape shape = score.shape(run, publisher);
        boolean line = !shape.line().isEmpty() && !quotes(run, publisher);
        if (line || shape.appeal() >= BoilerplateScore.SURE) {
          return to;
        }
      }
    }
    return first;
  }

  /** Does a line hold a quotation, a dash before a name, or other names in marks than its own? */
  private static boolean quotes(String run, String publisher) {
    for (int i = 0; i < run.length(); i++) {
      if (MARKS.indexOf(run.charAt(i)) >= 0 || run.charAt(i) == '—') {
        return publisher.length() <= 3 || !run.toLowerCase(Locale.ROOT).contains(publisher);
      }
    }
    return false;
  }

  private List<Sentence> sentences(String text, String publisher) {
    List<Sentence> out = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      if (i < from) {
        continue; // blanks between sentences
      }
      boolean rights =
          text.length() - i < END
              && i + 1 < text.length()
              && text.charAt(i) == ' '
              && text.charAt(i + 1) == '©';
      boolean button =
          StoryInside.opens(text, i + 1)
              && i - from < BUTTON
              && score.isButton(text.substring(from, i + 1).toLowerCase(Locale.ROOT), publisher);
      if (i + 1 == text.length() || rights || button || ends(text, i)) {
        out.add(sentence(text, from, i + 1, publisher));
        from = i + 1;
        while (from < text.length() && text.charAt(from) == ' ') {
          from++;
        }
      }
    }
    return out;
  }

  private Sentence sentence(String text, int from, int to, String publisher) {
    String lower = text.substring(from, to).toLowerCase(Locale.ROOT);
    WordCounts counts = WordCounts.of(text.substring(from, to), lower, words);
    boolean self = publisher.length() > 3 && lower.contains(publisher);
    boolean listed =
        !words.phrases("openers").beginning(lower).isEmpty()
            || !words.phrases("newsletter").beginning(lower).isEmpty()
            || !words.phrases("follow").beginning(lower).isEmpty()
            || words.phrases("rights").within(lower)
            || words.phrases("frames").framing(lower)
            || words.closers().contains(lower.substring(0, Math.max(0, lower.length() - 1)))
            || lower.startsWith("©");
    boolean pleads = false;
    boolean speaks = self;
    for (int l = 0; l < BoilerplateWords.LANGUAGES.size(); l++) {
      boolean ours = counts.of(l, BoilerplateWords.YOU) + counts.of(l, BoilerplateWords.WE) > 0;
      boolean asks =
          counts.of(l, BoilerplateWords.SUPPORT)
                  + counts.of(l, BoilerplateWords.SUBSCRIBE)
                  + counts.of(l, BoilerplateWords.NEWSROOM)
              > 0;
      pleads |= ours && asks;
      speaks |= ours;
    }
    boolean plain = !StoryInside.reports(lower);
    boolean button = score.isButton(lower, publisher);
    return new Sentence(
        from,
        to,
        listed || pleads || self,
        plain && (speaks || counts.all() <= SHORT),
        listed || pleads || button);
  }

  /** A stop, perhaps with closing marks behind it, before a space and no small letter. */
  private static boolean ends(String text, int i) {
    char c = text.charAt(i);
    int stop = "\"”“»)".indexOf(c) >= 0 && i > 0 ? i - 1 : i;
    return ".!?".indexOf(text.charAt(stop)) >= 0
        && StoryInside.opens(text, i + 1)
        && !isAbbreviation(text, stop);
  }

  /** "Donald J.", "Mr.": a capital and at most one letter more before the stop. */
  private static boolean isAbbreviation(String text, int stop) {
    int from = stop;
    while (from > 0 && stop - from < 3 && Character.isLetter(text.charAt(from - 1))) {
      from--;
    }
    return stop - from > 0 && stop - from < 3 && Character.isUpperCase(text.charAt(from));
  }

  /** Is the last quotation mark before a place an opening one? */
  private static boolean isWithinQuotation(String text, int at) {
    int i = at - 1;
    int far = Math.max(0, at - QUOTATION);
    while (i >= far && MARKS.indexOf(text.charAt(i)) < 0) {
      i--;
    }
    return i >= far
        && (i == 0 || !Character.isLetterOrDigit(text.charAt(i - 1)))
        && i + 1 < text.length()
        && Character.isLetterOrDigit(text.charAt(i + 1));
  }
}
