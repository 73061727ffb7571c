package news.dateline.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Sources, routes, outbox and broker at a glance. */
@Command(
    name = "status",
    mixinStandardHelpOptions = true,
    description =
        "Sources, routes, outbox and broker at a glance; exit 1 when something needs a person.")
final class StatusCommand implements Callable<Integer> {
  @Mixin private HomeOptions options = new HomeOptions();

  @Option(names = "--json", description = "As JSON.")
  private boolean json;

  @Override
  public Integer call() {
    ApiClient api = ApiClient.of(options);
    JsonNode status = api.get("/status");
    JsonNode sources = api.get("/sources").path("sources");
    JsonNode attention = status.path("attention");
    if (json) {
      ObjectNode all = status.deepCopy();
      all.set("sources", sources);
      System.out.println(all.toPrettyString());
      return attention.isEmpty() ? 0 : 1;
    }
    System.out.printf(
        "received %d = published %d + unchanged %d + rejected %d     outbox %d waiting, %d held    "
            + " broker %s%n",
        status.path("received").asLong(),
        status.path("published").asLong(),
        status.path("unchanged").asLong(),
        status.path("rejected").asLong(),
        status.path("outboxPending").asLong(),
        status.path("outboxHeld").asLong(),
        status.path("brokerUp").asBoolean() ? "up" : "DOWN");
    StatusLines.of(status).forEach(System.out::println);
    System.out.printf(
        "%-22s %-11s %9s  %-20s %s%n", "SOURCE", "STATE", "ARTICLES", "NEXT POLL", "WHY");
    for (JsonNode s : sources) {
      System.out.println(SourceLine.of(s));
    }
    System.out.println();
    for (JsonNode q : status.path("subscriptions")) {
      System.out.println(SubscriptionLine.of(q));
    }
    for (JsonNode a : attention) {
      System.out.println("! " + a.asText());
    }
    return attention.isEmpty() ? 0 : 1;
  }
}
