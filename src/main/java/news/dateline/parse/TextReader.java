package news.dateline.parse;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.dateline.model.AltId;
import news.dateline.model.Bytes;
import news.dateline.model.Feed;
import news.dateline.model.Item;
import news.dateline.model.Letters;
import news.dateline.model.Lines;
import news.dateline.model.Markup;
import news.dateline.model.PubStatus;
import news.dateline.model.Reason;
import news.dateline.model.RejectedException;
import news.dateline.model.Wire;

/**
 * A story as plain text. The first line is the headline when it reads like one: short, not ended
 * like a sentence, without a dateline. A byline may follow it.
 */
final class TextReader implements Reader {
  private static final int LONGEST_HEADLINE = 160;

  /** "PARIS, May 3 (Reuters) - ", "MOSCOW, January 21. /TASS/. ", "Berlin (dpa) - ". */
  private static final Pattern DATELINE =
      Pattern.compile(
          "^\\W{0,3}\\p{Lu}[^\\n"
              + "]{1,90}?(\\(\\p{L}[\\p{L} .,/-]{1,40}\\)|/\\p{L}[\\p{L}"
              + " .-]{1,40}/)\\s?[.:]?\\s{0,2}[-\\u2013\\u2014_.=:]");

  private static final Pattern START =
      Pattern.compile("(?m)^[\\s\\p{Cntrl}]{0,20}ZCZC\\b(.{0,80})$");

  private static final Pattern END = Pattern.compile("(?m)^[\\s\\p{Cntrl}]{0,20}NNNN\\b");

  private static final Pattern BYLINE = Pattern.compile("^(By|Von|Par|Por|De|Di) \\p{Lu}.{2,80}$");

  @Override
  public boolean answersTo(String format) {
    return format.equals("text") || format.equals("text/plain") || format.equals("plain");
  }

  @Override
  public boolean recognises(Content content) {
    if (framed(content.text())) {
      return true;
    }
    return content.shape() == Content.Shape.TEXT
        && !content.text().stripLeading().startsWith("<?xml") // whose root never came
        && !hasControls(content.text())
        && (hasDateline(content.text()) || isProse(content.text()));
  }

  /** Telegraph messages stand between ZCZC and NNNN (ITU-T F.1, C.1). */
  private static boolean framed(String text) {
    return START.matcher(text.substring(0, Math.min(text.length(), 200))).lookingAt();
  }

  @Override
  public Harvest read(Content content) {
    if (content.shape() == Content.Shape.BINARY) {
      throw new RejectedException(Reason.MALFORMED, "binary data where text was expected");
    }
    Harvest harvest = new Harvest(Feed.of("text").repaired(content.mended()));
    if (!framed(content.text())) {
      if (content.isTorn()) {
        throw new RejectedException(Reason.CUT_OFF, "packed text that breaks off");
      }
      harvest.take(content::bytes, () -> item(content, "", content.text(), content::bytes));
      return harvest;
    }
    Matcher start = START.matcher(content.text());
    boolean more = start.find();
    while (more) {
      String line = start.group(1).strip();
      int from = start.end();
      more = start.find();
      String raw = content.text().substring(from, more ? start.start() : content.text().length());
      Matcher end = END.matcher(raw);
      boolean ended = end.find();
      String text = WireText.clean(ended ? raw.substring(0, end.start()) : raw);
      Supplier<Bytes> bytes = () -> Bytes.utf8(raw);
      if (!ended && !more) {
        harvest.refuse(bytes, Reason.CUT_OFF, "the document breaks off inside this message");
        continue;
      }
      harvest.take(bytes, () -> item(content, line, text, bytes));
    }
    return harvest;
  }

  /**
   * @param line what stands beside ZCZC: the number of the message, mostly; may be empty
   */
  private static Item item(Content content, String line, String text, Supplier<Bytes> raw) {
    String rest = text.strip();
    String headline = "";
    Optional<String> byline = Optional.empty();
    String first = firstLine(rest);
    if (first.length() < rest.length() && isHeadline(first)) {
      headline = first;
      rest = rest.substring(first.length()).strip();
      String second = firstLine(rest);
      if (second.length() < rest.length() && BYLINE.matcher(second).matches()) {
        byline = Optional.of(second);
        rest = rest.substring(second.length()).strip();
      }
    }
    String title = headline.strip();
    House house = content.house(signed(rest));
    Optional<String> dateline =
        rest.lines()
            .limit(12)
            .map(String::strip)
            .flatMap(l -> house.dateline(l).stream())
            .findFirst();
    Item item =
        new Item(
            new Item.Identity(
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty(),
                line.isEmpty() ? List.of() : List.of(new AltId("sequence", line))),
            Optional.empty(),
            Optional.empty(),
            Markup.text(title),
            Markup.EMPTY,
            Markup.text(rest),
            Item.Dates.NONE,
            new Item.Editorial(PubStatus.USABLE, OptionalInt.empty(), false, MailItem.genre(title)),
            List.of(),
            new Lines(
                byline,
                Optional.empty(),
                dateline,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()),
            List.of(),
            List.of(),
            Wire.NONE.counting(Letters.count(rest)),
            raw);
    return house.finish(item, Paths.Lookup.NOTHING);
  }

  /** The agencies a dateline names in its brackets. */
  private static List<String> signed(String text) {
    return text.lines()
        .limit(12)
        .map(l -> l.substring(0, Math.min(l.length(), LONGEST_HEADLINE)))
        .map(DATELINE::matcher)
        .filter(Matcher::find)
        .flatMap(m -> Arrays.stream(m.group(1).split("[^\\p{L}]+", -1)))
        .filter(w -> !w.isBlank())
        .toList();
  }

  private static String firstLine(String text) {
    int end = text.indexOf('\n');
    String line = end < 0 ? text : text.substring(0, end);
    return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
  }

  private static boolean isHeadline(String line) {
    return line.length() <= LONGEST_HEADLINE
        && !line.isBlank()
        && ".!:;,\u2026\u201D\"".indexOf(line.strip().charAt(line.strip().length() - 1)) < 0
        && !DATELINE.matcher(line).find();
  }

  private static boolean hasDateline(String text) {
    return text.lines()
        .map(String::strip)
        .filter(l -> !l.isEmpty())
        .limit(6)
        .map(l -> l.substring(0, Math.min(l.length(), 160)))
        .anyMatch(l -> DATELINE.matcher(l).find());
  }

  /** Mostly letters and spaces, and somewhere a sentence of at least eight words. */
  private static boolean isProse(String text) {
    String head = text.substring(0, Math.min(text.length(), 8192));
    long letters = head.chars().filter(c -> Character.isLetter(c) || c == ' ').count();
    if (letters * 100 < head.length() * 85L) {
      return false;
    }
    return head.lines()
        .anyMatch(
            l ->
                l.strip().split("\\s+", 9).length >= 9
                    && l.matches(".*[\\p{L}\\d)\"\u201D][.!?\u2026].*"));
  }

  private static boolean hasControls(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f') {
        return true;
      }
    }
    return false;
  }
}
