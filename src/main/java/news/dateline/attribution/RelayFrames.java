package news.dateline.attribution;

import news.dateline.model.Attribution.Speaker.SpeakerKind;
import org.jspecify.annotations.Nullable;

/** Frames in which an agency or a paper passes on what somebody said. */
final class RelayFrames {

  private final Copy copy;
  private final Language language;
  private final Hits hits;
  private final NounPhrases phrases;
  private final FrameBuilder builder;
  private final Verbs verbs;

  RelayFrames(Copy copy, Language language, Hits hits, NounPhrases phrases, FrameBuilder builder) {
    this.copy = copy;
    this.language = language;
    this.hits = hits;
    this.phrases = phrases;
    this.builder = builder;
    this.verbs = new Verbs(copy, language);
  }

  /** "TASS quoted Lavrov as saying", "цитирует агентство X", "X was quoted by SPA as saying". */
  @Nullable Frame quoting(int from, int end) {
    for (int i = from; i < end; i++) {
      if (!copy.is(i, Words.QUOTING) || copy.is(i, Words.PREPOSITION)) {
        continue;
      }
      if (copy.wordIs(i, "zitiert") && germanPassive(i, from)) {
        int first = copy.is(from, Words.AUX) ? from + 1 : from;
        Np np = phrases.subject(first, i);
        return np == null ? null : builder.frame("relay-quoting", np, i, i + 1, false, from, end);
      }
      boolean passive =
          copy.is(Math.max(from, i - 1), Words.AUX) && i > from && language.code().equals("en");
      boolean by = i + 1 < end && (copy.wordIs(i + 1, "by") || copy.wordIs(i + 1, "as"));
      boolean participle = participle(i);
      if (passive || (by && !agencyBefore(i, from)) || participle) {
        Np np = passive || by ? phrases.left(i, from) : null;
        if (np != null && !participleAfterCue(i, from)) {
          return builder.frame("relay-quoting", np, i, i + 1, false, from, end);
        }
        continue;
      }
      boolean narrative =
          (copy.wordIs(i, "citing") || copy.wordIs(i, "quoting"))
              && !(i > from && copy.wordIs(i - 1, "as"));
      if (narrative && language.code().equals("en")) {
        continue;
      }
      int lead = i + 1;
      boolean object =
          lead < end
              && copy.is(lead, Words.OBJECT)
              && (!copy.is(lead, Words.DETERMINER) || quoter(lead + 1, end));
      Np words = quoter(lead, end) ? words(i, from) : null;
      Np np = object ? phrases.pronoun(lead) : words != null ? words : phrases.quoted(lead, end);
      boolean quoter =
          np != null
              && words == null
              && language.code().equals("ru")
              && np.kind() == SpeakerKind.ORGANISATION
              && !copy.is(i, Words.PREPOSITION)
              && copy.is(i, Words.CUE | Words.QUOTING)
              && !participle(i);
      if (quoter) {
        return null; // "цитирует «Север»": the house that quotes, not whom it quotes
      }
      if (np != null && !agency(np)) {
        return builder.oblique(builder.frame("relay-quoting", np, i, i + 1, false, from, end));
      }
    }
    return null;
  }

  /** "цитирует его агентство": who quotes stands right here. */
  private boolean quoter(int i, int end) {
    return i < end && (hits.startingAt(i) != null || copy.is(i, Words.AGENCY_NOUN));
  }

  /** "Его слова приводит ТАСС", "Слова Роу приводит ТАСС": whose words they are. */
  private @Nullable Np words(int verb, int from) {
    for (int k = verb - 1; k >= Math.max(from, verb - 6); k--) {
      if (copy.wordIs(k, "слова")) {
        if (k == verb - 1) {
          boolean his = k > from && copy.is(k - 1, Words.OBJECT);
          return his ? phrases.pronoun(k - 1) : null;
        }
        return copy.is(k + 1, Words.RELATIVE) ? null : phrases.classify(k + 1, verb);
      }
    }
    return null;
  }

  /** "zitiert ihn die Agentur X", "quoting TASS": who quotes or is quoted is an agency. */
  private boolean agency(Np np) {
    for (AgencyHit hit : hits.within(np.from(), np.to())) {
      if (!hit.trapped() && (hit.phraseFrom() <= np.from() || hit.from() == np.from())) {
        return hit.phraseTo() >= np.to() || hit.isCited();
      }
    }
    return false;
  }

  private boolean germanPassive(int i, int from) {
    for (int k = from; k < i; k++) {
      if (copy.serves(k, Grammar.PASSIVE_AUXILIARY)) {
        return true;
      }
    }
    return false;
  }

  boolean participle(int i) {
    return copy.serves(i, Grammar.QUOTING_PARTICIPLE);
  }

  private boolean participleAfterCue(int i, int from) {
    for (int k = from; k < i; k++) {
      if (copy.is(k, Words.SAY) && verb(k, from)) {
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

  /** A word of saying that is used as a verb here. */
  boolean verb(int i, int lo) {
    if ((copy.has(i, Copy.CAP) && !copy.has(i, Copy.SENTENCE)) || verbs.idle(i)) {
      return false;
    }
    if (i > lo
        && copy.is(i - 1, Words.DETERMINER)
        && !copy.is(i - 1, Words.PRONOUN | Words.ADVERB)
        && !alone(i - 1, i)) {
      return false;
    }
    if (i <= lo || !language.code().equals("en")) {
      return true;
    }
    boolean owned = copy.has(i - 1, Copy.POSSESSIVE) && copy.wordEndsWith(i, "s");
    return !owned && !copy.wordIs(i - 1, "to"); // "Roe's comments", "to say"
  }

  /** "another said", "the three said", but not "some reports". */
  private boolean alone(int indefinite, int verb) {
    return language.code().equals("en")
        && copy.serves(indefinite, Grammar.INDEFINITE)
        && !copy.wordEndsWith(verb, "s");
  }
}
