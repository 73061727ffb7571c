package news.dateline.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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
  /** Items the instance lists at once. */
  private static final int PAGE = 500;

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
      description =
          "Reads one item again, those that a filter names, or all. What cannot be read stays.")
  void retry(
      @Mixin HomeOptions options,
      @Parameters(paramLabel = "ID", arity = "0..1", description = "One item.") String id,
      @Mixin RejectedFilter filter) {
    each(options, id, filter, "retry", "read again");
  }

  @Command(
      name = "drop",
      mixinStandardHelpOptions = true,
      description = "Takes one item off the queue for good, those that a filter names, or all.")
  void drop(
      @Mixin HomeOptions options,
      @Parameters(paramLabel = "ID", arity = "0..1", description = "One item.") String id,
      @Mixin RejectedFilter filter) {
    each(options, id, filter, "drop", "dropped");
  }

  /** One that fails is told and leaves the others alone. */
  private void each(
      HomeOptions options, @Nullable String id, RejectedFilter filter, String verb, String done) {
    ApiClient client = ApiClient.of(options);
    if (id != null) {
      client.post("/rejected/" + id + "/" + verb, Map.of());
      System.out.println(done + ": " + id);
      return;
    }
    if (filter.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "name an ID, or --source, --reason, --since or --all");
    }
    int settled = 0;
    Set<String> left = new HashSet<>();
    String newest = "";
    int before;
    do { // those that are buried again are newer than any that was meant
      before = settled;
      for (JsonNode item : client.get("/rejected?limit=" + PAGE).path("rejected")) {
        String at = item.path("at").asText();
        newest = newest.isEmpty() ? at : newest;
        String one = item.path("id").asText();
        boolean meant = !Instant.parse(at).isAfter(Instant.parse(newest)) && filter.takes(item);
        if (meant && !left.contains(one)) {
          try {
            client.post("/rejected/" + one + "/" + verb, Map.of());
            settled++;
          } catch (Failure e) {
            System.out.println(one + ": " + e.getMessage());
            left.add(one);
          }
        }
      }
    } while (settled > before);
    System.out.println(done + ": " + settled + (left.isEmpty() ? "" : ", left: " + left.size()));
  }
}
