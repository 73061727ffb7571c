package news.dateline.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import news.dateline.app.Control.Condition;
import news.dateline.app.health.Away;

/** Whether articles come and leave, as {@code GET /api/status} says it. */
final class ConditionView {
  private ConditionView() {}

  static void put(ObjectNode status, Condition c) {
    c.outboxAsOf().ifPresent(t -> status.put("outboxAsOf", t.toString()));
    c.outboxOldest().ifPresent(t -> status.put("outboxOldest", t.toString()));
    c.waitsFor()
        .ifPresent(w -> status.putObject("waitsFor").put("cause", w.cause()).put("why", w.why()));
    ObjectNode away = status.putObject("away");
    away(away, "broker", c.broker());
    away(away, "store", c.store());
    c.unseen().forEach(status.putArray("unseen")::add);
    ObjectNode health = status.putObject("health").put("status", c.up() ? "UP" : "DOWN");
    ArrayNode checks = health.putArray("checks");
    c.checks()
        .forEach(
            k -> {
              ObjectNode check =
                  checks.addObject().put("id", k.id()).put("status", k.up() ? "UP" : "DOWN");
              if (!k.message().isEmpty()) {
                check.put("message", k.message());
              }
            });
  }

  private static void away(ObjectNode node, String part, Optional<Away> away) {
    away.ifPresent(
        a -> node.putObject(part).put("since", a.since().toString()).put("why", a.why()));
  }
}
