package news.dateline.attribution;

import java.util.List;
import news.dateline.model.Attribution.Speaker.SpeakerKind;
import org.jspecify.annotations.Nullable;

/** Finds the frame of a statement: before it, after it, or around it. */
class Frames {
  private static final int REACH = 40;

  final Copy copy;
  private final Language language;
  private final Hits hits;
  private final NounPhrases phrases;
  private final FrameBuilder builder;
  private final RelayFrames relays;
  private final Sources sources;
  private final OwnVoice own;
  private final VerblessFrames verbless;

  Frames(Copy copy, Language language, Hits hits, NounPhrases phrases) {
    this.copy = copy;
    this.language = language;
    this.hits = hits;
    this.phrases = phrases;
    this.builder = new FrameBuilder(hits);
    this.relays = new RelayFrames(copy, language, hits, phrases, builder);
    this.sources = new Sources(copy, language, hits, phrases);
    this.own = new OwnVoice(copy, hits);
    this.verbless = new VerblessFrames(copy, language, hits, phrases, builder, sources);
  }

  /** The frame that follows a quotation, in {@code [lo, hi)}. */
  @Nullable Frame after(int lo, int hi, boolean weak) {
    if (!language.tellsSpeakers()) {
      return null;
    }
    int end = Math.min(hi, lo + REACH);
    Frame signed = verbless.signed(lo, end);
    if (signed != null) {
      return signed;
    }
    int from = lo;
    while (from < end && copy.mark(from) != 0 && copy.mark(from) != '(') {
      from++;
    }
    if (from >= end) {
      return null;
    }
    Frame relay = relays.quoting(from, end);
    if (relay != null) {
      return relay;
    }
    Frame according = verbless.according(from, end);
    if (according != null) {
      return according;
    }
    long wanted = weak ? Words.SAY | Words.WEAK : Words.SAY;
    for (int i = from; i < end; i++) {
      if (i > from && copy.has(i, Copy.QUOTED)) {
        break;
      }
      if (hyphenPronoun(i)) {
        return builder.frame("inversion", phrases.pronoun(i), i, i + 1, false, from, end);
      }
      if (copy.is(i, wanted) && relays.verb(i, from)) {
        Frame found = at(i, from, end);
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }

  /** French "a-t-il", "dit-elle": the pronoun is part of the verb. */
  private boolean hyphenPronoun(int i) {
    return copy.is(i, Words.PRONOUN)
        && copy.is(i, Words.HE | Words.SHE | Words.THEY)
        && hyphenated(i);
  }

  private boolean hyphenated(int i) {
    for (int k = copy.start(i); k < copy.end(i); k++) {
      if (copy.chars[k] == '-') {
        return true;
      }
    }
    return false;
  }

  private @Nullable Frame at(int cue, int from, int end) {
    int lead = from;
    while (lead < cue
        && (copy.is(
                lead, Words.AUX | Words.ADVERB | Words.OBJECT | Words.CONJUNCTION | Words.RELATIVE)
            || copy.has(lead, Copy.POSSESSIVE))
        && !copy.is(lead, Words.PRONOUN)) {
      lead++;
    }
    if (lead == cue) {
      if (cue > from && copy.is(cue - 1, Words.AND)) {
        return null; // "…" and announces: who does stands before the quotation
      }
      Np right = impersonal(inverted(cue, end), end);
      if (right != null) {
        return framed("cue-then-speaker", right, cue, from, end, false);
      }
      AgencyHit agency = agencyAfter(cue + 1, end);
      boolean prodrop = !language.code().equals("en");
      return agency == null && !prodrop
          ? null
          : builder.frame(
              agency == null ? "no-subject" : "relay-report",
              agency == null ? null : sources.citing(cue + 1, end),
              cue,
              cue + 1,
              agency == null,
              from,
              end);
    }
    Np left = phrases.left(cue, from);
    return left == null ? null : framed("speaker-then-cue", left, cue, from, end, true);
  }

  /** German "heißt es in einem Brief": the letter says it. */
  private @Nullable Np impersonal(@Nullable Np np, int end) {
    boolean it = np != null && np.pronoun() && copy.wordIs(np.from(), "es");
    if (!it || np == null || np.to() >= end || !copy.is(np.to(), Words.PREPOSITION)) {
      return np;
    }
    Np paper = phrases.right(np.to() + 1, end);
    boolean asked = paper != null && copy.is(paper.to() - 1, Words.LISTENER); // "auf Anfrage"
    return paper != null && !asked ? paper : np;
  }

  /** Who stands behind the word of saying; nobody does in English behind "told" or "said based". */
  private @Nullable Np inverted(int cue, int end) {
    boolean english = language.code().equals("en");
    if (english && copy.is(cue, Words.TELL)) {
      return null;
    }
    Np right = phrases.right(cue + 1, end);
    boolean nobody =
        right != null
            && english
            && right.to() - right.from() == 1
            && !copy.has(right.from(), Copy.CAP)
            && !copy.has(right.from(), Copy.NUMBER)
            && copy.mark(right.from()) == 0
            && !copy.wordEndsWith(right.from(), "s")
            && !copy.is(
                right.from(),
                Words.PRONOUN
                    | Words.FIRST_PERSON
                    | Words.OBJECT
                    | Words.DETERMINER
                    | Words.ROLE
                    | Words.TITLE
                    | Words.ORG);
    return nobody ? null : right;
  }

  private @Nullable AgencyHit agencyAfter(int from, int end) {
    for (int i = from; i < Math.min(end, from + 4); i++) {
      AgencyHit hit = hits.startingAt(i);
      if (hit != null && !hit.trapped()) {
        return hit;
      }
    }
    return null;
  }

  Frame framed(String rule, Np np, int cue, int from, int end, boolean leftSide) {
    AgencyHit agency = sources.agency(np);
    if (agency != null) {
      Np cited = sources.citing(cue + 1, end);
      if (cited == null && np.from() < cue && own.speaks(agency, cue, cue + 1, end)) {
        return new Frame("agency-speaks", np, cue, cue + 1, false, List.of(), false, from, end);
      }
      return cited != null
          ? builder.frame("relay-citing", cited, cue, cue + 1, false, from, end)
          : new Frame(
              "relay-report",
              null,
              cue,
              cue + 1,
              false,
              List.of(agency.agency().code()),
              false,
              from,
              end);
    }
    if (sources.unnamedAgency(np)) {
      return builder.frame(
          "relay-citing", sources.citing(cue + 1, end), cue, cue + 1, false, from, end);
    }
    Np source = sources.outlet(np) ? sources.citing(cue + 1, end) : null;
    if (source != null) {
      return builder.frame("relay-citing", source, cue, cue + 1, false, from, end);
    }
    Frame plain = builder.frame(rule, np, cue, cue + 1, false, from, end);
    return !leftSide && copy.is(cue, Words.QUOTING) ? builder.oblique(plain) : plain;
  }

  /** The agencies cited in a range but not in the speaker, outermost first. */
  List<String> via(@Nullable Np np, int from, int to) {
    return builder.via(np, from, to);
  }

  Sources sources() {
    return sources;
  }

  /** A frame found before a quotation, with the agencies that are named behind it. */
  Frame relayed(Frame frame, int lo, int hi) {
    if (hits.within(lo, hi).isEmpty()) {
      return frame;
    }
    Frame behind = after(lo, hi, false);
    return behind != null && behind.speaker() == null ? frame.through(behind.via()) : frame;
  }

  /** "TASS quoted Lavrov as saying" and its like. */
  @Nullable Frame quoting(int from, int end) {
    return relays.quoting(from, end);
  }

  /** "according to NP" that begins at {@code from}. */
  @Nullable Frame according(int from, int end) {
    return verbless.according(from, end);
  }

  /** "called it “rigged”, according to Roe": whose words a whole sentence gives. */
  @Nullable Frame source(int next, int hi) {
    return language.inverts() && next + 1 < hi && copy.mark(next) == ','
        ? verbless.according(next + 1, hi)
        : null;
  }

  /** The frame of words quoted within a sentence, when none stands beside them. */
  @Nullable Frame around(int lo, int open, int next, int hi) {
    return null;
  }

  /** Who speaks or acts in a sentence before a quotation that has no frame of its own. */
  @Nullable Frame sentence(int from, int to) {
    return null;
  }

  /** Whether a sentence goes on with what somebody said before it. */
  boolean reported(int from, int to) {
    return false;
  }

  /** The frame that precedes a quotation; the words of saying nearest to it win. */
  @Nullable Frame before(int lo, int hi, boolean weak) {
    if (!language.tellsSpeakers()) {
      return null;
    }
    int from = Math.max(lo, hi - REACH * 2);
    Frame relay = relays.quoting(from, hi);
    if (relay != null) {
      return relay;
    }
    long wanted = weak ? Words.SAY | Words.WEAK | Words.PARTICIPLE : Words.SAY | Words.PARTICIPLE;
    int governing = weak ? governing(from, hi) : -1;
    for (int i = hi - 1; i >= from; i--) {
      boolean merelyWeak = governing >= 0 && i > governing && !copy.is(i, Words.SAY);
      if (copy.is(i, wanted) && relays.verb(i, from) && !merelyWeak) {
        Np inverted = language.code().equals("de") ? phrases.right(i + 1, hi) : null;
        Np np = phrases.inverted(phrases.left(i, from), i, from, hi);
        boolean closes =
            inverted != null
                && inverted.to() >= hi - 1
                && inverted.kind() == SpeakerKind.PERSON
                && (np == null || np.kind() != SpeakerKind.PERSON);
        np = closes ? inverted : np;
        boolean participle =
            relays.participle(i)
                || (copy.is(i, Words.PARTICIPLE)
                    && (!copy.is(i, Words.CUE) || copy.is(i, Words.TELL)));
        if (np == null || participle) {
          Np first = participle ? governor(i, from, np) : phrases.lastSubject(from, i);
          np = first != null ? first : np;
        }
        boolean told = copy.is(i, Words.TELL) && language.code().equals("en");
        if (!told && (np == null || precededByCap(i, from))) {
          Np right = phrases.right(i + 1, hi);
          np = np == null ? right : np;
        }
        int outer = np == null ? -1 : outerCue(np, from);
        if (outer >= 0 && outer < i) {
          i = outer + 1; // "she said she found it 'lovely'": who said so is named before
          continue;
        }
        if (np != null) {
          return framed("speaker-cue-quote", np, i, from, hi, true);
        }
        if (language.dropsSubjects() && (i == from || copy.mark(i - 1) != 0)) {
          return builder.frame("no-subject", null, i, i + 1, true, from, hi);
        }
      }
    }
    Frame according = verbless.according(from, hi);
    if (according != null) {
      return according;
    }
    Frame viewpoint = verbless.viewpoint(from, hi);
    return viewpoint != null ? viewpoint : colon(from, hi);
  }

  /** "X said A, adding B": who speaks the first also speaks what a participle adds. */
  private @Nullable Np governor(int participle, int from, @Nullable Np beside) {
    int j = participle - 1;
    while (j > from && copy.is(j, Words.ADVERB)) {
      j--;
    }
    boolean own = j >= 0 && copy.mark(j) != ',' && !copy.is(j, Words.AND | Words.CONJUNCTION);
    if (own && beside != null && beside.kind() == SpeakerKind.PERSON && !beside.pronoun()) {
      return beside;
    }
    Np subject = own ? phrases.doer(participle, from) : null;
    if (subject != null) {
      return subject;
    }
    for (int k = participle - 1; k > from; k--) {
      if (copy.is(k, Words.SAY) && !copy.has(k, Copy.QUOTED) && relays.verb(k, from)) {
        Np np = phrases.left(k, from);
        if (np != null) {
          return np;
        }
      }
    }
    return phrases.lastSubject(from, participle);
  }

  /**
   * The word of saying right before a pronoun, as in "Roe said in an interview that she"; or -1.
   */
  private int outerCue(Np np, int from) {
    if (!np.pronoun() || np.from() <= from || copy.has(np.from(), Copy.SENTENCE)) {
      return -1;
    }
    for (int i = np.from() - 1; i > from && i > np.from() - 8; i--) {
      if (copy.is(i, Words.SAY) && relays.verb(i, from)) {
        return i;
      }
      boolean between =
          copy.is(
              i,
              Words.THAT
                  | Words.PREPOSITION
                  | Words.DETERMINER
                  | Words.MEDIUM
                  | Words.ADDRESSEE
                  | Words.TIME
                  | Words.ADVERB);
      if (!between && hits.within(i, i + 1).isEmpty()) {
        return -1;
      }
    }
    return -1;
  }

  /** The last word of saying that a "that" follows; -1 when there is none. */
  private int governing(int from, int hi) {
    for (int i = hi - 1; i >= from; i--) {
      if (copy.is(i, Words.SAY)) {
        for (int k = i + 1; k < Math.min(hi, i + 8); k++) {
          if (copy.is(k, Words.THAT)) {
            return i;
          }
        }
      }
    }
    return -1;
  }

  private boolean precededByCap(int i, int from) {
    return i > from && copy.mark(i - 1) == ',';
  }

  /** "NP: …" with nothing else before it. */
  @Nullable Frame colon(int from, int hi) {
    return verbless.colon(from, hi);
  }
}
