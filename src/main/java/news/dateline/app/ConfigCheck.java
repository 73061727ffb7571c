package news.dateline.app;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import news.dateline.attribution.Lexicon;
import news.dateline.attribution.LexiconProof;
import news.dateline.broker.BrokerAddress;
import news.dateline.broker.BrokerOutlet;
import news.dateline.config.Problem;
import news.dateline.config.Problems;
import news.dateline.model.Source;
import news.dateline.publish.Valve;
import news.dateline.sources.SourceBook;
import news.dateline.sources.SourceFiles;
import news.dateline.store.Store;
import news.dateline.store.StoreSettings;
import org.apache.camel.impl.DefaultCamelContext;

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
    SourceFiles.Loaded sources = SourceFiles.with(settings.transportTable()).read(home.sources());
    sources.problems().forEach(problems::add);
    Lexicon lexicon = Agencies.load(home, problems).lexicon();
    LexiconProof.check(lexicon, home.shown(home.config().resolve("agencies.yaml")), problems);
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
    transports(home, sources.sources(), problems);
    int desks = BrokerRoom.desks(home, problems).size();
    return new Summary(
        sources.sources().size(),
        lexicon.agencies().size(),
        desks,
        routes(home, settings, problems));
  }

  /** Schemes no component is there for. */
  private static void transports(Home home, List<Source> sources, Problems problems) {
    try (DefaultCamelContext context = new DefaultCamelContext()) {
      context.disableJMX();
      for (Source source : sources) {
        String scheme = source.from().map(Transports::scheme).orElse("push");
        if (!ComponentJars.has(context, scheme)) {
          problems.add(
              new Problem(
                  home.shown(home.sources().resolve(source.id() + ".yaml")),
                  0,
                  "from",
                  source.id() + ": " + ComponentJars.missing(context, scheme),
                  ""));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Routes are tried with the real beans, over a store that is thrown away and a broker that is
   * never asked.
   */
  private static int routes(Home home, Settings settings, Problems problems) {
    Path folder;
    try {
      folder = Files.createTempDirectory("dateline-check");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Clock clock = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
    SourceBook none = new SourceBook(folder, SourceFiles.standard());
    BrokerOutlet nowhere = new BrokerOutlet(new BrokerAddress("vm://nowhere", "", ""));
    try (Wiring wiring =
        new Wiring(
            home,
            settings,
            clock,
            none,
            Stages.make(home, clock, new Problems()),
            Store.open(StoreSettings.of("", folder), clock),
            nowhere,
            Valve.OPEN,
            new SimpleMeterRegistry())) {
      return RouteFiles.dryRun(home, wiring.beans(), settings.camel(), problems).size();
    } finally {
      delete(folder);
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
