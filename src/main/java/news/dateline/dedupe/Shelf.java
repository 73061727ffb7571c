package news.dateline.dedupe;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import news.dateline.model.Source;
import org.jspecify.annotations.Nullable;

/** What is known of the items of one document: by their names, and by the pages they stand at. */
final class Shelf {
  private final Source source;
  private final Map<String, Known> byName = new HashMap<>();
  private final Map<String, List<String>> byPlace = new HashMap<>();

  private Shelf(Source source) {
    this.source = source;
  }

  /** Asks the store once for all names, and once for the pages of those no name is known of. */
  static Shelf fill(List<Candidate> candidates, SeenItems seen, Source source) {
    Shelf shelf = new Shelf(source);
    if (candidates.isEmpty()) {
      return shelf;
    }
    seen.find(Deduplicator.names(candidates))
        .forEach((name, s) -> shelf.byName.put(name, Known.of(s)));
    Set<String> places = new LinkedHashSet<>();
    for (Candidate c : candidates) {
      if (c.place().isPresent() && shelf.article(c) == null) {
        places.add(c.place().get());
      }
    }
    if (!places.isEmpty()) {
      seen.findAt(places)
          .forEach(
              (place, there) -> {
                for (SeenItems.Seen s : there) {
                  shelf.byName.putIfAbsent(s.uri(), Known.of(s));
                  shelf.byPlace.computeIfAbsent(place, p -> new ArrayList<>(1)).add(s.uri());
                }
              });
    }
    return shelf;
  }

  @Nullable Known named(String name) {
    return byName.get(name);
  }

  /** The article that has one of its names, and is this publisher's; null when none has. */
  @Nullable Known article(Candidate c) {
    Known narrow = byName.get(c.identity().narrow());
    if (narrow != null) {
      return narrow;
    }
    Known minted = byName.get(c.identity().minted());
    if (minted != null) {
      return minted;
    }
    Known owner = byName.get(c.identity().uri());
    return owner == null || !owner.publisher().equals(source.name()) ? null : owner;
  }

  /** The articles of this publisher at the page of an item no name of which is known. */
  List<Known> at(Candidate c) {
    List<Known> there = new ArrayList<>(1);
    for (String uri : c.place().map(p -> byPlace.getOrDefault(p, List.of())).orElse(List.of())) {
      Known known = byName.get(uri);
      if (known != null && known.publisher().equals(source.name())) {
        there.add(known);
      }
    }
    return there;
  }

  /** How many articles stand at a page, whoever's. */
  int count(String place) {
    return byPlace.getOrDefault(place, List.of()).size();
  }

  void put(Known article) {
    byName.put(article.uri(), article);
  }

  void place(String place, String uri) {
    byPlace.computeIfAbsent(place, p -> new ArrayList<>(1)).add(uri);
  }

  /** Looks at what the document says of the source's ids. */
  Habits observe(List<Candidate> candidates, Habits before) {
    int met = 0;
    int reused = 0;
    int renamed = 0;
    Map<String, Candidate> first = new HashMap<>();
    for (Candidate c : candidates) {
      Known article = article(c);
      boolean unchanged =
          article != null && c.fingerprint().changedSince(article.print()).isEmpty();
      if (unchanged) {
        continue;
      }
      met++;
      Candidate twin = first.putIfAbsent(c.identity().uri(), c);
      if (hasGuid(c) && twin != null && c.isApartFrom(twin.fingerprint())) {
        reused++;
      } else if (article == null) {
        renamed += isRenamed(c) ? 1 : 0;
      } else if (hasGuid(c) && isOurs(article) && isAnother(c, article)) {
        reused++;
      }
    }
    return before.and(met, reused, renamed);
  }

  private static boolean hasGuid(Candidate c) {
    return c.item().identity().guid().isPresent();
  }

  private boolean isOurs(Known article) {
    return article.owner().equals(source.id());
  }

  /** Headline, page and text: nothing is as it was. */
  private static boolean isAnother(Candidate c, Known article) {
    return c.isApartFrom(article.print())
        && c.fingerprint().changedSince(article.print()).contains("body");
  }

  /** The source itself gave the story before, at the same page with the same headline. */
  private boolean isRenamed(Candidate c) {
    return at(c).stream().anyMatch(k -> isOurs(k) && c.fingerprint().sameHeadline(k.print()));
  }

  /** The article at this page that is the same story, when ids are left out of account. */
  Optional<Known> sameStory(Candidate c) {
    return at(c).stream().filter(k -> isSame(c, k)).findFirst();
  }

  /**
   * Another feed of the publisher may shorten the text: the headline is enough. In one feed two ids
   * for the same headline may be two days of one column: there the words must be the same too.
   */
  private boolean isSame(Candidate c, Known article) {
    return c.fingerprint().sameHeadline(article.print())
        && (!isOurs(article) || c.fingerprint().sameWords(article.print()));
  }
}
