package news.dateline.normalise;

import java.util.BitSet;
import java.util.List;
import java.util.function.UnaryOperator;
import news.dateline.model.Letters;
import news.dateline.model.Markup;
import news.dateline.model.Reason;
import news.dateline.model.RejectedException;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * A field's text in clean paragraphs, and its HTML when it has any. A text with neither tags nor
 * references never meets the HTML parser.
 */
final class BodyText {
  static final BodyText EMPTY = new BodyText(List.of(), "", null);

  /** Characters. A story this long is none: the longest reports run to some 300 KB. */
  private static final int LONGEST = 5_000_000;

  private static final BitSet NOTHING = new BitSet(0);

  private final List<String> paragraphs;
  private final String html;
  private final @Nullable HtmlFragment fragment;

  private BodyText(List<String> paragraphs, String html, @Nullable HtmlFragment fragment) {
    this.paragraphs = paragraphs;
    this.html = html;
    this.fragment = fragment;
  }

  /**
   * @param base what relative addresses resolve against; null when there is nothing
   * @throws RejectedException when it is too long, or text was lost on the way
   */
  static BodyText read(Markup field, @Nullable String base) {
    return read(field, base, true);
  }

  /**
   * @param strict false: loss of text is accepted
   */
  static BodyText read(Markup field, @Nullable String base, boolean strict) {
    String value = field.value();
    if (value.length() > LONGEST) {
      throw new RejectedException(
          Reason.FIELD_TOO_LARGE, value.length() + " characters of text; " + LONGEST + " allowed");
    }
    if (value.isBlank()) {
      return EMPTY;
    }
    if (field.kind() == Markup.Kind.TEXT) {
      return new BodyText(PlainText.paragraphs(value), "", null);
    }
    boolean guess = field.kind() == Markup.Kind.GUESS;
    if (guess && Repair.isEscapedTwice(value)) {
      return ofHtml(Parser.unescapeEntities(value, false), base, strict);
    }
    boolean marked = value.indexOf('<') >= 0 || value.indexOf('&') >= 0;
    if (!marked || (guess && !Repair.looksLikeHtml(value))) {
      Paragraphs lines = new Paragraphs();
      lines.add(value, true);
      return new BodyText(lines.finish(), "", null);
    }
    return ofHtml(value, base, strict);
  }

  private static BodyText ofHtml(String html, @Nullable String base, boolean strict) {
    HtmlFragment fragment = HtmlFragment.parse(html, base);
    HtmlFragment.Written written = fragment.write(NOTHING);
    int kept = written.paragraphs().stream().mapToInt(Letters::count).sum();
    if (strict && kept * 100L < written.words() * 99L) {
      throw new RejectedException(
          Reason.TEXT_LOST, kept + " of " + written.words() + " letters were kept");
    }
    return new BodyText(written.paragraphs(), written.html(), fragment);
  }

  List<String> paragraphs() {
    return paragraphs;
  }

  /** The same text in other paragraphs, when no markup says what its paragraphs are. */
  BodyText parted(UnaryOperator<List<String>> parts) {
    return fragment == null ? new BodyText(parts.apply(paragraphs), html, null) : this;
  }

  /** On one line. */
  String line() {
    return String.join(" ", paragraphs);
  }

  /** Safe HTML without the paragraphs cut; empty when the source gave plain text. */
  String html(BitSet cut) {
    return fragment == null || cut.isEmpty() ? html : fragment.write(cut).html();
  }
}
