package news.dateline.app;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import news.dateline.model.Source;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One route from the template {@code documents.receive} for each source that has a transport of its
 * own.
 */
final class SourceRoutes {
  private static final Logger LOG = LoggerFactory.getLogger(SourceRoutes.class);

  private final CamelContext context;
  private final Home home;
  private final Map<String, String> running = new LinkedHashMap<>();

  SourceRoutes(CamelContext context, Home home) {
    this.context = context;
    this.home = home;
  }

  /**
   * Starts, replaces or stops the route of a source so that it is as the source says now.
   *
   * @param id of the source
   * @param source empty: removed
   * @return why the transport cannot be started; empty when it runs, or is not wanted
   */
  synchronized Optional<String> apply(String id, Optional<Source> source) {
    String wanted =
        source.filter(s -> !s.paused()).flatMap(Source::from).map(this::resolve).orElse("");
    if (wanted.equals(running.getOrDefault(id, ""))) {
      return Optional.empty();
    }
    String route = routeId(id);
    try {
      if (running.remove(id) != null) {
        context.getRouteController().stopRoute(route);
        context.removeRoute(route);
      }
      if (!wanted.isEmpty()) {
        TemplatedRouteBuilder.builder(context, "documents.receive")
            .routeId(route)
            .parameter("source", id)
            .parameter("uri", wanted)
            .add();
        running.put(id, wanted);
      }
      return Optional.empty();
    } catch (Exception e) {
      LOG.error("{}: its transport cannot be started: {}", id, e.toString());
      return Optional.of("its transport cannot be started: " + e.getMessage());
    }
  }

  /** The id of a source's own route. */
  static String routeId(String source) {
    return "documents.receive-" + source;
  }

  /**
   * A relative folder in {@code file:} starts at the installation, wherever the process was
   * started.
   */
  private String resolve(String uri) {
    if (!uri.startsWith("file:") || uri.startsWith("file:/")) {
      return uri;
    }
    return "file:"
        + home.root().resolve(uri.substring("file:".length()).replaceFirst("\\?.*", ""))
        + (uri.indexOf('?') < 0 ? "" : uri.substring(uri.indexOf('?')));
  }
}
