package news.dateline.dedupe;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import news.dateline.model.Batch;
import news.dateline.model.Change;
import news.dateline.model.Imprint;
import news.dateline.model.Item;
import news.dateline.model.PubStatus;
import news.dateline.model.Source;
import news.dateline.model.Verdict;

/**
 * Stage {@code items.dedupe}: says of every item whether it is new, a new version, or known as it
 * is. Identity and content decide, never dates: items that share a second, arrive late or are dated
 * tomorrow are told apart like any other.
 */
public final class Deduplicator {
  private final SeenItems seen;

  /**
   * @param seen what is stored already
   */
  public Deduplicator(SeenItems seen) {
    this.seen = seen;
  }

  /**
   * @param batch items as read
   * @return new and changed items in the same order; the others are counted as unchanged
   */
  public Batch<Verdict> dedupe(Batch<Item> batch) {
    Source source = batch.document().source();
    List<Candidate> candidates = new ArrayList<>(batch.items().size());
    Set<String> names = new LinkedHashSet<>();
    for (Item item : batch.items()) {
      Candidate candidate =
          new Candidate(item, Identity.of(item, source.id()), Fingerprint.of(item));
      candidates.add(candidate);
      names.addAll(candidate.identity.all());
    }
    Visit visit =
        new Visit(source, names.isEmpty() ? Map.of() : seen.find(names), owners(candidates));
    List<Verdict> verdicts = new ArrayList<>();
    for (Candidate candidate : candidates) {
      visit.judge(candidate).ifPresent(verdicts::add);
    }
    return batch.with(verdicts, candidates.size() - verdicts.size());
  }

  private static Map<String, List<Candidate>> owners(List<Candidate> candidates) {
    Map<String, List<Candidate>> byUri = new HashMap<>();
    for (Candidate candidate : candidates) {
      byUri.computeIfAbsent(candidate.identity.uri(), u -> new ArrayList<>(1)).add(candidate);
    }
    return byUri;
  }

  private record Candidate(Item item, Identity identity, Fingerprint fingerprint) {
    /** Another story under the same name, not another wording of the same story. */
    boolean isApartFrom(Fingerprint other) {
      return !fingerprint.sameHeadline(other)
          && (!fingerprint.sameLink(other) || item.identity().guid().isEmpty());
    }
  }

  /** The newest version of an article as this document goes on. */
  private record Known(
      String owner, String publisher, long version, Fingerprint print, boolean here) {
    Known met() {
      return new Known(owner, publisher, version, print, true);
    }
  }

  /** One document's worth of judging: later items see what earlier ones became. */
  private static final class Visit {
    private final Source source;
    private final Map<String, List<Candidate>> byUri;
    private final Map<String, Known> known = new HashMap<>();

    Visit(Source source, Map<String, SeenItems.Seen> seen, Map<String, List<Candidate>> byUri) {
      this.source = source;
      this.byUri = byUri;
      seen.forEach(
          (uri, s) ->
              known.put(
                  uri,
                  new Known(
                      s.source(),
                      s.publisher(),
                      Long.parseLong(s.version()),
                      Fingerprint.stored(s.fingerprint()),
                      false)));
    }

    Optional<Verdict> judge(Candidate candidate) {
      String uri = name(candidate);
      Known before = known.get(uri);
      Verdict verdict;
      if (before == null) {
        verdict = verdict(candidate, uri, 1, kind(candidate), List.of());
      } else {
        List<String> changed = candidate.fingerprint.changedSince(before.print);
        if (changed.isEmpty()
            || !before.owner.equals(source.id())
            || !isLater(candidate.fingerprint, before)) {
          known.put(uri, before.met());
          return Optional.empty();
        }
        Change.Kind kind = kind(candidate);
        if (kind == Change.Kind.NEW) {
          boolean lifted = before.print.isEmbargoed() && !candidate.fingerprint.isEmbargoed();
          kind = lifted ? Change.Kind.EMBARGO_LIFT : Change.Kind.UPDATE;
        }
        verdict = verdict(candidate, uri, before.version + 1, kind, changed);
      }
      known.put(
          uri,
          new Known(
              source.id(),
              source.name(),
              Long.parseLong(verdict.version()),
              candidate.fingerprint,
              true));
      return Optional.of(verdict);
    }

    /** The name of the article the item belongs to. */
    private String name(Candidate candidate) {
      Identity identity = candidate.identity;
      if (known.containsKey(identity.narrow())) {
        return identity.narrow();
      }
      String uri = identity.uri();
      Known owner = known.get(uri);
      if (known.containsKey(identity.minted())
          || (owner != null && !owner.publisher.equals(source.name()))) {
        uri = identity.minted();
        owner = known.get(uri);
      }
      List<Candidate> rivals = byUri.getOrDefault(identity.uri(), List.of());
      if (owner == null || rivals.size() == 1 || !candidate.isApartFrom(owner.print)) {
        return uri;
      }
      // A guid given to several stories at once: the one whose link or headline is stored keeps the
      // name. When none of them does, the first takes it, as a changed version.
      Fingerprint stored = owner.print;
      boolean taken = owner.here || rivals.stream().anyMatch(r -> !r.isApartFrom(stored));
      return taken ? identity.narrow() : uri;
    }

    /**
     * An agency that numbers its versions may deliver an old one again, or two in one document: the
     * higher number wins. Within one document nothing else tells which of two wordings is the
     * newer, so the first stands; else each visit would swap them.
     */
    private static boolean isLater(Fingerprint print, Known before) {
      OptionalLong now = print.version();
      OptionalLong then = before.print.version();
      if (now.isPresent() && then.isPresent() && now.getAsLong() != then.getAsLong()) {
        return now.getAsLong() > then.getAsLong();
      }
      return !before.here;
    }

    private static Change.Kind kind(Candidate candidate) {
      if (candidate.item.editorial().status() == PubStatus.CANCELED) {
        return Change.Kind.KILL;
      }
      return candidate.item.editorial().correction() ? Change.Kind.CORRECTION : Change.Kind.NEW;
    }

    private static Verdict verdict(
        Candidate candidate, String uri, long version, Change.Kind kind, List<String> changed) {
      Optional<String> previous =
          version == 1 ? Optional.empty() : Optional.of(Long.toString(version - 1));
      return new Verdict(
          candidate.item,
          uri,
          Long.toString(version),
          new Change(kind, previous, changed),
          new Imprint(candidate.fingerprint.toString(), Optional.empty()));
    }
  }
}
