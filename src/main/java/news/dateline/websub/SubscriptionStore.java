package news.dateline.websub;

import java.util.List;

/** Port: where subscriptions survive a restart. The store implements it. */
public interface SubscriptionStore {
  /** All of them. */
  List<Subscription> subscriptions();

  /** Writes one down, in place of the one with the same token. */
  void save(Subscription subscription);

  /** Forgets one. */
  void removeSubscription(String token);
}
