package news.dateline.app;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import news.dateline.broker.BrokerClients;
import news.dateline.model.Reason;
import news.dateline.model.Source;
import news.dateline.sources.UriOptions;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Route;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.apache.camel.component.direct.DirectEndpoint;
import org.apache.camel.component.file.GenericFileEndpoint;
import org.apache.camel.support.DefaultConsumer;
import org.apache.camel.support.service.ServiceHelper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One route from the template {@code documents.receive} for each source that has a transport of its
 * own.
 */
final class SourceRoutes {
  private static final Logger LOG = LoggerFactory.getLogger(SourceRoutes.class);

  private static final String BROKER = "broker-of-";
  private static final String TRANSPORT = "transport:";
  private static final Duration TRIAL = Duration.ofSeconds(15);

  /** A running route. */
  private record Running(String uri, Endpoint endpoint, TransportFaults faults) {}

  private final CamelContext context;
  private final Home home;
  private final FolderRules folders;
  private final Map<String, Running> running = new LinkedHashMap<>();
  private final Map<String, Link> broken = new LinkedHashMap<>();
  private boolean resting;

  SourceRoutes(CamelContext context, Home home, FolderRules folders) {
    this.context = context;
    this.home = home;
    this.folders = folders;
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
        source
            .filter(s -> !s.paused())
            .flatMap(Source::from)
            .map(uri -> consumer(id, uri))
            .orElse("");
    Running now = running.get(id);
    broken.remove(id);
    if (wanted.equals(now == null ? "" : now.uri())) {
      return Optional.empty();
    }
    try {
      if (now != null) {
        running.remove(id);
        stop(routeId(id), now);
      }
      if (!wanted.isEmpty()) {
        start(id, wanted, source.flatMap(Source::from).orElse(""));
      }
      return Optional.empty();
    } catch (Exception | LinkageError e) {
      Link fault = TransportFaults.of(e, wanted);
      String why = "its transport cannot be started: " + fault.message();
      broken.put(id, Link.fault(Reason.CONFIG_INVALID, why));
      LOG.error("{}: {}", id, why);
      return Optional.of(why);
    }
  }

  /**
   * Tries the transport of a source that is not there yet.
   *
   * @return why it cannot be started; empty when it can, or it has none
   */
  Optional<String> trial(Source source) {
    return source
        .from()
        .filter(uri -> !Transports.scheme(uri).equals("push"))
        .flatMap(uri -> new TransportTrial(TRIAL).fault(consumer(source.id(), uri)));
  }

  /** How the transport of a source is now. */
  synchronized Link link(String id) {
    Running now = running.get(id);
    if (now == null) {
      return broken.getOrDefault(id, Link.UNKNOWN);
    }
    Route route = context.getRoute(routeId(id));
    return route == null ? Link.UNKNOWN : Link.of(route.getConsumer(), now.faults());
  }

  /**
   * While there is no room for what they bring, the consumers of folders, mailboxes and queues take
   * nothing; pushes are answered by their door.
   */
  synchronized void rest(boolean now) {
    if (resting != now) {
      resting = now;
      running.keySet().forEach(this::hold);
    }
  }

  private void hold(String id) {
    Route route = context.getRoute(routeId(id));
    if (route == null || route.getConsumer().getEndpoint() instanceof DirectEndpoint) {
      return;
    }
    if (resting) {
      ServiceHelper.suspendService(route.getConsumer());
    } else {
      ServiceHelper.resumeService(route.getConsumer());
    }
  }

  /** The id of a source's own route. */
  static String routeId(String source) {
    return "documents.receive-" + source;
  }

  /**
   * @param uri with our defaults
   * @param written as the source's file says it
   */
  private void start(String id, String uri, String written) throws Exception {
    if (context.getComponent(Transports.scheme(uri)) == null) {
      throw new IllegalArgumentException(ComponentJars.missing(context, Transports.scheme(uri)));
    }
    Endpoint endpoint = context.getEndpoint(connected(id, uri));
    TransportFaults faults = new TransportFaults(id, uri);
    try {
      if (endpoint instanceof GenericFileEndpoint<?> folder) {
        folders.lay(id, written, folder);
      }
      // Under a name of its own: written out, a secret may be read back as another endpoint's.
      context.addEndpoint(TRANSPORT + id, endpoint);
      TemplatedRouteBuilder.builder(context, "documents.receive")
          .routeId(routeId(id))
          .parameter("source", id)
          .parameter("uri", TRANSPORT + id)
          .add();
      // not on the endpoint: those of folders and mailboxes do not pass it on
      if (context.getRoute(routeId(id)).getConsumer() instanceof DefaultConsumer known) {
        known.setExceptionHandler(faults);
      }
    } catch (Exception e) {
      stop(routeId(id), new Running(uri, endpoint, faults));
      throw e;
    }
    running.put(id, new Running(uri, endpoint, faults));
    if (resting) {
      hold(id);
    }
  }

  private void stop(String route, Running old) throws Exception {
    if (context.getRoute(route) != null
        || context.getRouteController().getRouteStatus(route) != null) {
      context.getRouteController().stopRoute(route);
      context.removeRoute(route);
    }
    context.removeEndpoints(TRANSPORT + route.substring(routeId("").length()));
    context.removeEndpoint(old.endpoint());
    context.getRegistry().unbind(BROKER + route.substring(routeId("").length()));
  }

  /** The URI Camel consumes from: with our defaults, and relative folders made absolute. */
  private String consumer(String id, String uri) {
    if (Transports.scheme(uri).equals("push")) {
      return "direct:" + routeId(id); // whoever stands at the door sends it here
    }
    return Transports.complete(resolve(uri));
  }

  /** The option {@code broker=}, ours, becomes the connection factory that Camel asks for. */
  private String connected(String id, String uri) {
    Map<String, String> options = UriOptions.of(uri);
    String broker = options.get("broker");
    if (broker == null || options.containsKey("connectionFactory")) {
      return uri;
    }
    String name = BROKER + id;
    context
        .getRegistry()
        .bind(
            name,
            BrokerClients.factory(
                broker,
                options.getOrDefault("username", ""),
                options.getOrDefault("password", "")));
    String rest = uri;
    for (String ours : new String[] {"broker", "username", "password"}) {
      rest = UriOptions.without(rest, ours);
    }
    return rest + (rest.indexOf('?') < 0 ? "?" : "&") + "connectionFactory=#" + name;
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
