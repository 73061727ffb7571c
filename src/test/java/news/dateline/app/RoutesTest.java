package news.dateline.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.model.RouteTemplateDefinition;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What Camel does not check when it loads routes: the drawing, descriptions, ids, error handling,
 * and hand-overs to nobody.
 */
class RoutesTest {
  private static final Path ROUTES = Path.of("routes");
  private static final Path DRAWING = Path.of("docs/pipeline.mmd");

  private static DefaultCamelContext context;

  @BeforeAll
  static void load() throws Exception {
    context = new DefaultCamelContext();
    context.disableJMX();
    context.setAutoStartup(false);
    context.addComponent("due", new DueComponent(DueWork.NONE));
    for (Path file : files()) {
      PluginHelper.getRoutesLoader(context)
          .loadRoutes(
              ResourceHelper.fromString(file.getFileName().toString(), Files.readString(file)));
    }
  }

  @AfterAll
  static void close() throws Exception {
    context.close();
  }

  @Test
  void every_file_is_numbered_and_says_what_goes_in_and_out() throws Exception {
    for (Path file : files()) {
      assertThat(file.getFileName().toString()).matches("\\d\\d-[a-z]+\\.camel\\.yaml");
      assertThat(Files.readAllLines(file).get(0)).startsWith("# ");
    }
  }

  @Test
  void every_route_has_a_description_that_is_a_sentence() {
    assertThat(routes())
        .allSatisfy(
            r -> assertThat(r.getDescriptionText()).as(r.getRouteId()).isNotNull().endsWith("."));
  }

  @Test
  void a_route_is_called_as_its_endpoint() {
    for (RouteDefinition route : routes()) {
      String from = route.getInput().getEndpointUri();
      if (from.startsWith("direct:")) {
        assertThat(route.getRouteId()).isEqualTo(from.substring("direct:".length()));
      }
    }
  }

  @Test
  void every_route_but_the_burial_names_the_error_configuration() {
    for (RouteDefinition route : routes()) {
      String expected = route.getRouteId().equals("items.bury") ? null : "errors";
      assertThat(route.getRouteConfigurationId()).as(route.getRouteId()).isEqualTo(expected);
    }
  }

  @Test
  void nothing_is_handed_to_nobody() throws Exception {
    Set<String> listeners =
        routes().stream().map(r -> r.getInput().getEndpointUri()).collect(Collectors.toSet());
    for (Path file : files()) {
      for (String line : Files.readAllLines(file)) {
        String word = line.strip();
        if (word.startsWith("uri: direct:")) {
          assertThat(listeners).as(file + ": " + word).contains(word.substring("uri: ".length()));
        }
      }
    }
  }

  @Test
  void the_drawing_is_up_to_date() throws Exception {
    String drawn = PipelineDrawing.draw(context);
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(DRAWING, drawn);
    }
    assertThat(DRAWING)
        .as("run mvn test -Dtest=RoutesTest -Dgolden.update=true and look at the difference")
        .hasContent(drawn);
  }

  private static List<RouteDefinition> routes() {
    Stream<RouteDefinition> templates =
        context.getRouteTemplateDefinitions().stream().map(RouteTemplateDefinition::getRoute);
    return Stream.concat(context.getRouteDefinitions().stream(), templates).toList();
  }

  private static List<Path> files() throws Exception {
    try (Stream<Path> files = Files.list(ROUTES)) {
      return files.sorted().toList();
    }
  }
}
