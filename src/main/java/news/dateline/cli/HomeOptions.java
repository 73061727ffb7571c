package news.dateline.cli;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import news.dateline.app.Home;
import news.dateline.app.Instance;
import news.dateline.app.Offline;
import news.dateline.app.Settings;
import news.dateline.app.SettingsReader;
import news.dateline.config.Problem;
import news.dateline.config.Problems;
import picocli.CommandLine.Option;

/** Where configuration and data are, as every command takes it. */
final class HomeOptions {
  @Option(
      names = "--config",
      paramLabel = "DIR",
      description = "Configuration folder (default: config).")
  private String config = "";

  @Option(names = "--data", paramLabel = "DIR", description = "Data folder (default: data).")
  private String data = "";

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Overrides one setting of application.properties; may be repeated.")
  private Map<String, String> sets = new LinkedHashMap<>();

  Home home() {
    return Home.of(Home.installation(), config, data);
  }

  /** The settings; problems are one failure that lists them all. */
  Settings settings() {
    Problems problems = new Problems();
    Settings settings = SettingsReader.read(home(), System.getenv(), sets, problems);
    if (!problems.isEmpty()) {
      problems.list().forEach(p -> System.err.println(p));
      throw new Failure(count(problems.list().size()) + " in the settings");
    }
    return settings;
  }

  /** Settings as far as they can be read, and what is wrong with them. */
  Settings settings(Problems problems) {
    return SettingsReader.read(home(), System.getenv(), sets, problems);
  }

  /** What can be done without a running instance. */
  Offline offline() {
    return new Offline(home(), settings(), Clock.systemUTC());
  }

  /** The instance that runs on the data folder. */
  Instance instance() {
    return Instance.find(home().data())
        .orElseThrow(
            () ->
                new Failure("nothing runs on " + home().data() + " (start it with: dateline run)"));
  }

  static String count(int problems) {
    return problems == 1 ? "1 problem" : problems + " problems";
  }

  /** Prints problems, one a line. */
  static void print(Iterable<Problem> problems) {
    for (Problem problem : problems) {
      System.out.println(problem);
    }
  }
}
