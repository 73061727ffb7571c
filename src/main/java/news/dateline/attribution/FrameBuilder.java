package news.dateline.attribution;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes frames, with the agencies through which a statement came. */
final class FrameBuilder {
  private final Hits hits;

  FrameBuilder(Hits hits) {
    this.hits = hits;
  }

  Frame frame(
      String rule, @Nullable Np np, int cueFrom, int cueTo, boolean dropped, int from, int to) {
    return new Frame(rule, np, cueFrom, cueTo, false, via(np, from, to), dropped, from, to);
  }

  /** The agencies cited in a range, outermost first: who reports, who is quoted, who was told. */
  List<String> via(@Nullable Np np, int from, int to) {
    List<AgencyHit> inside = hits.within(from, to);
    if (inside.isEmpty()) {
      return List.of();
    }
    List<String> via = new ArrayList<>(2);
    for (int depth = 0; depth <= AgencyHit.INNERMOST; depth++) {
      for (AgencyHit hit : inside) {
        boolean speaks = np != null && np.from() <= hit.from() && hit.to() <= np.to();
        if (hit.isCited()
            && hit.depth() == depth
            && !speaks
            && !via.contains(hit.agency().code())) {
          via.add(hit.agency().code());
        }
      }
    }
    return via;
  }

  /** The same frame, its speaker in a case other than the nominative. */
  Frame oblique(Frame f) {
    return new Frame(
        f.rule(),
        f.speaker(),
        f.cueFrom(),
        f.cueTo(),
        true,
        f.via(),
        f.dropped(),
        f.from(),
        f.to());
  }

  /** The same frame, found by another rule. */
  Frame renamed(String rule, Frame f) {
    return new Frame(
        rule,
        f.speaker(),
        f.cueFrom(),
        f.cueTo(),
        f.oblique(),
        f.via(),
        f.dropped(),
        f.from(),
        f.to());
  }
}
