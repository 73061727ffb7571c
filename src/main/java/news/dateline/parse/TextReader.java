package news.dateline.parse;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import news.dateline.model.Feed;
import news.dateline.model.Item;
import news.dateline.model.Lines;
import news.dateline.model.Markup;
import news.dateline.model.Reason;
import news.dateline.model.RejectedException;

/**
 * A story as plain text. The first line is the headline when it reads like one: short, not ended
 * like a sentence, without a dateline. A byline may follow it.
 */
final class TextReader implements Reader {
  private static final int LONGEST_HEADLINE = 160;

  /** "PARIS, May 3 (Reuters) - ", "MOSCOW, January 21. /TASS/. ", "Berlin (dpa) - ". */
  private static final Pattern DATELINE =
      Pattern.compile(
          "^\\W{0,3}\\p{Lu}[^\\n]{1,90}?"
              + "(\\(\\p{L}[\\p{L} .,/-]{1,40}\\)|/\\p{L}[\\p{L} .-]{1,40}/)\\s?[.:]?\\s{0,2}[-\\u2013\\u2014_.=:]");

  private static final Pattern BYLINE = Pattern.compile("^(By|Von|Par|Por|De|Di) \\p{Lu}.{2,80}$");

  @Override
  public boolean answersTo(String format) {
    return format.equals("text") || format.equals("text/plain") || format.equals("plain");
  }

  @Override
  public boolean recognises(Content content) {
    return content.shape() == Content.Shape.TEXT
        && !hasControls(content.text())
        && (hasDateline(content.text()) || isProse(content.text()));
  }

  @Override
  public Harvest read(Content content) {
    if (content.shape() == Content.Shape.BINARY) {
      throw new RejectedException(Reason.MALFORMED, "binary data where text was expected");
    }
    Harvest harvest = new Harvest(Feed.of("text").repaired(content.mended()));
    harvest.take(content::bytes, () -> item(content));
    return harvest;
  }

  private static Item item(Content content) {
    String rest = content.text().strip();
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
    return new Item(
        Item.Identity.NONE,
        Optional.empty(),
        Optional.empty(),
        Markup.text(headline.strip()),
        Markup.EMPTY,
        Markup.text(rest),
        Item.Dates.NONE,
        Item.Editorial.NONE,
        List.of(),
        Lines.NONE.withByline(byline),
        List.of(),
        List.of(),
        content::bytes);
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
