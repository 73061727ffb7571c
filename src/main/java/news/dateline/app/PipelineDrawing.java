package news.dateline.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.model.FromDefinition;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.model.OnExceptionDefinition;
import org.apache.camel.model.ProcessorDefinition;
import org.apache.camel.model.RouteConfigurationDefinition;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.model.RouteTemplateDefinition;
import org.apache.camel.model.ToDefinition;

/** Draws the loaded routes as a Mermaid flow chart: what is drawn is what runs. */
public final class PipelineDrawing {
  private PipelineDrawing() {}

  /** One route or template, as far as the drawing needs it. */
  private record Stage(String id, String from, String description, List<String> to) {}

  /**
   * @param context with routes, templates and route configurations loaded; need not be started
   * @return Mermaid source, ends with a line feed; the same routes always give the same text
   */
  public static String draw(CamelContext context) {
    ModelCamelContext model = (ModelCamelContext) context;
    Map<String, Stage> stages = new LinkedHashMap<>();
    for (RouteDefinition route : model.getRouteDefinitions()) {
      add(stages, route);
    }
    for (RouteTemplateDefinition template : model.getRouteTemplateDefinitions()) {
      add(stages, template.getRoute());
    }
    StringBuilder out = new StringBuilder("flowchart LR\n");
    for (Stage s : stages.values()) {
      out.append("  ")
          .append(key(s.id))
          .append("[\"<b>")
          .append(s.id)
          .append("</b><br/>")
          .append(s.description)
          .append("\"]\n");
    }
    for (Stage s : stages.values()) {
      if (!s.from.startsWith("direct:")) {
        out.append("  ")
            .append(key(s.id))
            .append("_in([\"")
            .append(s.from)
            .append("\"]) --> ")
            .append(key(s.id))
            .append('\n');
      }
      for (String to : s.to) {
        out.append("  ")
            .append(key(s.id))
            .append(" --> ")
            .append(key(to.replace("direct:", "")))
            .append('\n');
      }
    }
    for (RouteConfigurationDefinition config : model.getRouteConfigurationDefinitions()) {
      for (OnExceptionDefinition on : config.getOnExceptions()) {
        for (String to : targets(on)) {
          out.append("  any_stage((any stage)) -. ")
              .append(on.getId())
              .append(" .-> ")
              .append(key(to.replace("direct:", "")))
              .append('\n');
        }
      }
    }
    return out.toString();
  }

  private static void add(Map<String, Stage> stages, RouteDefinition route) {
    FromDefinition from = route.getInput();
    String description = route.getDescriptionText() == null ? "" : route.getDescriptionText();
    stages.put(
        route.getRouteId(),
        new Stage(route.getRouteId(), source(from), description, targets(route)));
  }

  /** The endpoints the steps hand over to, in order, however deep they stand. */
  private static List<String> targets(ProcessorDefinition<?> definition) {
    List<String> found = new ArrayList<>();
    for (ProcessorDefinition<?> step : definition.getOutputs()) {
      if (step instanceof OnExceptionDefinition) {
        continue; // drawn once, from its route configuration
      }
      if (step instanceof ToDefinition to) {
        found.add(to.getEndpointUri());
      }
      found.addAll(targets(step));
    }
    return found;
  }

  /** Scheme and path: options are no part of the picture. */
  private static String source(FromDefinition from) {
    String uri = from.getEndpointUri();
    return uri.startsWith("{{")
        ? "file, sftp, ftp, imap, push, kafka, amqp, ..."
        : uri.replaceFirst("\\?.*", "");
  }

  private static String key(String id) {
    return id.replace('.', '_').replace('-', '_');
  }
}
