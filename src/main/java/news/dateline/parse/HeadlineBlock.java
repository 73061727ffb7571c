package news.dateline.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The lines above a text: markers, headline, byline, remarks in parentheses, ended by {@code =} or
 * by what is no headline any more.
 *
 * @param headline on one line; may be empty
 * @param takes what kind of version this is, in the agency's words
 * @param byline "By Jane Roe, dpa"
 * @param notes remarks for editors
 * @param note what a correction says of itself
 * @param lines how many lines the block takes
 */
record HeadlineBlock(
    String headline,
    List<String> takes,
    Optional<String> byline,
    List<String> notes,
    Optional<String> note,
    int lines) {

  /** No block is longer. */
  private static final int MOST = 16;

  /** Lines of a headline whose end nobody marks. */
  private static final int MOST_UNMARKED = 4;

  private static final int LONGEST_TAKE = 30;
  private static final int LONGEST_LINE = 100;

  private static final Pattern BYLINE =
      Pattern.compile(
          "(?:By .{2,120}|(?:Von|Par|Por|De|Di|Da|Door|Av|Af|Автор:?)"
              + " (?:\\p{Lu}|.{0,40}[KkCc]orr?espond).{2,120})");

  static boolean isByline(String line) {
    return BYLINE.matcher(line).matches();
  }

  /**
   * @param lines of the text, clean
   * @param house knows its markers and datelines
   */
  static HeadlineBlock of(List<String> lines, House house) {
    int end = end(lines, house);
    List<String> units = units(lines.subList(0, end));
    String headline = "";
    List<String> takes = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    Optional<String> note = Optional.empty();
    Optional<String> byline = Optional.empty();
    for (String unit : units) {
      boolean aside = unit.startsWith("(") && unit.endsWith(")");
      String inner = aside ? AuthorForms.fold(unit.substring(1, unit.length() - 1)) : unit;
      if (headline.isEmpty() && aside && inner.length() <= LONGEST_TAKE) {
        takes.add(inner);
      } else if (headline.isEmpty() && aside) {
        int colon = inner.indexOf(':');
        boolean named = colon > 0 && colon <= LONGEST_TAKE;
        if (named && !house.head(inner).markers().isEmpty()) {
          takes.add(inner.substring(0, colon));
          note = note.or(() -> Some.text(inner));
        } else {
          notes.add(inner);
        }
      } else if (headline.isEmpty() && house.head(unit).headline().isEmpty()) {
        takes.add(unit);
      } else if (!headline.isEmpty() && aside) {
        notes.add(unit);
      } else if (!headline.isEmpty() && byline.isEmpty() && isByline(unit)) {
        byline = Optional.of(unit);
      } else {
        headline = headline.isEmpty() ? unit : headline + " " + unit;
      }
    }
    return new HeadlineBlock(AuthorForms.fold(headline), takes, byline, notes, note, end);
  }

  private static int end(List<String> lines, House house) {
    int seen = 0;
    int blank = -1;
    for (int i = 0; i < lines.size() && seen < MOST; i++) {
      String line = lines.get(i).strip();
      if (line.isEmpty()) {
        blank = blank < 0 && seen > 0 ? i : blank;
        continue;
      }
      if (house.dateline(line).isPresent()) {
        return blank >= 0 && seen > MOST_UNMARKED ? blank : i;
      }
      if (line.endsWith("=") && !line.endsWith("==")) {
        return i + 1;
      }
      if (line.length() > LONGEST_LINE) {
        break;
      }
      seen++;
    }
    return unmarked(lines, blank);
  }

  /** Without any mark, a few lines before a blank one, unless they end like a sentence. */
  private static int unmarked(List<String> lines, int blank) {
    if (blank < 0) {
      return 0;
    }
    List<String> head =
        lines.subList(0, blank).stream().map(String::strip).filter(l -> !l.isEmpty()).toList();
    String last = head.get(head.size() - 1);
    boolean sentence = ".!?\"\u201D\u00BB".indexOf(last.charAt(last.length() - 1)) >= 0;
    boolean text = head.size() > MOST_UNMARKED || (sentence && head.size() > 1);
    return text ? 0 : blank;
  }

  /** Lines, those within one pair of parentheses put together, without the mark of the end. */
  private static List<String> units(List<String> lines) {
    List<String> units = new ArrayList<>();
    StringBuilder open = new StringBuilder();
    for (int i = 0; i < lines.size(); i++) {
      String line = AuthorForms.fold(lines.get(i));
      if (i == lines.size() - 1 && line.endsWith("=")) {
        line = line.substring(0, line.length() - 1).strip();
      }
      open.append(open.length() == 0 || line.isEmpty() ? "" : " ").append(line);
      boolean closed = open.indexOf("(") != 0 || open.indexOf(")") > 0 || line.isEmpty();
      if (closed || i == lines.size() - 1) {
        Some.text(open.toString().replace("( ", "(").replace(" )", ")")).ifPresent(units::add);
        open.setLength(0);
      }
    }
    return units;
  }
}
