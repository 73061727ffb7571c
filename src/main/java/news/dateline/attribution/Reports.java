package news.dateline.attribution;

import java.util.ArrayList;
import java.util.List;
import news.dateline.model.Attribution.Quote.QuoteKind;
import org.jspecify.annotations.Nullable;

/**
 * Finds what an English sentence reports, cue by cue: verbs of saying in second clauses and in
 * relatives, acts of speech ("criticized", "vowed to"), beliefs, nouns ("his claim that"). Reads
 * each token once; what one cue governs is not searched for cues again.
 */
final class Reports {
  /** A sentence with none of these reports nothing. */
  static final long ANY =
      Words.STATEMENT | Words.ACT | Words.BELIEF | Words.CUE_NOUN | Words.CUE_ADJECTIVE;

  /** How far before a cue its agencies and its subject are looked for, in tokens. */
  private static final int REACH = 40;

  /** How far from the end of a sentence its closing words of saying may begin. */
  private static final int CLOSING = 16;

  private final Copy copy;
  private final Hits hits;
  private final NounPhrases phrases;
  private final Frames frames;
  private final Clauses clauses;
  private final Taken taken;
  private final CueForms forms;
  private final ReportEnds ends;
  private final FrameBuilder builder;
  private final List<Said> said = new ArrayList<>();
  private @Nullable Np subject;
  private boolean headline;
  private int from;
  private int whole;
  private int to;
  private int floor;

  Reports(
      Copy copy,
      Language language,
      Hits hits,
      NounPhrases phrases,
      Frames frames,
      Clauses clauses,
      Taken taken) {
    this.frames = frames;
    this.copy = copy;
    this.hits = hits;
    this.phrases = phrases;
    this.clauses = clauses;
    this.taken = taken;
    this.forms = new CueForms(copy);
    this.ends = new ReportEnds(copy, language, taken);
    this.builder = new FrameBuilder(hits);
  }

  /**
   * The statements of a sentence outside what is taken already.
   *
   * @param speaker who speaks in it already, as the frame of a quotation tells
   */
  List<Said> find(int s, int end, @Nullable Np speaker) {
    sentence(s, end);
    subject = speaker;
    int i = from;
    while (i < to) {
      int next = copy.is(i, ANY) && !taken.is(i) && !copy.has(i, Copy.QUOTED) ? cue(i) : -1;
      floor = next > i ? next : floor;
      i = next > i ? next : i + 1;
    }
    return said;
  }

  private void sentence(int s, int end) {
    said.clear();
    floor = s;
    if (from == s && whole == end) {
      return;
    }
    from = s;
    whole = end;
    to = end;
    while (to > s && copy.mark(to - 1) != 0 && !Marks.quote(copy.mark(to - 1))) {
      to--;
    }
    ends.sentence(from, to);
    headline = headline();
  }

  /** The statement of a sentence that "…, X said in Rome." closes, whatever else it reports. */
  @Nullable Said closing(int s, int end) {
    sentence(s, end);
    for (int i = to - 1; i > from + 2 && i > to - CLOSING; i--) {
      boolean cue =
          interrupts(i)
              && !copy.has(i, Copy.QUOTED | Copy.CAP)
              && !taken.is(i)
              && forms.verb(i, from, to);
      if (cue) {
        boolean closes = ends.aside(i + 1, clauses.skipAddressee(i + 1, to)) == to && aside(i) > 0;
        Said found = closes && !said.isEmpty() ? said.get(0) : null;
        Frame frame = found == null ? null : found.frame();
        // What an agency reports is the relays' business.
        return frame != null && frame.speaker() != null ? found : null;
      }
    }
    return null;
  }

  /** "…, they say, …", "…, they believe, …"; not "…, a memo seen by Roe, …". */
  private boolean interrupts(int i) {
    return copy.is(i, Words.STATEMENT)
        || (copy.is(i, Words.BELIEF) && !copy.serves(i, Grammar.TOPICAL));
  }

  /** Every word of some length has a capital letter. */
  private boolean headline() {
    int caps = 0;
    for (int i = from; i < Math.min(to, from + 20); i++) {
      if (copy.has(i, Copy.CAP)) {
        caps++;
      } else if (copy.has(i, Copy.WORD)
          && !copy.has(i, Copy.NUMBER)
          && copy.end(i) - copy.start(i) > 4) {
        return false;
      }
    }
    return caps > 3;
  }

  /** One past the statement that the word at {@code i} governs, or -1. */
  private int cue(int i) {
    if (copy.has(i, Copy.CAP) && i > from && !headline) {
      return -1;
    }
    if (forms.verb(i, from, to)) {
      int aside = interrupts(i) ? aside(i) : -1;
      return aside > 0 ? aside : verb(i);
    }
    if (forms.adjective(i, from, to)) {
      boolean that = copy.is(i + 1, Words.THAT);
      return governed(i, copy.wordIs(i + 1, "to") ? i + 1 : i + 2, that ? "belief" : "attitude");
    }
    String rule = copy.is(i + 1, Words.THAT) ? "cue-noun" : "act-noun";
    return forms.noun(i, from, to) ? governed(i, i + 2, rule) : -1;
  }

  private int verb(int i) {
    int p = forms.before(i, from);
    boolean passive = p >= from && !copy.is(i, Words.BARE | Words.GERUND) && forms.being(p);
    if (passive && i + 1 < to && copy.wordIs(i + 1, "by")) {
      return by(i, p);
    }
    boolean relayed =
        copy.is(i, Words.QUOTING) && !hits.within(Math.max(from, i - REACH), i).isEmpty();
    if (relayed) {
      return -1;
    }
    if (copy.is(i, Words.STATEMENT)) {
      int content = clauses.content(i, to);
      boolean idle =
          content > 0
              && ((ends.idle(content) && !copy.serves(i, Grammar.TOPICAL))
                  || (copy.is(i, Words.TELL) && !ends.clause(content)));
      return content < 0 || idle ? -1 : governed(i, content, rule(i, content));
    }
    int content =
        copy.is(i, Words.ACT) && copy.serves(i, Grammar.TOPICAL)
            ? forms.topic(i, to)
            : forms.object(i, to, passive);
    return governed(i, content, act(i, content));
  }

  /** What somebody did by words, or thought: in a clause, an act to come, or about a thing. */
  private String act(int cue, int content) {
    boolean act = copy.is(cue, Words.ACT);
    if (content < 0 || content >= to) {
      return "none";
    }
    if (forms.infinitive(content)) {
      boolean promise = act && copy.serves(cue, Grammar.PROMISE);
      return promise ? "promise" : act ? "act-to-come" : "intention";
    }
    if (ends.finite(content) || forms.question(content)) {
      return act ? "act-clause" : "belief";
    }
    return act ? judged(cue, content) ? "judgement" : "speech-act" : "attitude";
  }

  /** "called it a joke", "dismissed the plan as a joke": says what something is. */
  private boolean judged(int cue, int content) {
    if (suffered(cue)) {
      return false;
    }
    if (content == cue + 1 && copy.serves(cue, Grammar.JUDGEMENT)) {
      return true;
    }
    for (int i = content + 1; i + 1 < Math.min(to, content + 12) && copy.mark(i) == 0; i++) {
      if (copy.is(i, Words.PREPOSITION) && !copy.serves(i, Grammar.COMPARISON)) {
        return false; // "accused them of working as guards"
      }
      if (copy.serves(i, Grammar.COMPARISON)) {
        return !copy.is(i + 1, Words.PRONOUN) || copy.is(i + 1, Words.DETERMINER);
      }
    }
    return false;
  }

  private String rule(int cue, int content) {
    boolean that = copy.is(content - 1, Words.THAT);
    if ((!that && !ends.clause(content)) || forms.question(content) || forms.infinitive(content)) {
      return forms.infinitive(content)
          ? "act-to-come"
          : forms.question(content) ? "act-clause" : "speech-act";
    }
    return copy.is(cue, Words.GERUND) ? "saying-clause" : "cue-clause";
  }

  private int governed(int cue, int content, String rule) {
    if (content < 0 || content >= to || taken.is(content) || forms.unnamed(content, to)) {
      return -1;
    }
    boolean statement = copy.is(cue, Words.STATEMENT);
    int stop = ends.stop(cue, content, thing(rule));
    Np np = suffered(cue) ? null : noun(rule) ? owner(cue) : who(cue);
    if (statement && np != null && agency(np) && saidWithin(content + 1, stop + 1)) {
      // "TASS said Lavrov had told it …": the inner words of saying tell who speaks.
      return -1;
    }
    int s = copy.withoutMarksFrom(content, stop);
    int e = copy.withoutMarksTo(s, stop);
    boolean pointing = e == s + 1 && statement && copy.is(s, Words.PRONOUN | Words.OBJECT);
    if (e <= s || pointing) {
      return -1;
    }
    subject = np == null ? subject : np;
    add(s, e, frame(rule, np, cue, content));
    return stop;
  }

  /** What is governed is a thing, not a clause and not something to come. */
  private static boolean thing(String rule) {
    return rule.equals("speech-act")
        || rule.equals("judgement")
        || rule.equals("attitude")
        || rule.equals("act-noun");
  }

  private static boolean noun(String rule) {
    return rule.equals("cue-noun") || rule.equals("act-noun");
  }

  /** "was accused of", "is expected to": the subject did not say it. */
  private boolean suffered(int cue) {
    int p = forms.before(cue, from);
    if (p > from && copy.mark(p) == ',' && copy.is(cue, Words.ASK)) {
      return true; // "the minister, asked if he would resign, …"
    }
    return p >= from
        && copy.is(cue, Words.STATEMENT | Words.ACT | Words.BELIEF)
        && !copy.is(cue, Words.BARE | Words.GERUND)
        && forms.being(p);
  }

  private boolean agency(Np np) {
    return hits.covering(np.from(), np.to()) != null || frames.sources().unnamedAgency(np);
  }

  private boolean saidWithin(int content, int stop) {
    for (int i = content; i < Math.min(Math.min(stop, to), content + REACH); i++) {
      if (copy.is(i, Words.STATEMENT) && forms.verb(i, content, stop)) {
        return true;
      }
    }
    return false;
  }

  /** "The plan was rejected by X": the subject is what X spoke of. */
  private int by(int cue, int aux) {
    int e = aux;
    while (e > floor && copy.is(e - 1, Words.AUX | Words.ADVERB)) {
      e--;
    }
    int s = e;
    while (s > Math.max(floor, e - REACH)
        && copy.mark(s - 1) != ','
        && !taken.is(s - 1)
        && !copy.is(s - 1, Words.CONJUNCTION)) {
      s--;
    }
    Np np = phrases.right(cue + 2, to);
    if (e <= s || np == null || copy.is(np.from(), Words.MONTH | Words.TIME)) {
      return -1;
    }
    add(s, e, frame("passive", np, cue, np.to()));
    return np.to();
  }

  /** "The plan, X said in Rome, would fail": one past what X said, or -1. */
  private int aside(int cue) {
    int tail = ends.aside(cue + 1, clauses.skipAddressee(cue + 1, to));
    boolean apposed =
        tail > 0
            && (copy.mark(forms.subjectEnd(cue, from)) == ','
                || (cue > from && forms.being(forms.before(cue, from))));
    Np np = tail < 0 || apposed ? null : phrases.left(cue, from);
    int comma = np == null ? -1 : ends.commaBefore(np.from(), from);
    if (np == null || comma < 0) {
      return -1;
    }
    String rule = copy.is(cue, Words.STATEMENT) ? "said-aside" : "belief";
    while (!said.isEmpty() && inner(said.get(said.size() - 1))) {
      said.remove(said.size() - 1);
      floor = from;
    }
    int s = floor;
    while (s < comma && ((copy.mark(s) != 0 && !Marks.quote(copy.mark(s))) || opener(s))) {
      s++;
    }
    for (int k = s; k < comma; k++) {
      s = taken.is(k) ? k + 1 : s;
    }
    boolean goesOn =
        tail + 2 < to
            && copy.mark(tail) == ','
            && !copy.is(tail + 1, Words.GERUND | Words.RELATIVE | Words.CONJUNCTION | Words.AND)
            && !taken.is(tail + 1);
    int stop = goesOn ? ends.stop(cue, tail + 1, false) : comma;
    if (s >= comma) {
      return goesOn ? governed(cue, tail + 1, rule) : -1;
    }
    subject = np;
    Said all = add(s, stop, frame(rule, np, cue, tail));
    if (goesOn) {
      said.set(said.size() - 1, all.interrupted(copy.end(comma - 1), copy.start(tail + 1)));
    }
    return Math.max(stop, tail);
  }

  /** A statement within what somebody says is that somebody's. */
  private static boolean inner(Said earlier) {
    Frame frame = earlier.frame();
    return frame != null && !frame.rule().equals("said-aside");
  }

  private boolean opener(int i) {
    return (copy.is(i, Words.AND | Words.ADVERB) && !copy.is(i, Words.PRONOUN))
        || copy.wordIs(i, "but");
  }

  private Said add(int s, int e, Frame frame) {
    Said found = new Said(QuoteKind.INDIRECT, copy.start(s), copy.end(e - 1), frame, false);
    said.add(found);
    return found;
  }

  /** An agency passes on what others say: it is the way a statement came, not who made it. */
  private Frame frame(String rule, @Nullable Np np, int cue, int hi) {
    int lo = Math.max(from, cue - REACH);
    Np source =
        np != null && (agency(np) || frames.sources().outlet(np))
            ? frames.sources().citing(cue + 1, to)
            : null;
    if (source != null) {
      return builder.frame("relay-citing", source, cue, cue + 1, false, lo, hi);
    }
    return np != null && agency(np)
        ? builder.frame("relay-report", null, cue, cue + 1, false, lo, hi)
        : builder.frame(rule, np, cue, cue + 1, false, lo, hi);
  }

  /** "Roe's recent claim": whose it is; null when nobody is named. */
  private @Nullable Np owner(int noun) {
    for (int i = noun - 1; i >= from && i > noun - 4; i--) {
      if (copy.has(i, Copy.POSSESSIVE)) {
        return phrases.left(i, from);
      }
    }
    return null;
  }

  private @Nullable Np who(int cue) {
    int p = forms.before(cue, from);
    while (p > from && copy.is(p, Words.AUX) && !copy.is(p, Words.PRONOUN)) {
      p--;
    }
    boolean aside =
        p < from
            || copy.wordIs(p, "to")
            || copy.is(p, Words.AND)
            || copy.wordIs(p, "but")
            || (copy.is(cue, Words.GERUND) && p == cue - 1);
    return aside
        ? subject != null ? subject : phrases.subject(from, Math.min(cue, from + REACH))
        : phrases.left(cue, from);
  }
}
