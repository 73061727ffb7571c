package news.dateline.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What stands before the text of an ANPA transmission: AP's lines that begin with {@code ^} and end
 * with {@code <} or {@code =}, or the bare slug and headline of other agencies.
 *
 * @param slug its line as it stands, without marks; may be empty
 * @param headline may be empty
 * @param summary a sentence between headline and byline; may be empty
 * @param byline "By JANE ROE"
 * @param credit the line below it
 * @param notes for editors
 * @param rest the lines of the text
 */
record AnpaHead(
    String slug,
    String headline,
    String summary,
    Optional<String> byline,
    Optional<String> credit,
    List<String> notes,
    List<String> rest) {

  private static final Pattern NOTE =
      Pattern.compile(
          "(?i)(?:eds|editors?|editor['\\u2019]?s note|note to editors?)\\b.{0,2}(?:[:_-]|\\s).*",
          Pattern.DOTALL);

  private static final Pattern MATERIAL =
      Pattern.compile("(?:\\p{Lu}{2,4} )?(?:Photos?|Video|Graphics?|Audio|Interactive)\\b.*");

  private static final Pattern STARRED = Pattern.compile("\\*\\d{2,6}");

  static AnpaHead of(List<String> lines, String keyword, House house) {
    boolean marked = lines.stream().filter(l -> !l.isBlank()).limit(1).anyMatch(AnpaHead::isMarked);
    return marked ? new Marked(house).read(lines) : bare(lines, keyword, house);
  }

  private static boolean isMarked(String line) {
    return line.strip().startsWith("^");
  }

  /** A slug that repeats the keyword, then a headline that ends with a plus. */
  private static AnpaHead bare(List<String> lines, String keyword, House house) {
    int at = 0;
    String slug = "";
    while (at < lines.size() && lines.get(at).isBlank()) {
      at++;
    }
    String key = keyword.toLowerCase(Locale.ROOT);
    if (at < lines.size()
        && !key.isEmpty()
        && lines.get(at).strip().toLowerCase(Locale.ROOT).startsWith(key)) {
      slug = lines.get(at++).strip();
    }
    List<String> left = lines.subList(at, lines.size());
    StringBuilder headline = new StringBuilder();
    for (int i = 0; i < Math.min(left.size(), 4); i++) {
      String line = left.get(i).strip();
      headline.append(headline.length() == 0 ? "" : " ").append(line);
      if (line.endsWith("+")) {
        return new AnpaHead(
            slug,
            AuthorForms.fold(headline.substring(0, headline.length() - 1)),
            "",
            Optional.empty(),
            Optional.empty(),
            List.of(),
            left.subList(i + 1, left.size()));
      }
    }
    HeadlineBlock block = HeadlineBlock.of(left, house);
    return new AnpaHead(
        slug,
        block.headline(),
        "",
        block.byline(),
        Optional.empty(),
        block.notes(),
        left.subList(block.lines(), left.size()));
  }

  /** Reads lines that begin with {@code ^} until the text begins. */
  private static final class Marked {
    private final House house;
    private final List<String> slugs = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final List<String> credits = new ArrayList<>();
    private final List<String> sentences = new ArrayList<>();
    private final List<String> rest = new ArrayList<>();
    private String headline = "";
    private String byline = "";

    Marked(House house) {
      this.house = house;
    }

    AnpaHead read(List<String> lines) {
      StringBuilder open = new StringBuilder();
      boolean text = false;
      for (String line : lines) {
        text |= !isMarked(line) && open.length() == 0 && !line.isBlank();
        if (text) {
          rest.add(unmarked(line));
          continue;
        }
        open.append(open.length() == 0 ? "" : " ").append(line.strip());
        if (open.length() > 0 && !(line.isBlank() || ends(open)) && rest.isEmpty() && !lone(open)) {
          continue; // goes on below
        }
        for (String one : open.toString().split("<\\s*\\^|(?<=[<=])\\s*\\^", -1)) {
          take(one.strip());
        }
        open.setLength(0);
      }
      if (open.length() > 0) {
        rest.add(unmarked(open.toString()));
      }
      return new AnpaHead(
          slugs.isEmpty() ? "" : slugs.get(0),
          headline,
          String.join("\n\n", sentences),
          Some.text(byline),
          Some.text(String.join(", ", credits)),
          notes,
          rest);
    }

    private static boolean ends(StringBuilder open) {
      char last = open.charAt(open.length() - 1);
      return last == '<' || last == '=';
    }

    /** A row of a list or table: marked, but without an end. */
    private boolean lone(StringBuilder open) {
      return !headline.isEmpty() && open.length() > 0 && open.length() < 120;
    }

    /** A marked line within the text is a row of its own: indented, it is told apart. */
    private static String unmarked(String line) {
      String s = line.stripTrailing();
      s = isMarked(s) ? "\t" + s.strip().substring(1) : s;
      return s.endsWith("<") ? s.substring(0, s.length() - 1) : s;
    }

    private void take(String written) {
      String one = written.startsWith("^") ? written.substring(1) : written;
      boolean equals = one.endsWith("=");
      boolean ended = equals || one.endsWith("<") || written.isEmpty();
      String plain = (ended && !one.isEmpty() ? one.substring(0, one.length() - 1) : one).strip();
      if (plain.isEmpty() || STARRED.matcher(plain).matches()) {
        return;
      }
      if (slugs.isEmpty()) {
        slugs.add(plain);
      } else if (NOTE.matcher(plain).matches()
          || MATERIAL.matcher(plain).matches()
          || house.style().isNonPublic(plain)) {
        notes.add(plain);
      } else if (equals && byline.isEmpty() && HeadlineBlock.isByline(plain)) {
        byline = plain;
      } else if (equals) {
        credits.add(plain);
      } else if (headline.isEmpty()) {
        headline = plain;
      } else if (ended) {
        sentences.add(plain);
      } else {
        rest.add("\t" + plain);
      }
    }
  }
}
