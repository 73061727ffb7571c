package news.dateline.dedupe;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All items of a document, those known as they are included, by what they share.
 *
 * @param byName by their first name
 * @param namesAt the first names at each page
 * @param names every name of any of them
 */
record Rivals(
    Map<String, List<Candidate>> byName,
    Map<Optional<String>, Set<String>> namesAt,
    Set<String> names) {
  static Rivals of(List<Candidate> all) {
    Set<String> names = new HashSet<>();
    all.forEach(c -> names.addAll(c.identity().all()));
    return new Rivals(
        all.stream().collect(groupingBy(c -> c.identity().uri())),
        all.stream()
            .collect(groupingBy(Candidate::place, mapping(c -> c.identity().uri(), toSet()))),
        names);
  }

  /**
   * What else the document says under an item's first name: each wording once, in its order. Kills
   * and versions that the author numbers follow rules of their own.
   */
  List<Candidate> of(Candidate c) {
    List<Candidate> others = new ArrayList<>();
    for (Candidate r : byName.getOrDefault(c.identity().uri(), List.of())) {
      boolean counts = !r.saysAs(c) && !r.isKill() && !Likeness.areNumbered(c, r);
      if (counts && others.stream().noneMatch(r::saysAs)) {
        others.add(r);
      }
    }
    return others;
  }

  /** One of them is the newer wording: by its date, else because it stands first. */
  boolean isOlder(Candidate c, List<Candidate> wordings) {
    for (Candidate r : wordings) {
      if (Likeness.isNewer(r, c) || (!Likeness.isNewer(c, r) && standsBefore(r, c))) {
        return true;
      }
    }
    return false;
  }

  private boolean standsBefore(Candidate one, Candidate other) {
    for (Candidate c : byName.getOrDefault(other.identity().uri(), List.of())) {
      if (c.saysAs(one)) {
        return true;
      }
      if (c.saysAs(other)) {
        return false;
      }
    }
    return false;
  }
}
