package news.dateline.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;
import news.dateline.broker.ArticleTap;
import news.dateline.broker.BrokerAddress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A live subscriber in the terminal. */
@Command(
    name = "tail",
    mixinStandardHelpOptions = true,
    description = "Prints articles as they are published.")
final class TailCommand implements Runnable {
  @Spec
  @SuppressWarnings("NullAway.Init") // picocli fills it
  private CommandSpec spec;

  @Mixin private HomeOptions options = new HomeOptions();

  @Option(
      names = "--where",
      paramLabel = "SELECTOR",
      description = "Only these, for instance \"lang = 'en' AND urgency <= 3\".")
  private String where = "";

  @Option(
      names = "--desk",
      paramLabel = "NAME",
      description = "Takes the articles of this desk's queue.")
  private String desk = "";

  @Option(names = "--last", paramLabel = "N", description = "First the N latest ones.")
  private int last;

  @Option(names = "--count", paramLabel = "N", description = "Stops after N articles.")
  private int count;

  @Option(names = "--json", description = "The messages as they are, one a line.")
  private boolean json;

  private int printed;

  @Override
  public void run() {
    if (last > 0 && (!where.isEmpty() || !desk.isEmpty())) {
      throw new ParameterException(
          spec.commandLine(),
          "--last shows stored articles, which have no selector or desk: leave out --where and"
              + " --desk");
    }
    ApiClient api = ApiClient.of(options);
    JsonNode access = api.access(desk);
    if (access.hasNonNull("note")) {
      throw new Failure(access.path("note").asText());
    }
    BrokerAddress address =
        new BrokerAddress(
            access.path("jms").asText(),
            access.path("user").asText(),
            access.path("password").asText());
    try (ArticleTap tap =
        new ArticleTap(address, desk.isEmpty() ? Optional.empty() : Optional.of(desk), where)) {
      if (last > 0) {
        JsonNode stored = api.get("/articles?limit=" + last).path("articles");
        for (int i = stored.size() - 1; i >= 0 && more(); i--) {
          print(stored.get(i).path("article").toString());
        }
      }
      while (more()) {
        tap.next(Duration.ofSeconds(1)).ifPresent(this::print);
      }
    }
  }

  private boolean more() {
    return count == 0 || printed < count;
  }

  private void print(String article) {
    System.out.println(json ? article : ArticleLine.of(article));
    System.out.flush();
    printed++;
  }
}
