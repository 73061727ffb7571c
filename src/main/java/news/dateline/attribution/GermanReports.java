package news.dateline.attribution;

import java.util.ArrayList;
import java.util.List;
import news.dateline.model.Attribution.Quote.QuoteKind;
import org.jspecify.annotations.Nullable;

/**
 * What a German sentence reports beside "X sagte, …": on a source named in its middle ("… nach
 * Angaben der Polizei …"), in the mood of reported speech alone ("Die Brücke sei gesperrt."), by a
 * verb that is an act of speech ("forderte").
 */
final class GermanReports {
  /** Longest sentence looked at, in tokens. */
  private static final int LONGEST = 300;

  /** How far from its verb a prefix may stand, in tokens. */
  private static final int PARTED = 40;

  private final Copy copy;
  private final Hits hits;
  private final NounPhrases phrases;
  private final Taken taken;
  private final FrameBuilder builder;
  private final Frames frames;
  private final List<Said> said = new ArrayList<>();

  GermanReports(Copy copy, Hits hits, NounPhrases phrases, Frames frames, Taken taken) {
    this.frames = frames;
    this.copy = copy;
    this.hits = hits;
    this.phrases = phrases;
    this.taken = taken;
    this.builder = new FrameBuilder(hits);
  }

  /** The statement of a sentence in which none was found yet. */
  List<Said> find(int s, int end) {
    said.clear();
    int to = Math.min(end, s + LONGEST);
    while (to > s && copy.mark(to - 1) != 0 && !Marks.quote(copy.mark(to - 1))) {
      to--;
    }
    boolean free = to - s > 3;
    int mood = -1;
    int act = -1;
    for (int i = s; i < to && free; i++) {
      free = !taken.is(i);
      if (copy.has(i, Copy.QUOTED)) {
        continue;
      }
      if (source(s, i, to)) {
        return said;
      }
      mood = mood < 0 && reported(i) ? i : mood;
      act = act < 0 && acts(i, to) ? i : act;
    }
    if (free && mood >= 0) {
      int colon = colonBefore(mood, s);
      Frame lead = colon > s ? frames.before(s, colon + 1, true) : null;
      Np np = lead == null ? speaker(s) : lead.speaker();
      add(
          lead == null ? s : colon + 1,
          to,
          builder.frame("free-indirect", np, mood, mood + 1, np == null, mood, mood + 1));
    } else if (free && act >= 0) {
      act(s, act, to);
    }
    return said;
  }

  /** "Der Bürgermeister widersprach: Der Steg sei sicher": where the colon stands; or -1. */
  private int colonBefore(int mood, int s) {
    int i = mood - 1;
    while (i > s && copy.mark(i) != ':') {
      i--;
    }
    return i > s ? i : -1;
  }

  /** Who acts in the sentence before, of the same paragraph, when nobody else is reported there. */
  private @Nullable Np speaker(int s) {
    if (s == 0 || copy.has(s, Copy.PARAGRAPH)) {
      return null;
    }
    int from = copy.sentenceStart(s - 1);
    if (frames.reported(from, s)) {
      return null;
    }
    Frame before = frames.sentence(from, s);
    return before == null ? null : before.speaker();
  }

  /** "nach Angaben der Polizei", "nach israelischen Angaben", "laut Polizei", "ihm zufolge". */
  private boolean source(int s, int i, int to) {
    if (!copy.is(i, Words.PREPOSITION | Words.ACCORDING)) {
      return false;
    }
    boolean lead = copy.serves(i, Grammar.SOURCE_PREPOSITION);
    if (copy.wordIs(i, "zufolge") && i > s + 1) {
      int from = i - 1;
      while (from > s
          && i - from < 8
          && copy.mark(from - 1) == 0
          && !copy.is(from, Words.DETERMINER)
          && !copy.is(from - 1, Words.AUX | Words.CUE | Words.ADVERB)) {
        from--;
      }
      return sourced(s, from, i, i, i + 1, to);
    }
    if (!lead) {
      return false;
    }
    int noun = -1;
    for (int k = i + 1; k < Math.min(to, i + 5) && noun < 0; k++) {
      boolean prepositional = copy.is(k, Words.PREPOSITION) && !copy.is(k, Words.DETERMINER);
      if (copy.mark(k) != 0 || prepositional) {
        break;
      }
      noun = sourceNoun(k) ? k : -1;
    }
    if (noun < 0 && copy.wordIs(i, "nach")) {
      return false;
    }
    int first = noun < 0 || noun > i + 1 || compound(noun) ? i + 1 : noun + 1;
    if (copy.wordIs(first < to ? first : i, "von")) {
      first++;
    }
    boolean whole = noun > i + 1 || (noun > 0 && compound(noun));
    int stop = Math.max(whole ? noun + 1 : nounEnd(first, to), i + 2);
    for (AgencyHit hit : hits.within(i + 1, Math.min(to, i + 5))) {
      stop = Math.max(stop, hit.phraseTo());
    }
    return sourced(s, first, stop, i, i + 1, to);
  }

  /** "der Polizei", "des schwedischen Verbandes", "Kapitän Jane Roe": one past it. */
  private int nounEnd(int from, int to) {
    int k = from;
    if (k < to && copy.is(k, Words.DETERMINER)) {
      k++;
    }
    while (k + 1 < to
        && k < from + 3
        && copy.mark(k) == 0
        && !copy.has(k, Copy.CAP)
        && copy.has(k + 1, Copy.CAP)) {
      k++;
    }
    while (k < to && copy.mark(k) == 0 && copy.has(k, Copy.CAP)) {
      k++;
    }
    return k;
  }

  private boolean compound(int noun) {
    return copy.wordEndsWith(noun, "angaben") && !copy.wordIs(noun, "angaben");
  }

  private boolean sourceNoun(int k) {
    return copy.has(k, Copy.CAP) && copy.serves(k, Grammar.SOURCE_NOUN);
  }

  /** "einem Artikel der Nachrichtenagentur X": what is sent goes with who sends it. */
  private int pastSender(int from, int end) {
    AgencyHit hit = from < end && copy.is(end - 1, Words.DISPATCH) ? hits.startingAt(end) : null;
    return hit != null && !hit.trapped() ? Math.max(end, hit.phraseTo()) : end;
  }

  private boolean sourced(int s, int from, int end, int cue, int cueTo, int to) {
    int stop = pastSender(from, end);
    boolean relay = !hits.within(Math.min(from, cue), Math.max(stop, cueTo)).isEmpty();
    boolean outlet = from < stop && copy.is(stop - 1, Words.AGENCY_NOUN);
    Np np = from < stop && !relay && !outlet ? phrases.classify(from, stop) : null;
    int gapFrom = Math.min(from, cue);
    int gapTo = Math.max(stop, cueTo);
    int a = s;
    int b = to;
    int content = gapFrom <= s + 1 ? gapTo : s;
    if (content < to && taken.is(content)) {
      return false; // told already
    }
    if (gapTo < to && copy.mark(gapTo) == ',') {
      gapTo++;
    }
    Frame frame = builder.frame("source-within", np, cue, cueTo, false, gapFrom, gapTo);
    if (gapFrom <= s + 1) {
      return add(gapTo, b, frame);
    }
    if (gapTo >= to) {
      return add(a, gapFrom, frame);
    }
    Said all = whole(a, b, frame);
    said.add(all.interrupted(copy.end(gapFrom - 1), copy.start(gapTo)));
    return true;
  }

  /** A verb that has this form in reported speech alone: "sei", "habe", not "wäre". */
  private boolean reported(int i) {
    return copy.serves(i, Grammar.REPORTED_MOOD) && !copy.has(i, Copy.CAP);
  }

  /** A verb that is an act of speech; one that parts with its prefix has it at the clause's end. */
  private boolean acts(int i, int to) {
    if (!copy.is(i, Words.ACT) || copy.has(i, Copy.CAP)) {
      return false;
    }
    if (!copy.serves(i, Grammar.TOPICAL)) {
      return true;
    }
    for (int k = i + 2; k < Math.min(to, i + PARTED); k++) {
      boolean closes = k + 1 >= to || copy.mark(k + 1) == ',';
      if (closes && copy.serves(k, Grammar.VERB_PREFIX)) {
        return !copy.wordIs(k, "aus") || davon(i, k);
      }
    }
    return false;
  }

  /** "geht davon aus", "sprach sich für … aus". */
  private boolean davon(int from, int to) {
    for (int i = from; i < to; i++) {
      if (copy.wordIs(i, "davon") || copy.wordIs(i, "sich")) {
        return true;
      }
    }
    return false;
  }

  /**
   * Sentences in the mood of reported speech that follow each other are one statement.
   *
   * @param found the statements of the sentence that begins at {@code s}
   */
  void join(List<Said> all, int s, List<Said> found) {
    boolean goesOn =
        !found.isEmpty()
            && !all.isEmpty()
            && s > 0
            && free(found.get(0))
            && free(all.get(all.size() - 1))
            && !copy.has(s, Copy.PARAGRAPH)
            && copy.tokenAt(all.get(all.size() - 1).end()) >= copy.sentenceStart(s - 1)
            && copy.tokenAt(all.get(all.size() - 1).end()) <= s;
    if (!goesOn) {
      all.addAll(found);
      return;
    }
    Said before = all.remove(all.size() - 1);
    all.add(
        new Said(
            QuoteKind.INDIRECT,
            before.start(),
            found.get(0).end(),
            before.frame(),
            before.inherits()));
  }

  private static boolean free(Said one) {
    Frame frame = one.frame();
    return frame != null && frame.rule().equals("free-indirect");
  }

  private void act(int s, int cue, int to) {
    Np np = cue > s ? phrases.left(cue, s) : null;
    int content = cue + 1;
    if (np == null || np.from() > s + 12) {
      Np right = phrases.right(cue + 1, to);
      np = right;
      content = right == null ? content : right.to();
    }
    boolean agency = np != null && hits.covering(np.from(), np.to()) != null;
    if (content < to && !agency) {
      add(content, to, builder.frame("speech-act", np, cue, cue + 1, false, s, content));
    }
  }

  private Said whole(int s, int e, Frame frame) {
    return new Said(QuoteKind.INDIRECT, copy.start(s), copy.end(e - 1), frame, false);
  }

  private boolean add(int from, int to, Frame frame) {
    int s = copy.withoutMarksFrom(from, to);
    int e = copy.withoutMarksTo(s, to);
    if (e - s < 2) {
      return false;
    }
    said.add(whole(s, e, frame));
    return true;
  }
}
