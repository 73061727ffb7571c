package news.dateline.app;

import java.util.List;
import news.dateline.attribution.Lexicon;
import news.dateline.config.Problem;
import news.dateline.config.Problems;
import news.dateline.sources.SourceFiles;

/** The {@code check} command: reads everything a start would read, and starts nothing. */
public final class ConfigCheck {
  private ConfigCheck() {}

  /**
   * What was read.
   *
   * @param sources declared and without problems
   * @param agencies in {@code agencies.yaml}
   * @param desks in {@code desks.yaml}
   * @param routes in the pipeline
   */
  public record Summary(int sources, int agencies, int desks, int routes) {}

  /**
   * @param settings placeholders of the routes
   * @param problems receives everything that is wrong, in the order of the files
   */
  public static Summary check(Home home, Settings settings, Problems problems) {
    SourceFiles.Loaded sources = SourceFiles.standard().read(home.sources());
    sources.problems().forEach(problems::add);
    Lexicon lexicon = Stages.lexicon(home, problems);
    for (var source : sources.sources()) {
      source
          .agency()
          .filter(code -> lexicon.agency(code).isEmpty())
          .ifPresent(
              code ->
                  problems.add(
                      new Problem(
                          home.shown(home.sources().resolve(source.id() + ".yaml")),
                          0,
                          "agency",
                          code + " is not in agencies.yaml",
                          "use an id of that file")));
    }
    int desks = BrokerRoom.desks(home, problems).size();
    List<String> routes = RouteFiles.dryRun(home, Wiring.BEANS, settings.camel(), problems);
    return new Summary(sources.sources().size(), lexicon.agencies().size(), desks, routes.size());
  }
}
