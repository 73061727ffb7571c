package news.dateline.attribution;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the frame of a statement: before it, after it, or around it. */
final class Frames {
  private static final int REACH = 40;
  private static final long SAY = Words.CUE | Words.TELL;

  private final Copy copy;
  private final Language language;
  private final Hits hits;
  private final NounPhrases phrases;

  Frames(Copy copy, Language language, Hits hits, NounPhrases phrases) {
    this.copy = copy;
    this.language = language;
    this.hits = hits;
    this.phrases = phrases;
  }

  /** The frame that follows a quotation, in {@code [lo, hi)}. */
  @Nullable Frame after(int lo, int hi, boolean weak) {
    int end = Math.min(hi, lo + REACH);
    int from = lo;
    while (from < end && copy.mark(from) != 0 && copy.mark(from) != '(') {
      from++;
    }
    if (from >= end) {
      return null;
    }
    Frame relay = quoting(from, end);
    if (relay != null) {
      return relay;
    }
    Frame according = according(from, end);
    if (according != null) {
      return according;
    }
    long wanted = weak ? SAY | Words.WEAK : SAY;
    for (int i = from; i < end; i++) {
      if (i > from && copy.has(i, Copy.QUOTED)) {
        break;
      }
      if (hyphenPronoun(i)) {
        return frame(phrases.pronoun(i), i, i + 1, false, from, end);
      }
      if (copy.is(i, wanted) && verb(i, from)) {
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

  /** A word of saying that is used as a verb here. */
  private boolean verb(int i, int lo) {
    if (copy.has(i, Copy.CAP) && !copy.has(i, Copy.SENTENCE)) {
      return false;
    }
    if (i > lo
        && copy.is(i - 1, Words.DETERMINER)
        && !copy.is(i - 1, Words.PRONOUN | Words.ADVERB)) {
      return false;
    }
    boolean infinitive = i > lo && language.code().equals("en") && copy.wordIs(i - 1, "to");
    return !infinitive;
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
      Np right = phrases.right(cue + 1, end);
      if (right != null) {
        return subject(right, cue, from, end, false);
      }
      AgencyHit agency = agencyAfter(cue + 1, end);
      boolean prodrop = !language.code().equals("en");
      return agency == null && !prodrop
          ? null
          : frame(null, cue, cue + 1, agency == null, from, end);
    }
    Np left = phrases.left(cue, from);
    return left == null ? null : subject(left, cue, from, end, true);
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

  private Frame subject(Np np, int cue, int from, int end, boolean leftSide) {
    if (unnamedAgency(np)) {
      return frame(citing(cue + 1, end), cue, cue + 1, false, from, end);
    }
    AgencyHit agency = hits.covering(np.from(), np.to());
    if (agency != null) {
      Np cited = citing(cue + 1, end);
      return cited != null
          ? frame(cited, cue, cue + 1, false, from, end)
          : new Frame(null, cue, cue + 1, false, List.of(agency.agency().code()), false, from, end);
    }
    Frame plain = frame(np, cue, cue + 1, false, from, end);
    return !leftSide && copy.is(cue, Words.QUOTING) ? oblique(plain) : plain;
  }

  /** "the official agency", "the Malawi news agency": a relay though no lexicon knows it. */
  boolean unnamedAgency(Np np) {
    if (np.pronoun() || !copy.is(np.to() - 1, Words.AGENCY_NOUN)) {
      return false;
    }
    for (int i = np.from(); i < np.to() - 1; i++) {
      if (copy.is(i, Words.AGENCY_WORD) && !copy.is(i, Words.PREPOSITION)) {
        return true;
      }
    }
    return copy.wordEndsWith(np.to() - 1, "nachrichtenagentur")
        || copy.wordEndsWith(np.to() - 1, "информагентство");
  }

  private static Frame oblique(Frame f) {
    return new Frame(
        f.speaker(), f.cueFrom(), f.cueTo(), true, f.via(), f.dropped(), f.from(), f.to());
  }

  /** "…, citing a source in the ministry", "со ссылкой на спасателей". */
  private @Nullable Np citing(int from, int end) {
    for (int i = from; i < end; i++) {
      int start = -1;
      if (copy.is(i, Words.QUOTING) && !copy.is(i, Words.TELL)) {
        start = i + 1;
      } else if (copy.is(i, Words.ACCORDING)) {
        int after = CitedAgencies.accordingEnd(copy, language, i);
        start = after > 0 ? after : -1;
      }
      if (start > 0 && start < end) {
        int at = start;
        while (at < end && copy.is(at, Words.PREPOSITION) && !copy.is(at, Words.DETERMINER)) {
          at++;
        }
        return at < end && hits.startingAt(at) == null ? phrases.right(at, end) : null;
      }
    }
    return null;
  }

  /** "TASS quoted Lavrov as saying", "цитирует агентство X", "X was quoted by SPA as saying". */
  @Nullable Frame quoting(int from, int end) {
    for (int i = from; i < end; i++) {
      if (!copy.is(i, Words.QUOTING) || copy.is(i, Words.PREPOSITION)) {
        continue;
      }
      if (copy.wordIs(i, "zitiert") && germanPassive(i, from)) {
        Np np = phrases.subject(from, i);
        return np == null ? null : frame(np, i, i + 1, false, from, end);
      }
      boolean passive =
          copy.is(Math.max(from, i - 1), Words.AUX) && i > from && language.code().equals("en");
      boolean by = i + 1 < end && (copy.wordIs(i + 1, "by") || copy.wordIs(i + 1, "as"));
      boolean participle = participle(i);
      if (passive || (by && !agencyBefore(i, from)) || participle) {
        Np np = passive || by ? phrases.left(i, from) : null;
        if (np != null && !participleAfterCue(i, from)) {
          return frame(np, i, i + 1, false, from, end);
        }
        continue;
      }
      boolean narrative = copy.wordIs(i, "citing") || copy.wordIs(i, "quoting");
      if (narrative && language.code().equals("en")) {
        continue;
      }
      int lead = i + 1;
      Np np = phrases.right(lead, end);
      if (np != null && hits.covering(np.from(), np.to()) == null) {
        return oblique(frame(np, i, i + 1, false, from, end));
      }
    }
    return null;
  }

  private boolean germanPassive(int i, int from) {
    for (int k = from; k < i; k++) {
      if (copy.wordIs(k, "wird") || copy.wordIs(k, "wurde") || copy.wordIs(k, "werden")) {
        return true;
      }
    }
    return false;
  }

  private boolean participle(int i) {
    return copy.wordIs(i, "cité")
        || copy.wordIs(i, "citée")
        || copy.wordIs(i, "cités")
        || copy.wordIs(i, "citées")
        || copy.wordIs(i, "citado")
        || copy.wordIs(i, "citada")
        || copy.wordIs(i, "citados")
        || copy.wordIs(i, "citadas")
        || copy.wordIs(i, "citant")
        || copy.wordIs(i, "citando")
        || copy.wordIs(i, "ссылкой")
        || copy.wordIs(i, "ссылаясь");
  }

  private boolean participleAfterCue(int i, int from) {
    for (int k = from; k < i; k++) {
      if (copy.is(k, SAY) && verb(k, from)) {
        return true;
      }
    }
    return false;
  }

  private boolean agencyBefore(int i, int from) {
    for (AgencyHit hit : hits.within(from, i)) {
      if (!hit.trapped()) {
        return true;
      }
    }
    return false;
  }

  /** "according to NP" that begins at {@code from}. */
  @Nullable Frame according(int from, int end) {
    int at = from;
    while (at < end
        && copy.is(at, Words.CONJUNCTION | Words.ADVERB)
        && !copy.is(at, Words.ACCORDING)
        && !copy.wordIs(at, "so")) {
      at++;
    }
    if (at >= end) {
      return null;
    }
    int after = copy.is(at, Words.ACCORDING) ? CitedAgencies.accordingEnd(copy, language, at) : -1;
    boolean german =
        language.code().equals("de") && copy.wordIs(at, "so") && !copy.has(at, Copy.CAP);
    if (german) {
      after = at + 1;
    }
    if (after < 0 || after >= end) {
      return null;
    }
    AgencyHit hit = hits.startingAt(after);
    if (hit != null
        && !hit.trapped()
        && copy.is(Math.min(hit.phraseTo(), copy.size() - 1), Words.AGENCY_NEXT)) {
      return null;
    }
    if (hit != null && !hit.trapped()) {
      Np cited = citing(hit.phraseTo(), end);
      return frame(cited, at, after, false, from, end);
    }
    boolean possessive =
        after - at > 2
            && (copy.wordIs(at + 1, "ihren")
                || copy.wordIs(at + 1, "seinen")
                || copy.wordIs(at + 1, "eigenen"));
    if (possessive) {
      return frame(null, at, after, true, from, after);
    }
    Np np = phrases.right(after, end);
    if (np == null || survey(np)) {
      return null;
    }
    if (unnamedAgency(np)) {
      return frame(null, at, after, false, from, end);
    }
    AgencyHit agency = hits.covering(np.from(), np.to());
    if (agency != null) {
      return new Frame(null, at, after, false, List.of(agency.agency().code()), false, from, end);
    }
    return oblique(frame(np, at, after, false, from, end));
  }

  /** "a new AP-GfK poll": figures, not words. */
  private boolean survey(Np np) {
    int last = np.to() - 1;
    boolean poll = copy.is(last, Words.AGENCY_NEXT) && !copy.is(last, Words.ROLE | Words.TITLE);
    int next = np.to();
    boolean pollNext =
        next < copy.size()
            && copy.is(next, Words.AGENCY_NEXT)
            && !copy.is(next, Words.ROLE | Words.TITLE);
    return poll || pollNext;
  }

  /** The frame that precedes a quotation; the words of saying nearest to it win. */
  @Nullable Frame before(int lo, int hi, boolean weak) {
    int from = Math.max(lo, hi - REACH * 2);
    Frame relay = quoting(from, hi);
    if (relay != null) {
      return relay;
    }
    long wanted = weak ? SAY | Words.WEAK | Words.PARTICIPLE : SAY | Words.PARTICIPLE;
    int governing = weak ? governing(from, hi) : -1;
    for (int i = hi - 1; i >= from; i--) {
      boolean merelyWeak = governing >= 0 && i > governing && !copy.is(i, SAY);
      if (copy.is(i, wanted) && verb(i, from) && !merelyWeak) {
        Np np = phrases.left(i, from);
        boolean noSubject =
            np == null || participle(i) || (copy.is(i, Words.PARTICIPLE) && !copy.is(i, Words.CUE));
        if (noSubject) {
          Np first = phrases.subject(from, i);
          np = first != null ? first : np;
        }
        if (np == null || precededByCap(i, from)) {
          Np right = phrases.right(i + 1, hi);
          np = np == null ? right : np;
        }
        if (np != null) {
          return subject(np, i, from, hi, true);
        }
      }
    }
    Frame according = according(from, hi);
    if (according != null) {
      return according;
    }
    return colon(from, hi);
  }

  /** The last word of saying that a "that" follows; -1 when there is none. */
  private int governing(int from, int hi) {
    for (int i = hi - 1; i >= from; i--) {
      if (copy.is(i, SAY)) {
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
  private @Nullable Frame colon(int from, int hi) {
    int end = hi;
    while (end > from && Marks.quote(copy.mark(end - 1))) {
      end--;
    }
    if (end - from < 2
        || copy.mark(end - 1) != ':'
        || end - from > 9
        || !copy.has(from, Copy.CAP)) {
      return null;
    }
    Np np = phrases.classify(from, end - 1);
    boolean person = np.from() == from || np.to() == end - 1;
    return person ? frame(np, end - 1, end, false, from, hi) : null;
  }

  private Frame frame(@Nullable Np np, int cueFrom, int cueTo, boolean dropped, int from, int to) {
    List<String> via = new ArrayList<>();
    for (AgencyHit hit : hits.within(from, to)) {
      boolean speaks = np != null && np.from() <= hit.from() && hit.to() <= np.to();
      if (hit.isCited() && !speaks && !via.contains(hit.agency().code())) {
        via.add(hit.agency().code());
      }
    }
    return new Frame(np, cueFrom, cueTo, false, via, dropped, from, to);
  }
}
