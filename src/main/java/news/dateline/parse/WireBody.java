package news.dateline.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.dateline.model.Letters;
import news.dateline.model.Markup;

/**
 * The text of a wire item, told apart from what only editors may see.
 *
 * @param body paragraphs, sign-off included
 * @param notes for editors, their lines as they stood; may be empty
 * @param dateline the text begins with; it stays in the body
 * @param letters in the text as it stood, without the notes, which are kept elsewhere
 */
record WireBody(Markup body, String notes, Optional<String> dateline, int letters) {
  /** Paragraphs that may stand before the one with the dateline: a lead in bold. */
  private static final int LEADS = 3;

  private static final Pattern END = Pattern.compile("(.*\\S)\\s*(\\./\\.\\s*\\p{L}{0,6})");

  static WireBody of(List<String> lines, House house) {
    List<WireText.Paragraph> open = new ArrayList<>();
    List<WireText.Paragraph> hidden = new ArrayList<>();
    boolean rest = false;
    List<WireText.Paragraph> paragraphs = WireText.paragraphs(signedApart(lines, house));
    for (int i = 0; i < paragraphs.size(); i++) {
      WireText.Paragraph paragraph = paragraphs.get(i);
      rest |= house.style().hidesRest(paragraph.text());
      boolean last = i == paragraphs.size() - 1 && house.style().isSignoff(paragraph.text());
      if (!last && (rest || house.style().isNonPublic(paragraph.text()))) {
        hidden.add(paragraph);
      } else {
        add(open, paragraph);
      }
    }
    String notes = WireText.raw(hidden);
    return new WireBody(
        Markup.text(WireText.text(open)),
        notes,
        dateline(open, house),
        Letters.count(String.join("\n", lines)) - Letters.count(notes));
  }

  /** A last line that signs off is no part of the paragraph above it. */
  private static List<String> signedApart(List<String> lines, House house) {
    int last = lines.size() - 1;
    while (last > 0 && lines.get(last).isBlank()) {
      last--;
    }
    if (last <= 0 || !house.style().isSignoff(lines.get(last))) {
      return lines;
    }
    List<String> apart = new ArrayList<>(lines.subList(0, last));
    apart.add("");
    apart.add(lines.get(last));
    return apart;
  }

  /** A sign-off at the end of a last line becomes a paragraph of its own. */
  private static void add(List<WireText.Paragraph> open, WireText.Paragraph paragraph) {
    Matcher end = END.matcher(paragraph.text());
    if (paragraph.text().contains("./.") && end.matches()) {
      open.add(new WireText.Paragraph(end.group(1), end.group(1), paragraph.apart()));
      open.add(new WireText.Paragraph(end.group(2), end.group(2), false));
    } else {
      open.add(paragraph);
    }
  }

  private static Optional<String> dateline(List<WireText.Paragraph> open, House house) {
    return open.stream().limit(LEADS).flatMap(p -> house.dateline(p.text()).stream()).findFirst();
  }
}
