package news.dateline.app;

import java.util.Optional;
import news.dateline.broker.Subscriptions;

/** Shows a subscription as the broker knows it. */
final class SubscriptionViews {
  private SubscriptionViews() {}

  static Control.Subscription of(Subscriptions.Subscription s) {
    return new Control.Subscription(
        s.queue(),
        s.consumers(),
        s.waiting(),
        Optional.of(
            new Control.Standing(
                s.user(),
                s.client(),
                s.bytes(),
                s.oldest(),
                s.dropped(),
                s.untold(),
                s.waitedFor())));
  }
}
