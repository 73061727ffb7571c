package news.dateline.app;

import java.util.Map;
import org.apache.camel.CamelContext;

/** Which jar brings the Camel component behind a scheme, for schemes whose jar is not here. */
final class ComponentJars {
  /** Schemes that are not called as their jar is; all others are {@code camel-SCHEME}. */
  private static final Map<String, String> OTHERWISE =
      Map.ofEntries(
          Map.entry("google-mail-stream", "camel-google-mail"),
          Map.entry("redis", "camel-spring-redis"),
          Map.entry("rabbitmq", "camel-spring-rabbitmq"),
          Map.entry("ws", "camel-vertx-websocket"),
          Map.entry("s3", "camel-aws2-s3"),
          Map.entry("gs", "camel-google-storage"));

  private ComponentJars() {}

  /** One sentence for people. */
  static String missing(CamelContext context, String scheme) {
    return "no component is called "
        + scheme
        + ": put "
        + OTHERWISE.getOrDefault(scheme, "camel-" + scheme)
        + "-"
        + context.getVersion()
        + ".jar and what it needs into lib/ beside the launcher (see docs/add-a-source.md)";
  }

  /** Whether a component for the scheme is on the class path. */
  static boolean has(CamelContext context, String scheme) {
    return scheme.equals("push") || context.getComponent(scheme, true, false) != null;
  }
}
