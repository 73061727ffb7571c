package news.dateline.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import news.dateline.app.Control;
import news.dateline.publish.SubscriptionGap;

/** A subscription as JSON. */
final class SubscriptionView {
  private SubscriptionView() {}

  static ObjectNode of(Control.Subscription q) {
    ObjectNode node =
        Json.object()
            .put("queue", q.queue())
            .put("consumers", q.consumers())
            .put("connected", q.consumers() > 0)
            .put("waiting", q.waiting());
    q.standing().ifPresent(s -> add(node, s));
    return node;
  }

  private static void add(ObjectNode node, Control.Standing s) {
    s.user().ifPresent(u -> node.put("user", u));
    s.client().ifPresent(c -> node.put("client", c));
    node.put("bytes", s.bytes());
    s.oldest().ifPresent(at -> node.put("oldest", at.toString()));
    node.put("dropped", s.dropped());
    s.waitedFor().ifPresent(at -> node.put("publishingWaitsSince", at.toString()));
    s.untold().ifPresent(gap -> node.set("untold", gap(gap)));
  }

  private static ObjectNode gap(SubscriptionGap gap) {
    return Json.object()
        .put("from", gap.from().toString())
        .put("to", gap.to().toString())
        .put("count", gap.count())
        .put("replay", gap.replay());
  }
}
