package news.dateline.attribution;

import java.util.Set;

/**
 * Rules that find what was done by words or thought rather than said: whoever criticizes or hopes
 * has not been quoted, and a quotation that follows is not therefore theirs.
 */
final class WeakRules {
  /** No clause is given, only what it is about or what is to come: no statement. */
  private static final Set<String> STANCES =
      Set.of("speech-act", "act-noun", "act-to-come", "attitude", "intention", "passive");

  /** A clause is given, under a word that is none of saying. */
  private static final Set<String> CLAUSES =
      Set.of("act-clause", "belief", "cue-noun", "promise", "judgement");

  private WeakRules() {}

  /** Whether a rule is one of them. */
  static boolean has(String rule) {
    return STANCES.contains(rule) || CLAUSES.contains(rule);
  }

  /** Whether what it finds is a stance: "praised the crew", "vowed to leave". */
  static boolean stance(String rule) {
    return STANCES.contains(rule);
  }
}
