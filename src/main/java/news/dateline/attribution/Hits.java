package news.dateline.attribution;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The agencies of a text, found by position. */
final class Hits {
  private final List<AgencyHit> all;
  private final @Nullable AgencyHit[] byPhrase;

  Hits(List<AgencyHit> all, int tokens) {
    this.all = List.copyOf(all);
    this.byPhrase = new AgencyHit[all.isEmpty() ? 0 : tokens];
    for (AgencyHit hit : all) {
      byPhrase[hit.phraseFrom()] = hit;
      if (byPhrase[hit.from()] == null) {
        byPhrase[hit.from()] = hit;
      }
    }
  }

  List<AgencyHit> all() {
    return all;
  }

  /** The agency whose phrase begins at a token. */
  @Nullable AgencyHit startingAt(int token) {
    return token < byPhrase.length ? byPhrase[token] : null;
  }

  /** Whether a phrase of an agency through which something came ends right before a token. */
  boolean citedBefore(int token) {
    if (all.isEmpty()) {
      return false;
    }
    for (AgencyHit hit : within(token - 1, token)) {
      if (hit.phraseTo() == token && hit.isCited()) {
        return true;
      }
    }
    return false;
  }

  /** Agencies that touch a range of tokens. */
  List<AgencyHit> within(int from, int to) {
    if (all.isEmpty()) {
      return List.of();
    }
    List<AgencyHit> out = new ArrayList<>();
    int low = 0;
    int high = all.size();
    while (low < high) {
      int mid = (low + high) >>> 1;
      if (all.get(mid).to() <= from) {
        low = mid + 1;
      } else {
        high = mid;
      }
    }
    for (int i = low; i < all.size() && all.get(i).from() < to; i++) {
      out.add(all.get(i));
    }
    return out;
  }

  /** The untrapped agency that a phrase consists of, if it does. */
  @Nullable AgencyHit covering(int from, int to) {
    for (AgencyHit hit : within(from, to)) {
      if ((!hit.trapped() && hit.phraseFrom() <= from && to <= hit.phraseTo())
          || (!hit.trapped() && hit.from() <= from && to <= hit.to())) {
        return hit;
      }
      boolean nearly =
          !hit.trapped()
              && from <= hit.from()
              && hit.to() <= to
              && to <= hit.phraseTo()
              && to - from <= hit.phraseTo() - hit.phraseFrom() + 1;
      if (nearly) {
        return hit;
      }
    }
    return null;
  }
}
