package news.dateline.dedupe;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import news.dateline.model.Source;
import org.jspecify.annotations.Nullable;

/** What is known of the items of one document: by their names, and by the pages they stand at. */
final class Shelf {
  /** So many items must have changed their ids at once. */
  private static final int WAVE = 3;

  private final Source source;
  private final Map<String, Known> byName = new HashMap<>();
  private final Map<String, List<String>> byPlace = new HashMap<>();
  private final Set<String> shared = new HashSet<>();

  /** Some article is known by what was published of it alone, as after a lost database. */
  private boolean holdsAdopted;

  private Shelf(Source source) {
    this.source = source;
  }

  /**
   * Asks the store once for all names; for those that are not known as they are, once for their
   * pages and words, and for the narrower names of what may be one of several.
   */
  static Shelf fill(List<Candidate> candidates, SeenItems seen, Source source) {
    Shelf shelf = new Shelf(source);
    if (candidates.isEmpty()) {
      return shelf;
    }
    shelf.learn(seen.find(Deduplicator.names(candidates)));
    Set<String> keys = new LinkedHashSet<>();
    Set<String> details = new LinkedHashSet<>();
    Map<String, Candidate> first = new HashMap<>();
    for (Candidate c : candidates) {
      Candidate twin = first.putIfAbsent(c.identity().uri(), c);
      if (twin != null && !twin.saysAs(c)) {
        shelf.shared.add(c.identity().uri());
        details.addAll(twin.details());
      }
      if (shelf.asItIs(c).isEmpty()) {
        keys.addAll(c.keys());
        if (shelf.article(c) != null || shelf.isShared(c)) {
          details.addAll(c.details());
        }
      }
    }
    if (!keys.isEmpty()) {
      seen.findAt(keys).forEach(shelf::learnPlace);
    }
    if (!details.isEmpty()) {
      shelf.learn(seen.find(details));
    }
    return shelf;
  }

  private void learn(Map<String, SeenItems.Seen> found) {
    found.forEach(this::learn);
  }

  private void learn(String name, SeenItems.Seen seen) {
    Known known = Known.of(seen);
    holdsAdopted |= known.print().isAdopted();
    byName.putIfAbsent(name, known);
  }

  private void learnPlace(String place, List<SeenItems.Seen> there) {
    for (SeenItems.Seen s : there) {
      learn(s.uri(), s);
      byPlace.computeIfAbsent(place, p -> new ArrayList<>(1)).add(s.uri());
    }
  }

  /** The article of this publisher that bears one of its names and says the same. */
  Optional<Known> asItIs(Candidate c) {
    Identity names = c.identity();
    return said(c, names.narrow())
        .or(() -> said(c, names.minted()))
        .or(() -> said(c, names.uri()))
        .or(() -> saidUnder(c, names.former().names()))
        .or(() -> saidUnder(c, byName.isEmpty() ? List.of() : c.details()));
  }

  private Optional<Known> saidUnder(Candidate c, List<String> names) {
    for (String name : names) {
      Optional<Known> known = said(c, name);
      if (known.isPresent()) {
        return known;
      }
    }
    return Optional.empty();
  }

  private Optional<Known> said(Candidate c, String name) {
    Known known = byName.get(name);
    return known != null && isPublishers(known) && c.fingerprint().sameWords(known.print())
        ? Optional.of(known)
        : Optional.empty();
  }

  /**
   * The adopted article of this source that bears one of its names, the narrowest first. One it
   * shares with other items of the document tells nothing: that is judged as usual.
   */
  Optional<Known> adopted(Candidate c) {
    if (!holdsAdopted) { // as nearly always
      return Optional.empty();
    }
    Identity names = c.identity();
    List<String> all = new ArrayList<>(List.of(names.narrow(), names.minted()));
    all.addAll(c.details());
    if (!isShared(c)) {
      all.add(names.uri());
    }
    return all.stream()
        .map(byName::get)
        .filter(k -> k != null && isOurs(k) && k.adopts(c))
        .findFirst();
  }

  private boolean isPublishers(Known known) {
    return known.publisher().equals(source.name());
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
    Known owner = owner(c);
    if (owner == null && c.identity().former().sure()) {
      for (String name : c.identity().former().names()) {
        Known known = byName.get(name);
        if (known != null && isPublishers(known)) {
          return known;
        }
      }
    }
    return owner;
  }

  /** The article of this publisher under its first name; null when there is none. */
  @Nullable Known owner(Candidate c) {
    Known owner = byName.get(c.identity().uri());
    return owner == null || !isPublishers(owner) ? null : owner;
  }

  /** The articles of this publisher at the page of an item that is not known as it is. */
  List<Known> at(Candidate c) {
    List<Known> there = new ArrayList<>(1);
    c.places().forEach(place -> addThose(place, there));
    return there;
  }

  /** The articles of this source, of earlier documents, that say just what the item says. */
  List<Known> twins(Candidate c) {
    List<Known> twins = new ArrayList<>(1);
    c.twin().ifPresent(key -> addThose(key, twins));
    twins.removeIf(k -> k.here() || !isOurs(k) || !c.fingerprint().sameWords(k.print()));
    return twins;
  }

  private void addThose(String key, List<Known> there) {
    for (String uri : byPlace.getOrDefault(key, List.of())) {
      Known known = byName.get(uri);
      if (known != null && isPublishers(known) && !there.contains(known)) {
        there.add(known);
      }
    }
  }

  /** How many articles stand at a page, whoever's. */
  int count(String place) {
    return byPlace.getOrDefault(place, List.of()).size();
  }

  /** Nothing is known at all. */
  boolean isEmpty() {
    return byName.isEmpty();
  }

  /** Another item of the document has the same first name and says something else. */
  boolean isShared(Candidate c) {
    return shared.contains(c.identity().uri());
  }

  /** The article whose name is its address, but for what comes and goes ("http", "www."). */
  Optional<Known> sameAddress(Candidate c) {
    String bare = Address.bare(c.identity().uri());
    return at(c).stream().filter(k -> isOurs(k) && Address.bare(k.uri()).equals(bare)).findFirst();
  }

  /** Most of what is not known is known under other ids: the source has changed them all. */
  boolean isWave(List<Candidate> candidates) {
    long unknown = 0;
    long twins = 0;
    for (Candidate c : candidates) {
      if (article(c) == null && at(c).isEmpty()) {
        unknown++;
        twins += twins(c).isEmpty() ? 0 : 1;
      }
    }
    return twins >= WAVE && 2 * twins >= unknown;
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
          article != null
              && (article.print().isAdopted()
                  || c.fingerprint().changedSince(article.print()).isEmpty());
      if (unchanged) {
        continue;
      }
      met++;
      Candidate twin = first.putIfAbsent(c.identity().uri(), c);
      if (c.hasGuid() && twin != null && c.isApartFrom(twin.fingerprint())) {
        reused++;
      } else if (article == null) {
        renamed += isRenamed(c) ? 1 : 0;
      } else if (c.hasGuid() && isOurs(article) && isAnother(c, article)) {
        reused++;
      }
    }
    return before.and(met, reused, renamed);
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
