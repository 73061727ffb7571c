package news.dateline.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import news.dateline.config.Problem;
import news.dateline.config.Problems;
import news.dateline.config.Yaml;
import news.dateline.config.YamlNode;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.apache.camel.util.ObjectHelper;

/**
 * The pipeline's files: found, loaded, and tried in a throw-away context before they are believed.
 */
final class RouteFiles {
  private RouteFiles() {}

  /** The files of a folder in the order of their numbers. */
  static List<Path> in(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(f -> f.getFileName().toString().endsWith(".camel.yaml"))
          .sorted()
          .toList();
    }
  }

  /**
   * Ids of the routes that the files declare, whether or not they run; those of templates and doors
   * are not among them.
   */
  static List<String> declared(Path folder) {
    List<String> ids = new ArrayList<>();
    try {
      for (Path file : in(folder)) {
        for (YamlNode document : Yaml.read(file, file.toString(), new Problems())) {
          if (document instanceof YamlNode.Sequence entries) {
            for (YamlNode entry : entries.items()) {
              if (entry instanceof YamlNode.Mapping mapping) {
                mapping.mapping("route").flatMap(r -> r.text("id")).ifPresent(ids::add);
              }
            }
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return ids;
  }

  /**
   * Loads and starts the routes in a context of their own, with consumers off: unknown fields,
   * components, options, beans and methods come to light without touching what runs.
   *
   * @param beans what the routes refer to; nothing of it is called
   * @param settings placeholders
   * @return ids of the routes
   */
  static List<String> dryRun(
      Home home, Map<String, Object> beans, Map<String, String> settings, Problems problems) {
    List<Path> files;
    try {
      files = in(home.routes());
    } catch (IOException e) {
      problems.add(
          new Problem(home.shown(home.routes()), 0, "", "cannot be read: " + e.getMessage(), ""));
      return List.of();
    }
    try (DefaultCamelContext context = new DefaultCamelContext()) {
      context.disableJMX();
      context.setAutoStartup(false);
      Properties placeholders = new Properties();
      placeholders.putAll(settings);
      context.getPropertiesComponent().setInitialProperties(placeholders);
      beans.forEach((name, bean) -> context.getRegistry().bind(name, bean));
      context.addComponent("due", new DueComponent(DueWork.NONE));
      for (Path file : files) {
        try {
          PluginHelper.getRoutesLoader(context)
              .loadRoutes(
                  ResourceHelper.fromString(file.getFileName().toString(), Files.readString(file)));
        } catch (Exception | LinkageError e) {
          problems.add(
              new Problem(home.shown(file), 0, "", message(e), "see docs/architecture.md"));
        }
      }
      try {
        context.start();
        context.startRouteDefinitions();
      } catch (Exception e) {
        problems.add(
            new Problem(home.shown(home.routes()), 0, "", message(e), "see docs/architecture.md"));
      }
      return ((ModelCamelContext) context)
          .getRouteDefinitions().stream().map(RouteDefinition::getRouteId).toList();
    } catch (IOException | RuntimeCamelException e) {
      problems.add(new Problem(home.shown(home.routes()), 0, "", message(e), ""));
      return List.of();
    }
  }

  private static String message(Throwable e) {
    Throwable root = e;
    for (Throwable cause : ObjectHelper.createExceptionIterable(e)) {
      root = cause;
    }
    String text = String.valueOf(root.getMessage()).strip();
    int end = text.indexOf('\n');
    return end < 0 ? text : text.substring(0, end);
  }
}
