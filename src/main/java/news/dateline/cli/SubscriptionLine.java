package news.dateline.cli;

import com.fasterxml.jackson.databind.JsonNode;

/** A subscription in one line of {@code status}. */
final class SubscriptionLine {
  private SubscriptionLine() {}

  static String of(JsonNode q) {
    StringBuilder line = new StringBuilder();
    line.append(
        String.format(
            "%-40s %d consumers, %,d waiting",
            q.path("queue").asText(), q.path("consumers").asInt(), q.path("waiting").asLong()));
    if (q.path("bytes").asLong() >= 1 << 20) {
      line.append(String.format(" (%,d MB)", q.path("bytes").asLong() >> 20));
    }
    if (q.has("oldest")) {
      line.append(" since ").append(q.path("oldest").asText());
    }
    if (q.path("dropped").asLong() > 0) {
      line.append(String.format(", %,d dropped", q.path("dropped").asLong()));
    }
    if (q.has("untold")) {
      line.append(
          String.format(
              " (of %,d the subscriber does not know yet)",
              q.path("untold").path("count").asLong()));
    }
    if (q.has("client")) {
      line.append(", read by ").append(q.path("client").asText());
    }
    if (q.has("publishingWaitsSince")) {
      line.append(", publishing waits for it since ")
          .append(q.path("publishingWaitsSince").asText());
    }
    return line.toString();
  }
}
