package news.dateline.attribution;

import java.util.ArrayList;
import java.util.List;
import news.dateline.model.Attribution.Speaker.SpeakerKind;
import org.jspecify.annotations.Nullable;

/**
 * Finds the statement behind its word of saying, "X said that …", and whether X says it or is an
 * agency that relays it.
 */
final class SaidThat {

  /** In languages that never leave out "that", any such verb reports with it. */
  private static final long REPORTS = Words.SAY | Words.ACT | Words.BELIEF;

  private final Copy copy;
  private final Language language;
  private final Hits hits;
  private final NounPhrases phrases;
  private final Frames frames;
  private final Clauses clauses;
  private final ReportEnds ends;
  private final OwnVoice own;
  private final Statements statements;

  SaidThat(
      Copy copy,
      Language language,
      Hits hits,
      NounPhrases phrases,
      Frames frames,
      Clauses clauses,
      ReportEnds ends,
      Statements statements) {
    this.copy = copy;
    this.language = language;
    this.hits = hits;
    this.phrases = phrases;
    this.frames = frames;
    this.clauses = clauses;
    this.ends = ends;
    this.own = new OwnVoice(copy, hits);
    this.statements = statements;
  }

  /** "NP said (that) …"; tells whether it was. */
  boolean find(int s, int end, List<String> via, int depth) {
    int limit = Math.min(end, s + 40);
    boolean english = language.code().equals("en");
    long wanted = language.inverts() ? REPORTS : Words.SAY;
    for (int i = s; i < limit; i++) {
      if (!copy.is(i, wanted) || copy.has(i, Copy.QUOTED) || (copy.has(i, Copy.CAP) && i > s)) {
        continue;
      }
      boolean noun =
          clauses.noun(i, s)
              || (english
                  && copy.serves(i, Grammar.NOUNY)
                  && i > s
                  && copy.is(i - 1, Words.ACT | Words.STATEMENT));
      boolean asked = i == s && copy.is(i, Words.ASK) && copy.is(i + 1, Words.PREPOSITION);
      if (noun || asked || (i > s && copy.wordIs(i - 1, "to"))) {
        continue; // "Interrogé par X, le maire a jugé que": who was asked speaks
      }
      int content = clauses.contentAfter(i, end);
      if (content < 0 && copy.is(i, Words.SAY)) {
        content = clauses.toldAbout(i, end);
      }
      if (content < 0) {
        continue;
      }
      Np np = i == s ? null : phrases.left(i, s);
      np = np == null && language.code().equals("ru") ? office(i, s) : np;
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
      if (!copy.is(i, Words.SAY) && np != null && copy.is(np.from(), Words.FIRST_PERSON)) {
        continue; // "on sait que": the writer's own
      }
      boolean prodrop = np == null && i <= s + 2 && language.dropsSubjects();
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

  /**
   * Russian "В мэрии уточнили, что …": a plural verb with no subject but the house it stands in.
   */
  private @Nullable Np office(int cue, int s) {
    int first = s;
    while (first < cue && copy.is(first, Words.CONJUNCTION | Words.ADVERB | Words.TIME)) {
      first++;
    }
    boolean house =
        first + 1 < cue
            && cue - first < 12
            && copy.is(first, Words.PREPOSITION)
            && (copy.wordIs(first, "в") || copy.wordIs(first, "во") || copy.wordIs(first, "на"))
            && (copy.wordEndsWith(cue, "ли")
                || copy.wordEndsWith(cue, "ют")
                || copy.wordEndsWith(cue, "ят"));
    for (int i = first + 1; house && i < cue; i++) {
      house = copy.mark(i) == 0 || Marks.quote(copy.mark(i));
    }
    int end = cue;
    while (house && end > first + 2 && copy.is(end - 1, Words.ADVERB | Words.TIME)) {
      end--;
    }
    if (!house
        || copy.is(first + 1, Words.TIME | Words.MONTH)
        || copy.has(first + 1, Copy.NUMBER)) {
      return null;
    }
    return new Np(first + 1, end, SpeakerKind.ORGANISATION, false);
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
    statements.add(
        hit.phraseTo(),
        end,
        new Frame("asked-by-agency", np, cue, cue + 1, false, via, false, s, end));
  }

  /** "Some have criticised the rule in interviews with Tanjug": any verb will do. */
  void interviewed(int s, int end) {
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
        if (copy.is(i, Words.SAY | Words.WEAK) && !copy.has(i, Copy.CAP | Copy.QUOTED)) {
          Np np = phrases.left(i, s);
          if (np != null) {
            List<String> via = List.of(hit.agency().code());
            statements.add(
                i, in, new Frame("told-in-interview", np, i, i + 1, false, via, false, s, end));
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
        statements.add(content, end, citing);
        return;
      }
      if (depth == 0 && find(content, end, through, 1)) {
        return;
      }
      if (agency != null && own.speaks(agency, cue, content, end)) {
        Np self = new Np(agency.phraseFrom(), agency.phraseTo(), SpeakerKind.ORGANISATION, false);
        statements.add(
            content,
            end,
            new Frame("agency-speaks", self, cue, cue + 1, false, via, false, s, content));
        return;
      }
      statements.add(
          content,
          end,
          new Frame("relay-report", null, cue, cue + 1, false, through, false, s, content));
      return;
    }
    String rule =
        copy.is(cue, Words.SAY) ? "said-that" : copy.is(cue, Words.ACT) ? "act-clause" : "belief";
    statements.add(
        content, stop, new Frame(rule, np, cue, cue + 1, false, through, prodrop, s, content));
  }

  /** ", tandis que", ", mientras que", ", тогда как": the writer sets another matter beside it. */
  private boolean meanwhile(int i, int end) {
    if (copy.mark(i) != ',' || i + 2 >= end) {
      return false;
    }
    return (copy.is(i + 2, Words.THAT)
            && (copy.wordIs(i + 1, "tandis")
                || copy.wordIs(i + 1, "mientras")
                || copy.wordIs(i + 1, "alors")))
        || (copy.wordIs(i + 1, "тогда") && copy.wordIs(i + 2, "как"));
  }

  /** "said A but declined to say B": the subject goes on, the statement does not. */
  private int nextVerb(int from, int end) {
    for (int i = from + 2; language.inverts() && i + 1 < end; i++) {
      if (meanwhile(i, end)) {
        return nextVerb(from, i);
      }
    }
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
