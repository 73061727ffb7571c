package news.dateline.attribution;

import java.util.ArrayList;
import java.util.List;
import news.dateline.model.Attribution.Quote.QuoteKind;
import news.dateline.model.Attribution.Speaker.SpeakerKind;
import org.jspecify.annotations.Nullable;

/** Finds statements given in other words: "X said that …", "…, X said", "according to X, …". */
final class IndirectQuotes {
  private static final long SAY = Words.CUE | Words.TELL;

  /** A sentence with none of these holds no statement. */
  private static final long CUES = SAY | Words.QUOTING | Words.ACCORDING | Words.WEAK;

  /** The same for German, which says "so" as well, an adverb like others. */
  private static final long GERMAN_CUES = CUES | Words.RECEIVED;

  /** Relays within relays. */
  private static final int DEEPEST = 3;

  private final Copy copy;
  private final Language language;
  private final Hits hits;
  private final NounPhrases phrases;
  private final Frames frames;
  private final Clauses clauses;
  private final ReportEnds ends;
  private final OwnVoice own;
  private final boolean german;
  private final List<Said> said = new ArrayList<>();

  IndirectQuotes(
      Copy copy,
      Language language,
      Hits hits,
      NounPhrases phrases,
      Frames frames,
      ReportEnds ends) {
    this.ends = ends;
    this.copy = copy;
    this.language = language;
    this.hits = hits;
    this.phrases = phrases;
    this.frames = frames;
    this.clauses = new Clauses(copy, language, hits);
    this.own = new OwnVoice(copy, hits);
    this.german = language.code().equals("de");
  }

  /** The statements of one sentence. */
  List<Said> find(int from, int to) {
    said.clear();
    boolean cued = german ? cuedGerman(from, to) : copy.sentenceHas(from, CUES);
    if (!cued) {
      return said;
    }
    int end = to;
    while (end > from && copy.mark(end - 1) != 0 && !Marks.quote(copy.mark(end - 1))) {
      end--;
    }
    int s = from;
    while (s < end && (Marks.dash(copy.mark(s)) || copy.mark(s) == '(')) {
      s++;
    }
    if (end - s >= 5
        && !quoted(s, end)
        && !opening(s, end)
        && !closing(s, end, List.of(), 0)
        && !said(s, end, List.of(), 0)) {
      interviewed(s, end);
    }
    return said;
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
    if (comma + 1 < end && copy.is(comma + 1, Words.RELATIVE)) {
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
        && ((copy.is(at, SAY | Words.WEAK) && verbFirst(at, end, f.via()))
            || said(content, end, f.via(), 1))) {
      return true;
    }
    return add(content, end, narrow);
  }

  /** "Laut dpa sagte der Minister, …": the verb stands right behind the agency. */
  private boolean verbFirst(int verb, int end, List<String> via) {
    if (said(verb, end, via, 1)) {
      return true;
    }
    Np np = phrases.right(verb + 1, end);
    return np != null
        && add(
            verb,
            end,
            new Frame("said-to-agency", np, verb, verb + 1, false, via, false, verb, end));
  }

  /** "Как сообщили в ведомстве, …", "Comme l'a dit X, …": the clause before the first comma. */
  private @Nullable Frame asReported(int s, int end) {
    boolean as =
        copy.wordIs(s, "как")
            || copy.wordIs(s, "as")
            || copy.wordIs(s, "comme")
            || copy.wordIs(s, "wie")
            || copy.wordIs(s, "como");
    if (!as) {
      return null;
    }
    boolean english = copy.wordIs(s, "as");
    for (int i = s + 1; i < Math.min(end, s + (english ? 12 : 5)); i++) {
      if (english && copy.mark(i) == ',') {
        return null;
      }
      if (copy.is(i, SAY)) {
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
    for (int i = end - 1; i > s + 3 && i > end - 45; i--) {
      if (copy.has(i, Copy.QUOTED)) {
        continue;
      }
      if (after(i - 1) && (copy.is(i, Words.ACCORDING) || copy.wordIs(i, "so"))) {
        Frame f = frames.according(i, end);
        if (f != null && !copy.is(i - 2, Words.THAT)) {
          return statement(s, i - 1, f.through(outer), depth);
        }
      }
      boolean aside = i + 2 < end && copy.mark(i + 1) == ',' && copy.is(i + 2, Words.THAT);
      if (!copy.is(i, SAY) || copy.has(i, Copy.CAP) || noun(i, s) || aside) {
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
          return statement(s, lead - 1, f.through(outer), depth);
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
      boolean clause = np != null && copy.is(np.from(), Words.RELATIVE);
      int comma = np == null || clause ? -1 : commaBefore(np.from(), s);
      if (comma > s + 2) {
        Frame f = frames.after(comma, end, false);
        return f != null && f.cueFrom() == i && statement(s, comma, f.through(outer), depth);
      }
    }
    return false;
  }

  /** What is said stands in marks behind the word of saying. */
  private boolean quotedAfter(Frame f, int end) {
    Np np = f.speaker();
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
      while (saying < end && !copy.is(saying, Words.PARTICIPLE) && !attacking(saying)) {
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
      int content = copy.is(saying, Words.PARTICIPLE) ? saying + 1 : saying;
      if (copy.wordIs(content, "by") && hits.startingAt(content + 1) != null) {
        content = end; // "was quoted as saying by TASS"
      }
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
      if (end - content >= 3) {
        return add(content, end, f);
      }
      return from > s + 3 && add(s, from - 1, f);
    }
    return false;
  }

  /** "a note", "une note": no word of saying behind an article. */
  private boolean noun(int i, int s) {
    return i > s
        && copy.is(i - 1, Words.DETERMINER)
        && !copy.is(i - 1, Words.PRONOUN | Words.ADVERB);
  }

  /** English "quoted X, a member of the council, attacking the plan". */
  private boolean attacking(int i) {
    return language.code().equals("en") && copy.mark(i - 1) == ',' && copy.wordEndsWith(i, "ing");
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

  private boolean statement(int s, int end, Frame f, int depth) {
    if (f.speaker() == null
        && !f.via().isEmpty()
        && ((depth < DEEPEST && closing(s, end, f.via(), depth + 1)) || said(s, end, f.via(), 1))) {
      return true;
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

  /** "NP said (that) …"; tells whether it was. */
  private boolean said(int s, int end, List<String> via, int depth) {
    int limit = Math.min(end, s + 40);
    for (int i = s; i < limit; i++) {
      if (!copy.is(i, SAY) || copy.has(i, Copy.QUOTED) || (copy.has(i, Copy.CAP) && i > s)) {
        continue;
      }
      if (noun(i, s) || (i > s && copy.wordIs(i - 1, "to"))) {
        continue;
      }
      int content = clauses.contentAfter(i, end);
      if (content < 0) {
        content = clauses.toldAbout(i, end);
      }
      if (content < 0) {
        continue;
      }
      Np np = i == s ? null : phrases.left(i, s);
      AgencyHit subject = language.code().equals("en") ? null : hits.startingAt(i + 1);
      if (subject != null
          && subject.cited().equals("relay-report")
          && (np == null || !copy.is(i, Words.SPOKEN))) {
        // "Aus dem Hafen meldet die dpa, …"
        np = new Np(subject.phraseFrom(), subject.phraseTo(), SpeakerKind.ORGANISATION, false);
      }
      if (copy.is(i, Words.QUOTING)) {
        Frame relay = frames.quoting(s, content);
        np = relay == null ? np : relay.speaker();
      }
      boolean prodrop =
          np == null
              && i <= s + 2
              && (language.code().equals("es") || language.code().equals("ru"));
      if (np == null && !prodrop) {
        Np right = language.code().equals("en") ? null : right(i + 1, content);
        if (right == null) {
          continue;
        }
        np = right;
      }
      emit(np, i, s, content, end, via, depth, prodrop);
      return true;
    }
    return false;
  }

  /** Who stands behind the verb; the empty "es" of "hält es der Minister für möglich" does not. */
  private @Nullable Np right(int from, int to) {
    Np np = phrases.right(from, to);
    boolean empty =
        np != null
            && np.pronoun()
            && copy.wordIs(np.from(), "es")
            && np.to() < to
            && copy.is(np.to(), Words.DETERMINER);
    return empty && np != null ? phrases.right(np.to(), to) : np;
  }

  /** "Economists polled by Reuters see rates on hold". */
  private void asked(Np np, int cue, AgencyHit hit, int s, int end) {
    List<String> via = List.of(hit.agency().code());
    add(
        hit.phraseTo(),
        end,
        new Frame("asked-by-agency", np, cue, cue + 1, false, via, false, s, end));
  }

  /** "Some have criticised the rule in interviews with Tanjug": any verb will do. */
  private void interviewed(int s, int end) {
    for (AgencyHit hit : hits.within(s, end)) {
      if (!hit.cited().equals("told-agency")) {
        continue;
      }
      int asked = hit.phraseFrom() - 2;
      if (asked > s && copy.is(asked, Words.RECEIVED) && end - hit.phraseTo() > 2) {
        Np np = phrases.left(asked, s);
        if (np != null && copy.mark(hit.phraseTo()) == 0) {
          asked(np, asked, hit, s, end);
          return;
        }
      }
      if (hit.phraseFrom() < s + 4) {
        continue;
      }
      int medium = hit.phraseFrom() - 1;
      while (medium > s && medium > hit.phraseFrom() - 4 && !copy.is(medium, Words.MEDIUM)) {
        medium--;
      }
      int in = medium;
      while (in > s && in > medium - 4 && !copy.is(in, Words.PREPOSITION)) {
        in--;
      }
      if (!copy.is(medium, Words.MEDIUM) || !copy.is(in, Words.PREPOSITION)) {
        continue;
      }
      for (int i = s + 1; i < in - 1; i++) {
        if (copy.is(i, SAY | Words.WEAK) && !copy.has(i, Copy.CAP | Copy.QUOTED)) {
          Np np = phrases.left(i, s);
          if (np != null) {
            List<String> via = List.of(hit.agency().code());
            add(i, in, new Frame("told-in-interview", np, i, i + 1, false, via, false, s, end));
            return;
          }
        }
      }
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
    if (language.code().equals("en")) {
      ends.sentence(s, end);
      stop = Math.min(stop, ends.stop(cue, content, false));
    }
    AgencyHit agency = np == null ? null : frames.sources().agency(np);
    boolean relays = np != null && (agency != null || frames.sources().unnamedAgency(np));
    List<String> through = new ArrayList<>(via);
    for (String code : frames.via(relays ? null : np, s, content)) {
      if (!through.contains(code)) {
        through.add(code);
      }
    }
    if (relays && np != null) {
      Np source = frames.sources().citing(np.to(), content);
      if (source != null) {
        Frame citing =
            new Frame("relay-citing", source, cue, cue + 1, true, through, false, s, content);
        add(content, end, citing);
        return;
      }
      if (depth == 0 && said(content, end, through, 1)) {
        return;
      }
      if (agency != null && own.speaks(agency, cue, content, end)) {
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
}
