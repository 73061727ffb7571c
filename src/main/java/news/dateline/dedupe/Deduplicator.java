package news.dateline.dedupe;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import news.dateline.model.Batch;
import news.dateline.model.Item;
import news.dateline.model.Reason;
import news.dateline.model.Rejection;
import news.dateline.model.Source;
import news.dateline.model.Verdict;

/**
 * Stage {@code items.dedupe}: says of every item whether it is new, a new version, or known as it
 * is. Identity and content decide, never dates: items that share a second, arrive late or are dated
 * tomorrow are told apart like any other. How far the ids of a source can be trusted is learnt from
 * what it sends ({@link Lore}) and remembered with it.
 *
 * <p>What is taken for an older wording of a story in the same document is rejected, never dropped.
 */
public final class Deduplicator {
  private static final String STAGE = "items.dedupe";

  private final SeenItems seen;

  /**
   * @param seen what is stored already
   */
  public Deduplicator(SeenItems seen) {
    this.seen = seen;
  }

  /**
   * @param batch items as read
   * @return new and changed items in the same order; the others are counted as unchanged, or
   *     rejected when they say what is not published
   */
  public Batch<Verdict> dedupe(Batch<Item> batch) {
    Source source = batch.document().source();
    Lore lore = Lore.parse(batch.memo().identity());
    if (!lore.noise.isEmpty() && isTelling(lore.noise, batch.items(), source)) {
      lore.heed();
    }
    List<Candidate> candidates = candidates(batch, batch.items(), lore);
    Shelf shelf = Shelf.fill(candidates, seen, source);
    lore.habits = shelf.observe(candidates, lore.habits);
    Supplier<Rivals> whole = () -> Rivals.of(candidates(batch, batch.whole().get(), lore));
    Judge judge = new Judge(source, shelf, lore, whole, shelf.isWave(candidates));
    List<Verdict> verdicts = new ArrayList<>();
    List<Rejection> superseded = new ArrayList<>(0);
    for (Candidate candidate : candidates) {
      Ruling ruling = judge.judge(candidate);
      if (ruling instanceof Ruling.News news) {
        verdicts.add(news.verdict());
      } else if (ruling instanceof Ruling.Superseded old) {
        superseded.add(rejection(batch, candidate.item(), old.uri()));
      }
    }
    learnNoise(lore, batch, source);
    if (!judge.learnt().isEmpty()) {
      seen.learn(judge.learnt());
    }
    return batch
        .with(verdicts, candidates.size() - verdicts.size() - superseded.size())
        .rejecting(superseded)
        .remembering(batch.memo().withIdentity(lore.toString()));
  }

  /** Parameters under suspicion are ignored once it is sure that they tell no two items apart. */
  private static void learnNoise(Lore lore, Batch<Item> batch, Source source) {
    List<String> convicted = lore.convicted();
    if (convicted.isEmpty()) {
      return;
    }
    List<Item> all = batch.whole().get();
    if (all.size() > 1 && !isTelling(new HashSet<>(convicted), all, source)) {
      lore.ignore(convicted);
    } else {
      lore.acquit(convicted);
    }
  }

  /** Without these parameters fewer names would be left. */
  private static boolean isTelling(Set<String> parameters, List<Item> items, Source source) {
    Set<String> with = new HashSet<>();
    Set<String> without = new HashSet<>();
    for (Item item : items) {
      with.add(Identity.of(item, source.id(), Set.of()).uri());
      without.add(Identity.of(item, source.id(), parameters).uri());
    }
    return without.size() < with.size();
  }

  private static List<Candidate> candidates(Batch<?> batch, List<Item> items, Lore lore) {
    Source source = batch.document().source();
    boolean polled =
        switch (batch.document().visit().way()) {
          case POLLED, PAGED, PUSHED -> true;
          case LISTED, DELIVERED -> false;
        };
    List<Candidate> candidates = new ArrayList<>(items.size());
    for (Item item : items) {
      candidates.add(Candidate.of(item, source, lore.noise, polled));
    }
    return candidates;
  }

  private static Rejection rejection(Batch<?> batch, Item item, String uri) {
    return new Rejection(
        batch.document().source().id(),
        batch.document().location(),
        item.identity().guid().or(() -> item.identity().link()),
        STAGE,
        Reason.SUPERSEDED,
        "a newer wording of " + uri + " stands in the same document",
        item.raw().get(),
        batch.document().contentType(),
        batch.document().visit().at());
  }

  /** Every name any of them may go by. */
  static Set<String> names(List<Candidate> candidates) {
    Set<String> names = new LinkedHashSet<>();
    candidates.forEach(c -> names.addAll(c.identity().all()));
    return names;
  }
}
