package news.dateline.dedupe;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import news.dateline.model.Batch;
import news.dateline.model.Item;
import news.dateline.model.Source;
import news.dateline.model.Verdict;

/**
 * Stage {@code items.dedupe}: says of every item whether it is new, a new version, or known as it
 * is. Identity and content decide, never dates: items that share a second, arrive late or are dated
 * tomorrow are told apart like any other. How far the ids of a source can be trusted is learnt from
 * what it sends ({@link Habits}) and remembered with it.
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
    List<Candidate> candidates = candidates(batch.items(), source);
    Shelf shelf = Shelf.fill(candidates, seen, source);
    Habits habits = shelf.observe(candidates, Habits.parse(batch.memo().identity()));
    Judge judge =
        new Judge(source, shelf, habits.way(), () -> candidates(batch.whole().get(), source));
    List<Verdict> verdicts = new ArrayList<>();
    for (Candidate candidate : candidates) {
      judge.judge(candidate).ifPresent(verdicts::add);
    }
    return batch
        .with(verdicts, candidates.size() - verdicts.size())
        .remembering(batch.memo().withIdentity(habits.toString()));
  }

  private static List<Candidate> candidates(List<Item> items, Source source) {
    List<Candidate> candidates = new ArrayList<>(items.size());
    for (Item item : items) {
      candidates.add(Candidate.of(item, source));
    }
    return candidates;
  }

  /** Every name any of them may go by. */
  static Set<String> names(List<Candidate> candidates) {
    Set<String> names = new LinkedHashSet<>();
    candidates.forEach(c -> names.addAll(c.identity().all()));
    return names;
  }
}
