package news.dateline.broker;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import news.dateline.publish.SubscriptionGap;

/** Who subscribes to the articles. */
public interface Subscriptions {
  /**
   * All of them, in order of name. On the embedded broker this is answered from memory.
   *
   * @throws news.dateline.model.RetryableException {@code BROKER_FAILED} when the broker does not
   *     answer or refuses
   */
  List<Subscription> list();

  /** On an Artemis of the user's, asked through its management address. */
  static Subscriptions managed(BrokerAddress address) {
    return new ManagedSubscriptions(address);
  }

  /**
   * A queue on the articles address.
   *
   * @param queue its name
   * @param consumers connected now
   * @param waiting messages that nobody has acknowledged yet
   * @param user who made it; empty for a desk's queue or when it is not known
   * @param client ids, or else addresses, of who is connected, joined by commas; empty when nobody
   *     is or it is not known
   * @param bytes what waits; 0 when it is not known
   * @param oldest when the oldest waiting message was sent; exact while nobody reads, else about;
   *     empty when nothing waits or it is not known
   * @param dropped messages dropped since the subscription was made
   * @param untold what it lost and has not been told yet
   * @param waitedFor since when publishing waits for it
   */
  record Subscription(
      String queue,
      int consumers,
      long waiting,
      Optional<String> user,
      Optional<String> client,
      long bytes,
      Optional<Instant> oldest,
      long dropped,
      Optional<SubscriptionGap> untold,
      Optional<Instant> waitedFor) {
    /** Of which no more is known. */
    static Subscription of(String queue, int consumers, long waiting) {
      return new Subscription(
          queue,
          consumers,
          waiting,
          Optional.empty(),
          Optional.empty(),
          0,
          Optional.empty(),
          0,
          Optional.empty(),
          Optional.empty());
    }
  }
}
