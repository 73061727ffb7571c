package news.dateline.dedupe;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import news.dateline.model.Change;
import news.dateline.model.Imprint;
import news.dateline.model.Source;
import news.dateline.model.Verdict;

/** One document's worth of judging: later items see what earlier ones became. */
final class Judge {
  private final Source source;
  private final Shelf shelf;
  private final Lore lore;
  private final Naming naming;
  private final List<SeenItems.Seen> learnt = new ArrayList<>(0);

  /** Stands for a wording that came back once. */
  private static final String AGAIN = "again";

  /**
   * @param document all items of the document, those known as they are included; asked for only
   *     when an item's name seems to be another story's
   */
  Judge(Source source, Shelf shelf, Lore lore, Supplier<Rivals> document, boolean wave) {
    this.source = source;
    this.shelf = shelf;
    this.lore = lore;
    this.naming = new Naming(shelf, lore, document, wave);
  }

  /** What it is beside all that is known. */
  Ruling judge(Candidate candidate) {
    Optional<Known> adopted = shelf.adopted(candidate);
    if (adopted.isPresent()) {
      Known known = adopted.get().learning(candidate.fingerprint());
      shelf.put(known);
      learnt.add(known.seen());
      return new Ruling.Unchanged();
    }
    Naming.Name name = naming.of(candidate);
    Known before = shelf.named(name.uri());
    if (name.age() == Naming.Age.OLDER) {
      return superseded(candidate, name.uri());
    }
    if (before == null) {
      return new Ruling.News(first(candidate, name.uri()));
    }
    List<String> changed = candidate.fingerprint().changedSince(before.print());
    boolean ours = candidate.isKill() || before.owner().equals(source.id());
    if (changed.isEmpty() || !ours || !isLater(candidate, before, name.age())) {
      shelf.put(before.met());
      return candidate.fingerprint().sameWords(before.print())
          ? new Ruling.Unchanged()
          : unpublished(candidate, before, ours);
    }
    if (takesTurns(candidate, before)) {
      lore.apart++;
      List<String> details = candidate.details();
      String uri = details.get(details.size() - 1);
      return shelf.named(uri) == null
          ? new Ruling.News(first(candidate, uri))
          : new Ruling.Unchanged();
    }
    return new Ruling.News(next(candidate, before, changed));
  }

  /** Adopted articles whose content this document has shown. */
  List<SeenItems.Seen> learnt() {
    return learnt;
  }

  /**
   * Other words that make no version: another source of the publisher has given the story, an
   * agency has sent a later version already, or this document has.
   */
  private Ruling unpublished(Candidate candidate, Known before, boolean ours) {
    if (ours && before.here() && candidate.fingerprint().version().isEmpty()) {
      return superseded(candidate, before.uri());
    }
    lore.passed++;
    return new Ruling.Unchanged();
  }

  /** A wording is buried once, and is no loss when the newer one says all that it says. */
  private Ruling superseded(Candidate candidate, String uri) {
    String words = candidate.fingerprint().words();
    if (lore.told.has(uri, words) || naming.isSaid(candidate)) {
      return new Ruling.Unchanged();
    }
    lore.told.add(uri, words);
    lore.buried++;
    return new Ruling.Superseded(uri);
  }

  /**
   * Two wordings come alternately under one name. An edit that is taken back is a version; when the
   * other wording then comes back too, they are two stories, or will never settle.
   */
  private boolean takesTurns(Candidate candidate, Known before) {
    if (candidate.isKill()
        || candidate.fingerprint().version().isPresent()
        || candidate.fingerprint().sameWords(before.print())) { // a picture or subject is new
      return false;
    }
    String uri = before.uri();
    boolean again = lore.told.has(uri, candidate.fingerprint().words());
    if (again && lore.told.has(uri, AGAIN)) {
      return true;
    }
    if (again) {
      lore.told.add(uri, AGAIN);
    }
    lore.told.add(uri, before.print().words());
    return false;
  }

  private Verdict next(Candidate candidate, Known before, List<String> changed) {
    Change.Kind kind = kind(candidate);
    if (kind == Change.Kind.NEW) {
      boolean lifted = before.print().isEmbargoed() && !candidate.fingerprint().isEmbargoed();
      kind = lifted ? Change.Kind.EMBARGO_LIFT : Change.Kind.UPDATE;
    }
    long version = Math.max(before.version() + 1, candidate.number());
    shelf.put(known(candidate, before.uri(), version));
    Change change =
        new Change(
            kind, Optional.of(Long.toString(before.version())), changed, note(candidate, kind));
    return verdict(candidate, before.uri(), version, change, List.of());
  }

  private Verdict first(Candidate candidate, String uri) {
    List<Imprint.Place> places =
        candidate.stands().stream().map(key -> new Imprint.Place(key, shelf.count(key))).toList();
    long version = Math.max(1, candidate.number());
    shelf.put(known(candidate, uri, version));
    places.forEach(p -> shelf.place(p.key(), uri));
    Change.Kind kind = kind(candidate);
    Change change = new Change(kind, Optional.empty(), List.of(), note(candidate, kind));
    return verdict(candidate, uri, version, change, places);
  }

  private Known known(Candidate candidate, String uri, long version) {
    return new Known(uri, source.id(), source.name(), version, candidate.fingerprint(), true);
  }

  /**
   * An agency that numbers its versions may deliver an old one again, or two in one document: the
   * higher number wins. Within one document the date tells which of two wordings is the newer, else
   * the first stands; or each visit would swap them. A kill, though, is always the last word.
   */
  private static boolean isLater(Candidate candidate, Known before, Naming.Age age) {
    OptionalLong now = candidate.fingerprint().version();
    OptionalLong then = before.print().version();
    if (now.isPresent() && then.isPresent() && now.getAsLong() != then.getAsLong()) {
      return now.getAsLong() > then.getAsLong();
    }
    return candidate.isKill() || !before.here() || age == Naming.Age.NEWEST;
  }

  private static Change.Kind kind(Candidate candidate) {
    if (candidate.isKill()) {
      return Change.Kind.KILL;
    }
    return candidate.item().editorial().correction() ? Change.Kind.CORRECTION : Change.Kind.NEW;
  }

  /** What the agency says of the change; a new story has nothing to say of itself. */
  private static Optional<String> note(Candidate candidate, Change.Kind kind) {
    return kind == Change.Kind.NEW ? Optional.empty() : candidate.item().publicNote();
  }

  private static Verdict verdict(
      Candidate candidate, String uri, long version, Change change, List<Imprint.Place> places) {
    return new Verdict(
        candidate.item(),
        uri,
        Long.toString(version),
        change,
        new Imprint(candidate.fingerprint().toString(), places));
  }
}
