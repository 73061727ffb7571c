package news.dateline.app.health;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.ServiceStatus;
import org.apache.camel.health.HealthCheckResultBuilder;

/**
 * Down when a route declared on disk is not running: Camel's own checks cannot see a route that is
 * not there.
 */
public final class RoutesCheck extends Readiness {
  private final CamelContext context;
  private final List<String> declared;

  /**
   * @param declared ids of all routes on disk
   */
  public RoutesCheck(CamelContext context, List<String> declared) {
    super("routes");
    this.context = context;
    this.declared = List.copyOf(declared);
  }

  @Override
  protected void doCall(HealthCheckResultBuilder builder, Map<String, Object> options) {
    List<String> missing = missing();
    if (missing.isEmpty()) {
      builder.up();
    } else {
      down(builder, "routes", "not running: " + String.join(", ", missing));
    }
  }

  /** Declared routes that are not started. */
  public List<String> missing() {
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
