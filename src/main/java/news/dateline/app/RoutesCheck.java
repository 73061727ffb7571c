package news.dateline.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.ServiceStatus;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.impl.health.AbstractHealthCheck;

/**
 * Down when a route declared on disk is not running: Camel's own checks cannot see a route that is
 * not there.
 */
final class RoutesCheck extends AbstractHealthCheck {
  private final CamelContext context;
  private final List<String> declared;

  /**
   * @param declared ids of all routes on disk
   */
  RoutesCheck(CamelContext context, List<String> declared) {
    super("dateline", "dateline-routes");
    this.context = context;
    this.declared = List.copyOf(declared);
  }

  @Override
  protected void doCall(HealthCheckResultBuilder builder, Map<String, Object> options) {
    List<String> missing = missing();
    if (missing.isEmpty()) {
      builder.up();
    } else {
      builder.down().message("not running: " + String.join(", ", missing));
    }
  }

  /** Declared routes that are not started. */
  List<String> missing() {
    List<String> missing = new ArrayList<>();
    for (String id : declared) {
      ServiceStatus status = context.getRouteController().getRouteStatus(id);
      if (status == null || !status.isStarted()) {
        missing.add(id);
      }
    }
    return missing;
  }
}
