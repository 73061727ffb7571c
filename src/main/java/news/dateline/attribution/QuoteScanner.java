package news.dateline.attribution;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds what stands between quotation marks: all marks of the five languages, nested, broken over
 * paragraphs, facing the wrong way. One pass; every mark is looked at once.
 */
final class QuoteScanner {
  /** Longest quotation believed, in UTF-16 units; more means a mark went astray. */
  private static final int LONGEST = 6000;

  /** How far the closing mark of a spaced pair is looked for. */
  private static final int SPACED_REACH = 400;

  private final Copy copy;
  private final char[] c;
  private final List<Quoted> found = new ArrayList<>();
  private boolean carried;
  private char carriedMark;

  QuoteScanner(Copy copy) {
    this.copy = copy;
    this.c = copy.chars;
  }

  List<Quoted> scan() {
    int mark = 0;
    for (int p = 0; p < copy.paragraphs(); p++) {
      int last = copy.paragraphFirst(p + 1);
      int to = copy.end(last - 1);
      int end = mark;
      while (end < copy.quoteMarks() && copy.quoteMark(end) < to) {
        end++;
      }
      if (end > mark) {
        paragraph(p, copy.start(copy.paragraphFirst(p)), to, last, mark, end);
      } else {
        carried = false;
      }
      mark = end;
    }
    return found;
  }

  /** Reads the marks of one paragraph, given by their numbers; those within words never matter. */
  private void paragraph(int p, int from, int to, int nextToken, int firstMark, int lastMark) {
    boolean doubles = doubles(firstMark, lastMark, to);
    boolean single = !doubles || c[from] == '‘' || c[from] == '‚';
    boolean continues = carried;
    carried = false;
    char open = 0;
    int openAt = -1;
    int contentAt = -1;
    int depth = 0;
    int past = from;
    for (int m = firstMark; m < lastMark; m++) {
      int i = copy.quoteMark(m);
      if (i < past) {
        continue;
      }
      char x = c[i];
      int width = (x == '\'' && i + 1 < to && c[i + 1] == '\'') ? 2 : 1;
      past = i + width;
      char kind = width == 2 ? '"' : x == '＂' || x == '‟' ? '"' : x;
      if (open == 0) {
        if (opener(kind, i, width, from, to, single)) {
          open = kind;
          openAt = i;
          contentAt = i + width;
          depth = 0;
        }
      } else if (kind == '“' && i == contentAt && open == '"') {
        open = kind; // a quotation within a marked excerpt: "“We go,” she said …
        contentAt = i + width;
      } else if (closes(open, kind, i, width, from, to)) {
        if (depth > 0) {
          depth--;
        } else {
          add(openAt, contentAt, i, i + width, p, false, continues && openAt == from);
          open = 0;
        }
      } else if (nests(open, kind)) {
        depth++;
      } else if (kind == open && kind == '"' && opener(kind, i, width, from, to, single)) {
        openAt = i;
        contentAt = i + width;
      }
    }
    if (open != 0) {
      unclosed(open, openAt, contentAt, from, to, p, nextToken, continues);
    }
  }

  private boolean doubles(int firstMark, int lastMark, int to) {
    for (int m = firstMark; m < lastMark; m++) {
      int i = copy.quoteMark(m);
      char x = c[i];
      if (x == '"'
          || x == '“'
          || x == '”'
          || x == '„'
          || x == '«'
          || x == '»'
          || (x == '\'' && i + 1 < to && c[i + 1] == '\'')) {
        return true;
      }
    }
    return false;
  }

  private void unclosed(
      char open,
      int openAt,
      int contentAt,
      int from,
      int to,
      int p,
      int nextToken,
      boolean continues) {
    boolean goesOn = nextToken < copy.size() && sameMark(open, copy.mark(nextToken));
    boolean wordsEnough = to - contentAt > (goesOn && openAt == from ? 8 : 25);
    if (goesOn && wordsEnough) {
      carried = true;
      carriedMark = open;
    }
    boolean believed =
        goesOn
            || openAt == from
            || (continues && sameMark(open, carriedMark))
            || forgotten(openAt, from, to);
    if (believed && wordsEnough && open != '\'' && open != '‘') {
      add(openAt, contentAt, to, to, p, goesOn, continues && openAt == from);
    } else if (goesOn && wordsEnough) {
      add(openAt, contentAt, to, to, p, true, continues && openAt == from);
    }
  }

  /** A desk forgot the closing mark: what opens after a sentence ends with the paragraph's last. */
  private boolean forgotten(int openAt, int from, int to) {
    int i = openAt - 1;
    while (i > from && Tokenizer.isSpace(c[i])) {
      i--;
    }
    boolean begins = i < openAt - 1 && i > from && (Marks.ends(c[i]) || c[i] == ':');
    return begins && Marks.ends(c[to - 1]) && c[to - 1] != ',';
  }

  private static boolean sameMark(char open, char next) {
    return open == next
        || (open == '"' && next == '\'')
        || (open == '“' && (next == '"' || next == '”'))
        || (open == '«' && next == '»')
        || (open == '»' && next == '«');
  }

  private boolean opener(char kind, int i, int width, int from, int to, boolean single) {
    boolean room = i == from || boundaryBefore(c[i - 1]) || spaceForgotten(i, width, to);
    boolean word = i + width < to && !Tokenizer.isSpace(c[i + width]) && !closingMark(i + width);
    return switch (kind) {
      case '„', '«', '「' -> i + width < to;
      case '“' -> i + width < to && (room || !Tokenizer.isSpace(c[i + width]));
      case '”' -> room && (word || (i == from && i + width < to));
      case '»' -> room && word;
      case '"' -> room && (word || i == from || spaced(i + width, to));
      case '‘', '‚', '‹' -> single && room && word;
      case '\'', '›' -> single && room && word && Character.isLetterOrDigit(c[i + width]);
      default -> false;
    };
  }

  /** "…the authorities."We go": a new sentence, the space before it left out. */
  private boolean spaceForgotten(int i, int width, int to) {
    return i + width < to && Marks.ends(c[i - 1]) && Character.isUpperCase(c[i + width]);
  }

  /** French: {@code " Il pleut ", dit-il}: a space within both marks, as within guillemets. */
  private boolean spaced(int after, int to) {
    int limit = Math.min(to, after + SPACED_REACH);
    for (int k = after + 1; k < limit; k++) {
      if (c[k] == '"') {
        return Tokenizer.isSpace(c[after]) && Tokenizer.isSpace(c[k - 1]);
      }
    }
    return false;
  }

  private boolean closingMark(int at) {
    return (Marks.ends(c[at]) && c[at] != '.' && c[at] != '…') || c[at] == ')';
  }

  private static boolean boundaryBefore(char x) {
    return Tokenizer.isSpace(x)
        || x == '('
        || x == '['
        || x == ':'
        || x == '/'
        || Marks.dash(x)
        || Marks.quote(x)
        || x == ','
        || x == '>';
  }

  private boolean closes(char open, char kind, int i, int width, int from, int to) {
    boolean last = i + width >= to;
    boolean after = last || !Tokenizer.isWordChar(c[i + width]);
    boolean spaceBefore = i > from && Tokenizer.isSpace(c[i - 1]);
    return switch (open) {
      case '“' ->
          kind == '”'
              || (kind == '"' && after && !spaceBefore)
              || (kind == '“' && after && (last || !spaceBefore));
      case '”' -> kind == '”' || (kind == '“' && after);
      case '„' -> kind == '“' || kind == '”' || (kind == '"' && width == 1 && after);
      case '«' -> kind == '»';
      case '»' -> kind == '«' || (kind == '»' && after && !spaceBefore);
      case '"' ->
          (kind == '"' || kind == '”' || (kind == '“' && !spaceBefore)) && (after || !spaceBefore);
      case '‘', '\'' -> (kind == '’' || kind == '\'') && after && i > from && finishes(i);
      case '‚' -> (kind == '‘' || kind == '’' || kind == '\'') && after;
      case '‹' -> kind == '›';
      case '›' -> kind == '‹';
      case '「' -> kind == '」';
      default -> false;
    };
  }

  /** An apostrophe after a plural s is no closing mark unless punctuation says so. */
  private boolean finishes(int i) {
    char before = c[i - 1];
    boolean punctuationAfter = i + 1 >= c.length || !Tokenizer.isSpace(c[i + 1]);
    return Marks.ends(before) || punctuationAfter || before != 's';
  }

  private static boolean nests(char open, char kind) {
    return switch (open) {
      case '“' -> kind == '“';
      case '«' -> kind == '«';
      case '„' -> kind == '„';
      default -> false;
    };
  }

  private void add(
      int open, int start, int end, int close, int p, boolean continued, boolean continues) {
    int s = start;
    int e = end;
    while (s < e && Tokenizer.isSpace(c[s])) {
      s++;
    }
    while (e > s && Tokenizer.isSpace(c[e - 1])) {
      e--;
    }
    if (e > s && e - s <= LONGEST) {
      found.add(new Quoted(open, s, e, close, p, continued, continues, false));
    }
  }
}
