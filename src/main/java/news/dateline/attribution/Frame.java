package news.dateline.attribution;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The words beside a statement that say who made it. Positions are tokens, end exclusive.
 *
 * @param rule name of the rule that found it
 * @param speaker who speaks; null when the frame names nobody
 * @param cueFrom the word of saying
 * @param cueTo one past it
 * @param oblique the speaker stands in a case other than the nominative
 * @param via agencies it came through, outermost first
 * @param dropped the language leaves the subject out: the last speaker is meant
 * @param from first token of the frame
 * @param to one past the frame
 */
record Frame(
    String rule,
    @Nullable Np speaker,
    int cueFrom,
    int cueTo,
    boolean oblique,
    List<String> via,
    boolean dropped,
    int from,
    int to) {
  Frame {
    via = List.copyOf(via);
  }

  /** The same frame, which reached us through further agencies, the outermost first. */
  Frame through(List<String> outer) {
    if (outer.isEmpty()) {
      return this;
    }
    List<String> all = new ArrayList<>(outer);
    for (String code : via) {
      if (!all.contains(code)) {
        all.add(code);
      }
    }
    return new Frame(rule, speaker, cueFrom, cueTo, oblique, all, dropped, from, to);
  }
}
