package news.dateline.cli;

import java.util.concurrent.Callable;
import news.dateline.app.ConfigCheck;
import news.dateline.app.Settings;
import news.dateline.config.Problems;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lints all configuration and routes; starts nothing. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = "Prints every problem of the configuration and the routes; starts nothing.")
final class CheckCommand implements Callable<Integer> {
  @Mixin private HomeOptions options = new HomeOptions();

  @Override
  public Integer call() {
    Problems problems = new Problems();
    Settings settings = options.settings(problems);
    ConfigCheck.Summary summary = ConfigCheck.check(options.home(), settings, problems);
    HomeOptions.print(problems.list());
    if (!problems.isEmpty()) {
      System.out.println(HomeOptions.count(problems.list().size()) + ".");
      return 1;
    }
    System.out.println(
        "No problems: "
            + summary.sources()
            + " sources, "
            + summary.agencies()
            + " agencies, "
            + summary.desks()
            + " desks, "
            + summary.routes()
            + " routes.");
    return 0;
  }
}
