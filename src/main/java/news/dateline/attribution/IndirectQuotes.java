package news.dateline.attribution;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds statements given in other words: "X said that …", "…, X said", "according to X, …". */
final class IndirectQuotes {

  /** A sentence with none of these holds no statement. */
  private static final long CUES = Words.SAY | Words.QUOTING | Words.ACCORDING | Words.WEAK;

  /** The same where verbs of acting by words and of thinking report with "that" as well. */
  private static final long FREE_CUES = CUES | Words.ACT | Words.BELIEF;

  /** The same for German, which says "so" as well, an adverb like others. */
  private static final long GERMAN_CUES = CUES | Words.RECEIVED;

  /** Tokens of a relay at the end of a sentence. */
  private static final int RELAY = 10;

  /** Relays within relays. */
  private static final int DEEPEST = 3;

  private final Copy copy;
  private final Language language;
  private final Hits hits;
  private final NounPhrases phrases;
  private final Frames frames;
  private final Clauses clauses;
  private final Statements statements;
  private final SaidThat saidThat;
  private final SourceAsides asides;
  private final AsSaying asSaying;
  private final boolean german;

  IndirectQuotes(
      Copy copy,
      Language language,
      Hits hits,
      NounPhrases phrases,
      Frames frames,
      ReportEnds ends) {
    this.copy = copy;
    this.language = language;
    this.hits = hits;
    this.phrases = phrases;
    this.frames = frames;
    this.clauses = new Clauses(copy, language, hits);
    this.statements = new Statements(copy, language.inverts() ? 1 : 3);
    this.saidThat = new SaidThat(copy, language, hits, phrases, frames, clauses, ends, statements);
    this.asides = new SourceAsides(copy, language, frames, statements);
    this.asSaying = new AsSaying(copy, language, hits, frames, clauses, statements);
    this.german = language.code().equals("de");
  }

  /** The statements of one sentence. */
  List<Said> find(int from, int to) {
    statements.clear();
    boolean cued =
        german
            ? cuedGerman(from, to)
            : copy.sentenceHas(from, language.inverts() ? FREE_CUES : CUES);
    if (!cued) {
      return statements.found();
    }
    int end = to;
    while (end > from && copy.mark(end - 1) != 0 && !Marks.quote(copy.mark(end - 1))) {
      end--;
    }
    int s = from;
    while (s < end && (Marks.dash(copy.mark(s)) || copy.mark(s) == '(')) {
      s++;
    }
    if (end - s >= (language.inverts() ? 3 : 5)
        && !asSaying.find(s, end)
        && !opened(s, end)
        && !(language.inverts() && asides.find(s, end))
        && !closing(s, end, List.of(), 0)
        && !saidThat.find(s, end, List.of(), 0)) {
      saidThat.interviewed(s, end);
    }
    return statements.found();
  }

  private boolean cuedGerman(int from, int to) {
    if (copy.sentenceHas(from, GERMAN_CUES)) {
      return true;
    }
    for (int i = from; i < to; i++) {
      if (copy.wordIs(i, "so")) {
        return true;
      }
    }
    return false;
  }

  /** "По словам Роу, паром пойдет, передает ТАСС": a relay at the end is none of what is said. */
  private boolean opened(int s, int end) {
    int comma = end - 2;
    boolean agency = !hits.within(Math.max(s, end - RELAY), end).isEmpty();
    while (agency && comma > Math.max(s, end - RELAY) && copy.mark(comma) != ',') {
      comma--;
    }
    boolean relays = agency && copy.mark(comma) == ',' && !copy.has(comma, Copy.QUOTED);
    Frame relay = relays ? frames.after(comma, end, false) : null;
    if (relay != null && relay.speaker() == null && !relay.via().isEmpty()) {
      return opening(s, comma, relay.via());
    }
    return opening(s, end, List.of());
  }

  private boolean opening(int s, int end, List<String> outer) {
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
    if (comma + 1 < end
        && (copy.is(comma + 1, Words.RELATIVE)
            || (language.inverts() && asides.described(comma, end)))) {
      comma++; // "according to Roe, who spoke to AFP, …"
      while (comma < Math.min(end, at + 24) && copy.mark(comma) != ',') {
        comma++;
      }
    }
    int content = comma < Math.min(end, at + 24) && copy.mark(comma) == ',' ? comma + 1 : at;
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
    if (f.speaker() == null
        && !f.via().isEmpty()
        && ((copy.is(at, Words.SAY | Words.WEAK) && verbFirst(at, end, f.via()))
            || saidThat.find(content, end, f.via(), 1))) {
      return true;
    }
    return statements.add(content, end, narrow.through(outer));
  }

  /** "Laut dpa sagte der Minister, …": the verb stands right behind the agency. */
  private boolean verbFirst(int verb, int end, List<String> via) {
    if (saidThat.find(verb, end, via, 1)) {
      return true;
    }
    Np np = phrases.right(verb + 1, end);
    return np != null
        && statements.add(
            verb,
            end,
            new Frame("said-to-agency", np, verb, verb + 1, false, via, false, verb, end));
  }

  /** "Как сообщили в ведомстве, …", "Comme l'a dit X, …": the clause before the first comma. */
  private @Nullable Frame asReported(int s, int end) {
    if (!copy.serves(s, Grammar.COMPARISON)) {
      return null;
    }
    boolean english = copy.wordIs(s, "as");
    for (int i = s + 1; i < Math.min(end, s + (english ? 12 : 5)); i++) {
      if (english && copy.mark(i) == ',') {
        return null;
      }
      if (copy.is(i, Words.SAY)) {
        int comma = i;
        while (comma < end && copy.mark(comma) != ',') {
          comma++;
        }
        boolean by = i + 1 < end && copy.wordIs(i + 1, "by");
        int lo = english && !by ? s + 1 : i;
        return comma < end ? frames.after(lo, comma, false) : null;
      }
    }
    return null;
  }

  private boolean closing(int s, int end, List<String> outer, int depth) {
    boolean english = language.code().equals("en");
    int shortest = language.inverts() ? 2 : 3;
    for (int i = end - 1; i > s + 1 && i > end - 45; i--) {
      if (copy.has(i, Copy.QUOTED)) {
        continue;
      }
      if (after(i - 1) && (copy.is(i, Words.ACCORDING) || copy.wordIs(i, "so"))) {
        Frame f = frames.according(i, end);
        if (f != null && !copy.is(i - 2, Words.THAT)) {
          int on = english ? resumed(s, i - 1, f, end) : -1;
          return on > 0
              ? statements.add(s, i - 1, on, end, f.through(outer))
              : i > s + shortest && statement(s, i - 1, f.through(outer), depth);
        }
      }
      if (i <= s + shortest) {
        continue;
      }
      boolean aside = i + 2 < end && copy.mark(i + 1) == ',' && copy.is(i + 2, Words.THAT);
      if (!copy.is(i, Words.SAY) || copy.has(i, Copy.CAP) || clauses.noun(i, s) || aside) {
        continue;
      }
      int lead = i;
      while (lead > s
          && copy.is(lead - 1, Words.AUX | Words.ADVERB | Words.OBJECT)
          && copy.mark(lead - 1) == 0
          && !copy.is(lead - 1, Words.PRONOUN)) {
        lead--;
      }
      boolean never =
          english
              && (copy.is(i, Words.TELL)
                  || clauses.governs(i, end)
                  || !copy.is(i, Words.STATEMENT));
      if (after(lead - 1) && !never) {
        Frame f = frames.after(lead - 1, end, false);
        if (f != null && f.cueFrom() == i && !quotedAfter(f, end) && inverted(f, end)) {
          int goesOn = language.inverts() && f.speaker() != null ? goesOn(s, lead - 1, f, end) : -1;
          return goesOn > 0
              ? statements.around(s, lead - 1, goesOn, end, f.through(outer))
              : statement(s, lead - 1, f.through(outer), depth);
        }
        continue;
      }
      if (clauses.goesOn(i + 1, end)) {
        continue;
      }
      Np np = phrases.left(i, s);
      boolean reports = english && depth == 0 && !copy.is(i, Words.TELL);
      if (reports && np != null && hits.covering(np.from(), np.to()) == null) {
        continue;
      }
      if (language.inverts() && i + 1 < end) {
        continue; // "Avant la réunion, X a dit …": what stands before is no statement
      }
      boolean clause = np != null && copy.is(np.from(), Words.RELATIVE);
      int comma = np == null || clause ? -1 : commaBefore(np.from(), s);
      if (comma > s + 2) {
        Frame f = frames.after(comma, end, false);
        return f != null && f.cueFrom() == i && statement(s, comma, f.through(outer), depth);
      }
    }
    return false;
  }

  /** "The fund, according to Roe, has shrunk": where the statement goes on behind its source. */
  private int resumed(int s, int comma, Frame f, int end) {
    Np np = f.speaker();
    int back = np == null ? f.cueTo() : np.to();
    boolean goesOn =
        back + 3 < end
            && copy.mark(back) == ','
            && !copy.is(back + 1, Words.RELATIVE | Words.CONJUNCTION | Words.AND | Words.GERUND)
            && !clauses.finite(s, comma)
            && (comma - s < 6 || clauses.finite(back + 1, end));
    return goesOn ? back + 1 : -1;
  }

  /** "Кроме того, считает Роу, рынок вырос": where the statement goes on; -1 when it does not. */
  private int goesOn(int s, int comma, Frame f, int end) {
    Np np = f.speaker();
    int next = np == null ? end : Math.max(np.to(), f.cueTo());
    if (next + 2 >= end || copy.mark(next) != ',') {
      return -1;
    }
    next++;
    return comma - s < 6 && !asides.remark(next) ? next : -1;
  }

  /** What is said stands in marks behind the word of saying. */
  private boolean quotedAfter(Frame f, int end) {
    Np np = f.speaker();
    if (np != null && np.from() > 0 && Marks.quote(copy.mark(np.from() - 1))) {
      return false; // ", пишет «Север»"
    }
    for (int k = np == null ? f.cueTo() : Math.max(np.to(), f.cueTo()); k < end; k++) {
      if (copy.has(k, Copy.QUOTED)) {
        return true;
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
    if (english && clauses.finite(next, end)) {
      return false;
    }
    return (!np.pronoun() || !english)
        && copy.is(
            next,
            Words.PREPOSITION
                | Words.ACCORDING
                | Words.TIME
                | Words.PARTICIPLE
                | Words.QUOTING
                | Words.CONJUNCTION
                | Words.RELATIVE
                | Words.ADVERB
                | Words.AND
                | Words.ADDRESSEE)
        && (!copy.is(next, Words.AUX) || !english);
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
          || (copy.is(i, Words.SAY | Words.AUX | Words.THAT | Words.CONJUNCTION)
              && !copy.has(i, Copy.CAP))) {
        return -1;
      }
    }
    return -1;
  }

  private boolean statement(int s, int end, Frame f, int depth) {
    if (f.speaker() == null
        && !f.via().isEmpty()
        && ((depth < DEEPEST && closing(s, end, f.via(), depth + 1))
            || saidThat.find(s, end, f.via(), 1))) {
      return true;
    }
    int from = s;
    while (from < end
        && copy.is(from, Words.CONJUNCTION | Words.THAT)
        && copy.has(from, Copy.SENTENCE)
        && copy.wordIs(from, "but")) {
      from++;
    }
    return statements.add(from, end, f);
  }
}
