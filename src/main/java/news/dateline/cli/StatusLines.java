package news.dateline.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What of an instance is away or waits, a line each; one blank line at the end. */
final class StatusLines {
  private StatusLines() {}

  static List<String> of(JsonNode status) {
    List<String> out = new ArrayList<>();
    JsonNode health = status.path("health");
    StringBuilder down = new StringBuilder();
    for (JsonNode check : health.path("checks")) {
      if (check.path("status").asText().equals("DOWN")) {
        down.append(down.isEmpty() ? ": " : ", ").append(check.path("id").asText());
      }
    }
    out.add("health " + health.path("status").asText("unknown") + down);
    for (String part : new String[] {"broker", "store"}) {
      JsonNode away = status.path("away").path(part);
      if (away.isObject()) {
        out.add(
            "%s away since %s: %s"
                .formatted(part, away.path("since").asText(), away.path("why").asText()));
      }
    }
    if (status.hasNonNull("outboxOldest") && status.hasNonNull("outboxAsOf")) {
      Duration age =
          Duration.between(
              Instant.parse(status.path("outboxOldest").asText()),
              Instant.parse(status.path("outboxAsOf").asText()));
      JsonNode waits = status.path("waitsFor");
      out.add(
          "oldest in the outbox since %s (%d s)%s"
              .formatted(
                  status.path("outboxOldest").asText(),
                  Math.max(0, age.toSeconds()),
                  waits.isObject() ? "; " + waits.path("why").asText() : ""));
    }
    if (status.path("away").path("store").isObject()) {
      out.add("the outbox's counts are as of " + status.path("outboxAsOf").asText("never"));
    }
    out.add("");
    return out;
  }
}
