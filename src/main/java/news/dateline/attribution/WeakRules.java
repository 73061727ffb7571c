package news.dateline.attribution;

import java.util.Set;

/**
 * Rules that find what was done by words or thought, not a statement made: whoever criticizes or
 * hopes has not been quoted, and a quotation that follows is not therefore theirs.
 */
final class WeakRules {
  private static final Set<String> NAMES =
      Set.of("speech-act", "belief", "attitude", "cue-noun", "passive");

  private WeakRules() {}

  /** Whether a rule is one of them. */
  static boolean has(String rule) {
    return NAMES.contains(rule);
  }
}
