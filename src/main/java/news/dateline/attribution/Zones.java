package news.dateline.attribution;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import news.dateline.model.Attribution.Dateline;
import news.dateline.model.Attribution.Evidence;
import news.dateline.model.Attribution.Proof;
import news.dateline.model.Attribution.Role;
import news.dateline.model.Attribution.Signoff;
import org.jspecify.annotations.Nullable;

/** Parts a body into byline, dateline, story and credits, and notes what the outer parts say. */
final class Zones {
  /** How many paragraphs from the head may hold byline and dateline, and from the end credits. */
  private static final int HEAD = 5;

  private static final int TAIL = 9;

  /** How many notes of a desk may stand before the dateline. */
  private static final int NOTES = 20;

  private final Field field;
  private final Copy copy;
  private final Findings findings;
  private final Optional<Instant> published;
  private final Optional<String> located;
  private final List<SignOffStyle> styles;
  private Optional<String> origin;
  private final boolean[] body;
  private int creditFrom = Integer.MAX_VALUE;
  private int creditParagraph;
  private int storyFrom;
  private Optional<Dateline> dateline = Optional.empty();
  private Optional<Signoff> signoff = Optional.empty();

  /**
   * @param in what the item says of itself
   * @param styles how agencies sign without naming themselves
   * @param origin the agency known before a word is read
   */
  Zones(
      Field field,
      Findings findings,
      AttributionInput in,
      List<SignOffStyle> styles,
      Optional<String> origin) {
    this.field = field;
    this.copy = field.copy();
    this.findings = findings;
    this.published = in.published();
    this.located = in.lines().located();
    this.styles = styles;
    this.origin = origin;
    this.body = new boolean[copy.paragraphs()];
    Arrays.fill(body, true);
  }

  void read() {
    Findings bylineFindings = findings;
    int head = Math.min(HEAD, copy.paragraphs());
    int notes = 0;
    BylineReader bylines = new BylineReader(field, bylineFindings);
    DatelineReader datelines = new DatelineReader(copy, field.hits(), field.language(), located);
    for (int p = 0; p < head; p++) {
      int from = copy.paragraphFirst(p);
      int to = copy.paragraphFirst(p + 1);
      DatelineReader.Found found = datelines.read(from, to);
      if (found != null && (found.to() < to || p + 1 < copy.paragraphs() || found.date() != null)) {
        note(found, "body");
        storyFrom = found.to();
        if (found.to() >= to) {
          body[p] = false;
        }
        break;
      }
      if (note(from, to) && notes < NOTES) {
        notes++;
        head = Math.min(head + 1, copy.paragraphs());
        continue;
      }
      if (bylines.line(from, to)) {
        body[p] = false;
        findings.employ(origin);
      } else if (copy.end(to - 1) - copy.start(from) > 200) {
        break;
      }
    }
    origin = origin.or(findings::origin);
    tail();
    Listings.takeOut(copy, body);
    findings.employ(findings.origin());
  }

  /** "(Adds comments, detail)", "* Rain falls": what a desk tells before the dateline. */
  private boolean note(int from, int to) {
    char opens = copy.mark(from);
    boolean bracketed = opens == '(' && copy.mark(to - 1) == ')' && to - from > 3;
    return bracketed || opens == '*' || opens == '•';
  }

  private void tail() {
    CreditReader credits = new CreditReader(field, findings, styles, origin);
    boolean story = false;
    for (int p = copy.paragraphs() - 1; p >= Math.max(0, copy.paragraphs() - TAIL); p--) {
      int from = copy.paragraphFirst(p);
      int to = copy.paragraphFirst(p + 1);
      if (!body[p]) {
        continue;
      }
      if (p > 0 && credits.line(from, to)) {
        body[p] = false;
        if (!credits.signOffRule().isEmpty() && signoff.isEmpty()) {
          signOff(from, to, credits.signOffRule());
        }
      } else if (!story) {
        if (p >= 2 && lonelyName(p, from, to)) {
          body[p] = false;
          continue;
        }
        story = true;
        creditParagraph = p;
        creditFrom = new ClosingCredits(field, credits).read(from, to);
        int last = copy.sentenceStart(to - 1);
        if (creditFrom > to && copy.isUnbroken() && last > from && lonelyName(p, last, to)) {
          creditFrom = last;
        }
        if (signoff.isEmpty() && credits.endsItem(from, to)) {
          signOff(to - 1, to, "end-mark");
        }
      }
    }
  }

  private void signOff(int from, int to, String rule) {
    Evidence words = field.evidence(from, to, rule);
    signoff =
        Optional.of(
            new Signoff(words.text(), "body", words.start(), words.end(), new Proof(rule, 0.96)));
  }

  /** A writer's name alone on the last line, or behind the last stop. */
  private boolean lonelyName(int p, int from, int to) {
    boolean last = p == copy.paragraphs() - 1;
    if (!last || to - from < 2 || to - from > 3) {
      return false;
    }
    for (int i = from; i < to; i++) {
      boolean plain = copy.has(i, Copy.CAP) && copy.mark(i) == 0;
      if (!plain
          || copy.is(i, Words.STOP | Words.CUE | Words.TIME | Words.PREPOSITION | Words.ORG)
          || copy.has(i, Copy.UPPER)) {
        return false;
      }
    }
    boolean known = copy.is(from, Words.MALE | Words.FEMALE) || storyEnds(from);
    if (!known) {
      return false;
    }
    Np np = new Np(from, to, news.dateline.model.Attribution.Speaker.SpeakerKind.PERSON, false);
    field.person(findings, np, "author", origin, 0.8, from, to, "signature");
    return true;
  }

  /** Before it stands a finished sentence, so that a bare line after it is a signature. */
  private boolean storyEnds(int from) {
    int last = from - 1;
    return last > 0 && copy.mark(last) == '.' && !field.language().code().equals("en");
  }

  private void note(DatelineReader.Found found, String name) {
    int start = copy.start(found.from());
    int end = copy.end(found.to() - 1);
    boolean placed = found.placeTo() > found.placeFrom();
    Optional<String> agency = found.agencies().stream().findFirst().map(h -> h.agency().code());
    Dates.Printed date = found.date();
    dateline =
        Optional.of(
            new Dateline(
                copy.substring(start, end),
                placed
                    ? Optional.of(copy.slice(found.placeFrom(), found.placeTo()))
                    : Optional.empty(),
                date == null ? Optional.empty() : date.resolve(published),
                agency,
                name,
                copy.codePoint(start),
                copy.codePoint(end),
                new Proof("dateline", 0.99)));
    for (AgencyHit hit : found.agencies()) {
      field.agency(findings, hit, Role.ORIGIN, 0.99, found.from(), found.to(), "dateline");
    }
    if (agency.isPresent()) {
      origin = agency;
    }
    for (Np author : found.authors()) {
      field.person(
          findings, author, "author", agency, 0.97, author.from(), author.to(), "dateline");
    }
  }

  /** A dateline that is a field of its own. */
  Optional<Dateline> headerDateline() {
    DatelineReader.@Nullable Found found =
        new DatelineReader(copy, field.hits(), field.language(), located).read(0, copy.size());
    if (found != null) {
      note(found, "header");
    }
    return dateline;
  }

  /**
   * A dateline given beside the text that the body begins with again, though no form of dateline is
   * known there: the story begins after it, and the words in the body prove it.
   */
  Optional<Dateline> repeated(Dateline given) {
    int words = copy.size() == 0 ? -1 : opensWith(given.text());
    int to = words;
    while (to > 0 && to < copy.paragraphFirst(1) && closes(copy.mark(to))) {
      to++;
    }
    if (words < 0 || to == words || storyFrom > 0) {
      return Optional.empty();
    }
    storyFrom = to;
    int start = copy.start(0);
    int end = copy.end(to - 1);
    return Optional.of(
        new Dateline(
            copy.substring(start, end),
            given.place(),
            given.date(),
            given.agency(),
            "body",
            copy.codePoint(start),
            copy.codePoint(end),
            given.proof()));
  }

  /** A dateline that was read elsewhere: the story begins after it. */
  Dateline opened(Dateline found) {
    storyFrom = copy.tokenAt(copy.text().offsetByCodePoints(0, found.end()));
    return found;
  }

  private static boolean closes(char mark) {
    return Marks.dash(mark) || mark == ':' || mark == ')' || mark == '.' || mark == '/';
  }

  /** The token after the letters and digits of a text when the first paragraph begins with them. */
  private int opensWith(String text) {
    int limit = copy.end(copy.paragraphFirst(1) - 1);
    int at = copy.start(0);
    boolean any = false;
    for (int i = 0; i < text.length(); i++) {
      char wanted = text.charAt(i);
      if (!Character.isLetterOrDigit(wanted)) {
        continue;
      }
      while (at < limit && !Character.isLetterOrDigit(copy.chars[at])) {
        at++;
      }
      if (at >= limit || Character.toLowerCase(copy.chars[at]) != Character.toLowerCase(wanted)) {
        return -1;
      }
      at++;
      any = true;
    }
    boolean whole = at >= limit || !Character.isLetterOrDigit(copy.chars[at]);
    return any && whole ? copy.tokenAt(at) : -1;
  }

  Optional<Dateline> dateline() {
    return dateline;
  }

  Optional<Signoff> signoff() {
    return signoff;
  }

  /** Which paragraphs are story. */
  boolean[] body() {
    return body;
  }

  /** First token of the story, after the dateline. */
  int storyFrom() {
    return storyFrom;
  }

  /** Is the token part of a credit, byline or dateline? */
  boolean consumed(AgencyHit hit) {
    return hit.from() < storyFrom
        || (hit.from() >= creditFrom && copy.paragraphOf(hit.from()) == creditParagraph)
        || !body[copy.paragraphOf(hit.from())];
  }
}
