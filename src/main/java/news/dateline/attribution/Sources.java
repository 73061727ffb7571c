package news.dateline.attribution;

import org.jspecify.annotations.Nullable;

/** Tells who only passes words on, and whose words they are. */
final class Sources {
  private final Copy copy;
  private final Language language;
  private final Hits hits;
  private final NounPhrases phrases;

  Sources(Copy copy, Language language, Hits hits, NounPhrases phrases) {
    this.copy = copy;
    this.language = language;
    this.hits = hits;
    this.phrases = phrases;
  }

  /** "…, citing a source in the ministry", "со ссылкой на спасателей". */
  @Nullable Np citing(int from, int end) {
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
        return at < end && hits.startingAt(at) == null ? phrases.beside(at, end) : null;
      }
    }
    return null;
  }

  /** The agency that a phrase names, itself or by what it sends: "une dépêche de l'AFP". */
  @Nullable AgencyHit agency(Np np) {
    AgencyHit whole = hits.covering(np.from(), np.to());
    if (whole != null) {
      return whole;
    }
    for (int i = np.from(); i < np.to(); i++) {
      if (copy.is(i, Words.DISPATCH)) {
        for (AgencyHit hit : hits.within(i, Math.min(copy.size(), np.to() + 6))) {
          boolean beside = hit.phraseFrom() <= np.to() + 1 && sender(i + 1, hit.phraseFrom());
          if (!hit.trapped() && beside) {
            return hit;
          }
        }
      }
    }
    return null;
  }

  /** Only "of", "by" or an article stands between a dispatch and its sender. */
  private boolean sender(int from, int to) {
    for (int i = from; i < to; i++) {
      if (!copy.is(i, Words.PREPOSITION | Words.DETERMINER)) {
        return false;
      }
    }
    return true;
  }

  /** "the official agency", "the Malawi news agency": a relay though no lexicon knows it. */
  boolean unnamedAgency(Np np) {
    if (np.pronoun()) {
      return false;
    }
    int first = copy.sentenceStart(np.from());
    for (int noun = Math.max(first, np.from() - 1); noun < np.to(); noun++) {
      if (!copy.is(noun, Words.AGENCY_NOUN)) {
        continue;
      }
      if (noun < np.to() - 1 && describes(noun + 1, np.to())) {
        return true;
      }
      if (noun < np.to() - 1 && !ownName(noun + 1, np)) {
        continue;
      }
      for (int i = noun - 1; i >= Math.max(first, noun - 4); i--) {
        if (copy.is(i, Words.AGENCY_WORD) && !copy.is(i, Words.PREPOSITION)) {
          return true;
        }
        if (copy.mark(i) != 0 || copy.is(i, Words.DETERMINER)) {
          break;
        }
      }
      if (copy.wordEndsWith(noun, "nachrichtenagentur")
          || copy.wordEndsWith(noun, "presseagentur")
          || copy.wordEndsWith(noun, "информагентство")) {
        return true;
      }
    }
    return false;
  }

  /** "l'agence de presse", "la agencia oficial": what follows the noun says what it is. */
  private boolean describes(int from, int to) {
    for (int i = from; i < to; i++) {
      if (!copy.is(i, Words.AGENCY_WORD)) {
        return false;
      }
    }
    return !copy.is(to - 1, Words.PREPOSITION | Words.ROLE); // "an agency official" is somebody
  }

  private boolean ownName(int from, Np np) {
    for (int i = from; i < np.to(); i++) {
      if (copy.mark(i) == 0 && !copy.has(i, Copy.CAP)) {
        return false;
      }
    }
    return true;
  }

  /** "the newspaper", "Tehran radio". */
  boolean outlet(Np np) {
    for (int i = np.from(); i < np.to(); i++) {
      if (copy.is(i, Words.OUTLET)) {
        return true;
      }
      if (copy.is(i, Words.PREPOSITION | Words.ROLE) && !copy.is(i, Words.DETERMINER)) {
        return false;
      }
    }
    return false;
  }
}
