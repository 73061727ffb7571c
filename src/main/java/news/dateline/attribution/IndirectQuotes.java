package news.dateline.attribution;

import java.util.ArrayList;
import java.util.List;
import news.dateline.model.Attribution.Quote.QuoteKind;
import news.dateline.model.Attribution.Speaker.SpeakerKind;
import org.jspecify.annotations.Nullable;

/** Finds statements given in other words: "X said that …", "…, X said", "according to X, …". */
final class IndirectQuotes {
  private static final long SAY = Words.CUE | Words.TELL;

  private final Copy copy;
  private final Language language;
  private final Hits hits;
  private final NounPhrases phrases;
  private final Frames frames;
  private final Clauses clauses;
  private final List<Said> said = new ArrayList<>();

  IndirectQuotes(Copy copy, Language language, Hits hits, NounPhrases phrases, Frames frames) {
    this.copy = copy;
    this.language = language;
    this.hits = hits;
    this.phrases = phrases;
    this.frames = frames;
    this.clauses = new Clauses(copy, language, hits);
  }

  /** The statements of one sentence. */
  List<Said> find(int from, int to) {
    said.clear();
    int end = to;
    while (end > from && copy.mark(end - 1) != 0 && !Marks.quote(copy.mark(end - 1))) {
      end--;
    }
    int s = from;
    while (s < end && (Marks.dash(copy.mark(s)) || copy.mark(s) == '(')) {
      s++;
    }
    if (end - s >= 5 && !quoted(s, end) && !opening(s, end) && !closing(s, end)) {
      said(s, end, List.of(), 0);
    }
    return said;
  }

  private boolean opening(int s, int end) {
    Frame f = frames.according(s, Math.min(end, s + 24));
    if (f == null) {
      f = asReported(s, end);
    }
    if (f == null) {
      return false;
    }
    int at = f.speaker() != null ? f.speaker().to() : f.cueTo();
    for (AgencyHit hit : hits.within(f.cueTo(), Math.min(end, f.cueTo() + 12))) {
      if (f.speaker() == null && hit.phraseFrom() == f.cueTo()) {
        at = hit.phraseTo();
      }
    }
    if (at >= end) {
      return false;
    }
    int comma = at;
    while (comma < Math.min(end, at + 12) && copy.mark(comma) != ',') {
      comma++;
    }
    int content = comma < Math.min(end, at + 12) ? comma + 1 : at;
    Frame narrow =
        new Frame(
            f.rule(),
            f.speaker(),
            f.cueFrom(),
            f.cueTo(),
            f.oblique(),
            f.via(),
            f.dropped(),
            s,
            content);
    if (f.speaker() == null && !f.via().isEmpty()) {
      int before = said.size();
      said(content, end, f.via(), 1);
      if (said.size() > before) {
        return true;
      }
    }
    return add(content, end, narrow);
  }

  /** "Как сообщили в ведомстве, …", "Comme l'a dit X, …": the clause before the first comma. */
  private @Nullable Frame asReported(int s, int end) {
    boolean as =
        copy.wordIs(s, "как")
            || copy.wordIs(s, "comme")
            || copy.wordIs(s, "wie")
            || copy.wordIs(s, "como");
    if (!as) {
      return null;
    }
    for (int i = s + 1; i < Math.min(end, s + 5); i++) {
      if (copy.is(i, SAY)) {
        int comma = i;
        while (comma < end && copy.mark(comma) != ',') {
          comma++;
        }
        return comma < end ? frames.after(i, comma, false) : null;
      }
    }
    return null;
  }

  private boolean closing(int s, int end) {
    for (int i = end - 1; i > s + 3 && i > end - 45; i--) {
      if (copy.has(i, Copy.QUOTED)) {
        continue;
      }
      if (after(i - 1) && (copy.is(i, Words.ACCORDING) || copy.wordIs(i, "so"))) {
        Frame f = frames.according(i, end);
        if (f != null) {
          return statement(s, i - 1, f);
        }
      }
      if (!copy.is(i, SAY) || copy.has(i, Copy.CAP)) {
        continue;
      }
      int lead = i;
      while (lead > s
          && copy.is(lead - 1, Words.AUX | Words.ADVERB | Words.OBJECT)
          && copy.mark(lead - 1) == 0
          && !copy.is(lead - 1, Words.PRONOUN)) {
        lead--;
      }
      if (after(lead - 1)) {
        Frame f = frames.after(lead - 1, end, false);
        if (f != null && f.cueFrom() == i && inverted(f, end)) {
          return statement(s, lead - 1, f);
        }
        continue;
      }
      if (clauses.goesOn(i + 1, end)) {
        continue;
      }
      Np np = phrases.left(i, s);
      int comma = np == null ? -1 : commaBefore(np.from(), s);
      if (comma > s + 2) {
        Frame f = frames.after(comma, end, false);
        return f != null && f.cueFrom() == i && statement(s, comma, f);
      }
    }
    return false;
  }

  /** "…, said X." and not "X, the head of Y, said Z had gone". */
  private boolean inverted(Frame f, int end) {
    Np np = f.speaker();
    if (np == null) {
      boolean english = language.code().equals("en");
      boolean clause =
          english ? clauses.goesOn(f.cueTo(), end) : clauses.laterThat(f.cueTo(), end) > 0;
      return (!f.via().isEmpty() || f.dropped()) && !clause;
    }
    if (np.from() < f.cueFrom()) {
      return true;
    }
    int next = np.to();
    if (next >= end || hits.startingAt(next) != null) {
      return true;
    }
    if (copy.mark(next) != 0) {
      return true;
    }
    boolean english = language.code().equals("en");
    return (!np.pronoun() || !english)
        && copy.is(
            next,
            Words.PREPOSITION
                | Words.TIME
                | Words.PARTICIPLE
                | Words.QUOTING
                | Words.CONJUNCTION
                | Words.RELATIVE
                | Words.ADVERB
                | Words.AND)
        && (!copy.is(next, Words.AUX) || !english);
  }

  /** "TASS quoted X as saying …", "X was quoted by TASS as saying …", also at the end. */
  private boolean quoted(int s, int end) {
    int limit = Math.min(end, s + 60);
    int from = s;
    for (int i = s; i < limit; i++) {
      if (copy.mark(i) == ',') {
        from = i + 1;
      }
      if (!copy.is(i, Words.QUOTING) || copy.has(i, Copy.QUOTED)) {
        continue;
      }
      int saying = i + 1;
      while (saying < end && !copy.is(saying, Words.PARTICIPLE)) {
        saying++;
      }
      if (saying >= end || saying - i > 25) {
        continue;
      }
      Frame f = frames.quoting(s, end);
      Np np = f == null ? null : f.speaker();
      if (f == null || np == null) {
        return false;
      }
      int content = saying + 1;
      int that = clauses.laterThat(content, Math.min(end, content + 6));
      content = that > 0 ? that : content;
      boolean told = copy.wordIs(saying, "telling");
      if (told && that < 0) {
        while (content < end
            && (copy.has(content, Copy.CAP)
                || copy.is(content, Words.ADDRESSEE | Words.DETERMINER))) {
          content++;
          if (copy.is(content - 1, Words.ADDRESSEE)) {
            break;
          }
        }
      }
      if (end - content >= 4) {
        return add(content, end, f);
      }
      return from > s + 3 && add(s, from - 1, f);
    }
    return false;
  }

  /** A comma, or the dash that Russian sets before the word of saying. */
  private boolean after(int i) {
    return i > 0 && (copy.mark(i) == ',' || (Marks.dash(copy.mark(i)) && copy.has(i, Copy.SPACED)));
  }

  private int commaBefore(int from, int s) {
    for (int i = from - 1; i > s && i > from - 12; i--) {
      char m = copy.mark(i);
      if (m == ',') {
        return i;
      }
      if ((m != 0 && !copy.has(i, Copy.POSSESSIVE) && m != '.' && m != '-')
          || (copy.is(i, SAY | Words.AUX | Words.THAT | Words.CONJUNCTION)
              && !copy.has(i, Copy.CAP))) {
        return -1;
      }
    }
    return -1;
  }

  private boolean statement(int s, int end, Frame f) {
    if (f.speaker() == null && !f.via().isEmpty()) {
      int before = said.size();
      said(s, end, f.via(), 1);
      if (said.size() > before) {
        return true;
      }
    }
    int from = s;
    while (from < end
        && copy.is(from, Words.CONJUNCTION | Words.THAT)
        && copy.has(from, Copy.SENTENCE)
        && copy.wordIs(from, "but")) {
      from++;
    }
    return add(from, end, f);
  }

  private boolean add(int from, int to, Frame f) {
    int s = from;
    int e = to;
    while (s < e && copy.mark(s) != 0 && !Marks.quote(copy.mark(s))) {
      s++;
    }
    while (e > s
        && copy.mark(e - 1) != 0
        && !Marks.quote(copy.mark(e - 1))
        && copy.mark(e - 1) != ')') {
      e--;
    }
    if (e - s < 3) {
      return false;
    }
    said.add(new Said(QuoteKind.INDIRECT, copy.start(s), copy.end(e - 1), f, false));
    return true;
  }

  /** "NP said (that) …". */
  private void said(int s, int end, List<String> via, int depth) {
    int limit = Math.min(end, s + 40);
    for (int i = s; i < limit; i++) {
      if (!copy.is(i, SAY) || copy.has(i, Copy.QUOTED) || (copy.has(i, Copy.CAP) && i > s)) {
        continue;
      }
      if ((i > s
              && copy.is(i - 1, Words.DETERMINER)
              && !copy.is(i - 1, Words.PRONOUN | Words.ADVERB))
          || (i > s && copy.wordIs(i - 1, "to"))) {
        continue;
      }
      int content = clauses.contentAfter(i, end);
      if (content < 0) {
        continue;
      }
      Np np = i == s ? null : phrases.left(i, s);
      if (copy.is(i, Words.QUOTING)) {
        Frame relay = frames.quoting(s, i + 1);
        np = relay == null ? np : relay.speaker();
      }
      boolean prodrop =
          np == null
              && i <= s + 2
              && (language.code().equals("es") || language.code().equals("ru"));
      if (np == null && !prodrop) {
        Np right = language.code().equals("en") ? null : phrases.right(i + 1, content);
        if (right == null) {
          continue;
        }
        np = right;
      }
      emit(np, i, s, content, end, via, depth, prodrop);
      return;
    }
  }

  private void emit(
      @Nullable Np np,
      int cue,
      int s,
      int content,
      int end,
      List<String> via,
      int depth,
      boolean prodrop) {
    int stop = nextVerb(content, end);
    AgencyHit agency = np == null ? null : hits.covering(np.from(), np.to());
    List<String> through = new ArrayList<>(via);
    for (AgencyHit hit : hits.within(s, content)) {
      if (hit.isCited()
          && !through.contains(hit.agency().code())
          && (np == null || np.from() > hit.from() || hit.to() > np.to() || hit.equals(agency))) {
        through.add(hit.agency().code());
      }
    }
    if (agency != null && np != null) {
      if (depth == 0) {
        int before = said.size();
        said(content, end, through, 1);
        if (said.size() > before) {
          return;
        }
      }
      if (own(content, Math.min(end, content + 30))) {
        Np self = new Np(agency.phraseFrom(), agency.phraseTo(), SpeakerKind.ORGANISATION, false);
        add(
            content,
            end,
            new Frame("agency-speaks", self, cue, cue + 1, false, via, false, s, content));
        return;
      }
      add(
          content,
          end,
          new Frame("relay-report", null, cue, cue + 1, false, through, false, s, content));
      return;
    }
    add(
        content,
        stop,
        new Frame("said-that", np, cue, cue + 1, false, through, prodrop, s, content));
  }

  /** "said A but declined to say B": the subject goes on, the statement does not. */
  private int nextVerb(int from, int end) {
    for (int i = from + 3; i + 1 < end; i++) {
      boolean joins = copy.is(i, Words.AND) || copy.is(i, Words.CONJUNCTION);
      boolean verb =
          copy.is(i + 1, Words.CUE | Words.WEAK | Words.TELL) && !copy.has(i + 1, Copy.CAP);
      if (joins && verb && !copy.has(i, Copy.QUOTED) && !copy.is(i + 1, Words.PREPOSITION)) {
        return i;
      }
    }
    return end;
  }

  private boolean own(int from, int to) {
    for (int i = from; i < to; i++) {
      if (copy.is(i, Words.OWN)) {
        return true;
      }
    }
    return false;
  }
}
