package news.dateline.dedupe;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;
import news.dateline.model.Change;
import news.dateline.model.Imprint;
import news.dateline.model.PubStatus;
import news.dateline.model.Source;
import news.dateline.model.Verdict;
import org.jspecify.annotations.Nullable;

/** One document's worth of judging: later items see what earlier ones became. */
final class Judge {
  private final Source source;
  private final Shelf shelf;
  private final Habits.Way way;
  private final Supplier<List<Candidate>> document;
  private @Nullable Whole whole;

  /**
   * @param document all items of the document, those known as they are included; asked for only
   *     when an item's name seems to be another story's
   */
  Judge(Source source, Shelf shelf, Habits.Way way, Supplier<List<Candidate>> document) {
    this.source = source;
    this.shelf = shelf;
    this.way = way;
    this.document = document;
  }

  /** A new article or version; empty when it is known. */
  Optional<Verdict> judge(Candidate candidate) {
    String uri = name(candidate);
    Known before = shelf.named(uri);
    if (before == null) {
      return Optional.of(first(candidate, uri));
    }
    List<String> changed = candidate.fingerprint().changedSince(before.print());
    if (changed.isEmpty()
        || !(isKill(candidate) || before.owner().equals(source.id()))
        || !isLater(candidate, before)) {
      shelf.put(before.met());
      return Optional.empty();
    }
    Change.Kind kind = kind(candidate);
    if (kind == Change.Kind.NEW) {
      boolean lifted = before.print().isEmbargoed() && !candidate.fingerprint().isEmbargoed();
      kind = lifted ? Change.Kind.EMBARGO_LIFT : Change.Kind.UPDATE;
    }
    long version = Math.max(before.version() + 1, candidate.number());
    shelf.put(known(candidate, uri, version));
    Change change =
        new Change(
            kind, Optional.of(Long.toString(before.version())), changed, note(candidate, kind));
    return Optional.of(verdict(candidate, uri, version, change, Optional.empty()));
  }

  private Verdict first(Candidate candidate, String uri) {
    Optional<Imprint.Place> place =
        candidate.place().map(key -> new Imprint.Place(key, shelf.count(key)));
    long version = Math.max(1, candidate.number());
    shelf.put(known(candidate, uri, version));
    place.ifPresent(p -> shelf.place(p.key(), uri));
    Change.Kind kind = kind(candidate);
    Change change = new Change(kind, Optional.empty(), List.of(), note(candidate, kind));
    return verdict(candidate, uri, version, change, place);
  }

  private Known known(Candidate candidate, String uri, long version) {
    return new Known(uri, source.id(), source.name(), version, candidate.fingerprint(), true);
  }

  /** The name of the article the item belongs to. */
  private String name(Candidate candidate) {
    Identity identity = candidate.identity();
    if (shelf.named(identity.narrow()) != null) {
      return identity.narrow();
    }
    Known owner = shelf.article(candidate);
    if (owner == null) {
      return shelf
          .sameStory(candidate)
          .or(() -> atItsPage(candidate))
          .map(Known::uri)
          .orElseGet(
              () -> shelf.named(identity.uri()) == null ? identity.uri() : identity.minted());
    }
    if (!candidate.isApartFrom(owner.print())) {
      return owner.uri();
    }
    if (way != Habits.Way.GUID && !owner.here() && candidate.item().identity().guid().isPresent()) {
      return identity.narrow();
    }
    // A guid given to several stories at once: the one whose link or headline is stored keeps the
    // name. When none of them does, the first takes it, as a changed version.
    List<Candidate> rivals = whole().byName().getOrDefault(identity.uri(), List.of());
    Fingerprint stored = owner.print();
    boolean taken = owner.here() || rivals.stream().anyMatch(r -> !r.isApartFrom(stored));
    return taken && rivals.size() > 1 ? identity.narrow() : owner.uri();
  }

  /** The article at its page, where links decide and no other story stands there. */
  private Optional<Known> atItsPage(Candidate candidate) {
    if (way != Habits.Way.LINK || shelf.at(candidate).isEmpty()) {
      return Optional.empty();
    }
    return whole().namesAt().getOrDefault(candidate.place(), Set.of()).size() < 2
        ? Optional.of(shelf.at(candidate).get(0))
        : Optional.empty();
  }

  /** The document, read once, and only when there is doubt. */
  private Whole whole() {
    if (whole == null) {
      whole = Whole.of(document.get());
    }
    return whole;
  }

  /** All items of a document by their names, and the names at each page. */
  private record Whole(
      Map<String, List<Candidate>> byName, Map<Optional<String>, Set<String>> namesAt) {
    static Whole of(List<Candidate> all) {
      return new Whole(
          all.stream().collect(groupingBy(c -> c.identity().uri())),
          all.stream()
              .collect(groupingBy(Candidate::place, mapping(c -> c.identity().uri(), toSet()))));
    }
  }

  /**
   * An agency that numbers its versions may deliver an old one again, or two in one document: the
   * higher number wins. Within one document nothing else tells which of two wordings is the newer,
   * so the first stands; else each visit would swap them. A kill, though, is always the last word.
   */
  private static boolean isLater(Candidate candidate, Known before) {
    OptionalLong now = candidate.fingerprint().version();
    OptionalLong then = before.print().version();
    if (now.isPresent() && then.isPresent() && now.getAsLong() != then.getAsLong()) {
      return now.getAsLong() > then.getAsLong();
    }
    return isKill(candidate) || !before.here();
  }

  /** A kill counts whichever of the publisher's sources it comes by. */
  private static boolean isKill(Candidate candidate) {
    return candidate.item().editorial().status() == PubStatus.CANCELED;
  }

  private static Change.Kind kind(Candidate candidate) {
    if (isKill(candidate)) {
      return Change.Kind.KILL;
    }
    return candidate.item().editorial().correction() ? Change.Kind.CORRECTION : Change.Kind.NEW;
  }

  /** What the agency says of the change; a new story has nothing to say of itself. */
  private static Optional<String> note(Candidate candidate, Change.Kind kind) {
    return kind == Change.Kind.NEW ? Optional.empty() : candidate.item().wire().note();
  }

  private static Verdict verdict(
      Candidate candidate, String uri, long version, Change change, Optional<Imprint.Place> place) {
    return new Verdict(
        candidate.item(),
        uri,
        Long.toString(version),
        change,
        new Imprint(candidate.fingerprint().toString(), place));
  }
}
