package news.dateline.dedupe;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Finds the article an item belongs to. What says the same is the same; of items that share a name
 * and say different things the one that is known keeps it, and the others get names of their own.
 */
final class Naming {
  /** A text of so many letters is not said twice by chance. */
  private static final int TELLING = 200;

  private final Shelf shelf;
  private final Lore lore;
  private final Supplier<Rivals> document;
  private final boolean wave;
  private @Nullable Rivals whole;

  /**
   * @param document all items of the document; read only when there is doubt
   * @param wave most items of the document are known under other ids
   */
  Naming(Shelf shelf, Lore lore, Supplier<Rivals> document, boolean wave) {
    this.shelf = shelf;
    this.lore = lore;
    this.document = document;
    this.wave = wave;
  }

  /**
   * A name.
   *
   * @param age of the item among the wordings of its story in the same document
   */
  record Name(String uri, Age age) {}

  /** How an item stands among the wordings of its story. */
  enum Age {
    /** There are no others. */
    ALONE,
    NEWEST,
    OLDER
  }

  Name of(Candidate c) {
    Optional<Known> same = shelf.asItIs(c);
    if (same.isPresent()) {
      return new Name(same.get().uri(), Age.ALONE);
    }
    List<Candidate> rivals = c.isKill() || !isDoubtful(c) ? List.of() : whole().of(c);
    if (rivals.isEmpty()) {
      return new Name(alone(c), Age.ALONE);
    }
    List<Candidate> wordings = new ArrayList<>();
    List<Candidate> others = new ArrayList<>();
    rivals.forEach(r -> (Likeness.sameStory(c, r) ? wordings : others).add(r));
    boolean older = whole().isOlder(c, wordings);
    Age age = wordings.isEmpty() ? Age.ALONE : older ? Age.OLDER : Age.NEWEST;
    String uri = others.isEmpty() ? alone(c) : among(c, wordings, others);
    return new Name(uri, age);
  }

  /** The newer wordings of its story say all that it says. */
  boolean isSaid(Candidate c) {
    return whole().of(c).stream().anyMatch(r -> Likeness.sameStory(c, r) && Likeness.says(r, c));
  }

  /**
   * Whether other items of the document may share its name. Those left out as known are read for it
   * only when it could be theirs: an id that comes back with its page or headline is an edit.
   */
  private boolean isDoubtful(Candidate c) {
    Known owner = shelf.article(c);
    boolean known =
        owner != null
            && (owner.here()
                || !c.hasGuid()
                || lore.apart > 0
                || lore.buried > 0
                || c.isApartFrom(owner.print()));
    return known || shelf.isShared(c);
  }

  /** The name of an item whose first name is no other's in the document. */
  private String alone(Candidate c) {
    Identity names = c.identity();
    Optional<String> own = detail(c, List.of(), true);
    if (own.isPresent()) {
      return own.get();
    }
    Known owner = shelf.article(c);
    if (owner == null) {
      return shelf
          .sameStory(c)
          .or(() -> atItsPage(c))
          .or(() -> shelf.sameAddress(c))
          .or(() -> twin(c))
          .map(Known::uri)
          .orElseGet(() -> names.home() ? names.narrow() : free(c));
    }
    if (owner.uri().equals(names.narrow()) || c.isKill()) {
      return owner.uri();
    }
    boolean apart = c.isApartFrom(owner.print());
    if (apart && (names.home() || isReused(c, owner))) {
      return names.narrow();
    }
    List<Known> there = shelf.at(c);
    if (!c.hasGuid() && !apart && there.size() > 1) {
      // several stories stand at this page under this headline: the date tells which is edited
      lore.apart++;
      return there.stream()
          .filter(k -> isDated(c, k))
          .findFirst()
          .map(Known::uri)
          .or(() -> detail(c, List.of(), false))
          .orElse(owner.uri());
    }
    return owner.uri();
  }

  private String free(Candidate c) {
    return shelf.named(c.identity().uri()) == null ? c.identity().uri() : c.identity().minted();
  }

  private boolean isReused(Candidate c, Known owner) {
    return lore.habits.way() != Habits.Way.GUID && !owner.here() && c.hasGuid();
  }

  /** The name of one of several stories that share their first name. */
  private String among(Candidate c, List<Candidate> wordings, List<Candidate> others) {
    Known owner = shelf.owner(c);
    if (owner == null) {
      owner = shelf.named(c.identity().minted());
    }
    if (owner == null && !c.identity().home()) {
      return free(c);
    }
    if (owner != null && !owner.here() && isIts(c, owner, wordings, others)) {
      return owner.uri();
    }
    boolean sharesNarrow =
        others.stream().anyMatch(r -> r.identity().narrow().equals(c.identity().narrow()));
    Known narrow = shelf.named(c.identity().narrow());
    String uri =
        sharesNarrow || (narrow != null && narrow.here())
            ? detail(c, others, true)
                .or(() -> detail(c, others, false))
                .orElse(c.identity().narrow())
            : c.identity().narrow();
    if (shelf.named(uri) == null) {
      lore.apart++;
    }
    return uri;
  }

  /** The article under the name they share is its own, and no other's. */
  private static boolean isIts(
      Candidate c, Known owner, List<Candidate> wordings, List<Candidate> others) {
    if (wordings.stream().anyMatch(w -> w.fingerprint().sameWords(owner.print()))) {
      return true;
    }
    if (others.stream().anyMatch(r -> r.fingerprint().sameWords(owner.print()))) {
      return false;
    }
    boolean byLink =
        c.hasGuid()
            && c.fingerprint().sameLink(owner.print())
            && others.stream().noneMatch(r -> r.fingerprint().sameLink(owner.print()));
    boolean byHeadline =
        c.fingerprint().sameHeadline(owner.print())
            && others.stream().noneMatch(r -> r.fingerprint().sameHeadline(owner.print()));
    boolean byDate = isDated(c, owner) && others.stream().noneMatch(r -> isDated(r, owner));
    return byLink || byHeadline || byDate;
  }

  private static boolean isDated(Candidate c, Known known) {
    return c.fingerprint().sameHeadline(known.print()) && c.fingerprint().sameDate(known.print());
  }

  /**
   * The surest narrower name that none of the others has.
   *
   * @param known only one that an article bears which this document has not held yet
   */
  private Optional<String> detail(Candidate c, List<Candidate> others, boolean known) {
    if (shelf.isEmpty()) {
      return Optional.empty();
    }
    List<String> details = c.details();
    for (String name : details) {
      Known bearer = shelf.named(name);
      boolean last = name.equals(details.get(details.size() - 1));
      boolean shared = !last && others.stream().anyMatch(r -> r.details().contains(name));
      if (!shared && (known ? bearer != null && !bearer.here() : bearer == null || last)) {
        return Optional.of(name);
      }
    }
    return Optional.empty();
  }

  /** The article at its page, where links decide and no other story stands there. */
  private Optional<Known> atItsPage(Candidate c) {
    if (lore.habits.way() != Habits.Way.LINK || shelf.at(c).isEmpty()) {
      return Optional.empty();
    }
    return whole().namesAt().getOrDefault(c.place(), Set.of()).size() < 2
        ? Optional.of(shelf.at(c).get(0))
        : Optional.empty();
  }

  /**
   * The article that says the same under another id, which the document no longer has. Equal words
   * may be chance (a bulletin a day): the date must be equal too, or the text long, or most of the
   * document have changed its ids.
   */
  private Optional<Known> twin(Candidate c) {
    for (Known k : shelf.twins(c)) {
      boolean sure = wave || c.fingerprint().sameDate(k.print()) || c.length() >= TELLING;
      if (sure && !c.isKill() && !whole().names().contains(k.uri())) {
        lore.suspect(Address.differing(k.uri(), c.identity().uri()));
        return Optional.of(k);
      }
    }
    return Optional.empty();
  }

  private Rivals whole() {
    if (whole == null) {
      whole = document.get();
    }
    return whole;
  }
}
