package news.dateline.attribution;

import java.util.Map;
import news.dateline.model.Attribution.Proof;

/**
 * How far each rule that tells a speaker can be trusted: the share of its answers that were right
 * on annotated news.
 */
final class Confidence {
  private static final double UNMEASURED = 0.7;

  private static final Map<String, Double> BY_RULE =
      Map.ofEntries(
          Map.entry("clause-subject", 0.75),
          Map.entry("document", 0.92),
          Map.entry("verb-then-speaker", 0.83),
          Map.entry("speaker-quote-cue", 0.6),
          Map.entry("cue-then-speaker", 0.96),
          Map.entry("speaker-then-cue", 0.96),
          Map.entry("speaker-cue-quote", 0.92),
          Map.entry("according-to", 0.94),
          Map.entry("relay-quoting", 0.94),
          Map.entry("carried", 0.85),
          // Reported statements: the share of those that are one, times that of right speakers.
          Map.entry("said-that", 0.79),
          Map.entry("said-aside", 0.82),
          Map.entry("cue-clause", 0.63),
          Map.entry("saying-clause", 0.61),
          Map.entry("source-within", 0.63),
          Map.entry("free-indirect", 0.4),
          Map.entry("speech-act", 0.53),
          Map.entry("belief", 0.5),
          Map.entry("attitude", 0.6),
          Map.entry("passive", 0.45),
          Map.entry("cue-noun", 0.4));

  private Confidence() {}

  static Proof of(String rule) {
    return new Proof(rule, BY_RULE.getOrDefault(rule, UNMEASURED));
  }
}
