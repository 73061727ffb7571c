package news.dateline.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The buried items. */
@Command(
    name = "rejected",
    mixinStandardHelpOptions = true,
    description = "Lists, shows, retries or drops what was buried.")
final class RejectedCommand implements Runnable {
  @Spec
  @SuppressWarnings("NullAway.Init") // picocli fills it
  private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "say list, show, retry or drop");
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "One line an item, newest first.")
  void list(
      @Mixin HomeOptions options,
      @Option(
              names = "--limit",
              defaultValue = "100",
              description = "At most this many (default 100).")
          int limit,
      @Option(names = "--json", description = "As JSON.") boolean json) {
    JsonNode items = ApiClient.of(options).get("/rejected?limit=" + limit);
    if (json) {
      System.out.println(items.toPrettyString());
      return;
    }
    JsonNode list = items.path("rejected");
    if (list.isEmpty()) {
      System.out.println("Nothing is buried.");
    }
    for (JsonNode item : list) {
      System.out.printf(
          "%s  %s  %-20s %-18s %s%n",
          item.path("id").asText(),
          item.path("at").asText(),
          item.path("source").asText(),
          item.path("reason").asText(),
          item.path("message").asText());
    }
  }

  @Command(
      name = "show",
      mixinStandardHelpOptions = true,
      description = "All that is known of one item, its bytes included.")
  void show(@Mixin HomeOptions options, @Parameters(paramLabel = "ID") String id) {
    JsonNode item = ApiClient.of(options).get("/rejected/" + id);
    for (String field :
        new String[] {
          "id", "at", "source", "document", "item", "stage", "reason", "message", "size"
        }) {
      if (item.hasNonNull(field)) {
        System.out.printf("%-9s %s%n", field, item.path(field).asText());
      }
    }
    System.out.println();
    System.out.println(item.path("raw").asText());
  }

  @Command(
      name = "retry",
      mixinStandardHelpOptions = true,
      description = "Sends the bytes through the pipeline again.")
  void retry(@Mixin HomeOptions options, @Parameters(paramLabel = "ID") String id) {
    ApiClient.of(options).post("/rejected/" + id + "/retry", Map.of());
    System.out.println("sent through the pipeline again: " + id);
  }

  @Command(
      name = "drop",
      mixinStandardHelpOptions = true,
      description = "Takes the item off the queue for good.")
  void drop(@Mixin HomeOptions options, @Parameters(paramLabel = "ID") String id) {
    ApiClient.of(options).post("/rejected/" + id + "/drop", Map.of());
    System.out.println("dropped: " + id);
  }
}
