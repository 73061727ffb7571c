package news.dateline.chaos;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What was promised beside what one subscriber took.
 *
 * @param offered stories promised
 * @param arrived messages taken
 * @param lost stories whose last edition never came
 * @param doubled versions that came more than once
 * @param early articles that came before their embargo ended
 * @param disorder stories of which an older edition came after a newer one, or anything usable
 *     after its kill
 */
record Verdict(
    int offered,
    int arrived,
    List<String> lost,
    List<String> doubled,
    List<String> early,
    List<String> disorder) {

  static Verdict of(Map<String, Offer> offers, List<Taken> taken) {
    Map<String, Integer> newest = new HashMap<>();
    Set<String> versions = new HashSet<>();
    Set<String> killed = new HashSet<>();
    List<String> doubled = new ArrayList<>();
    List<String> early = new ArrayList<>();
    List<String> disorder = new ArrayList<>();
    for (Taken one : taken) {
      String name = one.token() + " e" + one.edition();
      if (!versions.add(one.uri() + " " + one.version())) {
        doubled.add(name);
      }
      Offer offer = offers.get(one.token());
      if (offer != null
          && one.usable()
          && offer.notBefore().filter(t -> one.at().isBefore(t)).isPresent()) {
        early.add(name);
      }
      if (newest.getOrDefault(one.token(), 0) > one.edition()
          || one.usable() && killed.contains(one.uri())) {
        disorder.add(name);
      }
      newest.merge(one.token(), one.edition(), Math::max);
      if (!one.usable()) {
        killed.add(one.uri());
      }
    }
    List<String> lost =
        offers.values().stream()
            .filter(o -> newest.getOrDefault(o.token(), 0) < o.edition())
            .map(o -> o.token() + " e" + o.edition())
            .sorted()
            .toList();
    return new Verdict(offers.size(), taken.size(), lost, doubled, early, disorder);
  }

  /** Where the clock itself was wrong nothing can be said of embargoes. */
  Verdict withoutEarly() {
    return new Verdict(offered, arrived, lost, doubled, List.of(), disorder);
  }

  /** True when the promise was kept. */
  boolean isKept() {
    return lost.isEmpty() && doubled.isEmpty() && early.isEmpty() && disorder.isEmpty();
  }
}
