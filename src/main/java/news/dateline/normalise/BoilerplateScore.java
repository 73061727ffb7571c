package news.dateline.normalise;

import java.util.Locale;
import java.util.regex.Pattern;

/** Weighs one paragraph. */
final class BoilerplateScore {
  /** From here on a paragraph is an appeal without help from its neighbours. */
  static final double SURE = 4;

  /** Longest single line of navigation or newsletter, in characters. */
  private static final int LINE = 200;

  private static final Pattern SIGNOFF =
      Pattern.compile(
          "/?\\p{L}{1,4}(?:-\\p{L}{1,4})?(?:/\\p{L}{1,4}){1,5}"
              + "|\\p{Lu}{2,5} \\p{Ll}{1,4}(?:/\\p{Ll}{1,4}){1,4}");
  private static final Pattern COPYRIGHT =
      Pattern.compile(
          "(?:©\\s?(?=[\\d(]|(?-i:\\p{Lu}))|(?:\\(c\\)|copyright)\\W{0,3}(?:©|\\(c\\)|copyright|\\d{4})).{2,160}",
          Pattern.CASE_INSENSITIVE);

  private final BoilerplateWords words;

  BoilerplateScore(BoilerplateWords words) {
    this.words = words;
  }

  /**
   * What a paragraph looks like.
   *
   * @param line reason when the paragraph alone is boilerplate; empty otherwise
   * @param appeal how much it pleads
   * @param opensAppeal it greets the reader
   * @param goesOn it may stand inside an appeal
   * @param closesAppeal it is a button of an appeal
   */
  record Shape(
      String line, double appeal, boolean opensAppeal, boolean goesOn, boolean closesAppeal) {}

  Shape shape(String paragraph, String publisher) {
    String text = paragraph.strip();
    if (text.length() > 1500) {
      return new Shape("", 0, false, false, false);
    }
    String lower = text.toLowerCase(Locale.ROOT);
    if (text.length() > StoryInside.SHORTEST && StoryInside.holds(text, publisher, words)) {
      return new Shape("", 0, false, false, false);
    }
    WordCounts counts = WordCounts.of(text, lower, words);
    int count = counts.all();
    boolean self = publisher.length() > 3 && named(lower, publisher);
    boolean quoted = startsQuoted(text);
    boolean opens = !quoted && !words.phrases("openers").beginning(lower).isEmpty() && count < 60;
    double appeal = 0;
    if (!quoted) {
      for (int l = 0; l < BoilerplateWords.LANGUAGES.size(); l++) {
        appeal = Math.max(appeal, appeal(counts, l, self, opens));
      }
    }
    boolean speaks =
        counts.most(BoilerplateWords.WE) > 0 || counts.most(BoilerplateWords.YOU) > 0 || self;
    boolean goesOn = !quoted && (opens || (appeal >= 1.8 && speaks));
    boolean closes = count <= 6 && words.closers().contains(stripped(lower));
    return new Shape(line(text, lower, counts, self), appeal, opens, goesOn, closes);
  }

  /** How much a paragraph pleads when its words are read as those of one language. */
  private static double appeal(WordCounts counts, int language, boolean self, boolean opens) {
    int you = counts.of(language, BoilerplateWords.YOU);
    int we = counts.of(language, BoilerplateWords.WE);
    int support = counts.of(language, BoilerplateWords.SUPPORT);
    int subscribe = counts.of(language, BoilerplateWords.SUBSCRIBE);
    int plight = counts.of(language, BoilerplateWords.PLIGHT);
    double appeal =
        Math.min(you, 2) * 0.8
            + Math.min(we, 2) * 0.6
            + Math.min(support, 3) * 1.0
            + Math.min(subscribe, 2) * 0.7
            + Math.min(plight, 3) * 0.5
            + (self ? 1.2 : 0)
            + (opens ? 1.5 : 0);
    boolean newsroom = counts.of(language, BoilerplateWords.NEWSROOM) > 0;
    boolean pleads = support > 0 && (you > 0 || we > 0) && (self || opens || newsroom);
    return pleads ? appeal : Math.min(appeal, SURE - 1);
  }

  private String line(String text, String lower, WordCounts counts, boolean self) {
    int count = counts.all();
    int you = counts.most(BoilerplateWords.YOU);
    int subscribe = counts.most(BoilerplateWords.SUBSCRIBE);
    int support = counts.most(BoilerplateWords.SUPPORT);
    if (startsQuoted(text) || count == 0) {
      return "";
    }
    if (isTag(text) || (text.length() <= 2 * LINE && words.phrases("frames").framing(lower))) {
      return "navigation";
    }
    if (text.length() > LINE) {
      return "";
    }
    if (!words.phrases("non-public").beginning(lower).isEmpty()) {
      return "non-public";
    }
    boolean copyright = COPYRIGHT.matcher(text).matches() && text.indexOf('/') < 0;
    boolean rights = count < 40 && words.phrases("rights").within(lower);
    if ((copyright && count < 40) || (rights && count < 40)) {
      return "navigation";
    }
    String opener = words.phrases("navigation").beginning(lower);
    if (!opener.isEmpty() && count <= 25) {
      boolean colon =
          opener.endsWith(":")
              || lower.startsWith(":", opener.length())
              || lower.startsWith(" :", opener.length());
      boolean bare = isBare(opener, count);
      boolean unfinished = !text.endsWith(".") && !text.endsWith("»") && !text.endsWith("\"");
      if ((colon && unfinished) || bare || (unfinished && opener.indexOf(' ') > 0 && count <= 16)) {
        return "navigation";
      }
    }
    String letter = words.phrases("newsletter").beginning(lower);
    boolean second =
        you > 0
            || self
            || lower.contains("ctrl")
            || lower.contains("newsletter")
            || lower.contains("telegram")
            || lower.contains("whatsapp");
    boolean ours = count <= 8 && counts.most(BoilerplateWords.WE) > 0;
    if (!letter.isEmpty()
        && count <= 30
        && (subscribe + support > 1
            || second
            || ours
            || isBare(letter, count)
            || (subscribe > 0 && count <= 14))) {
      return "newsletter";
    }
    boolean address = lower.indexOf('@') >= 0 || lower.contains("://");
    if (address && count <= 20 && !words.phrases("follow").beginning(lower).isEmpty()) {
      return "newsletter";
    }
    boolean supportLine = count <= 6 && support > 0 && self && asksSupport(firstWord(lower));
    return supportLine ? "appeal" : "";
  }

  /** A tag of the publishing system left in the text: {@code [gallery ids="3"]}. */
  private static boolean isTag(String text) {
    int equals = text.indexOf('=');
    return text.length() <= LINE
        && equals > 4
        && text.charAt(0) == '['
        && text.indexOf(']') == text.length() - 1
        && Character.isLowerCase(text.charAt(1))
        && Character.isLetter(text.charAt(equals - 1));
  }

  /** The phrase and nothing else. */
  private static boolean isBare(String phrase, int count) {
    return count <= phrase.split(" ", -1).length;
  }

  private boolean asksSupport(String word) {
    long bits = words.classes().getOrDefault(word, 0L);
    for (int l = 0; l < BoilerplateWords.LANGUAGES.size(); l++) {
      if ((bits & BoilerplateWords.bit(l, BoilerplateWords.SUPPORT)) != 0) {
        return true;
      }
    }
    return false;
  }

  /** "support the harbour post": asks to support the paper, whose name is all that follows. */
  boolean isButton(String lower, String publisher) {
    return publisher.length() > 3 && lower.endsWith(publisher) && asksSupport(firstWord(lower));
  }

  private static String firstWord(String lower) {
    int end = lower.indexOf(' ');
    return end < 0 ? lower : lower.substring(0, end);
  }

  /** Is a last line nothing but a desk's initials? */
  static boolean isSignoff(String paragraph) {
    String text = paragraph.strip();
    return text.length() <= 30 && SIGNOFF.matcher(text).matches();
  }

  private static boolean startsQuoted(String text) {
    return !text.isEmpty() && "\"“„«»‘—–".indexOf(text.charAt(0)) >= 0;
  }

  private static boolean named(String lower, String publisher) {
    if (lower.contains(publisher)) {
      return true;
    }
    String bare = publisher.startsWith("the ") ? publisher.substring(4) : publisher;
    return bare.length() > 5 && lower.contains(bare);
  }

  private static String stripped(String lower) {
    int end = lower.length();
    while (end > 0 && !Character.isLetterOrDigit(lower.charAt(end - 1))) {
      end--;
    }
    return lower.substring(0, end);
  }
}
