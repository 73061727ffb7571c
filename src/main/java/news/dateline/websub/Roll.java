package news.dateline.websub;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import news.dateline.websub.Subscription.Phase;

/**
 * All subscriptions, in memory as they are in the store. A change is written before it is seen, and
 * changes follow each other. Thread-safe.
 */
final class Roll {
  private final SubscriptionStore store;
  private final Map<String, Subscription> byToken = new ConcurrentHashMap<>();

  /** Tokens of those that are wanted: at most one a source. */
  private final Map<String, String> active = new ConcurrentHashMap<>();

  Roll(SubscriptionStore store) {
    this.store = store;
    store.subscriptions().forEach(this::note);
  }

  List<Subscription> all() {
    return List.copyOf(byToken.values());
  }

  Optional<Subscription> find(String token) {
    return Optional.ofNullable(byToken.get(token));
  }

  /** The one that is wanted for a source. */
  Optional<Subscription> of(String source) {
    return Optional.ofNullable(active.get(source)).flatMap(this::find);
  }

  synchronized void add(Subscription subscription) {
    store.save(subscription);
    note(subscription);
  }

  /**
   * Changes one.
   *
   * @param change empty: leave it as it is
   * @return as it is now; empty when it is gone, or was left as it was
   */
  synchronized Optional<Subscription> change(
      String token, Function<Subscription, Optional<Subscription>> change) {
    Optional<Subscription> next = find(token).flatMap(change);
    next.ifPresent(this::add);
    return next;
  }

  synchronized void remove(String token) {
    store.removeSubscription(token);
    Subscription gone = byToken.remove(token);
    if (gone != null) {
      active.remove(gone.source(), token);
    }
  }

  private void note(Subscription subscription) {
    byToken.put(subscription.token(), subscription);
    if (subscription.phase() == Phase.LEAVING) {
      active.remove(subscription.source(), subscription.token());
    } else {
      active.put(subscription.source(), subscription.token());
    }
  }

  /** How many are in each phase. */
  long count(Phase phase) {
    return new ArrayList<>(byToken.values()).stream().filter(s -> s.phase() == phase).count();
  }
}
